package org.dapple.tap.upload.read;

import java.io.EOFException;
import org.xml.sax.SAXParseException;

/** What a library says about a damaged table, in words for a user. */
final class Problems {

    private static final int LONGEST = 200;

    private Problems() {}

    static String words(Exception problem) {
        if (problem instanceof EOFException) {
            return "it is cut off";
        }
        boolean unforeseen = problem instanceof RuntimeException && !(problem instanceof IllegalArgumentException);
        String text = unforeseen || problem.getMessage() == null ? "it is damaged" : problem.getMessage();
        String line = text.lines().findFirst().orElse("it is damaged").strip();
        String words = line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
        String shortened = words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
        boolean located = problem instanceof SAXParseException parse && parse.getLineNumber() > 0;
        return located ? shortened + " (line " + ((SAXParseException) problem).getLineNumber() + ")" : shortened;
    }
}
