package org.kontor.receivable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.kontor.access.Caller;
import org.kontor.access.RowScope;
import org.kontor.customer.Drafts;
import org.kontor.shared.AppException;
import org.kontor.shared.CustomersRemoved;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.PageRequest;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

/** After every test the ledger is proved. */
@OnPostgres
class LedgerTest {

    private TestKontor kontor;
    private LedgerDesk desk;
    private long customer;

    @BeforeEach
    void start() {
        kontor = new TestKontor();
        desk = new LedgerDesk(kontor);
        customer = desk.customer("Acme");
    }

    @AfterEach
    void prove() {
        ProofView proof = desk.proof();
        kontor.close();
        assertTrue(proof.holds(), proof::toString);
    }

    @Test
    void aDraftIsChangedIssuedAndThenFrozen() {
        InvoiceView draft = kontor.asSystem(() -> desk.invoices.create(
                DocumentKind.INVOICE,
                LedgerDesk.draft(
                        customer,
                        InvoiceStatus.DRAFT,
                        LocalDate.parse("2026-11-01"),
                        LocalDate.parse("2026-12-01"),
                        "10.00")));
        assertEquals("", draft.number());
        assertEquals(InvoiceStatus.DRAFT, draft.status());
        assertEquals("0.00", draft.balance().toPlainString());

        InvoiceView changed = kontor.asSystem(() -> desk.invoices.revise(
                DocumentKind.INVOICE,
                draft.id(),
                draft.version(),
                LedgerDesk.draft(customer, InvoiceStatus.DRAFT, draft.issueDate(), draft.dueDate(), "10.00", "20.50")));
        InvoiceView issued = kontor.asSystem(() -> desk.invoices.issue(DocumentKind.INVOICE, draft.id()));

        assertEquals("30.50", changed.total().toPlainString());
        assertEquals("INV-000001", issued.number());
        assertEquals(InvoiceStatus.OPEN, issued.status());
        assertEquals("30.50", issued.balance().toPlainString());
        assertEquals("Acme", issued.billTo().orElseThrow().name());
        assertEquals(issued.contentHash(), ContentHash.of(issued));
        assertNotEquals(draft.version(), changed.version());
        assertEquals("ISSUED", code(() -> desk.invoices.issue(DocumentKind.INVOICE, draft.id())));
        assertEquals("ISSUED", code(() -> desk.invoices.discard(DocumentKind.INVOICE, draft.id())));
        assertEquals("STALE_VERSION", code(() -> {
            InvoiceView other = kontor.asSystem(() -> desk.invoices.create(
                    DocumentKind.INVOICE,
                    LedgerDesk.draft(customer, InvoiceStatus.DRAFT, draft.issueDate(), draft.dueDate(), "1.00")));
            desk.invoices.revise(DocumentKind.INVOICE, other.id(), 99, other.toDraft());
        }));
        for (String sql : List.of(
                "update invoice set total = total + 1, subtotal = subtotal + 1 where id = " + draft.id(),
                "update invoice set bill_to = '' where id = " + draft.id(),
                "update invoice_line set description = 'Other' where invoice_id = " + draft.id(),
                "delete from invoice where id = " + draft.id(),
                "update item_movement set amount = 0",
                "delete from posting",
                "update open_item set amount = 1")) {
            assertThrows(IllegalStateException.class, () -> kontor.sql(sql), sql);
        }
    }

