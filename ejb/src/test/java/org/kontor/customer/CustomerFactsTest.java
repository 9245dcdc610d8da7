package org.kontor.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.customer.CustomerQuery.Facts;
import org.kontor.shared.PageRequest;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

/** Lists that are narrowed by what the record says, and lists of a parent's children. */
@OnPostgres
class CustomerFactsTest {

    private final TestKontor kontor = new TestKontor();
    private final Customers customers = kontor.get(Customers.class);

    @AfterEach
    void close() {
        kontor.close();
    }

    @Test
    void eachFactNarrowsWithAndWithoutASearchAndInAStoredList() {
        long parent = register(Drafts.business("Holding Group").parent());
        long child = register(
                Drafts.business("Holding Child").childOf(parent).country("DE").currency("EUR"));
        register(Drafts.business("Holding Other"));
        kontor.sql("update customer set address_city = 'Kiel', address_state = 'SH' where id = " + child);
        kontor.sql(
                "insert into customer_sentiment values (" + child + ", -0.5, 'NEGATIVE', 1, now() + interval '1 day')");
        LocalDate today = LocalDate.ofInstant(
                kontor.clock().instant(),
                ZoneId.of(kontor.sql("select time_zone from company_entity order by id limit 1")));
        Optional<Long> none = Optional.empty();
        Optional<LocalDate> anyDay = Optional.empty();

        for (Facts facts : List.of(
                new Facts(none, Optional.of(parent), Set.of(), "", "", anyDay, anyDay, ""),
                new Facts(none, none, Set.of(Sentiment.Label.NEGATIVE), "", "", anyDay, anyDay, ""),
                new Facts(none, none, Set.of(), "de", "", anyDay, anyDay, ""),
                new Facts(none, none, Set.of(), "", "KIEL", anyDay, anyDay, ""),
                new Facts(none, none, Set.of(), "", "sh", anyDay, anyDay, ""),
                new Facts(none, none, Set.of(), "", "", anyDay, anyDay, "eur"))) {
            assertEquals(List.of(child), found("", facts), facts::toString);
            assertEquals(List.of(child), found("holding", facts), facts::toString);
            CustomerQuery query = CustomerQuery.all().with(facts);
            assertEquals(facts, StoredQuery.read(StoredQuery.write(query)).facts());
        }
        assertEquals(
                3,
                found("", new Facts(none, none, Set.of(), "", "", Optional.of(today), Optional.of(today), ""))
                        .size());
        assertEquals(
                List.of(),
                found("", new Facts(none, none, Set.of(), "", "", Optional.of(today.plusDays(1)), anyDay, "")));
        assertEquals(
                List.of(),
                found("", new Facts(none, none, Set.of(), "", "", anyDay, Optional.of(today.minusDays(1)), "")));
        assertEquals(
                3,
                found("", new Facts(Optional.of(1L), none, Set.of(), "", "", anyDay, anyDay, ""))
                        .size());
        assertEquals(List.of(), found("", new Facts(Optional.of(99L), none, Set.of(), "", "", anyDay, anyDay, "")));
    }

    private List<Long> found(String text, Facts facts) {
        CustomerQuery query = new CustomerQuery(
                        text,
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        CustomerQuery.Sort.NAME,
                        false)
                .with(facts);
        assertEquals(
                kontor.asSystem(() -> customers.list(query, PageRequest.first()))
                        .items()
                        .size(),
                kontor.asSystem(() -> customers.count(query, 100)));
        return kontor.asSystem(() -> customers.list(query, PageRequest.first())).items().stream()
                .map(CustomerRow::id)
                .toList();
    }

    private long register(Drafts draft) {
        return kontor.asSystem(() -> customers.register(draft.draft())).id();
    }
}
