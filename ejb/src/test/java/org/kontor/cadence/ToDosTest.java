package org.kontor.cadence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.cadence.CadenceCondition.AFTER_ASSIGNED;
import static org.kontor.cadence.CadenceCondition.AFTER_DUE;
import static org.kontor.cadence.CadenceCondition.INVOICE_CREATED;
import static org.kontor.cadence.CadenceDesk.mail;
import static org.kontor.cadence.CadenceDesk.step;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.access.Caller;
import org.kontor.access.RowScope;
import org.kontor.communication.MessageJob;
import org.kontor.contact.ContactDraft;
import org.kontor.contact.Contacts;
import org.kontor.customer.Address;
import org.kontor.customer.BatchAction;
import org.kontor.customer.BatchDraft;
import org.kontor.customer.BatchJob;
import org.kontor.customer.BatchView;
import org.kontor.customer.CustomerBatches;
import org.kontor.customer.CustomerQuery;
import org.kontor.receivable.InvoiceView;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestJobRun;

/** What becomes of the steps that a cadence has planned, by itself and by people. */
@OnPostgres
class ToDosTest {

    private final CadenceDesk desk = new CadenceDesk();
    private final long acme = desk.customer("Acme");

    @AfterEach
    void close() {
        desk.kontor.close();
    }

    private void owner(long customer, String login) {
        desk.kontor.sql(
                "insert into app_user (id, version, created_at, created_by, updated_at, updated_by, login, display_name, email,"
                        + " password_hash, must_change_password, active, credential_stamp) values (77, 1, now(), 'x', now(), 'x', '"
                        + login
                        + "', 'Rita Rich', 'rita@kontor.example', '', false, true, 1) on conflict do nothing");
        desk.kontor.sql("update customer set billing_owner_id = 77 where id = " + customer);
    }

    /** S4-64: an automatic step is handed over once, whoever runs the job how often, and goes out filled in; its copies, too. */
    @Test
    void anAutomaticStepIsSentOnce() throws Exception {
        owner(acme, "rita");
        InvoiceView invoice = desk.invoice(acme, "1234.50");
        CadenceStepDraft step = mail(INVOICE_CREATED, 0);
        desk.assign(
                acme,
                desk.cadence(
                        "One",
                        new CadenceStepDraft(
                                Optional.empty(),
                                step.condition(),
                                Optional.of(0),
                                Optional.empty(),
                                step.kind(),
                                "Invoice {invoiceNumber}",
                                "Dear {contact}, {invoiceBalance} of {invoiceTotal} is due on {dueDate}.\n{openInvoices}\n{owner}",
                                true,
                                false,
                                List.of("billingOwner", "salesRep", "boss@kontor.example"))));
        desk.on(desk.today());
        assertEquals("3", desk.messages());
        assertEquals(
                "acme@shop.example,rita@kontor.example,boss@kontor.example",
                desk.kontor.sql("select string_agg(address, ',' order by id) from message"));
        String id = desk.kontor.sql("select min(id) from message");
        desk.kontor.get(MessageJob.class).run(Long.parseLong(id), new TestJobRun(desk.kontor));
        assertEquals("Invoice " + invoice.number(), desk.mail.messages.get(0).subject());
        assertTrue(
                desk.mail
                        .messages
                        .get(0)
                        .text()
                        .startsWith("Dear Acme, 1,234.50 USD of 1,234.50 USD is due on Dec 23, 2026."),
                desk.mail.messages.get(0).text());
        assertTrue(desk.mail.messages.get(0).text().contains("Rita Rich"));
        assertEquals("to-do.done", desk.history("to-do.%"));
        assertEquals(
                id, desk.kontor.sql("select message_id from to_do where state = 'DONE' and text like 'Dear Acme%'"));
    }

    /** Out of hours nothing goes by itself; what could not go for three days waits for somebody. */
    @Test
    void hoursAndPatience() {
        desk.assign(acme, desk.cadence("One", mail(AFTER_ASSIGNED, 0), mail(AFTER_ASSIGNED, 5)));
        desk.kontor.clock().advance(Duration.ofHours(12));
        desk.run();
        assertEquals("0", desk.messages(), "at half past nine in the evening");
        desk.kontor.clock().advance(Duration.ofHours(12));
        desk.run();
        assertEquals("1", desk.messages());
        desk.kontor.clock().advance(Duration.ofDays(8));
        desk.run();
        assertEquals(List.of("AFTER_ASSIGNED -4 PENDING LATE"), desk.list(acme));
        assertEquals("1", desk.messages());
    }