    /** Which comes from the statement that issues it. */
    @Test
    void whatIssuingAnswersIsWhatIsThere() {
        LocalDate day = LocalDate.parse("2026-11-01");
        for (DocumentKind kind : DocumentKind.values()) {
            for (String price : List.of("10.005", "0")) {
                for (LocalDate due : List.of(day, day.plusDays(90))) {
                    InvoiceView made = kontor.asSystem(() -> desk.invoices.create(
                            kind, LedgerDesk.draft(customer, InvoiceStatus.OPEN, day, due, price, "1.5")));
                    assertEquals(desk.see(made), made);
                }
            }
            InvoiceView draft = kontor.asSystem(() ->
                    desk.invoices.create(kind, LedgerDesk.draft(customer, InvoiceStatus.DRAFT, day, day, "3.10")));
            assertEquals(desk.see(draft), draft);
            InvoiceView issued = kontor.asSystem(() -> desk.invoices.issue(kind, draft.id()));
            assertEquals(desk.see(issued), issued);
            InvoiceView other = kontor.asSystem(() ->
                    desk.invoices.create(kind, LedgerDesk.draft(customer, InvoiceStatus.DRAFT, day, day, "3.10")));
            InvoiceView revised = kontor.asSystem(() -> desk.invoices.revise(
                    kind,
                    other.id(),
                    other.version(),
                    LedgerDesk.draft(customer, InvoiceStatus.OPEN, day, day, "4", "5")));
            assertEquals(desk.see(revised), revised);
        }
    }

    @Test
    void numbersHaveNoGapsEvenWhenATransactionFails() {
        desk.invoice(customer, "2026-11-01", "1");
        assertThrows(
                IllegalStateException.class,
                () -> kontor.asSystem(() -> {
                    desk.invoice(customer, "2026-11-01", "1");
                    throw new IllegalStateException("crash");
                }));
        assertEquals("INV-000002", desk.invoice(customer, "2026-11-01", "1").number());
        InvoiceView given = kontor.asSystem(() -> desk.invoices.create(DocumentKind.INVOICE, numbered("INV-000003")));
        assertEquals("INV-000003", given.number());
        assertEquals("INV-000004", desk.invoice(customer, "2026-11-01", "1").number());
        assertEquals("NUMBER_TAKEN", code(() -> desk.invoices.create(DocumentKind.INVOICE, numbered("INV-000003"))));
        kontor.sql("update company_setting set choices = '{\"duplicateInvoiceNumbers\": \"true\"}'");
        assertEquals(
                "INV-000003",
                kontor.asSystem(() -> desk.invoices.create(DocumentKind.INVOICE, numbered("INV-000003")))
                        .number());
    }

