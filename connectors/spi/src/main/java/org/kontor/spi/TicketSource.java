package org.kontor.spi;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A system in which customers ask for help.
 *
 * <p><b>Calls.</b> By a job, outside any transaction, one at a time for each connection, every few minutes.
 *
 * <p><b>Time.</b> Each call ends within {@link Connection#timeLimit()}.
 *
 * <p><b>Repetition.</b> May be repeated with any former cursor; the same ticket may come twice.
 *
 * <p><b>Errors.</b> {@link ConnectorException}.
 */
public non-sealed interface TicketSource extends Capability {

    /**
     * Tickets that are new or changed since the cursor, oldest change first.
     *
     * @param cursor from the batch before; empty to begin with the last 90 days
     */
    Batch<Ticket> pull(Connection connection, Optional<String> cursor) throws ConnectorException;

    /**
     * A ticket.
     *
     * @param id the remote system's id
     * @param requesterEmail by which the customer is found; may be empty
     * @param externalId the remote system's id of the customer; may be empty
     * @param subject one line
     * @param status the remote system's own word
     * @param openedAt when it was opened
     * @param closedAt when it was closed; empty while it is open
     * @param sentiment from -1 (bad) to 1 (good); empty when it was not measured
     * @param link where people see it; empty when there is no page
     * @param text what the customer wrote; may be empty
     * @param type the remote system's own word, such as Incident; empty when it has none
     * @param priority its own word, such as High; empty when it has none
     * @param severity its own word; empty when it has none
     */
    record Ticket(
            String id,
            String requesterEmail,
            String externalId,
            String subject,
            String status,
            Instant openedAt,
            Optional<Instant> closedAt,
            Optional<Double> sentiment,
            Optional<URI> link,
            String text,
            String type,
            String priority,
            String severity) {
        /** Refuses a sentiment out of range. */
        public Ticket {
            if (sentiment.isPresent() && !(Math.abs(sentiment.get()) <= 1)) {
                throw new IllegalArgumentException("Sentiment is -1 to 1, not " + sentiment.get());
            }
        }

        /** A ticket of which no more is known than that it is there, and about what: without text, type, priority and severity. */
        public Ticket(
                String id,
                String requesterEmail,
                String externalId,
                String subject,
                String status,
                Instant openedAt,
                Optional<Instant> closedAt,
                Optional<Double> sentiment,
                Optional<URI> link) {
            this(id, requesterEmail, externalId, subject, status, openedAt, closedAt, sentiment, link, "", "", "", "");
        }
    }
}
