package org.dapple.tap.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.dapple.dbinit.Migrations;
import org.dapple.tap.TestSettings;
import org.dapple.tap.web.TapWebapp;
import org.dapple.testkit.TestDatabase;
import org.dapple.testkit.TestServer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays, NaN and what is absent in uploaded tables, told apart as far as their formats do. */
class UploadedValuesTest {

    private static final String TABLE = """
            <VOTABLE version="1.4" xmlns="http://www.ivoa.net/xml/VOTable/v1.3"><RESOURCE><TABLE>
             <FIELD name="id" datatype="int"/>
             <FIELD name="twofold" datatype="double" xtype="mjd"/>
             <FIELD name="single" datatype="float"/>
             <FIELD name="octets" datatype="unsignedByte" arraysize="*"/>
             <FIELD name="wholes" datatype="int" arraysize="*"><VALUES null="-1"/></FIELD>
             <FIELD name="larges" datatype="long" arraysize="2"/>
             <FIELD name="truths" datatype="boolean" arraysize="*"/>
             <FIELD name="span" datatype="double" arraysize="2" xtype="interval" unit="m"/>
             <FIELD name="grid" datatype="float" arraysize="2x*"/>
             <FIELD name="word" datatype="char" arraysize="*"/>
             <DATA><TABLEDATA>
              <TR><TD>1</TD><TD>1.5</TD><TD>0.1</TD><TD>0 255</TD><TD>1 -1 3</TD><TD>9223372036854775807 0</TD><TD>T F</TD>
               <TD>0.1 0.2</TD><TD>1 2 3 4</TD><TD> </TD></TR>
              <TR><TD>2</TD><TD>NaN</TD><TD>NaN</TD><TD>7</TD><TD>-1</TD><TD>1 2</TD><TD>T</TD>
               <TD>NaN +Inf</TD><TD>NaN -Inf</TD><TD>NaN</TD></TR>
              <TR><TD>3</TD><TD/><TD></TD><TD/><TD/><TD/><TD/><TD/><TD/><TD/></TR>
             </TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>
            """;

    @Order(1)
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migratedBy(Migrations::migrate);

    @Order(2)
    @RegisterExtension
    static final TestServer SERVER = TestServer.of(() -> new TapWebapp(TestSettings.of(DATABASE)));

    @Test
    void arraysAndTheirDescriptionsComeBack() {
        assertThat(answer("SELECT * FROM TAP_UPLOAD.t ORDER BY id", "json", bytes(TABLE)))
                .contains(
                        "{\"name\":\"twofold\",\"datatype\":\"double\",\"xtype\":\"mjd\"}",
                        "{\"name\":\"octets\",\"datatype\":\"short\",\"arraysize\":\"*\"}",
                        "{\"name\":\"larges\",\"datatype\":\"long\",\"arraysize\":\"2\"}",
                        "{\"name\":\"truths\",\"datatype\":\"boolean\",\"arraysize\":\"*\"}",
                        "{\"name\":\"span\",\"datatype\":\"double\",\"arraysize\":\"2\",\"xtype\":\"interval\",\"unit\":\"m\"}",
                        "{\"name\":\"grid\",\"datatype\":\"float\",\"arraysize\":\"2x*\"}",
                        "[1,1.5,0.1,[0,255],[1,null,3],[9223372036854775807,0],[true,false],[0.1,0.2],[1.0,2.0,3.0,4.0],\" \"]",
                        "[2,\"NaN\",\"NaN\",[7],[null],[1,2],[true],[\"NaN\",\"Infinity\"],[\"NaN\",\"-Infinity\"],\"NaN\"]",
                        "[3,null,null,null,null,null,null,null,null,null]");
    }

    @ParameterizedTest
    @CsvSource({"twofold, 3", "single, 3", "wholes, 3", "larges, 3", "span, 3", "word, 3"})
    void whatIsEmptyIsNullAndNanIsNot(String column, String expected) {
        String query = "SELECT id FROM TAP_UPLOAD.t WHERE " + column + " IS NULL";

        assertThat(answer(query, "csv", bytes(TABLE)).lines().skip(1)).containsExactly(expected);
    }

