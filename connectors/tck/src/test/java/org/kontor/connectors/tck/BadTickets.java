package org.kontor.connectors.tck;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.kontor.connectors.tck.RemoteTests.GoodTickets;
import org.kontor.spi.Batch;
import org.kontor.spi.Connection;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.TicketSource;

/** Ticket sources that break the rules TS. */
final class BadTickets {

    private BadTickets() {}

    private abstract static class Bad extends GoodTickets {
        Batch<TicketSource.Ticket> twisted(
                SampleTickets good, Connection connection, Optional<String> cursor, Batch<TicketSource.Ticket> batch)
                throws ConnectorException {
            List<TicketSource.Ticket> items =
                    batch.items().stream().map(this::twisted).toList();
            return new Batch<>(items, batch.cursor(), batch.more());
        }

        TicketSource.Ticket twisted(TicketSource.Ticket t) {
            return t;
        }

        @Override
        public TicketSource testee() {
            SampleTickets good = new SampleTickets(remote);
            return new SampleTickets(remote) {
                @Override
                public Batch<Ticket> pull(Connection connection, Optional<String> cursor) throws ConnectorException {
                    return twisted(good, connection, cursor, good.pull(connection, cursor));
                }
            };
        }
    }

    @Breaks("TS01")
    static class NewestFirst extends Bad {
        @Override
        Batch<TicketSource.Ticket> twisted(
                SampleTickets good, Connection connection, Optional<String> cursor, Batch<TicketSource.Ticket> batch) {
            List<TicketSource.Ticket> items = new ArrayList<>(batch.items());
            Collections.reverse(items);
            return new Batch<>(items, batch.cursor(), batch.more());
        }
    }

    @Breaks("TS01")
    static class StopsAfterTheFirstBatch extends Bad {
        @Override
        Batch<TicketSource.Ticket> twisted(
                SampleTickets good, Connection connection, Optional<String> cursor, Batch<TicketSource.Ticket> batch) {
            return new Batch<>(batch.items(), batch.cursor(), false);
        }
    }

    @Breaks("TS02")
    static class ForgetsWhatItToldBefore extends Bad {
        private final AtomicInteger calls = new AtomicInteger();

        @Override
        Batch<TicketSource.Ticket> twisted(
                SampleTickets good, Connection connection, Optional<String> cursor, Batch<TicketSource.Ticket> batch) {
            return calls.incrementAndGet() > 2 ? new Batch<>(List.of(), batch.cursor(), false) : batch;
        }
    }

    @Breaks("TS03")
    static class TellsNewTicketsAlone extends Bad {
        @Override
        Batch<TicketSource.Ticket> twisted(
                SampleTickets good, Connection connection, Optional<String> cursor, Batch<TicketSource.Ticket> batch) {
            boolean old = cursor.filter(c -> Integer.parseInt(c) >= 3).isPresent();
            return new Batch<>(old ? List.of() : batch.items(), batch.cursor(), batch.more());
        }
    }

    @Breaks("TS04")
    static class DoesNotSayWhoAsked extends Bad {
        @Override
        TicketSource.Ticket twisted(TicketSource.Ticket t) {
            return new TicketSource.Ticket(
                    t.id(), "", "", t.subject(), t.status(), t.openedAt(), t.closedAt(), t.sentiment(), t.link());
        }
    }

    @Breaks("TS04")
    static class TakesNoTimeForTheBeginning extends Bad {
        @Override
        TicketSource.Ticket twisted(TicketSource.Ticket t) {
            return new TicketSource.Ticket(
                    t.id(),
                    t.requesterEmail(),
                    "",
                    t.subject(),
                    t.status(),
                    t.openedAt(),
                    Optional.of(Instant.EPOCH),
                    t.sentiment(),
                    t.link());
        }
    }

    @Breaks("TS08")
    static class TellsAStoryForAType extends Bad {
        @Override
        TicketSource.Ticket twisted(TicketSource.Ticket t) {
            return new TicketSource.Ticket(
                    t.id(),
                    t.requesterEmail(),
                    t.externalId(),
                    t.subject(),
                    t.status(),
                    t.openedAt(),
                    t.closedAt(),
                    t.sentiment(),
                    t.link(),
                    t.text(),
                    "Incident\nof today",
                    t.priority(),
                    t.severity());
        }
    }

    private abstract static class BadSubject extends Bad {
        abstract String subject(String good);

        @Override
        TicketSource.Ticket twisted(TicketSource.Ticket t) {
            return new TicketSource.Ticket(
                    t.id(),
                    t.requesterEmail(),
                    t.externalId(),
                    subject(t.subject()),
                    t.status(),
                    t.openedAt(),
                    t.closedAt(),
                    t.sentiment(),
                    t.link());
        }
    }

    @Breaks("TS05")
    static class WritesSubjectsForPages extends BadSubject {
        @Override
        String subject(String good) {
            return good.replace("<", "&lt;");
        }
    }

    @Breaks("TS05")
    static class LeavesLinesInSubjects extends BadSubject {
        @Override
        String subject(String good) {
            return good.replace("two lines", "two\nlines");
        }
    }

    @Breaks("TS06")
    static class TakesAFailureForNoNews extends GoodTickets {
        @Override
        public TicketSource testee() {
            return new SampleTickets(remote) {
                @Override
                public Batch<Ticket> pull(Connection connection, Optional<String> cursor) {
                    try {
                        return super.pull(connection, cursor);
                    } catch (ConnectorException e) {
                        return new Batch<>(List.of(), cursor.orElse("0"), false);
                    }
                }
            };
        }
    }

    @Breaks("TS07")
    static class MarksTicketsAsRead extends Bad {
        @Override
        Batch<TicketSource.Ticket> twisted(
                SampleTickets good, Connection connection, Optional<String> cursor, Batch<TicketSource.Ticket> batch) {
            remote.send(connection, "POST", "/records", "read-" + batch.cursor(), "{\"id\":\"\"}");
            return batch;
        }
    }
}
