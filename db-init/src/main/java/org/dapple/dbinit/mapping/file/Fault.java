package org.dapple.dbinit.mapping.file;

/**
 * What is wrong in one place of a mapping file.
 *
 * @param line counted from 1
 * @param reason in words, with what would be right
 */
public record Fault(int line, String reason) {

    @Override
    public String toString() {
        return "line " + line + ": " + reason;
    }
}
