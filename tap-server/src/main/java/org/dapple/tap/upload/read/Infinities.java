package org.dapple.tap.upload.read;

import java.util.BitSet;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Infinite numbers in the cells of TABLEDATA. VOTable has written them +InF, then +Inf, and Python writes inf; STIL knows one
 * of these and takes the others for null, so all of them are handed to it as Java has them.
 */
final class Infinities {

    private static final Pattern INFINITY = Pattern.compile("(?i)(?<!\\S)([+-]?)inf(?!\\S)");

    private final BitSet floating = new BitSet();
    private final StringBuilder cell = new StringBuilder();
    private int columns;
    private int column;
    private boolean holding;

    void beginTable() {
        floating.clear();
        columns = 0;
    }

    void field(Attributes attributes) {
        String datatype = String.valueOf(attributes.getValue("datatype"));
        floating.set(columns++, datatype.startsWith("float") || datatype.startsWith("double"));
    }

    void beginRow() {
        column = -1;
    }

    void beginCell() {
        column++;
        holding = floating.get(column);
        cell.setLength(0);
    }

    /** Whether the text belongs to a number, and is kept until the cell is whole. */
    boolean keeps(char[] text, int start, int length) {
        if (holding) {
            cell.append(text, start, length);
        }
        return holding;
    }

    void endCell(ContentHandler next) throws SAXException {
        if (holding) {
            holding = false;
            boolean mayBe = cell.indexOf("n") >= 0 || cell.indexOf("N") >= 0;
            String text = mayBe ? INFINITY.matcher(cell).replaceAll("$1Infinity") : cell.toString();
            next.characters(text.toCharArray(), 0, text.length());
        }
    }
}
