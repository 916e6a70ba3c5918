package org.dapple.dali.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dapple.dali.fault.FaultCategory;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.kit.Golden;
import org.dapple.dali.kit.Program;
import org.dapple.dali.table.AwkwardRows;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.Info;
import org.dapple.dali.table.ResultHead;
import org.dapple.dali.table.TupleRows;
import org.dapple.dali.table.WireType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonWriterTest {

    private static final String SCRIPT = "src/test/resources/org/dapple/dali/json/read_json.py";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void awkwardValuesAreRead() throws Exception {
        write(new ResultHead(List.of(), 100), AwkwardRows.all());
        Golden.matches("json/awkward.json", written());
        Path file = Files.write(folder.resolve("awkward.json"), out.toByteArray());
        Golden.matches(
                "json/awkward.python.txt",
                Program.python(SCRIPT, file.toString()).output());
    }

    @Test
    void columnsAndInfosAreDescribed() throws Exception {
        Field polygon = new Field(
                "s_region",
                WireType.TEXT,
                "double",
                "*",
                "polygon",
                "deg",
                "pos.outline",
                "a.b",
                "The \"outline\"\n<x>");
        List<Info> infos =
                List.of(Info.of("QUERY", "SELECT 1"), new Info("citation", "https://example.org", "Cite it"));
        write(
                new ResultHead(infos, 1),
                new TupleRows(polygon).row("1 2 3 4 5 6").row((Object) null));
        assertThat(written()).isEqualTo("""
                        {"metadata":[
                        {"name":"s_region","datatype":"double","arraysize":"*","xtype":"polygon","unit":"deg","ucd":"pos.outline",\
                        "utype":"a.b","description":"The \\"outline\\"\\n<x>"}],"infos":[
                        {"name":"QUERY","value":"SELECT 1"}
                        ,{"name":"citation","value":"https://example.org","text":"Cite it"}],"data":[
                        [[1.0,2.0,3.0,4.0,5.0,6.0]]
                        ],"status":{"name":"QUERY_STATUS","value":"OVERFLOW","text":"The result is cut at MAXREC=1; there are more rows."}}
                        """);
    }

    @Test
    void aFaultAfterTheFirstRowIsTheStatus() throws Exception {
        ServiceFault timeout = ServiceFault.of(FaultCategory.TIMEOUT, "The query ran longer than 60 s.");
        write(
                new ResultHead(List.of(), 10),
                new TupleRows(TupleRows.field("n", WireType.INT)).row(1).thenFails(timeout));
        assertThat(written())
                .endsWith(
                        "\"data\":[\n[1]\n],\"status\":{\"name\":\"QUERY_STATUS\",\"value\":\"ERROR\",\"text\":\"The query ran longer than 60 s.\"}}\n");
    }

    @Test
    void aFaultBeforeTheFirstRowIsThrownAndNothingIsWritten() {
        ServiceFault fault = ServiceFault.usage("division by zero");
        TupleRows rows = new TupleRows(TupleRows.field("n", WireType.INT)).thenFails(fault);
        assertThatThrownBy(() -> write(new ResultHead(List.of(), 10), rows)).isSameAs(fault);
        assertThat(out.size()).isZero();
    }

    private void write(ResultHead head, TupleRows rows) throws IOException {
        new JsonWriter().write(head, rows, out);
    }

    private String written() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
