package org.dapple.dali.http;

import java.util.Arrays;

/**
 * The tag of a content (RFC 9110 §8.8.3).
 *
 * @param text with its quotes
 */
record EntityTag(String text) {

    static EntityTag of(String name) {
        return new EntityTag('"' + name + '"');
    }

    /** Whether a header If-None-Match says that the client has the content, compressed or not. */
    boolean isAmong(String ifNoneMatch) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .map(String::strip)
                        .anyMatch(one -> one.equals("*")
                                || one.replaceFirst("^W/", "")
                                        .replaceFirst("-gzip\"$", "\"")
                                        .equals(text));
    }

    /** Whether a header If-Range, if there is one, means the content. */
    boolean isMeantBy(String ifRange) {
        return ifRange == null || ifRange.strip().equals(text);
    }
}
