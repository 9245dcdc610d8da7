package org.kontor.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.access.Caller;
import org.kontor.jobs.JobHandler;
import org.kontor.jobs.JobRun;
import org.kontor.shared.AppException;
import org.kontor.shared.PageRequest;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;
import org.kontor.timeline.Timeline;
import org.kontor.timeline.TimelineEntry;

/** Batch actions over a whole list: more than one piece, counted first, resumed after a crash. */
@OnPostgres
class CustomerBatchesTest {

    private static final int MANY = 1_203;

    private TestKontor kontor;
    private Customers customers;
    private CustomerBatches batches;

    @BeforeEach
    void start() {
        kontor = new TestKontor();
        customers = kontor.get(Customers.class);
        batches = kontor.get(CustomerBatches.class);
    }

    @AfterEach
    void stop() {
        kontor.close();
    }

    @Test
    void aTagGoesOnEveryCustomerOfTheListAndTheHistorySaysSo() throws Exception {
        many();
        long other = register(Drafts.business("Other").status(CustomerStatus.CLOSED));
        BatchView dry = run(start(BatchAction.ADD_TAG, "Winter", true));
        assertEquals(BatchState.SUCCEEDED, dry.state());
        assertEquals(MANY, dry.done());
        assertEquals(MANY, dry.changed());
        assertEquals("0", kontor.sql("select count(*) from customer_tag"));

        BatchView done = run(start(BatchAction.ADD_TAG, "Winter", false));
        assertEquals(MANY, done.changed());
        assertEquals(Integer.toString(MANY), kontor.sql("select count(*) from customer_tag"));
        assertEquals(List.of(), view(other).tags());
        long one = Long.parseLong(kontor.sql("select min(id) from customer"));
        assertEquals(2, view(one).version());
        TimelineEntry last = history(one).get(0);
        assertEquals("Winter", last.changes().get("tag").after());
        assertEquals(Long.toString(done.id()), last.details().get("batchId"));

        BatchView again = run(start(BatchAction.ADD_TAG, "winter", false));
        assertEquals(MANY, again.done());
        assertEquals(0, again.changed());
        assertEquals(MANY, run(start(BatchAction.REMOVE_TAG, "Winter", false)).changed());
        assertEquals("0", kontor.sql("select count(*) from customer_tag"));
    }

    /** S4-33: as a batch. */
    @Test
    void statusAndOwnerAreSetWithWhatWasBefore() throws Exception {
        kontor.sql(
                "insert into app_user (id, version, created_at, created_by, updated_at, updated_by, login, display_name,"
                        + " email, password_hash, must_change_password, active, credential_stamp) values"
                        + " (7, 1, now(), 'x', now(), 'x', 'anna', 'Anna', '', '', false, true, 0)");
        long id = register(Drafts.business("One"));
        run(start(BatchAction.SET_BILLING_OWNER, "anna", false));
        assertEquals(Optional.of("anna"), view(id).owners().billingOwner());
        run(start(BatchAction.SET_BILLING_OWNER, "", false));
        assertEquals(Optional.empty(), view(id).owners().billingOwner());
        assertEquals(
                "anna", history(id).get(0).changes().get("owners.billingOwner").before());
        run(start(BatchAction.SET_STATUS, "OPEN", false));
        assertEquals(CustomerStatus.OPEN, view(id).status());
        assertEquals("PENDING", history(id).get(0).changes().get("status").before());
        assertEquals(0, run(start(BatchAction.SET_STATUS, "open", false)).changed());
    }

