package org.kontor.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kontor.customer.Sentiment;

/**
 * Where the sentiment of a customer comes from.
 *
 * @param sentiment the sentiment; empty without tickets in the window (S1-15)
 * @param days length of the window in days of 24 hours
 * @param since the window begins here: what was opened before does not count
 * @param halfLifeDays of two tickets, the one that is so many days older counts half; empty when all count alike
 * @param positiveFrom from this score on it is positive
 * @param negativeTo down from this score it is negative
 * @param tickets those that count, what moved the mean most first; at most 50
 * @param words what moved it most, over these tickets; at most 20
 */
public record SentimentExplanation(
        Optional<Sentiment> sentiment,
        int days,
        Instant since,
        Optional<Integer> halfLifeDays,
        double positiveFrom,
        double negativeTo,
        List<TicketShare> tickets,
        List<WordShare> words) {

    /** Copies the lists. */
    public SentimentExplanation {
        tickets = List.copyOf(tickets);
        words = List.copyOf(words);
    }

    /**
     * One ticket that counts.
     *
     * @param id the ticket
     * @param subject its subject
     * @param openedAt when it was opened
     * @param countsUntil when it leaves the window
     * @param score −1 to 1
     * @param weight how much it counts, 1 for one of this moment; 1 when all count alike
     * @param words what in it says so
     */
    public record TicketShare(
            long id,
            String subject,
            Instant openedAt,
            Instant countsUntil,
            double score,
            double weight,
            List<SentimentModel.Word> words) {

        /** Copies the list. */
        public TicketShare {
            words = List.copyOf(words);
        }
    }

    /**
     * One word or phrase.
     *
     * @param text the word
     * @param weight what it brought in all these tickets together, rounded to hundredths
     * @param tickets in how many tickets it stands
     */
    public record WordShare(String text, double weight, int tickets) {}
}
