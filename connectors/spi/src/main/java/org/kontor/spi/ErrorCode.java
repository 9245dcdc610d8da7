package org.kontor.spi;

/**
 * A way in which a connector can fail, told in advance so that operators can look it up and Kontor can decide.
 *
 * @param code stable code in upper snake case, unique within the connector, such as {@code CARD_DECLINED}
 * @param kind who has to act
 * @param meaning one sentence for operators: what it means and what to do
 */
public record ErrorCode(String code, Kind kind, String meaning) {

    /** Refuses what nobody could look up. */
    public ErrorCode {
        if (!code.matches("[A-Z][A-Z0-9_]{0,59}")) {
            throw new IllegalArgumentException("A code is upper snake case, up to 60 characters, not \"" + code + "\"");
        }
        if (meaning.isBlank()) {
            throw new IllegalArgumentException("The code " + code + " needs a meaning");
        }
    }

    /** A problem of this code. */
    public Problem because(String message) {
        return new Problem(this, message, "");
    }

    /**
     * A problem of this code, as the remote system told it.
     *
     * @param remoteCode the remote system's own code; may be empty
     */
    public Problem because(String message, String remoteCode) {
        return new Problem(this, message, remoteCode);
    }

    /** Who has to act. */
    public enum Kind {
        /** Kontor's user or operator: wrong input, wrong settings, something that is not supported. */
        USER,
        /** The remote system understood and said no. */
        REMOTE_REFUSED,
        /** The remote system does not answer, is too slow, or says that it is busy or broken: later may do. */
        REMOTE_DOWN,
        /** The connector or the remote system broke the agreed form: somebody has to mend a program. */
        BUG
    }
}
