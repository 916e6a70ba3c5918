package org.dapple.dali.fits;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.Info;

/** A header: cards of 80 ASCII characters in whole blocks (FITS 4.0 §4.1); what is not ASCII becomes a question mark. */
final class FitsHeader {

    static final int BLOCK = 2880;
    /** Characters between the quotes of a string in one card. */
    private static final int STRING = 68;
    /** Characters of a commentary card. */
    private static final int COMMENTARY = 72;

    private final ByteArrayOutputStream cards = new ByteArrayOutputStream();

    private FitsHeader() {}

    /** The header of the file, which has no data before the table: INFOs are comments. */
    static FitsHeader primary(List<Info> infos, Info queryStatus) {
        FitsHeader header = new FitsHeader();
        header.value("SIMPLE", "T");
        header.value("BITPIX", "8");
        header.value("NAXIS", "0");
        header.value("EXTEND", "T");
        Stream.concat(infos.stream(), Stream.of(queryStatus))
                .forEach(info -> header.comment(
                        info.name() + ": " + info.value() + (info.text() == null ? "" : " (" + info.text() + ")")));
        return header;
    }

    /** The header of the table (FITS 4.0 §7.3.1). */
    static FitsHeader table(List<Field> fields, List<FitsColumn> columns, long rows) {
        FitsHeader header = new FitsHeader();
        header.text("XTENSION", "BINTABLE");
        header.value("BITPIX", "8");
        header.value("NAXIS", "2");
        header.value("NAXIS1", Integer.toString(FitsRows.width(columns)));
        header.value("NAXIS2", Long.toString(rows));
        header.value("PCOUNT", Long.toString(FitsRows.heapSize(columns)));
        header.value("GCOUNT", "1");
        header.value("TFIELDS", Integer.toString(columns.size()));
        header.text("EXTNAME", "result");
        for (int i = 0; i < columns.size(); i++) {
            header.column(i + 1, fields.get(i), columns.get(i));
        }
        return header;
    }

    void write(OutputStream out) throws IOException {
        card("END");
        cards.writeTo(out);
        out.write(" ".repeat((BLOCK - cards.size() % BLOCK) % BLOCK).getBytes(StandardCharsets.US_ASCII));
    }

    private void column(int number, Field field, FitsColumn column) {
        text("TTYPE" + number, field.name());
        text("TFORM" + number, column.form());
        column.dimensions().ifPresent(dimensions -> text("TDIM" + number, dimensions));
        column.nullValue().ifPresent(nullValue -> value("TNULL" + number, Long.toString(nullValue)));
        text("TUNIT" + number, field.unit());
        text("TUCD" + number, field.ucd());
        text("TUTYP" + number, field.utype());
        text("TXTYP" + number, field.xtype());
        text("TCOMM" + number, field.description());
    }

    /** A logical value or a number ends in column 30 (FITS 4.0 §4.2). */
    private void value(String keyword, String value) {
        card("%-8s= %20s".formatted(keyword, value));
    }

    /** A string, nothing where it is null; one that is longer than a card goes on in the next (FITS 4.0 §4.2.1.2). */
    private void text(String keyword, String text) {
        if (text == null) {
            return;
        }
        String quoted = printable(text).replace("'", "''");
        String start = "%-8s= ".formatted(keyword);
        while (quoted.length() > STRING) {
            int end = STRING - 1 - (endsInsideQuotes(quoted, STRING - 1) ? 1 : 0);
            card(start + "'" + quoted.substring(0, end) + "&'");
            quoted = quoted.substring(end);
            start = "CONTINUE  ";
        }
        card("%s'%-8s'".formatted(start, quoted));
    }

    /** Whether a cut would part the two quotes that stand for one. */
    private static boolean endsInsideQuotes(String quoted, int end) {
        int quotes = 0;
        while (quotes < end && quoted.charAt(end - 1 - quotes) == '\'') {
            quotes++;
        }
        return quotes % 2 == 1;
    }

    private void comment(String text) {
        String printable = printable(text);
        for (int from = 0; from < printable.length(); from += COMMENTARY) {
            card("COMMENT " + printable.substring(from, Math.min(printable.length(), from + COMMENTARY)));
        }
    }

    private void card(String text) {
        cards.writeBytes("%-80s".formatted(text).getBytes(StandardCharsets.US_ASCII));
    }

    private static String printable(String text) {
        return text.replaceAll("\\s", " ").replaceAll("[^ -~]", "?");
    }
}
