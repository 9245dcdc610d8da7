package org.kontor.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.access.Caller;
import org.kontor.customer.CustomerBulk;
import org.kontor.customer.CustomerRules;
import org.kontor.customer.Customers;
import org.kontor.customer.Drafts;
import org.kontor.customer.PhoneType;
import org.kontor.importing.DemoData;
import org.kontor.jobs.JobHandler;
import org.kontor.jobs.JobRun;
import org.kontor.lifecycle.DuplicateDecision.Kind;
import org.kontor.lifecycle.DuplicateSearchView.State;
import org.kontor.shared.AppException;
import org.kontor.shared.PageRequest;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;
import org.kontor.timeline.Timeline;

/** Searches over all customers, the queue, what is remembered, and the look at one customer. */
@OnPostgres
class DuplicateSearchesTest {

    private static final LocalDate BORN = LocalDate.of(1971, 6, 24);

    private TestKontor kontor;
    private DuplicateSearches searches;

    @BeforeEach
    void start() {
        kontor = new TestKontor();
        searches = kontor.get(DuplicateSearches.class);
    }

    @AfterEach
    void stop() {
        kontor.close();
    }

    /** S3-47, S3-48, S3-49, S3-50, S3-51, S3-52. */
    @Test
    void sameBirthdateAndLastNameAreOneGroupWithTheFirstCreatedFirst() throws Exception {
        long first = register(Drafts.person("Wanda", "Smith").born(BORN));
        register(Drafts.person("Wanda", "Smith"));
        register(Drafts.person("Wanda", "Smith"));
        register(Drafts.person("Igor", "Miller").born(BORN));
        long second = register(Drafts.person("W.", " SMITH ").born(BORN));
        long third = register(Drafts.person("Wanda", "smith").born(BORN));

        List<DuplicateGroup> groups = groups(search());
        assertEquals(1, groups.size());
        assertEquals(
                List.of(first, second, third),
                groups.get(0).customers().stream()
                        .map(DuplicateGroup.Member::id)
                        .toList());
        assertEquals(MatchScore.Band.CERTAIN, groups.get(0).band());
        assertEquals(3, groups.get(0).pairs().size());
        assertEquals(
                List.of(first),
                groups.get(0).customers().stream()
                        .map(DuplicateGroup.Member::id)
                        .limit(1)
                        .toList());

        kontor.sql("update customer set birthdate = '1971-06-25', version = version + 1 where id in (" + second + ", "
                + third + ")");
        kontor.sql("update customer set last_name = 'Jones', match_name = 'w. jones' where id = " + third);
        assertTrue(
                groups(search()).stream()
                        .noneMatch(group -> group.pairs().stream().anyMatch(pair -> pair.highId() == third)),
                "change either, and it is found no more");
    }

    /** People and companies of one town who share numbers and streets are not taken for one another. */
    @Test
    void theDemoDataHasNoDuplicates() throws Exception {
        kontor.asSystem(() -> kontor.get(DemoData.class).load());
        assertEquals(List.of(), groups(search()));
    }

    @Test
    void whatIsAlikeInOtherWaysIsLikelyAndSaysWhy() throws Exception {
        long a = register(Drafts.business("Northwind Traders Ltd").emails("office@northwind.example"));
        long b = register(Drafts.business("Northwind Traders").emails("office@northwind.example"));
        register(Drafts.business("Harbour Bakery").emails("hello@harbour.example"));
        DuplicateGroup group = groups(search()).get(0);
        assertEquals(MatchScore.Band.LIKELY, group.band());
        assertEquals(
                List.of(a, b),
                group.customers().stream().map(DuplicateGroup.Member::id).toList());
        assertEquals(
                Set.of("email", "companyName"),
                Set.copyOf(group.reasons().stream().map(MatchReason::field).toList()));
        assertTrue(group.score() > 0.9, group::toString);
    }

