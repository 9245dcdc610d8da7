package org.kontor.importing;

/**
 * How far an import was taken back.
 *
 * @param state where it stands
 * @param removed customers that the import had created and that are gone
 * @param restored customers that the import had changed and that are as before
 * @param kept customers that stayed, because something stands in the way
 */
public record UndoView(State state, long removed, long restored, long kept) {

    /** Where the undo of an import stands. */
    public enum State {
        /** Waits for a free worker. */
        PENDING,
        /** A worker takes customers back. */
        RUNNING,
        /** All that could be taken back is; asked again, it tries those that were kept. */
        DONE,
        /** It stopped; the {@code failure} of the import says why. Asked again, it goes on. */
        FAILED
    }
}
