package org.dapple.dali.vosi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.dapple.dali.format.ResultFormats;
import org.dapple.dali.kit.Golden;
import org.dapple.dali.kit.IvoaSchemas;
import org.dapple.dali.vosi.Capability.Interface;
import org.dapple.dali.vosi.Language.Feature;
import org.dapple.dali.vosi.Language.FeatureList;
import org.dapple.dali.vosi.Language.Version;
import org.dapple.dali.vosi.Table.Column;
import org.dapple.dali.vosi.Table.ForeignKey;
import org.dapple.dali.vosi.TableAccess.DataModel;
import org.dapple.dali.vosi.TableAccess.Limit;
import org.dapple.dali.vosi.TableSet.Detail;
import org.dapple.dali.vosi.TableSet.Schema;
import org.junit.jupiter.api.Test;

class VosiDocumentsTest {

    private static final String IVOA = "http://www.ivoa.net/xml/";
    private static final String REG_EXT = "ivo://ivoa.net/std/TAPRegExt#";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void capabilitiesDeclareEverythingOfATapService() throws Exception {
        String tap = "https://example.org/tap";
        Capabilities capabilities = new Capabilities(List.of(
                new TableAccess(
                        new Interface(tap, "base", "1.1"),
                        List.of(new DataModel("ivo://ivoa.net/std/ObsCore#core-1.1", "ObsCore-1.1")),
                        adql(),
                        ResultFormats.standard().offered(),
                        List.of(REG_EXT + "upload-inline"),
                        Limit.seconds(86_400L, 604_800L),
                        Limit.seconds(60L, 600L),
                        Limit.rows(10_000L, 1_000_000L),
                        Limit.bytes(null, 10_000_000L)),
                StandardCapability.capabilities(tap + "/capabilities"),
                StandardCapability.availability(tap + "/availability"),
                StandardCapability.tables(tap + "/tables")));
        capabilities.write(out);
        matchesAndIsValid("capabilities.xml", "VOSICapabilities/v1.0");
    }

    /** Its type is of a schema that is not at hand. */
    @Test
    void aConeSearchSaysWhatItTakesAndGives() throws Exception {
        new Capabilities(List.of(new ConeSearch(new Interface("https://example.org/scs", "base", "1.03"), 1000)))
                .write(out);

        Golden.matches("vosi/cone_search.xml", written());
    }

    @Test
    void examplesAreAPageWithTheVocabularyOfTheIvoa() throws Exception {
        new Examples(List.of(
                        new Examples.Example("All, and more", "SELECT * FROM a\nWHERE b < 2 AND c = '&'"),
                        new Examples.Example("Überall (1)", "SELECT 1 FROM a")))
                .write("https://example.org/tap", out);
        Golden.matches("vosi/examples.html", written());
    }

    @Test
    void aTapServiceNeedsToDeclareNoLimits() throws Exception {
        Interface at = new Interface("https://example.org/tap?a=1&b", "base", "1.1");
        new Capabilities(List.of(new TableAccess(
                        at, List.of(), adql(), ResultFormats.standard().offered(), List.of(), null, null, null, null)))
                .write(out);
        assertThat(problems("VOSICapabilities/v1.0")).isEmpty();
    }

    @Test
    void availabilitySaysSinceWhenAndWhy() throws Exception {
        Instant since = Instant.parse("2026-11-22T00:00:00.123Z");
        new Availability(false, since, List.of("no database", "it was told <to> stop")).write(out);
        matchesAndIsValid("availability.xml", "VOSIAvailability/v1.0");
    }

    @Test
    void tablesAreTold() throws Exception {
        tables().write(Detail.MAX, out);
        matchesAndIsValid("tables.xml", "VOSITables/v1.0");
    }

    @Test
    void columnsAndKeysAreLeftOutWhereLittleIsAsked() throws Exception {
        tables().write(Detail.MIN, out);
        assertThat(written()).contains("<name>ivoa.obscore</name>").doesNotContain("<column", "<foreignKey");
        assertThat(problems("VOSITables/v1.0")).isEmpty();
    }

    @Test
    void aSingleTableIsADocumentOfItsOwn() throws Exception {
        TableSet.write(tables().schemas().get(0).tables().get(0), out);
        matchesAndIsValid("table.xml", "VOSITables/v1.0");
    }

    private static Language adql() {
        FeatureList geometry = new FeatureList(
                REG_EXT + "features-adqlgeo", List.of(new Feature("POINT", null), new Feature("CIRCLE", null)));
        FeatureList functions = new FeatureList(
                REG_EXT + "features-udf",
                List.of(new Feature("ivo_nocasematch(value TEXT, pattern TEXT) -> INTEGER", "ILIKE & co.")));
        List<Version> versions = List.of(
                new Version("2.0", "ivo://ivoa.net/std/ADQL#v2.0"), new Version("2.1", "ivo://ivoa.net/std/ADQL#v2.1"));
        return new Language("ADQL", versions, "The Astronomical Data Query Language", List.of(geometry, functions));
    }

    private static TableSet tables() {
        List<Column> columns = List.of(
                new Column(
                        "obs_id",
                        "Internal <ID>",
                        null,
                        "meta.id",
                        "obscore:DataID.observationID",
                        "char",
                        "*",
                        null,
                        List.of("indexed", "principal"),
                        true),
                new Column("t_end", null, "d", null, null, "char", "*", "timestamp", List.of(), false));
        ForeignKey key =
                new ForeignKey("ivoa.other", List.of(new ForeignKey.Pair("obs_id", "id")), "where it came from", null);
        return new TableSet(List.of(
                new Schema(
                        "ivoa",
                        "IVOA tables",
                        "ivo://x",
                        List.of(new Table(
                                "ivoa.obscore",
                                "view",
                                "Observations",
                                "ivo://ivoa.net/std/ObsCore#core-1.1",
                                columns,
                                List.of(key)))),
                new Schema("empty", null, null, List.of())));
    }

    private void matchesAndIsValid(String golden, String namespace) throws Exception {
        Golden.matches("vosi/" + golden, written());
        assertThat(problems(namespace)).isEmpty();
    }

    private List<String> problems(String namespace) throws Exception {
        return IvoaSchemas.problems(written(), IVOA + namespace, IVOA + "TAPRegExt/v1.0", IVOA + "VODataService/v1.1");
    }

    private String written() throws IOException {
        return out.toString(StandardCharsets.UTF_8);
    }
}
