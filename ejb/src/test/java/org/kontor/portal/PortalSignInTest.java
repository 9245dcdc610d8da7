package org.kontor.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.contact.ContactStatus;
import org.kontor.contact.Contacts;
import org.kontor.customer.CustomerMarks;
import org.kontor.lifecycle.MergeDraft;
import org.kontor.lifecycle.MergeView;
import org.kontor.lifecycle.Merges;
import org.kontor.receivable.CustomerTemplateDraft;
import org.kontor.receivable.DocumentKind;
import org.kontor.receivable.InvoiceTemplateDraft;
import org.kontor.receivable.InvoiceTemplates;
import org.kontor.receivable.InvoiceView;
import org.kontor.receivable.LedgerDesk;
import org.kontor.receivable.PaymentWay;
import org.kontor.receivable.PostingKind;
import org.kontor.settings.SystemTableEntryDraft;
import org.kontor.settings.SystemTables;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.testing.OnPostgres;

/** Who gets in, when that ends, and what is seen. */
@OnPostgres
class PortalSignInTest {

    private static final String EMAIL = "anna@shop.example";
    private static final String FRESH = "Green-Harbour-43";

    private final PortalDesk desk = new PortalDesk();

    @AfterEach
    void stop() {
        desk.kontor.close();
    }

    /** S4-62: access begins when the invitation is accepted, and not before. */
    @Test
    void beforeAcceptanceSigningInIsRefusedLikeAWrongPassword() {
        PortalSignIn.Outcome stranger = attempt("nobody@shop.example", PortalDesk.PASSWORD);
        desk.invite(desk.customer);
        String link = desk.deliver();
        assertEquals(stranger, attempt(EMAIL, PortalDesk.PASSWORD));
        assertEquals(stranger, attempt(EMAIL, ""));
        AppException weak = desk.refused(() -> {
            desk.door.accept(link, "short", PortalDesk.ADDRESS);
            return true;
        });
        assertEquals("newPassword", weak.errors().get(0).field());
        desk.accept(link, PortalDesk.PASSWORD);
        assertEquals(PortalState.ENABLED, desk.state(desk.customer));
        assertEquals(stranger, attempt(EMAIL, "Wrong-Harbour-42"));
        String session = desk.signIn(" ANNA@shop.example ", PortalDesk.PASSWORD).orElseThrow();
        PortalVisit visit = desk.visit(session).orElseThrow();
        assertEquals("Acme", visit.customer());
        assertTrue(visit.chosen());
        assertNotEquals(session, visit.formToken());
        assertEquals("portal.invited,portal.accepted", desk.kinds());
        assertEquals(
                "0", desk.kontor.sql("select count(*) from portal_session s where s::text like '%" + session + "%'"));
        assertTrue(desk.kontor.sql("select password_hash from portal_access").startsWith("$argon2id$"));
    }

    private PortalSignIn.Outcome attempt(String email, String password) {
        return desk.visits(() -> desk.door.byPassword(email, password, "", PortalDesk.ADDRESS));
    }

    /** Whoever guesses is slowed down, by address of the mail and known or not; users of Kontor are not locked out by it. */
    @Test
    void guessingIsSlowedDown() {
        desk.letIn(desk.customer, desk.anna);
        for (String email : List.of(EMAIL, "nobody@shop.example")) {
            for (int i = 0; i < 5; i++) {
                assertEquals(Duration.ZERO, attempt(email, "Wrong-Harbour-42").pause());
            }
            assertFalse(attempt(email, PortalDesk.PASSWORD).pause().isZero());
        }
        desk.kontor.clock().advance(Duration.ofMinutes(1));
        assertTrue(attempt(EMAIL, PortalDesk.PASSWORD).session().isPresent());
    }

    /** Access ends at the next request when it is suspended, the contact or customer rests, the address changes, or the portal is off. */
    @Test
    void accessEndsAtTheNextRequest() {
        desk.letIn(desk.customer, desk.anna);
        String session = desk.signIn(EMAIL, PortalDesk.PASSWORD).orElseThrow();
        ends(session, () -> desk.on(false), () -> desk.on(true));
        ends(session, () -> archive(true), () -> archive(false));
        ends(
                session,
                () -> desk.revise(desk.anna, PortalDesk.draft("Anna", "new@shop.example")),
                () -> desk.revise(desk.anna, PortalDesk.draft("Anna", "Anna@shop.example")));
        ends(session, () -> status(ContactStatus.INACTIVE), () -> status(ContactStatus.ACTIVE));
        desk.does(() -> desk.accesses.suspend(desk.anna));
        assertEquals(PortalState.SUSPENDED, desk.state(desk.customer));
        assertEquals(Optional.empty(), desk.visit(session));
        assertEquals(Optional.empty(), desk.signIn(EMAIL, PortalDesk.PASSWORD));
        desk.kontor.sql("delete from sign_in_failure");
        desk.does(() -> desk.accesses.enable(desk.anna));
        assertEquals(Optional.empty(), desk.visit(session), "a session does not come back");
        assertTrue(desk.signIn(EMAIL, PortalDesk.PASSWORD).isPresent());
        desk.does(() -> desk.accesses.remove(desk.anna));
        assertEquals(PortalState.DISABLED, desk.state(desk.customer));
        assertEquals(Optional.empty(), desk.signIn(EMAIL, PortalDesk.PASSWORD));
        assertEquals("0", desk.kontor.sql("select count(*) from portal_session"));
        assertEquals(
                "NO_PORTAL_ACCESS",
                desk.refused(() -> desk.accesses.suspend(desk.anna)).code());
    }

