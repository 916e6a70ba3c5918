package org.dapple.datalink.links;

import java.util.List;
import java.util.function.Function;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.WireType;

/**
 * A column of the answer (DataLink 1.1 §3.2, table 1).
 *
 * @param field how it is declared
 * @param value its cell, null where there is none
 */
record LinkColumn(Field field, Function<Link, Object> value) {

    static final List<LinkColumn> ALL = List.of(
            text("ID", "meta.id;meta.main", "The identifier that was asked for", Link::id),
            text("access_url", "meta.ref.url", "Where it can be had", Link::accessUrl),
            text(
                    "service_def",
                    "meta.ref",
                    "The service descriptor in this document that leads to it",
                    Link::serviceDef),
            text("error_message", "meta.code.error", "Why there is no link", Link::error),
            text("description", "meta.note", "What it is, and why it stands here", Link::description),
            text("semantics", "meta.code", "What it is to the identifier", Link::semantics),
            text("content_type", "meta.code.mime", "Media type of what the link returns", Link::contentType),
            new LinkColumn(
                    new Field(
                            "content_length",
                            WireType.LONG,
                            "long",
                            null,
                            null,
                            "byte",
                            "phys.size;meta.file",
                            null,
                            "Size of what the link returns"),
                    Link::contentLength),
            text("content_qualifier", null, "Kind of product that the link returns", Link::contentQualifier),
            text("local_semantics", "meta.code", "Storage element it is at or beside", Link::localSemantics),
            text("link_auth", "meta.code", "Whether one must log in to use the link", Link::linkAuth),
            new LinkColumn(
                    new Field(
                            "link_authorized",
                            WireType.BOOLEAN,
                            "boolean",
                            null,
                            null,
                            null,
                            "meta.code",
                            null,
                            "Whether the caller may use the link"),
                    Link::linkAuthorized),
            text("adler32", "meta.checksum", "Adler-32 checksum of the file", Link::adler32),
            text("md5", "meta.checksum", "MD5 checksum of the file", Link::md5));

    private static LinkColumn text(String name, String ucd, String description, Function<Link, Object> value) {
        return new LinkColumn(new Field(name, WireType.TEXT, "char", "*", null, null, ucd, null, description), value);
    }
}
