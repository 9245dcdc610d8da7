package org.kontor.shared;

/** What kind of refusal an {@link AppException} is. The faces turn the kind, and nothing else, into a status. */
public enum ErrorKind {
    /** The request cannot be read at all. */
    MALFORMED,
    /** Nobody is signed in, or the credentials are not accepted. */
    UNAUTHENTICATED,
    /** Signed in, but without the permission. */
    FORBIDDEN,
    /** There is no such thing, or the caller may not know that there is. */
    ABSENT,
    /** The thing existed and was erased. */
    GONE,
    /** The thing is in a state that does not allow this. */
    CONFLICT,
    /** The caller's version is not the current one. */
    STALE,
    /** More than is accepted at once. */
    TOO_LARGE,
    /** A media type that is not understood. */
    UNSUPPORTED,
    /** Readable, but against a rule; each field is named. */
    INVALID,
    /** Too many tries in too short a time. */
    TOO_MANY,
    /** A remote system did not do its part. */
    REMOTE,
    /** Kontor's own fault. */
    BUG
}