    private void ends(String session, Runnable change, Runnable back) {
        assertTrue(desk.visit(session).isPresent());
        change.run();
        assertEquals(Optional.empty(), desk.visit(session));
        assertEquals(Optional.empty(), desk.signIn(EMAIL, PortalDesk.PASSWORD));
        back.run();
        assertTrue(desk.visit(session).isPresent());
    }

    private void archive(boolean hidden) {
        desk.does(() -> desk.kontor.get(CustomerMarks.class).archive(desk.customer, hidden));
    }

    private void status(ContactStatus status) {
        desk.kontor.sql("update contact set status = '" + status + "', set_inactive = "
                + (status == ContactStatus.INACTIVE) + ", is_primary = false where id = " + desk.anna);
    }

    /** A session ends by itself, and when another password is chosen by an invitation. */
    @Test
    void sessionsEnd() {
        desk.letIn(desk.customer, desk.anna);
        String session = desk.signIn(EMAIL, PortalDesk.PASSWORD).orElseThrow();
        desk.kontor.clock().advance(VisitRepository.IDLE.minusSeconds(1));
        assertTrue(desk.visit(session).isPresent());
        desk.kontor.clock().advance(VisitRepository.IDLE);
        assertEquals(Optional.empty(), desk.visit(session));
        String next = desk.signIn(EMAIL, PortalDesk.PASSWORD).orElseThrow();
        desk.invite(desk.customer);
        String link = desk.deliver();
        assertTrue(desk.visit(next).isPresent(), "who has access keeps it when invited again");
        desk.accept(link, FRESH);
        assertEquals(Optional.empty(), desk.visit(next));
        assertEquals(Optional.empty(), desk.signIn(EMAIL, PortalDesk.PASSWORD));
        String last = desk.signIn(EMAIL, FRESH).orElseThrow();
        PortalVisit visit = desk.visit(last).orElseThrow();
        desk.visits(() -> {
            desk.door.signOut(visit, PortalDesk.ADDRESS);
            return true;
        });
        assertEquals(Optional.empty(), desk.visit(last));
        String fixed = desk.signIn(EMAIL, FRESH).orElseThrow();
        desk.visits(() -> desk.door.byPassword(EMAIL, FRESH, fixed, PortalDesk.ADDRESS));
        assertEquals(Optional.empty(), desk.visit(fixed));
        desk.kontor.get(PortalCleanup.class).forget();
        assertEquals("1", desk.kontor.sql("select count(*) from portal_session"));
    }

    /** One address for several customers: all are listed, one is chosen, no other can be. */
    @Test
    void oneOfSeveralCustomersIsChosen() {
        long bolt = desk.customer("Bolt");
        long there = desk.contact(bolt, "Anna", EMAIL);
        long foreign = desk.customer("Crane");
        desk.letIn(foreign, desk.contact(foreign, "Cara", "cara@crane.example"));
        desk.letIn(desk.customer, desk.anna);
        desk.letIn(bolt, there);
        String session = desk.signIn(EMAIL, PortalDesk.PASSWORD).orElseThrow();
        PortalVisit visit = desk.visit(session).orElseThrow();
        assertFalse(visit.chosen());
        assertEquals(
                "PORTAL_ACCOUNT_NOT_CHOSEN",
                desk.refused(() -> desk.records.overview(visit)).code());
        List<PortalAccount> accounts = desk.visits(() -> desk.door.accounts(visit));
        assertEquals(
                List.of("Acme", "Bolt"),
                accounts.stream().map(PortalAccount::customer).toList());
        long other = Long.parseLong(desk.kontor.sql("select id from portal_access where email like 'cara%'"));
        assertEquals(ErrorKind.ABSENT, desk.refused(() -> choose(visit, other)).kind());
        desk.visits(() -> choose(visit, accounts.get(1).id()));
        assertEquals("Bolt", desk.visit(session).orElseThrow().customer());
        desk.does(() -> desk.accesses.suspend(there));
        assertEquals(Optional.empty(), desk.visit(session));
        assertTrue(desk.visit(desk.signIn(EMAIL, PortalDesk.PASSWORD).orElseThrow())
                .orElseThrow()
                .chosen());
    }

