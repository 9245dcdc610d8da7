package org.kontor.receivable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kontor.customer.CustomerView;
import org.kontor.customer.Customers;
import org.kontor.customer.Drafts;
import org.kontor.testing.TestKontor;

/** What a clerk does most, in one call each and in a transaction of its own. Today is 2026-11-21. */
public final class LedgerDesk {

    final TestKontor kontor;
    final Invoices invoices;
    final InvoiceActions actions;
    final Payments payments;
    final Credits credits;
    final Applications applications;
    final Refunds refunds;
    final CustomerAccounts accounts;

    public LedgerDesk(TestKontor kontor) {
        this.kontor = kontor;
        invoices = kontor.get(Invoices.class);
        actions = kontor.get(InvoiceActions.class);
        payments = kontor.get(Payments.class);
        credits = kontor.get(Credits.class);
        applications = kontor.get(Applications.class);
        refunds = kontor.get(Refunds.class);
        accounts = kontor.get(CustomerAccounts.class);
    }

    long customer(Drafts draft) {
        CustomerView made = kontor.asSystem(() -> kontor.get(Customers.class).register(draft.draft()));
        return made.id();
    }

    long customer(String name) {
        return customer(Drafts.business(name));
    }

    static InvoiceDraft draft(long customer, InvoiceStatus status, LocalDate issued, LocalDate due, String... prices) {
        return new InvoiceDraft(
                customer,
                Optional.of(status),
                "",
                "",
                Optional.of(issued),
                Optional.of(due),
                "",
                "",
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                List.of(prices).stream().map(LedgerDesk::line).toList());
    }

    static InvoiceLineDraft line(String price) {
        return new InvoiceLineDraft(
                "",
                "Work",
                Optional.empty(),
                Optional.of(new BigDecimal(price)),
                Optional.empty(),
                "",
                Optional.empty());
    }

    /** An issued invoice that is due 30 days after its issue. */
    public InvoiceView invoice(long customer, String issued, String price) {
        LocalDate day = LocalDate.parse(issued);
        return kontor.asSystem(() -> invoices.create(
                DocumentKind.INVOICE, draft(customer, InvoiceStatus.OPEN, day, day.plusDays(30), price)));
    }

    public InvoiceView creditMemo(long customer, String issued, String price) {
        LocalDate day = LocalDate.parse(issued);
        return kontor.asSystem(
                () -> invoices.create(DocumentKind.CREDIT_MEMO, draft(customer, InvoiceStatus.OPEN, day, day, price)));
    }

    public PaymentView pay(
            long customer, String received, String amount, AllocationPolicy policy, AllocationLine... lines) {
        return kontor.asSystem(() -> payments.record(new PaymentDraft(
                customer,
                Optional.of(new BigDecimal(amount)),
                "",
                Optional.of(LocalDate.parse(received)),
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                Optional.of(policy),
                List.of(lines))));
    }

    static AllocationLine to(long item, String amount) {
        return new AllocationLine(item, Optional.of(new BigDecimal(amount)));
    }

    AppliedView apply(long credit, AllocationLine... lines) {
        return kontor.asSystem(() ->
                applications.apply(new ApplicationDraft(credit, Optional.empty(), Optional.empty(), List.of(lines))));
    }

    public CreditView credit(long customer, String amount, Optional<CreditPolicy> policy, Optional<Long> invoice) {
        return kontor.asSystem(() -> credits.add(new CreditDraft(
                customer, Optional.of(new BigDecimal(amount)), "", "Goodwill", Optional.empty(), policy, invoice)));
    }

    /** Beyond what is unapplied, what it settled is owed again. */
    public RefundView refund(long item, String amount) {
        return kontor.asSystem(() -> refunds.record(new RefundDraft(
                item, Optional.of(new BigDecimal(amount)), Optional.empty(), Optional.empty(), "", "Asked for", true)));
    }

    public InvoiceView writeOff(InvoiceView invoice, String amount) {
        return kontor.asSystem(() ->
                actions.writeOff(invoice.id(), Optional.of(new BigDecimal(amount)), Optional.empty(), "Not worth it"));
    }

    InvoiceView see(InvoiceView document) {
        return kontor.asSystem(
                () -> invoices.find(document.kind(), document.id()).orElseThrow());
    }

    PaymentView see(PaymentView payment) {
        return kontor.asSystem(() -> payments.find(payment.id()).orElseThrow());
    }

    public AccountView account(long customer) {
        return kontor.asSystem(() -> accounts.summary(customer)).accounts().get(0);
    }

    public ProofView proof() {
        return kontor.asSystem(() -> kontor.get(LedgerProof.class).run());
    }
}
