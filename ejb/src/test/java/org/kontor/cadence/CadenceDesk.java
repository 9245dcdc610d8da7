package org.kontor.cadence;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.kontor.connector.ConnectionDraft;
import org.kontor.connector.Connections;
import org.kontor.connector.ConnectorDirectory;
import org.kontor.customer.Customers;
import org.kontor.customer.Drafts;
import org.kontor.receivable.InvoiceView;
import org.kontor.receivable.LedgerDesk;
import org.kontor.shared.AppException;
import org.kontor.shared.PageRequest;
import org.kontor.spi.MessageChannel.Medium;
import org.kontor.testing.ScriptedChannel;
import org.kontor.testing.TestJobRun;
import org.kontor.testing.TestKontor;

/** A business that builds cadences, on Monday, 23 November 2026, in the morning, in hours in which mail goes out by itself. */
final class CadenceDesk {

    final ScriptedChannel mail = new ScriptedChannel(Medium.EMAIL);
    final TestKontor kontor = new TestKontor().with(ConnectorDirectory.class, ScriptedChannel.directory(mail));
    final Cadences cadences = kontor.get(Cadences.class);
    final CustomerCadences assignments = kontor.get(CustomerCadences.class);
    final ToDos toDos = kontor.get(ToDos.class);
    final LedgerDesk ledger = new LedgerDesk(kontor);

    CadenceDesk() {
        kontor.sql("update company_entity set time_zone = 'Etc/UTC'");
        kontor.clock().advance(Duration.ofDays(2));
        does(() -> kontor.get(Connections.class)
                .create(new ConnectionDraft("email-test", "Mail", Optional.empty(), true, Map.of(), Map.of())));
    }

    <T> T does(Callable<T> work) {
        return kontor.asSystem(work);
    }

    AppException refused(Callable<?> work) {
        return assertThrows(AppException.class, () -> kontor.asSystem(work));
    }

    long customer(String name) {
        return does(() -> kontor.get(Customers.class)
                .register(Drafts.business(name)
                        .emails(name.toLowerCase(java.util.Locale.ROOT) + "@shop.example")
                        .draft())
                .id());
    }

    static CadenceStepDraft step(CadenceCondition condition, int days, StepKind kind, boolean automatic) {
        return new CadenceStepDraft(
                Optional.empty(),
                Optional.of(condition),
                Optional.of(days),
                condition.takesAmount() ? Optional.of(new BigDecimal("100")) : Optional.empty(),
                Optional.of(kind),
                kind == StepKind.SMS ? "" : condition + " " + days,
                condition.aboutInvoice() ? "Invoice {invoiceNumber}: {invoiceBalance}" : "Dear {contact}",
                automatic,
                false,
                List.of());
    }

    static CadenceStepDraft mail(CadenceCondition condition, int days) {
        return step(condition, days, StepKind.EMAIL, true);
    }

    CadenceView cadence(String name, CadenceStepDraft... steps) {
        return does(() -> cadences.create(new CadenceDraft(name, "", true, false, List.of(steps))));
    }

    CadenceView byDefault(CadenceView cadence) {
        CadenceDraft draft = cadence.toDraft();
        return does(() -> cadences.revise(
                cadence.id(),
                cadence.version(),
                new CadenceDraft(draft.name(), draft.description(), true, true, draft.steps())));
    }

    CustomerCadenceView assign(long customer, CadenceView cadence) {
        return does(() -> assignments.assign(customer, new CustomerCadenceDraft(Optional.of(cadence.id()))));
    }

    /** An invoice that is issued today and due 30 days from now. */
    InvoiceView invoice(long customer, String price) {
        return ledger.invoice(customer, today().toString(), price);
    }

    LocalDate today() {
        return LocalDate.ofInstant(kontor.clock().instant(), java.time.ZoneOffset.UTC);
    }

    /** Goes on to that day and lets the job run; twice, since a second run must change nothing. */
    void on(LocalDate day) {
        kontor.clock().advance(Duration.ofDays(java.time.temporal.ChronoUnit.DAYS.between(today(), day)));
        run();
        run();
    }

    void run() {
        try {
            kontor.get(CadenceJob.class).run(new TestJobRun(kontor));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** What stands in the list of a customer, in the order of the days: condition, days from today, state, reason. */
    List<String> list(long customer, ToDoState... states) {
        return does(() -> toDos.list(
                        new ToDoQuery(Optional.of(customer), false, Optional.empty(), Set.of(states)),
                        PageRequest.first()))
                .items()
                .stream()
                .map(this::text)
                .toList();
    }

    private String text(ToDoView toDo) {
        return toDo.condition().map(Enum::name).orElse("-") + " "
                + java.time.temporal.ChronoUnit.DAYS.between(today(), toDo.dueOn()) + " " + toDo.state()
                + toDo.reason().map(reason -> " " + reason).orElse("");
    }

    /** The first open one of a customer. */
    ToDoView first(long customer) {
        return does(() -> toDos.list(
                        new ToDoQuery(Optional.of(customer), false, Optional.empty(), Set.of()), PageRequest.first()))
                .items()
                .get(0);
    }

    String messages() {
        return kontor.sql("select count(*) from message");
    }

    String history(String kinds) {
        return kontor.sql("select coalesce(string_agg(kind, ',' order by id), '') from timeline_entry where kind like '"
                + kinds + "'");
    }
}