    /** What cannot go becomes a task that says why: no address, no connection, nothing for a placeholder. */
    @Test
    void whatCannotGoSaysWhy() {
        CadenceStepDraft letter = step(AFTER_ASSIGNED, 0, StepKind.LETTER, true);
        CadenceStepDraft named = new CadenceStepDraft(
                Optional.empty(),
                Optional.of(AFTER_ASSIGNED),
                Optional.of(1),
                Optional.empty(),
                Optional.of(StepKind.EMAIL),
                "Hello",
                "Yours, {owner}",
                true,
                false,
                List.of());
        desk.assign(acme, desk.cadence("One", letter, named, mail(AFTER_ASSIGNED, 2)));
        desk.on(desk.today());
        assertEquals("AFTER_ASSIGNED 0 PENDING NO_ADDRESS", desk.list(acme).get(0));
        desk.on(desk.today().plusDays(1));
        assertEquals(
                "AFTER_ASSIGNED 0 PENDING EMPTY_PLACEHOLDER", desk.list(acme).get(1));
        assertEquals("{owner}", desk.kontor.sql("select trouble from to_do where reason = 'EMPTY_PLACEHOLDER'"));
        desk.kontor.sql("update connection set enabled = false");
        desk.on(desk.today().plusDays(1));
        assertEquals("AFTER_ASSIGNED 0 PENDING REFUSED", desk.list(acme).get(2));
        assertTrue(desk.kontor
                .sql("select trouble from to_do where reason = 'REFUSED'")
                .contains("connection for e-mail"));
        assertEquals("0", desk.messages());
        ToDoView toDo = desk.first(acme);
        assertEquals(
                "NO_ADDRESS",
                desk.refused(() -> desk.toDos.approve(toDo.id(), toDo.version()))
                        .code());
    }

    /** S2-41: it goes to the primary contact, and to nobody who is inactive, not even as the address of the customer. */
    @Test
    void whomItGoesTo() {
        long contact = desk.does(() -> desk.kontor
                        .get(Contacts.class)
                        .add(
                                acme,
                                new ContactDraft(
                                        "Anna",
                                        "Berg",
                                        "",
                                        "Anna@shop.example",
                                        "",
                                        "",
                                        false,
                                        Optional.empty(),
                                        "",
                                        "",
                                        Address.NONE,
                                        Optional.empty(),
                                        true,
                                        Map.of())))
                .id();
        desk.assign(acme, desk.cadence("One", step(AFTER_ASSIGNED, 0, StepKind.EMAIL, false)));
        assertEquals("Anna@shop.example", desk.first(acme).address());
        assertEquals("Dear Anna Berg", desk.first(acme).text());
        desk.kontor.sql("update contact set set_inactive = true, status = 'INACTIVE', is_primary = false where id = "
                + contact);
        assertEquals("acme@shop.example", desk.first(acme).address());
        assertEquals("Dear Acme", desk.first(acme).text());
        desk.kontor.sql("update contact set email = 'ACME@shop.example' where id = " + contact);
        assertEquals("", desk.first(acme).address());
    }

    /** S4-63: a step that is not automatic waits for the billing owner, who changes and approves it; it goes as it was looked at. */
    @Test
    void aReviewedStepIsApproved() {
        owner(acme, "rita");
        desk.invoice(acme, "50.00");
        desk.assign(acme, desk.cadence("One", step(INVOICE_CREATED, 0, StepKind.EMAIL, false)));
        desk.on(desk.today());
        assertEquals(List.of("INVOICE_CREATED 0 PENDING REVIEW"), desk.list(acme));
        ToDoView waiting = desk.first(acme);
        assertEquals("rita", waiting.responsible());
        assertEquals("", waiting.assignee());
        assertEquals("acme@shop.example", waiting.address());
        assertTrue(waiting.text().endsWith("50.00 USD"), waiting.text());
        ToDoView said = desk.does(() -> desk.toDos.revise(
                waiting.id(),
                waiting.version(),
                new ToDoDraft(Optional.empty(), "Our {invoice}", "As we said.", Optional.empty(), "")));
        assertEquals(
                ErrorKind.STALE,
                desk.refused(() -> desk.toDos.approve(waiting.id(), waiting.version()))
                        .kind());
        ToDoView sent = desk.does(() -> desk.toDos.approve(said.id(), said.version()));
        assertEquals(ToDoState.DONE, sent.state());
        assertEquals("Our {invoice}|As we said.", desk.kontor.sql("select subject || '|' || text from message"));
        assertEquals(
                "TO_DO_OVER",
                desk.refused(() -> desk.toDos.approve(sent.id(), sent.version()))
                        .code());
        assertEquals("1", desk.messages());
    }