    private boolean choose(PortalVisit visit, long account) {
        desk.door.choose(visit, account);
        return true;
    }

    /** S4-115, S4-123: a merge moves access, of contacts with one address it is one; suspended stays so; an undo gives it back. */
    @Test
    void aMergeMovesAccessAndItsUndoGivesItBack() {
        long bolt = desk.customer("Bolt");
        long twin = desk.contact(bolt, "Anna", EMAIL);
        desk.letIn(desk.customer, desk.anna);
        desk.letIn(bolt, twin);
        desk.does(() -> desk.accesses.suspend(twin));
        String rows = rows();
        String session = desk.signIn(EMAIL, PortalDesk.PASSWORD).orElseThrow();
        Merges merges = desk.kontor.get(Merges.class);
        MergeView merge = desk.does(() -> merges.merge(new MergeDraft(desk.customer, List.of(bolt))));
        assertEquals(PortalState.SUSPENDED, desk.state(desk.customer));
        assertEquals(Optional.empty(), desk.visit(session));
        desk.does(() -> desk.accesses.enable(desk.anna));
        assertEquals(PortalState.ENABLED, desk.state(desk.customer));
        String united = desk.signIn(EMAIL, PortalDesk.PASSWORD).orElseThrow();
        assertTrue(desk.visit(united).orElseThrow().chosen(), "one customer, one account");
        desk.does(() -> desk.accesses.suspend(desk.anna));
        desk.kontor.sql("update portal_access set state = 'ENABLED' where id = (select min(id) from portal_access)");
        desk.does(() -> merges.undo(merge.id(), false));
        assertEquals(rows, rows());
        assertEquals(PortalState.ENABLED, desk.state(desk.customer));
        assertEquals(PortalState.SUSPENDED, desk.state(bolt));
    }

    private String rows() {
        return desk.kontor.sql(
                "select string_agg(a.contact_id || ' ' || a.state, ',' order by a.id) from portal_access a");
    }

    /** Only what was issued to the customer of the session is seen: no draft, nothing of others, nothing internal. */
    @Test
    void onlyOwnIssuedDocumentsAreSeen() throws Exception {
        LedgerDesk ledger = new LedgerDesk(desk.kontor);
        long bolt = desk.customer("Bolt");
        InvoiceView own = ledger.invoice(desk.customer, "2026-10-01", "100.00");
        InvoiceView memo = ledger.creditMemo(desk.customer, "2026-10-02", "30.00");
        InvoiceView foreign = ledger.invoice(bolt, "2026-10-01", "55.00");
        long draft = Long.parseLong(desk.kontor.sql("select " + own.id() + " + 1000"));
        desk.letIn(desk.customer, desk.anna);
        PortalVisit visit = desk.visit(desk.signIn(EMAIL, PortalDesk.PASSWORD).orElseThrow())
                .orElseThrow();
        PortalOverview overview = desk.visits(() -> desk.records.overview(visit));
        assertEquals(
                List.of(own.number()),
                overview.invoices().stream().map(PortalInvoice::number).toList());
        assertEquals(1, overview.balances().size());
        assertEquals("70.00", overview.balances().get(0).balance().toPlainString());
        assertEquals("30.00", overview.balances().get(0).credit().toPlainString());
        List<PortalEntry> history =
                desk.visits(() -> desk.records.history(visit, Optional.empty())).items();
        assertEquals(
                List.of(PostingKind.CREDIT_MEMO_ISSUED, PostingKind.INVOICE_ISSUED),
                history.stream().map(PortalEntry::kind).toList());
        assertEquals(own.id(), history.get(1).documentId());
        assertPdf(desk.visits(() -> desk.records.pdf(visit, DocumentKind.INVOICE, own.id()))
                .bytes());
        assertPdf(desk.visits(() -> desk.records.pdf(visit, DocumentKind.CREDIT_MEMO, memo.id()))
                .bytes());
        assertPdf(desk.visits(() -> desk.records.statement(visit)).bytes());
        for (long id : List.of(foreign.id(), memo.id(), draft)) {
            assertEquals(
                    "DOCUMENT_NOT_FOUND",
                    desk.refused(() -> desk.records.pdf(visit, DocumentKind.INVOICE, id))
                            .code());
        }
        assertEquals("My company", desk.visits(() -> desk.records.face(visit)).company());
        assertEquals("portal", desk.kontor.sql("select distinct actor from access_event where kind = 'document.read'"));
    }

