package org.dapple.dali.votable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dapple.dali.fault.FaultCategory;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.kit.Golden;
import org.dapple.dali.kit.IvoaSchemas;
import org.dapple.dali.kit.Program;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.Info;
import org.dapple.dali.table.ResultHead;
import org.dapple.dali.table.ResultSummary;
import org.dapple.dali.table.SelfDescription;
import org.dapple.dali.table.ServiceDescriptor;
import org.dapple.dali.table.TupleRows;
import org.dapple.dali.table.WireType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VOTableWriterTest {

    private static final String NAMESPACE = "http://www.ivoa.net/xml/VOTable/v1.3";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void obscoreRowsAreDescribedByTheirFields() throws Exception {
        ResultHead head = new ResultHead(
                List.of(
                        Info.of("query", "SELECT s_ra FROM ivoa.obscore WHERE s_ra < 1 AND obs_id <> '\"&'"),
                        new Info("citation", "https://example.org/cite", "Cite <this> & that")),
                100);
        write(head, obscoreRows());
        Golden.matches("votable/obscore.xml", written());
        assertValid();
    }

    @Test
    void servicesAreDescribedBehindTheTableAndReferToTheirColumn() throws Exception {
        ResultHead head = new ResultHead(List.of(), 9, List.of(links(0), links(2)));
        TupleRows rows = new TupleRows(
                        TupleRows.field("ICRS", WireType.TEXT),
                        TupleRows.field("n", WireType.INT),
                        TupleRows.field("2nd <id>", WireType.TEXT))
                .row("a", 1, "b");

        write(head, rows);

        Golden.matches("votable/services.xml", written());
        assertValid();
    }

    @Test
    void aServiceDescribesItselfBehindThoseItDescribes() throws Exception {
        SelfDescription self = new SelfDescription(
                "ivo://ivoa.net/std/SIA#query-2.0",
                "https://example.org/sia2/query",
                List.of(
                        input("BAND", "double", "2", "interval", "m", "em.wl", "Wavelengths < 1 m"),
                        input("CALIB", "int", null, null, null, null, "Level", "0", "1")));

        write(new ResultHead(List.of(), 9, List.of(links(0)), Optional.of(self)), numbers(1));

        Golden.matches("votable/self.xml", written());
        assertValid();
    }

    private static SelfDescription.Input input(
            String name,
            String datatype,
            String arraysize,
            String xtype,
            String unit,
            String ucd,
            String description,
            String... options) {
        return new SelfDescription.Input(name, datatype, arraysize, xtype, unit, ucd, description, List.of(options));
    }

    @Test
    void anErrorForConeSearchIsAtTheRootToo() throws Exception {
        VOTableError.writeForConeSearch("Parameter RA is '<x>'", out);

        Golden.matches("votable/cone_error.xml", written());
        assertValid();
    }

    @Test
    void rowsBeyondTheLimitAreCutAndSayOverflow() throws Exception {
        ResultSummary summary = write(new ResultHead(List.of(), 2), numbers(3));
        assertThat(summary.rows()).isEqualTo(2);
        assertThat(summary.overflow()).isTrue();
        Golden.matches("votable/overflow.xml", written());
        assertValid();
    }

    @Test
    void rowsUpToTheLimitAreNoOverflow() throws Exception {
        ResultSummary summary = write(new ResultHead(List.of(), 2), numbers(2));
        assertThat(summary.overflow()).isFalse();
        assertThat(written()).doesNotContain("OVERFLOW");
    }

    @Test
    void aLimitOfZeroGivesMetadataAndOverflow() throws Exception {
        ResultSummary summary = write(new ResultHead(List.of(), 0), numbers(1));
        assertThat(summary.rows()).isZero();
        Golden.matches("votable/metadata.xml", written());
        assertValid();
    }

    @Test
    void aFaultAfterTheFirstRowIsToldBehindTheTable() throws Exception {
        ServiceFault timeout = ServiceFault.of(FaultCategory.TIMEOUT, "The query ran longer than 60 s & was ended.");
        ResultSummary summary = write(new ResultHead(List.of(), 10), numbers(1).thenFails(timeout));
        assertThat(summary.fault()).contains(timeout);
        Golden.matches("votable/late_fault.xml", written());
        assertValid();
    }

    @Test
    void anInternalFailureAfterTheFirstRowShowsNothingInternal() throws Exception {
        write(new ResultHead(List.of(), 10), numbers(1).thenFails(new IOException("password=secret")));
        assertThat(written())
                .contains("<INFO name=\"QUERY_STATUS\" value=\"ERROR\">The service failed")
                .doesNotContain("secret");
    }

    @Test
    void aFaultBeforeTheFirstRowIsThrownAndNothingIsWritten() {
        ServiceFault fault = ServiceFault.usage("division by zero");
        assertThatThrownBy(() -> write(new ResultHead(List.of(), 10), numbers(0).thenFails(fault)))
                .isSameAs(fault);
        assertThat(out.size()).isZero();
    }

    @Test
    void anErrorDocumentHoldsTheMessage() throws Exception {
        VOTableError.write("Line 1, column 8: there is no column <s_raa>; did you mean s_ra?", out);
        Golden.matches("votable/error.xml", written());
        assertValid();
    }

    private ResultSummary write(ResultHead head, TupleRows rows) throws IOException {
        return VOTableWriter.tableData().write(head, rows, out);
    }

    private String written() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private void assertValid() throws Exception {
        assertThat(IvoaSchemas.problems(written(), NAMESPACE)).isEmpty();
        Path file = Files.write(folder.resolve("result.xml"), out.toByteArray());
        assertThat(Program.votlint(file.toString())).isEqualTo(new Program.Outcome(0, ""));
    }

    private static TupleRows numbers(int count) {
        TupleRows rows = new TupleRows(TupleRows.field("n", WireType.INT));
        for (int i = 1; i <= count; i++) {
            rows.row(i);
        }
        return rows;
    }

    private static ServiceDescriptor links(int column) {
        return new ServiceDescriptor(
                "ivo://ivoa.net/std/DataLink#links-1.1",
                "https://example.org/links?a=1&b=2",
                "application/x-votable+xml;content=datalink",
                "ID",
                column);
    }

    private static TupleRows obscoreRows() {
        String axis = "obscore:Char.SpatialAxis.Coverage.";
        String time = "obscore:Char.TimeAxis.Coverage.Bounds.Limits.StartTime";
        return new TupleRows(
                        new Field(
                                "obs_id",
                                WireType.TEXT,
                                "char",
                                "*",
                                null,
                                null,
                                "meta.id",
                                "obscore:DataID.observationID",
                                "Internal ID"),
                        new Field(
                                "s_ra",
                                WireType.DOUBLE,
                                "double",
                                null,
                                null,
                                "deg",
                                "pos.eq.ra",
                                axis + "Location.Coord.Position2D.Value2.C1",
                                "RA of the \"centre\" & <so on>"),
                        new Field(
                                "s_region",
                                WireType.TEXT,
                                "char",
                                "*",
                                "adql:REGION",
                                null,
                                "pos.outline;obs.field",
                                axis + "Support.Area",
                                null),
                        new Field(
                                "t_min",
                                WireType.DOUBLE,
                                "double",
                                null,
                                null,
                                "d",
                                "time.start;obs.exposure",
                                time,
                                null))
                .row("uid://A001/X1295/X35", 204.24712522989094, "Circle ICRS 204.25 -29.87 0.1", 58000.5)
                .row("M83", null, null, null);
    }
}
