package org.kontor.importing;

/** Where an import stands. */
public enum ImportState {
    /** The file is stored and its header was looked at; nobody has said what to do with it. */
    UPLOADED,
    /** Waits for a free worker. */
    PENDING,
    /** A worker reads rows. */
    RUNNING,
    /** All rows were read; good ones are in (or would be, for a dry run). */
    SUCCEEDED,
    /** It stopped; {@code failure} says why. What is in stays in; it can be resumed unless the file itself is refused. */
    FAILED,
    /** Somebody stopped it; it can be resumed. */
    CANCELLED
}
