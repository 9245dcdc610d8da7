package org.kontor.ticket;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kontor.customer.CustomerSentiments;
import org.kontor.customer.Sentiment;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.DomainEvent.Change;
import org.kontor.shared.DomainEvents;
import org.kontor.shared.Sql;
import org.kontor.ticket.SentimentExplanation.TicketShare;
import org.kontor.ticket.SentimentExplanation.WordShare;

/**
 * The stored sentiments. Whoever calls {@link #recompute} holds the lock of the customers, so that of two changes at once neither
 * overlooks the other.
 */
@ApplicationScoped
class Sentiments {

    /** A ticket counts for 90 × 24 hours, to the microsecond (S1-13, X-07). */
    static final Duration WINDOW = Duration.ofDays(90);

    private static final double POSITIVE_FROM = 0.1;
    private static final double NEGATIVE_TO = -0.1;
    private static final int TICKETS_SHOWN = 50;
    private static final int WORDS_SHOWN = 20;

    private static final String RECOMPUTE = """
            with mean as (
                select customer_id, round(avg(sentiment), 3) as score, count(*)::int as tickets, min(opened_at) as oldest
                from ticket where customer_id = any(?) and status <> 'VOID' and opened_at >= ?
                group by customer_id),
            gone as (
                delete from customer_sentiment
                where customer_id = any(?) and customer_id not in (select customer_id from mean))
            insert into customer_sentiment (customer_id, score, label, tickets, true_until)
            select customer_id, score,
                   case when score >= ? then 'POSITIVE' when score <= ? then 'NEGATIVE' else 'NEUTRAL' end,
                   tickets, oldest + interval '2160 hours'
            from mean
            on conflict (customer_id) do update set score = excluded.score, label = excluded.label,
                   tickets = excluded.tickets, true_until = excluded.true_until
            """;

    private static final String STALE = """
            select c.id from customer_sentiment s join customer c on c.id = s.customer_id
            where s.true_until < ? and not c.archived order by s.true_until limit ? for no key update of c skip locked
            """;

    private static final String READ_BY_OLDER = """
            select c.id from customer c
            where c.id in (
              select t.customer_id from ticket t join customer a on a.id = t.customer_id and not a.archived
              where t.sentiment_model < ? order by t.sentiment_model, t.id limit ?)
            for no key update of c skip locked
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    CustomerSentiments customerSentiments;

    @Inject
    Clock clock;

    @Inject
    Event<DomainEvents> happened;

    /** Computes and stores how these customers feel now; says it in the history where the word for it changed. */
    void recompute(Collection<Long> customerIds) {
        Long[] ids = customerIds.toArray(new Long[0]);
        Map<Long, Sentiment> before = customerSentiments.of(customerIds);
        Instant since = clock.instant().minus(WINDOW);
        Sql.execute(dataSource, RECOMPUTE, Sql.of(ids, since, ids, POSITIVE_FROM, NEGATIVE_TO));
        Map<Long, Sentiment> after = customerSentiments.of(customerIds);
        List<DomainEvent> events = new ArrayList<>();
        for (long id : new TreeSet<>(customerIds)) {
            Change change = new Change(word(before.get(id)), word(after.get(id)));
            if (!change.before().equals(change.after())) {
                events.add(new DomainEvent("sentiment.changed", id, Map.of("sentiment", change), Map.of()));
            }
        }
        if (!events.isEmpty()) {
            happened.fire(new DomainEvents(events));
        }
    }

    /** Recomputes customers with a ticket that has left the window; returns how many there were, 0 when none is left. */
    int recomputeStale(int atMost) {
        List<Long> ids = Sql.many(dataSource, STALE, Sql.of(clock.instant(), atMost), row -> row.getLong(1));
        recompute(ids);
        return ids.size();
    }

    /** Reads tickets again that an older model read; returns how many customers they belong to, 0 when none is left. */
    int rereadOutdated(int atMost) {
        List<Long> customers =
                Sql.many(dataSource, READ_BY_OLDER, Sql.of(SentimentModel.VERSION, atMost), row -> row.getLong(1));
        Long[] ids = customers.toArray(new Long[0]);
        List<Long> tickets = new ArrayList<>();
        List<Double> scores = new ArrayList<>();
        Sql.many(
                dataSource,
                "select id, subject, text from ticket where customer_id = any(?) and sentiment_model < ?",
                Sql.of(ids, SentimentModel.VERSION),
                row -> tickets.add(row.getLong(1))
                        && scores.add(SentimentModel.read(row.getString(2) + "\n" + row.getString(3))
                                .score()));
        Sql.execute(
                dataSource,
                "update ticket t set sentiment = n.score, sentiment_model = ?"
                        + " from unnest(?::bigint[], ?::numeric[]) as n (id, score) where t.id = n.id",
                Sql.of(SentimentModel.VERSION, tickets.toArray(new Long[0]), scores.toArray(new Double[0])));
        recompute(customers);
        return customers.size();
    }

    SentimentExplanation explain(long customerId) {
        Instant since = clock.instant().minus(WINDOW);
        List<TicketShare> tickets = Sql.many(
                dataSource,
                "select id, subject, opened_at, sentiment, text from ticket where customer_id = ? and status <> 'VOID'"
                        + " and opened_at >= ? order by abs(sentiment) desc, opened_at desc, id desc limit ?",
                Sql.of(customerId, since, TICKETS_SHOWN),
                row -> new TicketShare(
                        row.getLong(1),
                        row.getString(2),
                        Sql.instant(row, 3),
                        Sql.instant(row, 3).plus(WINDOW),
                        row.getDouble(4),
                        SentimentModel.read(row.getString(2) + "\n" + row.getString(5))
                                .words()));
        Optional<Sentiment> sentiment =
                Optional.ofNullable(customerSentiments.of(List.of(customerId)).get(customerId));
        return new SentimentExplanation(
                sentiment, (int) WINDOW.toDays(), since, POSITIVE_FROM, NEGATIVE_TO, tickets, words(tickets));
    }

    private static List<WordShare> words(List<TicketShare> tickets) {
        Map<String, WordShare> byText = new LinkedHashMap<>();
        for (TicketShare ticket : tickets) {
            Map<String, Double> ofTicket = new LinkedHashMap<>();
            ticket.words().forEach(word -> ofTicket.merge(word.text(), word.weight(), Double::sum));
            ofTicket.forEach((text, weight) -> byText.merge(
                    text,
                    new WordShare(text, weight, 1),
                    (one, other) -> new WordShare(
                            text, Math.round((one.weight() + other.weight()) * 100) / 100.0, one.tickets() + 1)));
        }
        return byText.values().stream()
                .sorted(Comparator.comparingDouble((WordShare word) -> -Math.abs(word.weight()))
                        .thenComparing(WordShare::text))
                .limit(WORDS_SHOWN)
                .toList();
    }

    private static String word(@Nullable Sentiment sentiment) {
        return sentiment == null ? "" : sentiment.label().name();
    }
}
