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
import org.kontor.settings.CurrentSettings;
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

    private static final int TICKETS_SHOWN = 50;
    private static final int WORDS_SHOWN = 20;

    /** A weight by age in half-lives; of two tickets the same at any time. */
    private static final String WEIGHT = "power(?::numeric, extract(epoch from ?::timestamptz - opened_at) / (86400 * "
            + SentimentRule.HALF_LIFE_DAYS + "))";

    private static final String RECOMPUTE = """
            with weighed as (
                select customer_id, opened_at, sentiment,
            """ + WEIGHT + """
                 as weight
                from ticket where customer_id = any(?) and status <> 'VOID' and opened_at >= ?),
            mean as (
                select customer_id, round(sum(sentiment * weight) / sum(weight), 3) as score, count(*)::int as tickets,
                       min(opened_at) as oldest
                from weighed group by customer_id),
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

    private static final String BEHIND = """
            select c.id, c.archived from customer_sentiment s join customer c on c.id = s.customer_id
            where s.customer_id > ? order by s.customer_id limit ? for no key update of c
            """;

    private static final String MAKE_STALE = """
            update customer_sentiment set true_until = least(true_until, ?) where customer_id = any(?)
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
    CurrentSettings settings;

    @Inject
    Clock clock;

    @Inject
    Event<DomainEvents> happened;

    /** Of a customer that the walk of a new rule comes to. */
    private record Behind(long customerId, boolean archived) {}

    /** Computes and stores how these customers feel now; says it in the history where the word for it changed. */
    void recompute(Collection<Long> customerIds) {
        Long[] ids = customerIds.toArray(new Long[0]);
        Map<Long, Sentiment> before = customerSentiments.of(customerIds);
        Instant now = clock.instant();
        SentimentRule rule = SentimentRule.of(settings);
        Sql.execute(
                dataSource,
                RECOMPUTE,
                Sql.of(rule.base(), now, ids, now.minus(WINDOW), ids, rule.positiveFrom(), rule.negativeTo()));
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

    /**
     * Recomputes customers whose sentiment was computed by a rule that the settings say no more; returns how many there were, 0
     * when none is left. Of the archived ones it only notes that theirs is out of date, so that {@link #recomputeStale} makes up for it
     * when they come back (S4-39).
     */
    int recomputeByNewRule(int atMost) {
        String rule = SentimentRule.of(settings).text();
        Sql.execute(
                dataSource,
                "update sentiment_rule set rule = ?, walked_to = 0 where id = 1 and rule <> ?",
                Sql.of(rule, rule));
        Optional<Long> behind = Sql.one(
                dataSource,
                "select walked_to from sentiment_rule where id = 1 and walked_to is not null for update",
                Sql.of(),
                row -> row.getLong(1));
        if (behind.isEmpty()) {
            return 0;
        }
        List<Behind> piece = Sql.many(
                dataSource, BEHIND, Sql.of(behind.get(), atMost), row -> new Behind(row.getLong(1), row.getBoolean(2)));
        recompute(piece.stream()
                .filter(each -> !each.archived())
                .map(Behind::customerId)
                .toList());
        Long[] archived =
                piece.stream().filter(Behind::archived).map(Behind::customerId).toArray(Long[]::new);
        Sql.execute(dataSource, MAKE_STALE, Sql.of(clock.instant().minusMillis(1), archived));
        Sql.execute(
                dataSource,
                "update sentiment_rule set walked_to = ? where id = 1",
                Sql.of(piece.isEmpty() ? null : piece.get(piece.size() - 1).customerId()));
        return piece.size();
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
        Instant now = clock.instant();
        Instant since = now.minus(WINDOW);
        SentimentRule rule = SentimentRule.of(settings);
        List<TicketShare> tickets = Sql.many(
                dataSource,
                "select id, subject, opened_at, sentiment, text, round(weight, 3) from (select t.*, " + WEIGHT
                        + " as weight from ticket t where customer_id = ? and status <> 'VOID' and opened_at >= ?) t"
                        + " order by abs(sentiment) * weight desc, opened_at desc, id desc limit ?",
                Sql.of(rule.base(), now, customerId, since, TICKETS_SHOWN),
                row -> new TicketShare(
                        row.getLong(1),
                        row.getString(2),
                        Sql.instant(row, 3),
                        Sql.instant(row, 3).plus(WINDOW),
                        row.getDouble(4),
                        row.getDouble(6),
                        SentimentModel.read(row.getString(2) + "\n" + row.getString(5))
                                .words()));
        Optional<Sentiment> sentiment =
                Optional.ofNullable(customerSentiments.of(List.of(customerId)).get(customerId));
        return new SentimentExplanation(
                sentiment,
                (int) WINDOW.toDays(),
                since,
                rule.recency() ? Optional.of(SentimentRule.HALF_LIFE_DAYS) : Optional.empty(),
                rule.positiveFrom().doubleValue(),
                rule.negativeTo().doubleValue(),
                tickets,
                words(tickets));
    }

    private static List<WordShare> words(List<TicketShare> tickets) {
        Map<String, WordShare> byText = new LinkedHashMap<>();
        for (TicketShare ticket : tickets) {
            Map<String, Double> ofTicket = new LinkedHashMap<>();
            ticket.words().forEach(word -> ofTicket.merge(word.text(), word.weight() * ticket.weight(), Double::sum));
            ofTicket.forEach((text, weight) -> byText.merge(
                    text,
                    new WordShare(text, Math.round(weight * 100) / 100.0, 1),
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
