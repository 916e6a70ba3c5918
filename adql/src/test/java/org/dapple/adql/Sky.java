package org.dapple.adql;

import java.util.Arrays;
import java.util.List;
import org.dapple.adql.catalog.AdqlType;
import org.dapple.adql.catalog.Catalog;
import org.dapple.adql.catalog.Column;
import org.dapple.adql.catalog.SearchColumns;
import org.dapple.adql.catalog.SearchColumns.Footprint;
import org.dapple.adql.catalog.SearchColumns.Position;
import org.dapple.adql.catalog.Table;

/** The catalogue of the tests: tables as golden/schema.sql makes them. */
final class Sky {
    static final Catalog CATALOG = Catalog.of(
            1,
            List.of(
                    new Table(
                            "ivoa",
                            "obscore",
                            "Observations",
                            List.of(
                                    text("obs_publisher_did"),
                                    text("obs_collection"),
                                    text("obs_id"),
                                    text("target_name"),
                                    Column.of("calib_level", AdqlType.INTEGER),
                                    Column.of("access_estsize", AdqlType.BIGINT),
                                    number("s_ra", "deg", "pos.eq.ra"),
                                    number("s_dec", "deg", "pos.eq.dec"),
                                    number("s_fov", "deg", "phys.angSize;instr.fov"),
                                    new Column("s_region", AdqlType.REGION, "*", null, null, "pos.outline", null, null),
                                    number("t_min", "d", "time.start"),
                                    number("em_min", "m", "em.wl;stat.min"),
                                    new Column(
                                            "obs_release_date",
                                            AdqlType.TIMESTAMP,
                                            "*",
                                            "timestamp",
                                            null,
                                            "time.release",
                                            null,
                                            null)),
                            new SearchColumns(
                                    List.of(new Position("s_ra", "s_dec", "s_point")),
                                    List.of(new Footprint("s_region")))),
                    table("ivoa", "obs_radio", text("obs_publisher_did"), number("f_min", "MHz", "em.freq")),
                    table(
                            "cat",
                            "stars",
                            Column.of("id", AdqlType.BIGINT),
                            Column.of("ra", AdqlType.DOUBLE),
                            Column.of("dec", AdqlType.DOUBLE),
                            Column.of("mag", AdqlType.REAL),
                            Column.of("band", AdqlType.SMALLINT),
                            text("name"),
                            Column.of("Name", AdqlType.VARCHAR),
                            Column.of("order", AdqlType.INTEGER),
                            Column.of("variable", AdqlType.BOOLEAN),
                            Column.of("pos", AdqlType.POINT),
                            Column.of("cone", AdqlType.CIRCLE),
                            Column.of("shape", AdqlType.POLYGON)),
                    table("rucio", "dids", text("scope"), text("name"), Column.of("data", AdqlType.JSON)),
                    table(
                            "cat",
                            "spectra",
                            Column.of("id", AdqlType.BIGINT),
                            new Column("counts", AdqlType.INTEGER_ARRAY, "*", null, "ct", "phot.count", null, null),
                            new Column("flux", AdqlType.DOUBLE_ARRAY, "2", null, "Jy", "phot.flux", null, null)),
                    table("tap_schema", "tables", text("schema_name"), text("table_name")),
                    table("cat", "tables", text("table_name"))));

    private Sky() {}

    private static Table table(String schema, String name, Column... columns) {
        return new Table(schema, name, null, Arrays.asList(columns), SearchColumns.none());
    }

    private static Column text(String name) {
        return new Column(name, AdqlType.VARCHAR, "*", null, null, "meta.id", null, null);
    }

    private static Column number(String name, String unit, String ucd) {
        return new Column(name, AdqlType.DOUBLE, null, null, unit, ucd, null, null);
    }
}
