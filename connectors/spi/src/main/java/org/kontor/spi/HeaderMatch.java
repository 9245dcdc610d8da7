package org.kontor.spi;

import java.util.List;
import java.util.Objects;

/**
 * How well a header fits a format.
 *
 * @param score 0 (does not belong) to 100 (can be nothing else). A format whose own column names all stand in the header
 *     answers at least 80; one that merely shares a few common names answers below 50 and is never taken by itself
 * @param problems what makes the header unusable: missing or repeated columns. Empty means usable
 * @param ignored names of the columns that will not be imported, as they stand in the file (S3-25, S3-08); a column
 *     without a name is not listed
 * @param suggestions what the person may want to mend although the header is usable, such as an ignored column whose name
 *     is nearly that of a known one (S3-12)
 */
public record HeaderMatch(
        int score, List<HeaderProblem> problems, List<String> ignored, List<HeaderProblem> suggestions) {

    /** Checks the range of the score and copies the lists. */
    public HeaderMatch {
        if (score < 0 || score > 100) {
            throw new IllegalArgumentException("score must be 0 to 100, not " + score);
        }
        problems = List.copyOf(problems);
        ignored = List.copyOf(ignored);
        suggestions = List.copyOf(suggestions);
    }

    /** A match without suggestions. */
    public HeaderMatch(int score, List<HeaderProblem> problems, List<String> ignored) {
        this(score, problems, ignored, List.of());
    }

    /** A header that has nothing to do with the format. */
    public static HeaderMatch none() {
        return new HeaderMatch(0, List.of(), List.of());
    }

    /** Whether a file with this header can be imported. */
    public boolean usable() {
        return score > 0 && problems.isEmpty();
    }

    /**
     * Something wrong with the header.
     *
     * @param column the column concerned
     * @param code stable code in upper snake case, such as {@code COLUMN_MISSING} or {@code COLUMN_REPEATED}
     * @param message what is wrong and how to mend it, in the words of the person who made the file, such as
     *     {@code Rename the column "First Name" to FirstName.}
     */
    public record HeaderProblem(String column, String code, String message) {

        /** Refuses null. */
        public HeaderProblem {
            Objects.requireNonNull(column, "column");
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(message, "message");
        }
    }
}
