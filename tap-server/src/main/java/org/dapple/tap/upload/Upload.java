package org.dapple.tap.upload;

import java.net.URI;

/**
 * A table that a query brings along.
 *
 * @param table its name without the schema, as the client wrote it: a regular identifier of at most 63 characters
 * @param location where it is
 */
public record Upload(String table, Location location) {

    /** The schema by which a query calls such tables. */
    public static final String SCHEMA = "TAP_UPLOAD";

    /** Where a table is. */
    public sealed interface Location {}

    /** In a part of the request's multipart body. */
    public record Part(String name) implements Location {}

    /** On the web. */
    public record Url(URI url) implements Location {}
}
