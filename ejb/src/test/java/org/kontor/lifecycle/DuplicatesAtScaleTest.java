package org.kontor.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.customer.CustomerBulk;
import org.kontor.customer.CustomerRules;
import org.kontor.customer.Drafts;
import org.kontor.customer.PhoneType;
import org.kontor.lifecycle.DuplicateSearchView.State;
import org.kontor.shared.Sql;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestJobRun;
import org.kontor.testing.TestKontor;

/**
 * A search among many, and the look at who comes in. {@code -Dkontor.duplicates.customers=1000000} makes many of them, and tells the
 * times.
 */
@OnPostgres
class DuplicatesAtScaleTest {

    private static final int CUSTOMERS = Integer.getInteger("kontor.duplicates.customers", 3_000);
    private static final int PIECE = 10_000;
    private static final int EACH = 100;

    private final TestKontor kontor = new TestKontor();

    @AfterEach
    void close() {
        kontor.close();
    }

    /** One of a hundred was typed a second time with a mistake: nearly all of them are found, and whoever comes in is looked at. */
    @Test
    void allDuplicatesAmongManyAndOneWhoComesIn() throws Exception {
        List<Made.Person> twice = fill();
        kontor.sql("vacuum analyze");
        DuplicateSearches searches = kontor.get(DuplicateSearches.class);
        long began = System.nanoTime();
        long search = kontor.asSystem(searches::start).id();
        kontor.get(DuplicateSearchJob.class).run(search, new TestJobRun(kontor));
        double seconds = (System.nanoTime() - began) / 1e9;
        DuplicateSearchView done = kontor.asSystem(() -> searches.find(search)).orElseThrow();
        assertEquals(State.SUCCEEDED, done.state());
        System.out.printf(
                "search among %,d customers: %.1f s, %,d groups, of %,d who were typed twice%n",
                CUSTOMERS, seconds, done.found(), twice.size());
        assertTrue(done.found() > 0.9 * twice.size(), done.found() + " of " + twice.size());

        long first = Long.parseLong(kontor.sql("select min(id) from customer"));
        long read = median(() -> Sql.one(
                kontor.dataSource(), "select * from customer where id = ?", Sql.of(first), row -> row.getLong(1)));
        Comparison comparison = kontor.get(Comparison.class);
        Iterator<Made.Person> next = twice.iterator();
        long look = median(() -> comparison.alike(
                List.of(draft(next.hasNext() ? next.next() : twice.get(0)).draft())));
        System.out.printf(
                "look at who comes in among %,d: %d µs, read by key %d µs, %.1f times%n",
                CUSTOMERS, look / 1000, read / 1000, (double) look / read);
        assertTrue(look < 50 * read, look + " against " + read);
    }

    private List<Made.Person> fill() {
        Made made = new Made();
        List<Made.Person> twice = new ArrayList<>();
        List<CustomerRules.Checked> piece = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            Made.Person person = made.person(i);
            piece.add(draft(person).checked());
            if (i % EACH == 0) {
                twice.add(person);
                piece.add(draft(made.again(person, 1)).checked());
                i++;
            }
            if (piece.size() >= PIECE || i >= CUSTOMERS - 1) {
                kontor.asSystem(() -> kontor.get(CustomerBulk.class).create(piece, 1));
                piece.clear();
            }
        }
        return twice;
    }

    private static Drafts draft(Made.Person person) {
        Drafts draft = Drafts.person(person.first(), person.last());
        if (person.born().matches("(19\\d\\d|200\\d)(0[1-9]|1[0-2])(0[1-9]|1\\d|2[0-8])")) {
            draft.born(LocalDate.parse(person.born(), DateTimeFormatter.BASIC_ISO_DATE));
        }
        // What was typed again with a mistake need not be an address any more.
        if (person.email().matches("[a-z0-9]+@[a-z0-9]+\\.[a-z]+")) {
            draft.emails(person.email());
        }
        if (person.phone().matches("[0-9]+")) {
            draft.phone(PhoneType.MOBILE, "+" + person.phone());
        }
        return draft;
    }

    private long median(Runnable work) {
        long[] times = new long[400];
        // In one transaction, so that neither pays for a connection.
        kontor.asSystem(() -> {
            for (int i = 0; i < times.length; i++) {
                long start = System.nanoTime();
                work.run();
                times[i] = System.nanoTime() - start;
            }
            return true;
        });
        Arrays.sort(times);
        return times[times.length / 2];
    }
}