    @Test
    void manyMadeUpPeopleAreFoundInPiecesAlsoWhenTheNodeDiesInBetween() throws Exception {
        Made made = new Made();
        List<CustomerRules.Checked> all = new ArrayList<>();
        for (int i = 0; i < 6_000; i++) {
            Made.Person person = made.person(i);
            all.add(Drafts.person(person.first(), person.last())
                    .born(LocalDate.of(1930, 1, 1).plusDays(i * 5L))
                    .checked());
        }
        for (int i = 0; i < 40; i++) {
            Made.Person person = made.person(i);
            Drafts draft = Drafts.business(person.last() + " " + person.city())
                    .emails(person.last() + "@" + person.city() + ".example");
            all.add(draft.checked());
            all.add(draft.checked());
        }
        kontor.asSystem(() -> kontor.get(CustomerBulk.class).create(all, 1));
        DuplicateSearchView view = kontor.asSystem(searches::start);
        assertEquals(all.size(), view.total());
        for (int transactions = 3; ; transactions += 2) {
            try {
                assertEquals(
                        JobHandler.Outcome.DONE,
                        kontor.get(DuplicateSearchJob.class).run(view.id(), new Steps(transactions)));
                break;
            } catch (IllegalStateException died) {
                assertTrue(transactions < 40, "it does not get on");
            }
        }
        DuplicateSearchView done = find(view.id());
        assertEquals(State.SUCCEEDED, done.state());
        assertEquals(40, done.found());
        assertEquals(
                "0 0",
                kontor.sql(
                        "select (select count(*) from duplicate_key) || ' ' || (select count(*) from duplicate_candidate)"));
        PageRequest piece = new PageRequest(25, Optional.empty());
        var page = kontor.asSystem(() -> searches.groups(view.id(), Optional.empty(), piece));
        assertEquals(25, page.items().size());
        assertEquals(
                15,
                kontor.asSystem(() ->
                                searches.groups(view.id(), Optional.empty(), new PageRequest(25, page.nextCursor())))
                        .items()
                        .size());
    }

    @Test
    void whatIsNoDuplicateIsNeverShownAgainAndWhatIsForLaterComesBack() throws Exception {
        long a = register(Drafts.person("Wanda", "Rook").born(BORN));
        long b = register(Drafts.person("Wanda", "Rook").born(BORN));
        long search = search();
        decide(search, Kind.LATER, Optional.of(today().plusDays(3)), a, b);
        assertEquals(List.of(), groups(search));
        kontor.clock().advance(java.time.Duration.ofDays(4));
        assertEquals(1, groups(search).size());
        decide(search, Kind.NOT_DUPLICATE, Optional.empty(), b, a);
        assertEquals(List.of(), groups(search));
        assertEquals(List.of(), groups(search()), "a new search remembers");
        assertEquals(
                List.of(), kontor.asSystem(() -> kontor.get(Duplicates.class).of(a)));
        for (long id : List.of(a, b)) {
            assertTrue(
                    kontor
                            .asSystem(() -> kontor.get(Timeline.class).ofCustomer(id, Set.of(), PageRequest.first()))
                            .items()
                            .stream()
                            .anyMatch(entry -> entry.kind().equals("customer.not-duplicate")),
                    "the history of each says so");
        }
        assertEquals("1", kontor.sql("select count(*) from access_event where kind = 'duplicate.dismissed'"));
    }

    @Test
    void decisionsThatMakeNoSenseAreRefusedWithTheField() throws Exception {
        long a = register(Drafts.person("Wanda", "Rook"));
        long b = register(Drafts.person("Igor", "Rook"));
        long search = search();
        assertEquals("SIZE", code(() -> decide(search, Kind.NOT_DUPLICATE, Optional.empty(), a, a)));
        assertEquals("DATE_PAST", code(() -> decide(search, Kind.LATER, Optional.of(today()), a, b)));
        assertEquals("DATE_PAST", code(() -> decide(search, Kind.LATER, Optional.empty(), a, b)));
        assertThrows(AppException.class, () -> decide(search, Kind.NOT_DUPLICATE, Optional.empty(), a, 999_999));
        assertThrows(AppException.class, () -> decide(search + 1, Kind.NOT_DUPLICATE, Optional.empty(), a, b));
        assertEquals("0", kontor.sql("select count(*) from duplicate_decision"));
    }