    /** S4-37, S4-38: as a batch, with the events of one at a time. */
    @Test
    void aWholeListIsArchivedAndComesBack() throws Exception {
        many();
        BatchView counted = run(start(BatchAction.ARCHIVE, "", true));
        assertEquals(MANY, counted.changed());
        assertEquals(MANY, run(start(BatchAction.ARCHIVE, "", false)).changed());
        assertEquals(0, kontor.asSystem(() -> customers.count(CustomerQuery.all(), 10)));
        long one = Long.parseLong(kontor.sql("select min(id) from customer"));
        assertEquals("customer.archived", history(one).get(0).kind());
        assertEquals("true", history(one).get(0).changes().get("archived").after());
        assertEquals(2, view(one).version());
        assertEquals(CustomerStatus.PENDING, view(one).status());

        CustomerQuery archived = new CustomerQuery(
                "", Set.of(), Optional.empty(), Optional.empty(), Optional.of(true), CustomerQuery.Sort.NAME, false);
        BatchView back = run(
                kontor.asSystem(() -> batches.start(new BatchDraft(BatchAction.RESTORE, "ignored"), archived, false)));
        assertEquals(MANY, back.changed());
        assertEquals("", back.value());
        assertEquals("customer.restored", history(one).get(0).kind());
        assertEquals(MANY, kontor.asSystem(() -> customers.count(CustomerQuery.all(), MANY + 1)));
    }

    /** S1-22: of chosen customers, whose list is stored with the batch; whoever is archived meanwhile is still one of them. */
    @Test
    void chosenCustomersAreChangedAndNobodyElse() throws Exception {
        long one = register(Drafts.business("One"));
        long two = register(Drafts.business("Two"));
        register(Drafts.business("Three"));
        CustomerQuery chosen = CustomerQuery.chosen(Set.of(one, two));
        BatchView counted =
                run(kontor.asSystem(() -> batches.start(new BatchDraft(BatchAction.ADD_TAG, "Chosen"), chosen, true)));
        assertEquals(2, counted.changed());
        kontor.sql("update customer set archived = true where id = " + two);
        assertEquals(
                2, run(kontor.asSystem(() -> batches.perform(counted.id()))).changed());
        assertEquals("2", kontor.sql("select count(*) from customer_tag"));
        assertEquals(2, kontor.asSystem(() -> customers.count(chosen, 10)));
    }

    /** S3-43, S3-44: as a batch. */
    @Test
    void aFlagGoesOnWhoeverLacksItAndOffAgain() throws Exception {
        long one = register(Drafts.business("One"));
        long two = register(Drafts.business("Two"));
        BatchView counted = run(start(BatchAction.ADD_FLAG, "behavior: late", true));
        assertEquals(2, counted.changed());
        assertEquals("0", kontor.sql("select count(*) from customer_flag"));
        BatchView done = run(kontor.asSystem(() -> batches.perform(counted.id())));
        assertEquals(2, done.changed());
        assertEquals("Behavior: Late", view(one).flags().get(0).type());
        assertEquals("Behavior: Late", history(two).get(0).changes().get("flag").after());
        assertEquals(
                0, run(start(BatchAction.ADD_FLAG, "Behavior: Late", false)).changed());
        assertEquals(
                2, run(start(BatchAction.REMOVE_FLAG, "Behavior: Late", false)).changed());
        assertEquals(List.of(), view(one).flags());
        assertEquals("Behavior: Late", history(two).get(0).changes().get("flag").before());
        assertEquals("UNKNOWN_VALUE", code(() -> start(BatchAction.ADD_FLAG, "No such type", false)));
    }

    @Test
    void onlyADryRunThatIsOverCanBePerformed() throws Exception {
        BatchView waiting = start(BatchAction.ADD_TAG, "Winter", true);
        for (long id : List.of(
                waiting.id(), run(start(BatchAction.ADD_TAG, "Winter", false)).id())) {
            assertEquals(
                    "NOT_COUNTED",
                    assertThrows(AppException.class, () -> kontor.asSystem(() -> batches.perform(id)))
                            .code());
        }
        assertEquals(
                "BATCH_NOT_FOUND",
                assertThrows(AppException.class, () -> kontor.asSystem(() -> batches.perform(4711)))
                        .code());
    }

    @Test
    void aValueThatDoesNotFitIsRefusedBeforeAnythingStarts() {
        assertEquals("UNKNOWN_VALUE", code(() -> start(BatchAction.SET_STATUS, "ASLEEP", false)));
        assertEquals("UNKNOWN_VALUE", code(() -> start(BatchAction.REMOVE_TAG, "No such tag", false)));
        assertEquals("USER_UNKNOWN", code(() -> start(BatchAction.SET_MANAGER, "nobody", false)));
        assertEquals("0", kontor.sql("select count(*) from customer_batch"));
    }

