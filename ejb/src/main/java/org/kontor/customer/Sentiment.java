package org.kontor.customer;

/**
 * How a customer feels, as its tickets of the last 90 days say (S1-13). A customer without such tickets has none (S1-15).
 *
 * @param score −1 to 1, rounded to thousandths
 * @param label the score in a word
 * @param tickets how many tickets it comes from; at least 1
 */
public record Sentiment(double score, Label label, int tickets) {

    /** The score in a word. */
    public enum Label {
        /** Below the neutral range. */
        NEGATIVE,
        /** Neither. */
        NEUTRAL,
        /** Above the neutral range. */
        POSITIVE
    }
}