    @Test
    void oneSearchAtATimeAndACancelledOneMakesRoom() throws Exception {
        DuplicateSearchView running = kontor.asSystem(searches::start);
        assertThrows(AppException.class, () -> kontor.asSystem(searches::start));
        assertEquals(
                State.CANCELLED,
                kontor.asSystem(() -> searches.cancel(running.id())).state());
        assertThrows(AppException.class, () -> kontor.asSystem(() -> searches.cancel(running.id())));
        assertEquals(
                JobHandler.Outcome.DONE, kontor.get(DuplicateSearchJob.class).run(running.id(), new Steps(99)));
        assertEquals(State.CANCELLED, find(running.id()).state());
        search();
        assertEquals(Optional.empty(), kontor.asSystem(() -> searches.find(running.id())), "replaced");
    }

    /** S3-54. */
    @Test
    void oneCustomerIsComparedWithThoseWhoShareSomething() {
        long wanda = register(Drafts.person("Wanda", "Rook").born(BORN).emails("Wanda@Rook.example"));
        long typed = register(Drafts.person("Wnada", "Rook").born(BORN));
        long moved = register(
                Drafts.person("Wanda", "Miller").emails("wanda@rook.example").born(BORN));
        register(Drafts.person("Igor", "Halvor").born(BORN));
        Duplicates duplicates = kontor.get(Duplicates.class);
        List<DuplicateView> found = kontor.asSystem(() -> duplicates.of(wanda));
        assertEquals(
                List.of(typed, moved),
                found.stream().map(DuplicateView::customerId).toList());
        assertEquals(MatchScore.Band.CERTAIN, found.get(0).band());
        assertEquals(MatchScore.Band.LIKELY, found.get(1).band());
    }

    @Test
    void whoIsBeingEnteredIsComparedCompleteOrNotAndNothingIsWritten() {
        long wanda = register(Drafts.person("Wanda", "Rook")
                .born(BORN)
                .phone(PhoneType.MOBILE, "+13035550102")
                .externalId("stripe", "customer", "cus_1"));
        assertEquals(List.of(wanda), check(Drafts.person("Wanda", "Rook").phone(PhoneType.HOME, "+1 303 555 0102")));
        assertEquals(List.of(wanda), check(Drafts.person("", "Rook").born(BORN)));
        assertEquals(List.of(wanda), check(Drafts.person("W", "").externalId("stripe", "customer", "cus_1")));
        assertEquals(List.of(), check(Drafts.person("Wanda", "Halvor")));
        assertEquals(List.of(), check(Drafts.person("", "")));
        assertEquals("1", kontor.sql("select count(*) from customer"));
    }

    /** S4-66: who sees own customers alone is not told of others. */
    @Test
    void whoDoesNotSeeACustomerIsNotToldOfIt() {
        register(Drafts.person("Wanda", "Rook").born(BORN));
        Caller limited = new Caller(99, "own", Set.of("read:customer"), org.kontor.access.RowScope.OWN);
        assertEquals(
                List.of(),
                kontor.as(
                        limited,
                        () -> kontor.get(Duplicates.class)
                                .check(Drafts.person("Wanda", "Rook").born(BORN).draft())));
    }

    private List<Long> check(Drafts draft) {
        return kontor.asSystem(() -> kontor.get(Duplicates.class).check(draft.draft())).stream()
                .map(DuplicateView::customerId)
                .toList();
    }

    private long search() throws Exception {
        DuplicateSearchView view = kontor.asSystem(searches::start);
        assertEquals(
                JobHandler.Outcome.DONE,
                kontor.get(DuplicateSearchJob.class).run(view.id(), new Steps(Integer.MAX_VALUE)));
        assertEquals(State.SUCCEEDED, find(view.id()).state());
        return view.id();
    }