    /** What is put off waits for its day, what is given to somebody is theirs, what is left out does not come again. */
    @Test
    void putOffGivenAwayAndLeftOut() {
        owner(desk.customer("Bolt"), "rita");
        desk.invoice(acme, "50.00");
        desk.assign(acme, desk.cadence("One", step(INVOICE_CREATED, 0, StepKind.CALL, false), mail(AFTER_DUE, 3)));
        desk.on(desk.today());
        ToDoView call = desk.first(acme);
        assertEquals(Optional.of(ToDoReason.TASK), call.reason());
        assertEquals("", call.responsible());
        LocalDate later = desk.today().plusDays(4);
        ToDoView off = desk.does(() -> desk.toDos.revise(
                call.id(),
                call.version(),
                new ToDoDraft(Optional.empty(), call.subject(), call.text(), Optional.of(later), "rita")));
        assertEquals("rita", off.responsible());
        assertEquals(ToDoState.SCHEDULED, off.state());
        assertEquals(ToDoWhen.LATER, off.when());
        assertEquals(
                List.of("dueOn", "assignee"),
                desk
                        .refused(() -> desk.toDos.revise(
                                off.id(),
                                off.version(),
                                new ToDoDraft(
                                        Optional.empty(),
                                        off.subject(),
                                        "",
                                        Optional.of(desk.today().minusDays(1)),
                                        "nobody")))
                        .errors()
                        .stream()
                        .map(each -> each.field())
                        .toList());
        desk.on(later);
        assertEquals("INVOICE_CREATED 0 PENDING TASK", desk.list(acme).get(0));
        assertEquals(
                List.of(off.id()),
                desk
                        .kontor
                        .as(
                                new Caller(77, "rita", Set.of("read:to-do")),
                                () -> desk.toDos.list(
                                        new ToDoQuery(Optional.empty(), true, Optional.of(ToDoWhen.TODAY), Set.of()),
                                        PageRequest.first()))
                        .items()
                        .stream()
                        .map(ToDoView::id)
                        .toList());
        ToDoView due = desk.first(acme);
        assertEquals(
                "NOT_SENDABLE",
                desk.refused(() -> desk.toDos.approve(due.id(), due.version())).code());
        desk.does(() -> desk.toDos.skip(due.id(), due.version()));
        desk.ledger.invoice(acme, desk.today().toString(), "1.00");
        desk.run();
        assertEquals(
                List.of("INVOICE_CREATED 0 SKIPPED"), desk.list(acme, ToDoState.SKIPPED), "of the first invoice alone");
        assertEquals("to-do.skipped", desk.history("to-do.%"));
    }

    /** S4-130: what somebody notes by hand stands beside the steps, and is done by somebody; cadences leave it alone. */
    @Test
    void notedByHand() {
        ToDoView noted = desk.does(() -> desk.toDos.add(
                acme, new ToDoDraft(Optional.empty(), "Ask for the new address", "", Optional.empty(), "")));
        assertEquals("- 0 SCHEDULED", desk.list(acme).get(0));
        desk.on(desk.today());
        desk.assign(acme, desk.cadence("One", mail(AFTER_ASSIGNED, 3)));
        desk.does(() -> {
            desk.assignments.remove(acme);
            return true;
        });
        assertEquals(List.of("- 0 PENDING TASK"), desk.list(acme));
        ToDoView waiting = desk.first(acme);
        desk.does(() -> desk.toDos.complete(noted.id(), waiting.version()));
        assertEquals(List.of(), desk.list(acme));
        assertEquals("to-do.added,to-do.cancelled,to-do.done", desk.history("to-do.%"));
        assertEquals(
                List.of("kind", "subject"),
                desk
                        .refused(() -> desk.toDos.add(
                                acme, new ToDoDraft(Optional.of(StepKind.EMAIL), "", "x", Optional.empty(), "")))
                        .errors()
                        .stream()
                        .map(each -> each.field())
                        .distinct()
                        .toList());
    }

    /** S4-66: who sees own customers alone sees no to-do of others. */
    @Test
    void othersAreNotSeen() {
        desk.assign(acme, desk.cadence("One", mail(AFTER_ASSIGNED, 3)));
        long id = desk.first(acme).id();
        Caller limited = new Caller(78, "lim", Set.of("read:to-do", "write:to-do"), RowScope.OWN);
        Page<ToDoView> seen = desk.kontor.as(
                limited,
                () -> desk.toDos.list(
                        new ToDoQuery(Optional.empty(), false, Optional.empty(), Set.of()), PageRequest.first()));
        assertEquals(List.of(), seen.items());
        assertFalse(desk.kontor.as(limited, () -> desk.toDos.find(id)).isPresent());
    }