    @Test
    void aResultComesBackAsItWent() {
        String query = "SELECT * FROM TAP_UPLOAD.t ORDER BY id";

        assertThat(rows(answer(query, "json", body(query, "votable", bytes(TABLE)))))
                .isEqualTo(rows(answer(query, "json", bytes(TABLE))));
    }

    /** Where NaN is all that a number can be to be absent, and where STIL takes it so. */
    @ParameterizedTest
    @ValueSource(strings = {"votable/b", "votable/b2", "fits"})
    void nanIsNullInBinaryFormats(String format) {
        byte[] result = body("SELECT id, twofold AS x, single AS y FROM TAP_UPLOAD.t", format, bytes(TABLE));

        assertThat(rows(answer("SELECT * FROM TAP_UPLOAD.t ORDER BY id", "json", result)))
                .containsExactly("[1,1.5,0.1]", "[2,null,null]", "[3,null,null]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"votable", "votable/b", "votable/b2", "fits"})
    void arraysComeBackFromEveryForm(String format) {
        String query = "SELECT id, octets, larges, truths, span, grid FROM TAP_UPLOAD.t WHERE id < 3 ORDER BY id";

        assertThat(rows(answer(query, "json", body(query, format, bytes(TABLE)))))
                .containsExactly(
                        "[1,[0,255],[9223372036854775807,0],[true,false],[0.1,0.2],[1.0,2.0,3.0,4.0]]",
                        "[2,[7],[1,2],[true],[\"NaN\",\"Infinity\"],[\"NaN\",\"-Infinity\"]]");
    }

    /** As VOTable 1.3, VOTable 1.4 and Python write them; of a text they are a part like any other. */
    @ParameterizedTest
    @CsvSource({"+InF, -InF", "+Inf, -Inf", "Inf, -Inf", "inf, -inf", "Infinity, -Infinity", "INF, -INF"})
    void infinitiesAreReadHoweverTheyAreWritten(String positive, String negative) {
        byte[] table = bytes("""
                <VOTABLE version="1.4" xmlns="http://www.ivoa.net/xml/VOTable/v1.3"><RESOURCE><TABLE>
                <FIELD name="one" datatype="float"/><FIELD name="other" datatype="double"/>
                <FIELD name="three" datatype="double" arraysize="3"/><FIELD name="word" datatype="char" arraysize="*"/>
                <DATA><TABLEDATA><TR><TD>%1$s</TD><TD> %2$s </TD><TD>%1$s %2$s 1</TD><TD>%1$s</TD></TR></TABLEDATA></DATA>
                </TABLE></RESOURCE></VOTABLE>
                """.formatted(positive, negative));

        assertThat(rows(answer("SELECT * FROM TAP_UPLOAD.t", "json", table)))
                .containsExactly(
                        "[\"Infinity\",\"-Infinity\",[\"Infinity\",\"-Infinity\",1.0],\"%s\"]".formatted(positive));
    }

    @Test
    void blankAndNanInCsvAreToldApart() {
        assertThat(rows(answer("SELECT * FROM TAP_UPLOAD.t ORDER BY id", "json", bytes("id,x\n1,0.5\n2,NaN\n3,\n"))))
                .containsExactly("[1,0.5]", "[2,\"NaN\"]", "[3,null]");
    }

    private static List<String> rows(String json) {
        return json.lines()
                .map(line -> line.startsWith(",") ? line.substring(1) : line)
                .filter(line -> line.startsWith("["))
                .collect(Collectors.toList());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String answer(String query, String format, byte[] table) {
        return new String(body(query, format, table), StandardCharsets.UTF_8);
    }

    private static byte[] body(String query, String format, byte[] table) {
        HttpResponse<byte[]> answer = new MultipartForm()
                .parameter("QUERY", query)
                .parameter("UPLOAD", "t,param:data")
                .parameter("FORMAT", format)
                .file("data", table)
                .postTo(SERVER.url("/tap/sync"), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