    private DuplicateSearchView find(long id) {
        return kontor.asSystem(() -> searches.find(id)).orElseThrow();
    }

    private List<DuplicateGroup> groups(long search) {
        return kontor.asSystem(() -> searches.groups(search, Optional.empty(), PageRequest.first()))
                .items();
    }

    private boolean decide(long search, Kind kind, Optional<LocalDate> until, long... ids) {
        return kontor.asSystem(() -> {
            searches.decide(
                    search,
                    new DuplicateDecision(java.util.Arrays.stream(ids).boxed().toList(), kind, until));
            return true;
        });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(kontor.clock().instant(), java.time.ZoneOffset.UTC);
    }

    private long register(Drafts draft) {
        return kontor.asSystem(() -> kontor.get(Customers.class).register(draft.draft()))
                .id();
    }

    private String code(Callable<?> work) {
        return assertThrows(AppException.class, work::call).errors().get(0).code();
    }

    /** Runs the pieces here; dies when it has begun as many transactions as it may. */
    private final class Steps implements JobRun {

        private int left;

        Steps(int transactions) {
            left = transactions;
        }

        @Override
        public boolean stopping() {
            return false;
        }

        @Override
        public <T> T inTransaction(Caller caller, Callable<T> work) {
            return kontor.as(caller, () -> {
                T result = work.call();
                if (left-- <= 0) {
                    throw new IllegalStateException("died before the commit");
                }
                return result;
            });
        }

        @Override
        public Executor background() {
            return Runnable::run;
        }
    }

    /** What an import adds to the pairs that wait is compared, also when its turn in the order of the keys is over; none twice. */
    @Test
    void whatComesWhileASearchRunsIsCompared() {
        long first = register(Drafts.person("Wanda", "Smith").born(BORN));
        long second = register(Drafts.person("Wanda", "Smith").born(BORN));
        long third = register(Drafts.person("Igor", "Miller").born(BORN));
        long fourth = register(Drafts.person("Igor", "Miller").born(BORN));
        long search = kontor.asSystem(searches::start).id();
        DuplicateSearchPieces pieces = kontor.get(DuplicateSearchPieces.class);
        kontor.asSystem(() -> pieces.begin(search));
        while (find(search).found() == 0) {
            assertTrue(kontor.asSystem(() -> pieces.next(search)));
        }
        assertEquals(DuplicateSearchView.Step.COMPARE, find(search).step());
        kontor.sql("delete from duplicate_pair where low_id = " + third);
        kontor.sql("insert into duplicate_candidate (search_id, key, low_id, high_id) values (" + search
                + ", -9000000000000000000, " + third + ", " + fourth + "), (" + search + ", 7, " + first + ", " + second
                + ")");
        while (kontor.asSystem(() -> pieces.next(search))) {
            assertEquals(State.RUNNING, find(search).state());
        }
        assertEquals(State.SUCCEEDED, find(search).state());
        assertEquals(
                first + " " + second + "," + third + " " + fourth,
                kontor.sql("select string_agg(low_id || ' ' || high_id, ',' order by low_id) from duplicate_pair"));
    }

    /** The rarest keys come first: those of many are left out when there would be too many pairs, and two always meet. */
    @Test
    void thereAreNoMorePairsThanWanted() {
        SortedMap<Integer, Long> keys = new TreeMap<>(Map.of(2, 10L, 3, 5L, 10, 2L, 50, 1L));
        assertEquals(50, DuplicateSearchPieces.rarest(keys, 1_340));
        assertEquals(10, DuplicateSearchPieces.rarest(keys, 1_339));
        assertEquals(3, DuplicateSearchPieces.rarest(keys, 25));
        assertEquals(2, DuplicateSearchPieces.rarest(keys, 9));
        assertEquals(2, DuplicateSearchPieces.rarest(new TreeMap<>(), 9));
    }
}
