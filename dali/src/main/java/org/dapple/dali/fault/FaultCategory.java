package org.dapple.dali.fault;

/** Who can do what about a fault, with the HTTP status that says so (DALI 1.1 §4.2, RFC 9110 §15). */
public enum FaultCategory {
    /** The request is wrong; the message says what would be right. */
    USAGE(400),
    /** The resource that was named does not exist. */
    NOT_FOUND(404),
    /** The request is understood and refused. */
    FORBIDDEN(403),
    /** The resource exists but does not answer to this HTTP method. */
    METHOD(405),
    /** What was asked for existed and is not kept any more. */
    GONE(410),
    /** The request, or a part of it, is larger than the service takes. */
    TOO_LARGE(413),
    /** The body of the request is of a media type, or coded in a way, that is not read here. */
    MEDIA_TYPE(415),
    /** The service has no room now; the same request may succeed later. */
    OVERLOADED(503),
    /** The work took longer than the service allows. */
    TIMEOUT(504),
    /** The service's own failure. */
    INTERNAL(500);

    private final int httpStatus;

    FaultCategory(int httpStatus) {
        this.httpStatus = httpStatus;
    }

    /** The HTTP status of a response that consists of such a fault. */
    public int httpStatus() {
        return httpStatus;
    }
}