    private InvoiceDraft numbered(String number) {
        InvoiceDraft draft = LedgerDesk.draft(
                customer, InvoiceStatus.OPEN, LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-01"), "1");
        return new InvoiceDraft(
                customer,
                draft.status(),
                number,
                "",
                draft.issueDate(),
                draft.dueDate(),
                "",
                "",
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                draft.lines());
    }

    /** Every state that is worked out, S4-54, S4-68: buckets add up to what is outstanding. */
    @Test
    void statesAndBucketsFollowFromWhatHappens_S4_48_S4_54_S4_68() {
        InvoiceView old = desk.invoice(customer, "2026-08-01", "100");
        InvoiceView late = desk.invoice(customer, "2026-10-01", "50");
        InvoiceView fresh = desk.invoice(customer, "2026-11-10", "30");
        assertEquals(InvoiceStatus.PAST_DUE, old.status());
        PaymentView payment = desk.pay(customer, "2026-11-20", "120", AllocationPolicy.OLDEST_DUE_FIRST);

        assertEquals(InvoiceStatus.PAID, desk.see(old).status());
        assertEquals("30.00", desk.see(late).balance().toPlainString());
        assertEquals(InvoiceStatus.PAST_DUE, desk.see(late).status());
        AccountView account = desk.account(customer);
        assertEquals("60.00", account.outstanding().toPlainString());
        assertEquals("30.00", account.pastDue().toPlainString());
        assertEquals("30.00", account.buckets().d1to30().toPlainString());
        assertEquals("30.00", account.buckets().current().toPlainString());
        assertEquals(2, account.openItems());
        desk.pay(customer, "2026-11-19", "5", AllocationPolicy.NONE);
        assertEquals("5.00", desk.account(customer).unapplied().toPlainString());
        assertEquals("55.00", desk.account(customer).balance().toPlainString());
        long nothing = desk.customer("Owes nothing");
        assertEquals(
                Map.of(
                        customer,
                        List.of(new ListBalance(
                                account.currency(),
                                new BigDecimal("55.00"),
                                new BigDecimal("30.00"),
                                account.buckets()))),
                kontor.asSystem(() -> desk.accounts.inList(List.of(customer, nothing))));
        assertEquals(
                Map.of(
                        customer,
                        new ListPayment(LocalDate.parse("2026-11-20"), new BigDecimal("120.00"), account.currency())),
                kontor.asSystem(() -> desk.accounts.lastPayments(List.of(customer, nothing))));
        assertEquals(
                Map.of(),
                kontor.as(
                        new Caller(99, "limited", Set.of("read:receivable"), RowScope.OWN),
                        () -> desk.accounts.inList(List.of(customer))));
        assertEquals(
                Map.of(),
                kontor.as(
                        new Caller(99, "limited", Set.of("read:receivable"), RowScope.OWN),
                        () -> desk.accounts.lastPayments(List.of(customer))));
        assertEquals(
                payment.id(),
                kontor.asSystem(() -> desk.accounts.summary(customer))
                        .lastPayment()
                        .orElseThrow()
                        .id());
        desk.pay(customer, "2026-11-20", "10", AllocationPolicy.MANUAL, LedgerDesk.to(fresh.id(), "10"));
        assertEquals(InvoiceStatus.PARTIALLY_PAID, desk.see(fresh).status());
        kontor.asSystem(() -> desk.actions.writeOff(late.id(), Optional.empty(), Optional.empty(), "Bankrupt"));
        assertEquals(InvoiceStatus.WRITTEN_OFF, desk.see(late).status());
        assertEquals("30.0000", kontor.sql("select sum(amount) from journal_line where account = 'BAD_DEBT'"));
        kontor.asSystem(
                () -> desk.actions.voidIt(DocumentKind.INVOICE, fresh.id(), Optional.empty(), "Wrong customer"));
        assertEquals(InvoiceStatus.VOID, desk.see(fresh).status());
        assertEquals("0.00", desk.account(customer).outstanding().toPlainString());
        assertEquals("15.00", desk.account(customer).unapplied().toPlainString());
        assertEquals(
                "VOID", code(() -> desk.actions.voidIt(DocumentKind.INVOICE, fresh.id(), Optional.empty(), "Again")));
    }

    @Test
    void theLegalOrderSettlesCostsBeforeInterestBeforePrincipal() {
        OpeningBalances opening = kontor.get(OpeningBalances.class);
        long principal = opening(opening, "100", ItemComponent.PRINCIPAL, "2026-01-01");
        long interest = opening(opening, "10", ItemComponent.INTEREST, "2026-06-01");
        long costs = opening(opening, "5", ItemComponent.COSTS, "2026-07-01");

        desk.pay(customer, "2026-11-20", "20", AllocationPolicy.LEGAL_ORDER);

        assertEquals("0.0000", open(costs));
        assertEquals("0.0000", open(interest));
        assertEquals("95.0000", open(principal));
        assertEquals("LEGAL_ORDER", kontor.sql("select distinct rule from application"));
    }

    private long opening(OpeningBalances service, String amount, ItemComponent component, String day) {
        return kontor.asSystem(() -> service.post(new OpeningBalanceDraft(
                        customer,
                        Optional.of(new BigDecimal(amount)),
                        "",
                        Optional.of(LocalDate.parse(day)),
                        Optional.empty(),
                        Optional.of(component),
                        "",
                        "From before")))
                .id();
    }

    private String open(long item) {
        return kontor.sql("select open_amount from open_item where id = " + item);
    }

    /** S4-69 to S4-73 and X-25: all three policies, and what is refused. */
    @Test
    void aCreditLowersTheBalanceAndAnInvoiceOnlyWhenApplied_S4_69_S4_72_S4_73() {
        InvoiceView one = desk.invoice(customer, "2026-09-01", "100");
        InvoiceView two = desk.invoice(customer, "2026-10-01", "100");

        CreditView off = desk.credit(customer, "10", Optional.of(CreditPolicy.OFF), Optional.empty());
        assertEquals("100.00", desk.see(one).balance().toPlainString());
        assertEquals("190.00", desk.account(customer).balance().toPlainString());
        assertEquals("Goodwill", off.description());
        assertEquals("10.00", off.remainder().toPlainString());

        CreditView byDefault = desk.credit(customer, "30", Optional.empty(), Optional.empty());
        assertEquals("70.00", desk.see(one).balance().toPlainString());
        assertEquals("0.00", byDefault.remainder().toPlainString());

        desk.credit(customer, "130", Optional.empty(), Optional.of(two.id()));
        assertEquals(InvoiceStatus.PAID, desk.see(two).status());
        assertEquals("40.00", desk.account(customer).unapplied().toPlainString());
        assertEquals(
                "CHOSEN CREDIT_POLICY",
                kontor.sql("select string_agg(distinct rule, ' ' order by rule) from application"));
    }

    /** S4-70, S4-71. */
    @Test
    void theAmountOfACreditIsRequiredPositiveAndInTheDecimalsOfTheAccount_S4_70_S4_71() {
        for (String bad : List.of("-1", "0", "1.001", "999999999999")) {
            assertEquals(
                    ErrorKind.INVALID,
                    refusal(() -> desk.credit(customer, bad, Optional.empty(), Optional.empty()))
                            .kind());
        }
        AppException none = refusal(() -> desk.credits.add(new CreditDraft(
                customer, Optional.empty(), "", "", Optional.empty(), Optional.empty(), Optional.empty())));
        assertEquals("REQUIRED", none.errors().get(0).code());
        assertEquals("amount", none.errors().get(0).field());
        AppException foreign = refusal(() -> desk.credits.add(new CreditDraft(
                customer,
                Optional.of(BigDecimal.ONE),
                "JPY",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty())));
        assertEquals("CURRENCY_NOT_OF_ACCOUNT", foreign.errors().get(0).code());
        long yen = desk.customer(Drafts.business("Yen").currency("JPY"));
        assertEquals(
                "TOO_MANY_DECIMALS",
                refusal(() -> desk.credit(yen, "1.5", Optional.empty(), Optional.empty()))
                        .errors()
                        .get(0)
                        .code());
    }

    @Test
    void nothingIsAppliedBeyondWhatIsThere_S4_74() {
        InvoiceView invoice = desk.invoice(customer, "2026-11-01", "100");
        PaymentView payment = desk.pay(customer, "2026-11-10", "60", AllocationPolicy.NONE);

        assertEquals("MORE_THAN_REMAINS", field(() -> desk.apply(payment.id(), LedgerDesk.to(invoice.id(), "60.01"))));
        desk.apply(payment.id(), LedgerDesk.to(invoice.id(), "60"));
        PaymentView more = desk.pay(customer, "2026-11-10", "60", AllocationPolicy.NONE);
        assertEquals("MORE_THAN_OPEN", field(() -> desk.apply(more.id(), LedgerDesk.to(invoice.id(), "41"))));
        assertEquals("ITEM_UNKNOWN", field(() -> desk.apply(more.id(), LedgerDesk.to(4711, "1"))));
        assertEquals("NOTHING_LEFT", code(() -> desk.apply(payment.id(), LedgerDesk.to(invoice.id(), "1"))));
        InvoiceView stranger = desk.invoice(desk.customer("Other"), "2026-11-01", "5");
        assertEquals("ITEM_UNKNOWN", field(() -> desk.apply(more.id(), LedgerDesk.to(stranger.id(), "1"))));
        // Behind the back of the services the database refuses as well.
        assertThrows(
                IllegalStateException.class,
                () -> kontor.sql("update open_item set open_amount = -1 where id = " + invoice.id()));
    }

    /** An application with a day in the past must not take what a later one has taken already. */
    @Test
    void asOfAnyDayNothingIsAppliedTwice_S4_74() {
        InvoiceView invoice = desk.invoice(customer, "2026-10-01", "100");
        PaymentView payment = desk.pay(customer, "2026-10-05", "100", AllocationPolicy.NONE);
        AppliedView applied = apply(payment, invoice, "2026-10-10");
        kontor.asSystem(
                () -> desk.applications.reverse(applied.id(), Optional.of(LocalDate.parse("2026-10-20")), "Mistake"));

        assertEquals("MORE_THAN_OPEN", field(() -> apply(payment, invoice, "2026-10-15")));
        assertEquals("100.00", apply(payment, invoice, "2026-10-20").applied().toPlainString());
    }

    private AppliedView apply(PaymentView payment, InvoiceView invoice, String day) {
        return kontor.asSystem(() -> desk.applications.apply(new ApplicationDraft(
                payment.id(),
                Optional.of(LocalDate.parse(day)),
                Optional.empty(),
                List.of(LedgerDesk.to(invoice.id(), "100")))));
    }

    @Test
    void anApplicationIsCounteredNotChangedAndTheInvoiceIsAdjusted() {
        InvoiceView invoice = desk.invoice(customer, "2026-11-01", "100");
        PaymentView payment = desk.pay(customer, "2026-11-10", "100", AllocationPolicy.OLDEST_DUE_FIRST);
        long application = Long.parseLong(kontor.sql("select id from application"));

        ApplicationView counter =
                kontor.asSystem(() -> desk.applications.reverse(application, Optional.empty(), "Bounced"));

        assertEquals(Optional.of(application), counter.reverses());
        assertEquals("100.00", desk.see(invoice).balance().toPlainString());
        assertEquals("100.00", desk.see(payment).unapplied().toPlainString());
        List<AdjustmentView> adjustments = kontor.asSystem(() -> desk.actions.adjustments(invoice.id()));
        assertEquals(
                List.of("100.00"),
                adjustments.stream().map(a -> a.amount().toPlainString()).toList());
        assertEquals("TAKEN_BACK", code(() -> desk.applications.reverse(application, Optional.empty(), "Again")));
        assertEquals("TAKEN_BACK", code(() -> desk.applications.reverse(counter.id(), Optional.empty(), "Again")));
        assertEquals("REQUIRED", field(() -> desk.applications.reverse(application, Optional.empty(), " ")));
    }

    @Test
    void aRefundTakesWhatIsUnappliedAndReopensWhatMustBe() {
        InvoiceView invoice = desk.invoice(customer, "2026-11-01", "100");
        PaymentView payment = desk.pay(customer, "2026-11-10", "120", AllocationPolicy.OLDEST_DUE_FIRST);

        assertEquals("MORE_THAN_REMAINS", field(() -> refund(payment, "50", false)));
        refund(payment, "20", false);
        assertEquals(InvoiceStatus.PAID, desk.see(invoice).status());
        refund(payment, "30", true);

        assertEquals("30.00", desk.see(invoice).balance().toPlainString());
        assertEquals("50.00", desk.see(payment).refunded().toPlainString());
        assertEquals(
                "30.00",
                kontor.asSystem(() -> desk.actions.adjustments(invoice.id()))
                        .get(0)
                        .amount()
                        .toPlainString());
        assertEquals("REFUNDED", code(() -> desk.payments.voidIt(payment.id(), Optional.empty(), "Did not arrive")));
        assertEquals("70.0000", kontor.sql("select sum(amount) from journal_line where account = 'CASH'"));
    }

    private RefundView refund(PaymentView payment, String amount, boolean reopen) {
        return kontor.asSystem(() -> desk.refunds.record(new RefundDraft(
                payment.id(),
                Optional.of(new BigDecimal(amount)),
                Optional.empty(),
                Optional.empty(),
                "",
                "Overpaid",
                reopen)));
    }

    @Test
    void aLockedPeriodRefusesUnlessOneMay() {
        kontor.sql(
                "insert into receivable_setting values (1, 1, now(), '', now(), '', '2026-10-31', 14, '', 'LINE', false,"
                        + " 'OLDEST_DUE_FIRST')");
        Caller clerk = new Caller(7, "clerk", Set.of("write:receivable", "read:receivable"));
        LocalDate locked = LocalDate.parse("2026-10-31");

        AppException refused = assertThrows(
                AppException.class,
                () -> kontor.as(
                        clerk,
                        () -> desk.invoices.create(
                                DocumentKind.INVOICE,
                                LedgerDesk.draft(customer, InvoiceStatus.OPEN, locked, locked, "1"))));

        assertEquals("PERIOD_LOCKED", refused.errors().get(0).code());
        assertEquals("issueDate", refused.errors().get(0).field());
        desk.invoice(customer, "2026-10-31", "1");
        assertEquals("1", kontor.sql("select count(*) from access_event where kind = 'locked-period.posted'"));
        kontor.as(
                clerk,
                () -> desk.invoices.create(
                        DocumentKind.INVOICE,
                        LedgerDesk.draft(customer, InvoiceStatus.OPEN, locked.plusDays(1), locked.plusDays(1), "1")));
    }

    @Test
    void moneyOfAParentSettlesTheInvoicesOfItsTreeInOneStatement() {
        long parent = desk.customer(Drafts.business("Parent").parent());
        long child = desk.customer(Drafts.business("Child").childOf(parent));
        AllocationLine[] lines = new AllocationLine[1_000];
        kontor.asSystem(() -> {
            for (int i = 0; i < lines.length; i++) {
                lines[i] = LedgerDesk.to(
                        desk.invoice(i % 2 == 0 ? parent : child, "2026-11-01", "2")
                                .id(),
                        "2");
            }
            return 0;
        });

        PaymentView payment = desk.pay(parent, "2026-11-20", "2000", AllocationPolicy.INSTRUCTION, lines);

        assertEquals("0.00", payment.unapplied().toPlainString());
        assertEquals("1000", kontor.sql("select count(*) from application where rule = 'INSTRUCTION'"));
        assertEquals("2", kontor.sql("select count(distinct posting_id) + 1 from application"));
        assertEquals(
                List.of(), kontor.asSystem(() -> desk.accounts.summary(child)).accounts());
    }

    /** "As of 31 March, as known on 2 April" is one pass over the movements. */
    @Test
    void theLedgerTellsWhatWasOwedOnADayAsKnownAtAnInstant() {
        desk.invoice(customer, "2026-10-01", "100");
        String before = kontor.clock().instant().toString();
        kontor.clock().advance(Duration.ofDays(1));
        desk.pay(customer, "2026-10-20", "40", AllocationPolicy.OLDEST_DUE_FIRST);

        String sum = "select coalesce(sum(amount), 0) from item_movement where direction = 1 and effective_date <= ";
        assertEquals("100.0000", kontor.sql(sum + "'2026-10-19'"));
        assertEquals("60.0000", kontor.sql(sum + "'2026-10-20'"));
        assertEquals("100.0000", kontor.sql(sum + "'2026-10-20' and recorded_at <= '" + before + "'"));
    }

    /** S4-131. */
    @Test
    void transactionsHaveARunningBalance_S4_131() {
        desk.invoice(customer, "2026-10-01", "100");
        desk.pay(customer, "2026-10-20", "40", AllocationPolicy.OLDEST_DUE_FIRST);
        desk.creditMemo(customer, "2026-10-25", "10");

        List<TransactionView> all = transactions(TransactionQuery.ALL);
        assertEquals(
                List.of("50.00", "60.00", "100.00"),
                all.stream().map(t -> t.balance().toPlainString()).toList());
        List<TransactionView> payments =
                transactions(new TransactionQuery(Set.of(ItemKind.PAYMENT), false, Optional.empty(), Optional.empty()));
        assertEquals(
                List.of("60.00"),
                payments.stream().map(t -> t.balance().toPlainString()).toList());
    }

    private List<TransactionView> transactions(TransactionQuery query) {
        return kontor.asSystem(() -> desk.accounts.transactions(customer, query, PageRequest.first()))
                .items();
    }

    @Test
    void aDisputeHasAReasonAndEnds() {
        InvoiceView invoice = desk.invoice(customer, "2026-11-01", "100");

        InvoiceView disputed = kontor.asSystem(() -> desk.actions.dispute(invoice.id(), "Never delivered"));

        assertTrue(disputed.disputed());
        assertEquals("Never delivered", disputed.disputeReason());
        assertEquals(
                1,
                kontor.asSystem(() -> desk.invoices.list(
                                DocumentKind.INVOICE,
                                new InvoiceQuery(
                                        Optional.empty(),
                                        Set.of(InvoiceStatus.OPEN),
                                        "",
                                        Optional.of(true),
                                        Optional.empty(),
                                        Optional.empty()),
                                PageRequest.first()))
                        .items()
                        .size());
        assertEquals(
                false, kontor.asSystem(() -> desk.actions.resolve(invoice.id())).disputed());
        assertEquals("NOT_DISPUTED", code(() -> desk.actions.resolve(invoice.id())));
    }

    @Test
    void whoSeesOwnCustomersSeesTheirLedgerAlone() {
        InvoiceView invoice = desk.invoice(customer, "2026-11-01", "100");
        PaymentView payment = desk.pay(customer, "2026-11-20", "5", AllocationPolicy.NONE);
        Caller limited = new Caller(99, "limited", Set.of("read:receivable", "write:receivable"), RowScope.OWN);

        assertEquals(
                Optional.empty(), kontor.as(limited, () -> desk.invoices.find(DocumentKind.INVOICE, invoice.id())));
        assertEquals(Optional.empty(), kontor.as(limited, () -> desk.payments.find(payment.id())));
        assertThrows(AppException.class, () -> kontor.as(limited, () -> desk.accounts.summary(customer)));
        assertThrows(
                AppException.class,
                () -> kontor.as(limited, () -> desk.payments.voidIt(payment.id(), Optional.empty(), "x")));
        assertEquals(
                0,
                kontor.as(
                                limited,
                                () -> desk.payments.list(
                                        new HeldQuery(Optional.empty(), false, ""), PageRequest.first()))
                        .items()
                        .size());
    }

    /** S4-93, S4-95: nothing of a removed customer stays. */
    @Test
    void theLedgerOfARemovedCustomerGoesWithThem_S4_93_S4_95() {
        desk.invoice(customer, "2026-11-01", "100");
        PaymentView payment = desk.pay(customer, "2026-11-20", "120", AllocationPolicy.OLDEST_DUE_FIRST);
        desk.creditMemo(customer, "2026-11-05", "10");
        refund(payment, "10", false);

        kontor.asSystem(() -> {
            kontor.get(LedgerErasure.class).on(new CustomersRemoved(List.of(customer)));
            return 0;
        });

        for (String table : List.of(
                "invoice",
                "invoice_line",
                "open_item",
                "item_movement",
                "posting",
                "posting_line",
                "payment",
                "refund",
                "application")) {
            assertEquals("0", kontor.sql("select count(*) from " + table), table);
        }
    }

    private String code(Executable work) {
        return refusal(work).code();
    }

    private String field(Executable work) {
        return refusal(work).errors().get(0).code();
    }

    private AppException refusal(Executable work) {
        return assertThrows(
                AppException.class,
                () -> kontor.asSystem(() -> {
                    try {
                        work.execute();
                    } catch (Exception e) {
                        throw e;
                    } catch (Throwable e) {
                        throw new IllegalStateException(e);
                    }
                    return 0;
                }));
    }
}