    /** A list is gone through by pages, in the order of the days. */
    @Test
    void pagesOfTheList() {
        desk.assign(
                acme, desk.cadence("One", mail(AFTER_ASSIGNED, 3), mail(AFTER_ASSIGNED, 1), mail(AFTER_ASSIGNED, 2)));
        ToDoQuery all = new ToDoQuery(Optional.empty(), false, Optional.of(ToDoWhen.LATER), Set.of());
        Page<ToDoView> first = desk.does(() -> desk.toDos.list(all, new PageRequest(2, Optional.empty())));
        Page<ToDoView> rest = desk.does(() -> desk.toDos.list(all, new PageRequest(2, first.nextCursor())));
        assertEquals(
                List.of("AFTER_ASSIGNED 1", "AFTER_ASSIGNED 2", "AFTER_ASSIGNED 3"),
                java.util.stream.Stream.concat(first.items().stream(), rest.items().stream())
                        .map(ToDoView::subject)
                        .toList());
        assertEquals(Optional.empty(), rest.nextCursor());
    }

    /** A batch puts a cadence on a whole list, counts the same before, and takes it off again (S4-20, S4-21). */
    @Test
    void aBatchPutsACadenceOnAList() throws Exception {
        long bolt = desk.customer("Bolt");
        CadenceView one = desk.cadence("One", mail(AFTER_ASSIGNED, 3));
        desk.assign(acme, one);
        assertEquals(1, batch(BatchAction.SET_CADENCE, "one", true).changed());
        assertEquals(List.of(), desk.list(bolt));
        assertEquals(1, batch(BatchAction.SET_CADENCE, "one", false).changed());
        assertEquals(1, desk.list(bolt).size());
        assertEquals(2, batch(BatchAction.REMOVE_CADENCE, "", false).changed());
        assertEquals(List.of(), desk.list(bolt));
        assertEquals("0", desk.kontor.sql("select count(*) from customer_cadence"));
        CustomerBatches batches = desk.kontor.get(CustomerBatches.class);
        assertEquals(
                ErrorKind.INVALID,
                desk.refused(() -> batches.start(
                                new BatchDraft(BatchAction.SET_CADENCE, "None"), CustomerQuery.all(), true))
                        .kind());
    }

    private BatchView batch(BatchAction action, String value, boolean dry) throws Exception {
        CustomerBatches batches = desk.kontor.get(CustomerBatches.class);
        BatchView started = desk.does(() -> batches.start(new BatchDraft(action, value), CustomerQuery.all(), dry));
        desk.kontor.get(BatchJob.class).run(started.id(), new TestJobRun(desk.kontor));
        return desk.does(() -> batches.find(started.id())).orElseThrow();
    }

    /** What a step must be; placeholders are known and fit the condition, and a value is not taken for one. */
    @Test
    void rulesOfSteps() {
        CadenceStepDraft wrong = new CadenceStepDraft(
                Optional.empty(),
                Optional.of(AFTER_ASSIGNED),
                Optional.of(1000),
                Optional.empty(),
                Optional.of(StepKind.EMAIL),
                "{openInvoices}",
                "{invoiceNumber}",
                true,
                false,
                List.of("nowhere"));
        assertEquals(
                List.of("days", "subject", "text", "copies"),
                desk
                        .refused(() -> desk.cadences.create(new CadenceDraft("X", "", true, false, List.of(wrong))))
                        .errors()
                        .stream()
                        .map(each -> each.field().replace("steps[0].", ""))
                        .toList());
        assertEquals(
                List.of("name", "byDefault", "steps[0].condition", "steps[0].kind", "steps[0].subject"),
                desk
                        .refused(() -> desk.cadences.create(new CadenceDraft(
                                " ",
                                "",
                                false,
                                true,
                                List.of(new CadenceStepDraft(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        "",
                                        "",
                                        false,
                                        false,
                                        List.of())))))
                        .errors()
                        .stream()
                        .map(each -> each.field())
                        .toList());
        long odd = desk.customer("{balance}");
        CadenceView cadence = desk.cadence(
                "Odd",
                new CadenceStepDraft(
                        Optional.empty(),
                        Optional.of(AFTER_ASSIGNED),
                        Optional.of(0),
                        Optional.empty(),
                        Optional.of(StepKind.REMINDER),
                        "For {customer}",
                        "{balance}",
                        false,
                        false,
                        List.of()));
        StepPreview seen = desk.does(
                () -> desk.cadences.preview(cadence.id(), cadence.steps().get(0).id(), odd));
        assertEquals("For {balance}", seen.subject());
        assertEquals("0.00 USD", seen.text());
    }
}
