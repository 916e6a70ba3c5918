package org.dapple.dali.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a content, one only (RFC 9110 §14.1.2).
 *
 * @param first byte, from 0
 * @param last byte, inclusive
 */
record ByteRange(long first, long last) {

    private static final Pattern ONE = Pattern.compile("bytes=\\s*([0-9]{0,18})-([0-9]{0,18})\\s*");

    /** What of a content of some size a header Range asks for; empty where it is to be ignored: several ranges, or nonsense. */
    static Optional<ByteRange> of(String header, long size) {
        Matcher range = ONE.matcher(header == null ? "" : header);
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (range.group(1).isEmpty()) {
            long length = Math.min(Long.parseLong(range.group(2)), size);
            return Optional.of(new ByteRange(size - length, size - 1));
        }
        long first = Long.parseLong(range.group(1));
        long last = range.group(2).isEmpty() ? size - 1 : Long.parseLong(range.group(2));
        return last < first && !range.group(2).isEmpty()
                ? Optional.empty()
                : Optional.of(new ByteRange(first, Math.min(last, size - 1)));
    }

    /** Whether the content has at least one of the bytes. */
    boolean isSatisfiable() {
        return first <= last;
    }

    long length() {
        return last - first + 1;
    }
}
