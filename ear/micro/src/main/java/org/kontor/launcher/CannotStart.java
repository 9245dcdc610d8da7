package org.kontor.launcher;

/** Why Kontor does not start: one line for the operator, cure first, and the exit code of the process. */
final class CannotStart extends Exception {

    private static final long serialVersionUID = 1L;

    /** A kind of obstacle, with the exit code by which scripts tell them apart. */
    enum Obstacle {
        /** A setting that cannot be used. */
        SETTING(2),
        /** The HTTP port belongs to somebody else. */
        PORT_TAKEN(3),
        /** The data folder cannot be written. */
        DATA_FOLDER(4),
        /** Another Kontor runs on the data folder. */
        ALREADY_RUNNING(5),
        /** The database does not answer, or refuses the user. */
        DATABASE(6),
        /** The application itself refused to start; a newer or damaged schema, for one. */
        APPLICATION(7);

        private final int exitCode;

        Obstacle(int exitCode) {
            this.exitCode = exitCode;
        }

        int exitCode() {
            return exitCode;
        }
    }

    private final Obstacle obstacle;

    CannotStart(Obstacle obstacle, String line) {
        super(line);
        this.obstacle = obstacle;
    }

    int exitCode() {
        return obstacle.exitCode();
    }
}