    @Test
    void aBatchThatWasInterruptedGoesOnAndACancelledOneStops() throws Exception {
        many();
        BatchView batch = start(BatchAction.ADD_TAG, "Twice", false);
        assertThrows(
                IllegalStateException.class, () -> kontor.get(BatchJob.class).run(batch.id(), new Steps(3)));
        assertEquals("500", kontor.sql("select count(*) from customer_tag"));
        BatchView done = run(batch);
        assertEquals(MANY, done.changed());
        assertEquals(MANY, done.done());

        BatchView cancelled = start(BatchAction.ADD_TAG, "Never", false);
        kontor.asSystem(() -> batches.cancel(cancelled.id()));
        assertEquals(BatchState.CANCELLED, run(cancelled).state());
        assertEquals(Integer.toString(MANY), kontor.sql("select count(*) from customer_tag"));
        assertEquals(
                "BATCH_OVER",
                assertThrows(AppException.class, () -> kontor.asSystem(() -> batches.cancel(done.id())))
                        .code());
    }

    @Test
    void theListIsKeptAsItWas() {
        CustomerQuery query = new CustomerQuery(
                "smith",
                Set.of(CustomerStatus.OPEN),
                Optional.of(CustomerClass.BUSINESS),
                Optional.of(AccountType.STANDARD),
                Optional.empty(),
                CustomerQuery.Sort.ID,
                false,
                new CustomerQuery.Marked(
                        Set.of("VIP"),
                        Set.of("Behavior: Late"),
                        Set.of(CustomerHealth.GOOD),
                        Optional.of("anna"),
                        Map.of("region", "North")),
                Optional.of(8L),
                Set.of(4L, 7L),
                CustomerQuery.Facts.ANY,
                new CustomerQuery.Standing(
                        new CustomerQuery.Range(Optional.of(new BigDecimal("0.01")), Optional.empty()),
                        new CustomerQuery.Range(Optional.empty(), Optional.of(new BigDecimal("1000"))),
                        Set.of(CustomerQuery.Portal.INVITED),
                        Set.of("Friendly, then firm"),
                        Set.of(CustomerQuery.Lack.OWNER, CustomerQuery.Lack.PHONE)));
        assertEquals(query, StoredQuery.read(StoredQuery.write(query)));
    }

    private void many() {
        List<CustomerRules.Checked> all = IntStream.range(0, MANY)
                .mapToObj(n -> Drafts.business("Customer " + n).checked())
                .toList();
        kontor.asSystem(() -> kontor.get(CustomerBulk.class).create(all, 1));
    }

    private BatchView start(BatchAction action, String value, boolean dryRun) {
        CustomerQuery pending = new CustomerQuery(
                "",
                Set.of(CustomerStatus.PENDING, CustomerStatus.OPEN),
                Optional.empty(),
                Optional.empty(),
                Optional.of(false),
                CustomerQuery.Sort.NAME,
                false);
        return kontor.asSystem(() -> batches.start(new BatchDraft(action, value), pending, dryRun));
    }

    private BatchView run(BatchView batch) throws Exception {
        assertEquals(JobHandler.Outcome.DONE, kontor.get(BatchJob.class).run(batch.id(), new Steps(Integer.MAX_VALUE)));
        return kontor.asSystem(() -> batches.find(batch.id())).orElseThrow();
    }

    private long register(Drafts draft) {
        return kontor.asSystem(() -> customers.register(draft.draft())).id();
    }

    private CustomerView view(long id) {
        return kontor.asSystem(() -> customers.find(id)).orElseThrow();
    }

    private List<TimelineEntry> history(long id) {
        return kontor.asSystem(() -> kontor.get(Timeline.class).ofCustomer(id, Set.of(), PageRequest.first()))
                .items();
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
}
