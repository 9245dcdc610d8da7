package org.kontor.document;

/** Why a template cannot be used. */
final class TemplateProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;

    /**
     * A problem.
     *
     * @param line of the template, from 1 on; 0 when it is not known
     * @param cure what to do
     */
    TemplateProblem(int line, String cure) {
        super(cure);
        this.line = line;
    }

    int line() {
        return line;
    }

    /** What to do, and where. */
    String told() {
        return (line == 0 ? "" : "Line " + line + ": ") + getMessage();
    }
}
