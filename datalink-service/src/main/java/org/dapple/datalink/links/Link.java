package org.dapple.datalink.links;

import java.util.Objects;

/**
 * One row of the answer (DataLink 1.1 §3.2); what does not apply is null. Exactly one of {@code accessUrl},
 * {@code serviceDef} and {@code error} is there.
 *
 * @param id the identifier as it was sent
 * @param accessUrl absolute URL
 * @param serviceDef XML ID of the resource that describes a service
 * @param error one of the standard's faults and what to say of it
 * @param description for a reader
 * @param semantics term of the DataLink vocabulary with its hash, or a full URI
 * @param contentType media type
 * @param contentLength in bytes
 * @param contentQualifier term of the vocabulary of product types with its hash
 * @param localSemantics {@code replica:} or {@code soda:} and the name of the storage element
 * @param linkAuth whether one must log in: {@code true}, {@code false} or {@code optional}
 * @param linkAuthorized whether the caller may use it
 * @param adler32 checksum of the file
 * @param md5 checksum of the file
 */
record Link(
        String id,
        String accessUrl,
        String serviceDef,
        String error,
        String description,
        String semantics,
        String contentType,
        Long contentLength,
        String contentQualifier,
        String localSemantics,
        String linkAuth,
        Boolean linkAuthorized,
        String adler32,
        String md5) {

    static final String THIS = "#this";

    Link {
        Objects.requireNonNull(id);
        Objects.requireNonNull(semantics);
    }

    /** That there is no link, and why. */
    static Link fault(String id, Fault fault, String message) {
        return new Link(
                id, null, null, fault + ": " + message, null, THIS, null, null, null, null, null, null, null, null);
    }

    /** A link to a document or product beside the file. */
    static Link to(String id, String url, String semantics, String description, String contentType, Long length) {
        return new Link(
                id, url, null, null, description, semantics, contentType, length, null, null, null, null, null, null);
    }

    /** A service that is described in the same document. */
    static Link service(String id, String serviceDef, String description, String contentType, String localSemantics) {
        return new Link(
                id,
                null,
                serviceDef,
                null,
                description,
                "#cutout",
                contentType,
                null,
                null,
                localSemantics,
                null,
                null,
                null,
                null);
    }
}