    /** S4-56: the portal names the ways that are stated and no other; to where a transfer goes is told with it alone. */
    @Test
    void onlyStatedWaysToPayAreNamed() {
        desk.letIn(desk.customer, desk.anna);
        PortalVisit visit = desk.visit(desk.signIn(EMAIL, PortalDesk.PASSWORD).orElseThrow())
                .orElseThrow();
        desk.kontor.sql(
                "insert into letterhead (entity_id, version, created_at, created_by, locale, line1, line2, city, state,"
                        + " postal_code, country, vat_id, tax_number, email, phone, website, account_holder, iban, bic, accent, footer,"
                        + " logo_type, logo) values (1, 1, now(), 'x', 'en-US', '', '', '', '', '', 'US', '', '', 'ask@my.example', '', '', '',"
                        + " 'DE02120300000000202051', 'BYLADEM1001', '#1f4e79', '', '', ''::bytea)");
        assertEquals(
                new PortalPayment(List.of(), "", "", ""),
                desk.visits(() -> desk.records.payment(visit, desk.records.overview(visit))));
        PaymentWays ways = desk.kontor.get(PaymentWays.class);
        state(ways, PaymentWay.CHECK, PaymentWay.CARD, PaymentWay.CARD);
        assertEquals(
                new PortalPayment(List.of(PaymentWay.CARD, PaymentWay.CHECK), "", "", ""),
                desk.visits(() -> desk.records.payment(visit, desk.records.overview(visit))));
        state(ways, PaymentWay.BANK_TRANSFER);
        assertEquals(
                new PortalPayment(
                        List.of(PaymentWay.BANK_TRANSFER), "My company", "DE02120300000000202051", "BYLADEM1001"),
                desk.visits(() -> desk.records.payment(visit, desk.records.overview(visit))));
        state(ways, PaymentWay.BANK_TRANSFER);
        assertEquals("2", desk.kontor.sql("select count(*) from timeline_entry where kind = 'payment-way.changed'"));
        assertEquals(
                "ask@my.example", desk.visits(() -> desk.records.face(visit)).email());
    }

    /** S4-57: an open invoice tells the ways to pay of its template, with the account when a transfer is one of them. */
    @Test
    void anInvoiceTellsTheWaysToPayOfItsTemplate() {
        desk.letIn(desk.customer, desk.anna);
        PortalVisit visit = desk.visit(desk.signIn(EMAIL, PortalDesk.PASSWORD).orElseThrow())
                .orElseThrow();
        LedgerDesk ledger = new LedgerDesk(desk.kontor);
        ledger.invoice(desk.customer, "2026-10-01", "100.00");
        InvoiceTemplates templates = desk.kontor.get(InvoiceTemplates.class);
        desk.does(() ->
                desk.kontor.get(SystemTables.class).create("invoice-templates", SystemTableEntryDraft.named("Export")));
        desk.does(() ->
                templates.offer("EXPORT", new InvoiceTemplateDraft("", List.of(PaymentWay.CASH, PaymentWay.CARD))));
        desk.does(() -> templates.choose(desk.customer, new CustomerTemplateDraft("EXPORT")));
        ledger.invoice(desk.customer, "2026-10-02", "50.00");
        PortalOverview overview = desk.visits(() -> desk.records.overview(visit));
        assertEquals(
                List.of(List.of(), List.of(PaymentWay.CARD, PaymentWay.CASH)),
                overview.invoices().stream().map(PortalInvoice::ways).toList());
        assertEquals(
                new PortalPayment(List.of(), "", "", ""), desk.visits(() -> desk.records.payment(visit, overview)));
    }

    private void state(PaymentWays ways, PaymentWay... stated) {
        desk.does(() -> ways.replace(desk.customer, new PaymentWaysDraft(List.of(stated))));
    }

    private static void assertPdf(byte[] bytes) {
        assertEquals("%PDF", new String(bytes, 0, 4, java.nio.charset.StandardCharsets.US_ASCII));
    }

    /** S4-99: with its contact, access is gone. */
    @Test
    void accessGoesWithItsContact() {
        desk.letIn(desk.customer, desk.anna);
        String session = desk.signIn(EMAIL, PortalDesk.PASSWORD).orElseThrow();
        assertTrue(
                desk.does(() -> desk.kontor.get(Contacts.class).find(desk.anna)).isPresent());
        desk.kontor.sql("delete from message");
        desk.kontor.sql("delete from contact where id = " + desk.anna);
        assertEquals(Optional.empty(), desk.visit(session));
        assertEquals(Optional.empty(), desk.signIn(EMAIL, PortalDesk.PASSWORD));
        assertEquals("0", desk.kontor.sql("select count(*) from portal_session"));
    }
}
