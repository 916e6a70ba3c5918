package org.dapple.tap.upload.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.dapple.dali.fault.ServiceFault;
import org.xml.sax.SAXException;

/** The formats that are taken. */
enum TableFormat {
    VOTABLE("VOTable") {
        @Override
        void read(Path file, TargetSink sink) throws IOException, SAXException {
            VOTableFile.read(file, sink);
        }
    },
    FITS("FITS") {
        @Override
        void read(Path file, TargetSink sink) throws IOException {
            FitsFile.read(file, sink);
        }
    },
    PARQUET("Parquet") {
        @Override
        void read(Path file, TargetSink sink) throws IOException, SAXException {
            ParquetFile.read(file, sink);
        }
    },
    CSV("CSV") {
        @Override
        void read(Path file, TargetSink sink) throws IOException {
            CsvFile.read(file, sink);
        }
    };

    private static final int HEAD = 4096;
    private static final String TAKEN =
            "VOTable, FITS, Parquet and CSV are taken, each as it is or compressed with gzip";

    private final String label;

    TableFormat(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    abstract void read(Path file, TargetSink sink) throws IOException, SAXException;

    /** The format that a file's first bytes show. */
    static TableFormat of(String name, Path file) throws IOException {
        byte[] head = head(file);
        if (head.length == 0) {
            throw ServiceFault.usage(name + " is empty; " + TAKEN + ".");
        }
        if (startsWith(head, "SIMPLE  =")) {
            return FITS;
        }
        if (startsWith(head, "PAR1")) {
            return PARQUET;
        }
        if (head[0] == 0x1f && head.length > 1 && (head[1] & 0xff) == 0x8b) {
            throw refused(name, "is compressed twice");
        }
        return ofText(name, head);
    }

    private static TableFormat ofText(String name, byte[] head) {
        String text = text(name, head).stripLeading();
        if (!text.startsWith("<")) {
            requireHeader(name, text);
            return CSV;
        }
        if (!text.contains("VOTABLE")) {
            throw refused(name, "is XML or HTML, but no VOTable");
        }
        return VOTABLE;
    }

    /** A line of column names; anything else that is text would be a table of one strange column. */
    private static void requireHeader(String name, String text) {
        String first = text.lines().findFirst().orElse("");
        boolean oneWord = first.strip().matches("\"[^\"]+\"|[^\\s,;{}\\[\\]]+");
        if ((!first.contains(",") && !oneWord) || text.startsWith("{") || text.startsWith("[")) {
            throw refused(name, "is text, but no CSV with a first line of column names");
        }
    }

    /** UTF-8 and UTF-16 with a byte order mark, the latter for XML. */
    private static String text(String name, byte[] head) {
        if (startsWith(head, "\u00fe\u00ff") || startsWith(head, "\u00ff\u00fe")) {
            return new String(head, StandardCharsets.UTF_16);
        }
        try {
            int whole = head.length < HEAD ? head.length : lastWholeCharacter(head);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(head, 0, whole))
                    .toString();
            if (text.chars().anyMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r')) {
                throw refused(name, "is a binary file of no known format");
            }
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return latin1Xml(name, head);
        }
    }

    /** XML says its encoding itself. */
    private static String latin1Xml(String name, byte[] head) {
        if (startsWith(head, "<?xml")) {
            return new String(head, StandardCharsets.ISO_8859_1);
        }
        throw refused(name, "is neither UTF-8 text nor a binary file of a known format");
    }

    private static int lastWholeCharacter(byte[] head) {
        int end = head.length;
        while (end > 0 && (head[end - 1] & 0xc0) == 0x80) {
            end--;
        }
        return Math.max(0, end - 1);
    }

    private static ServiceFault refused(String name, String reason) {
        return ServiceFault.usage(name + " " + reason + "; " + TAKEN + ".");
    }

    private static boolean startsWith(byte[] head, String start) {
        byte[] bytes = start.getBytes(StandardCharsets.ISO_8859_1);
        return head.length >= bytes.length && Arrays.equals(head, 0, bytes.length, bytes, 0, bytes.length);
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }
}
