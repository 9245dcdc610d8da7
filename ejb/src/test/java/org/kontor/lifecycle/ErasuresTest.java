package org.kontor.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.access.Caller;
import org.kontor.access.RowScope;
import org.kontor.connector.RemotePause;
import org.kontor.customer.Drafts;
import org.kontor.document.Paper;
import org.kontor.lifecycle.ErasureStep.State;
import org.kontor.note.Notes;
import org.kontor.receivable.AllocationLine;
import org.kontor.receivable.AllocationPolicy;
import org.kontor.receivable.InvoiceView;
import org.kontor.receivable.LedgerDesk;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.spi.Outcome;
import org.kontor.spi.PaymentVault.Deletion;
import org.kontor.testing.OnPostgres;

/** What an erasure asks, does and proves, and that a crash at any point loses nothing of it. */
@OnPostgres
class ErasuresTest {

    private final ErasureBench bench = new ErasureBench();

    @AfterEach
    void close() {
        bench.close();
    }

    /** S4-89, S4-101, S4-103: everything is said beforehand. */
    @Test
    void thePreviewSaysWhatGoesWhatStaysAndWhoIsAsked() {
        long id = bench.vaulted();
        bench.kontor.asSystem(() -> bench.kontor.get(Notes.class).add(id, "Likes tea", false));
        ErasurePreview preview = bench.kontor.asSystem(() -> bench.erasures.preview(id));
        assertEquals("Yuki Tanaka", preview.displayName());
        assertFalse(preview.archived());
        assertTrue(preview.removed().contains(new ErasurePreview.Part("note", 1)), preview.removed()::toString);
        assertTrue(preview.removed().contains(new ErasurePreview.Part("contact", 1)), preview.removed()::toString);
        assertEquals(
                List.of(new ErasurePreview.Vault(
                        bench.connection, "Vault", true, false, Optional.empty(), "", Optional.empty())),
                preview.vaults());
        assertEquals(List.of("books"), preview.elsewhere());
        assertEquals(List.of(), preview.obstacles());
        assertEquals(List.of(), bench.vault.calls);
    }

    /** What a vault will refuse by its own rules, and until when, is told before anybody asks it. */
    @Test
    void aRefusalIsForeseen() {
        LocalDate day = LocalDate.of(2027, 6, 1);
        bench.vault.rule = Optional.of(
                new Deletion.RefusedUntil(Optional.of(day), ScriptedVault.YOUNG.because("Charges are young.")));
        long id = bench.vaulted();

        ErasurePreview.Vault vault =
                bench.kontor.asSystem(() -> bench.erasures.preview(id)).vaults().get(0);

        assertEquals("Charges are young.", vault.refusal());
        assertEquals(Optional.of(day), vault.refusedUntil());
        assertEquals(List.of(), bench.vault.calls);
    }

    /** S4-90 to S4-99, S4-101, S4-102, S0-38: nothing is left, the number stays known, and the person does not come back. */
    @Test
    void theCustomerGoesWithEverythingAndDoesNotComeBack() {
        long id = bench.vaulted();
        long other = bench.register(Drafts.business("Other Ltd"));
        ErasureView asked = bench.erase(id);
        assertEquals(ErasureState.REQUESTED, asked.state());
        ErasureView done = bench.run(asked.id());
        assertEquals(ErasureState.COMPLETED, done.state());
        assertEquals(1L, done.erased().get("customer"));
        assertEquals("1", bench.kontor.sql("select count(*) from customer"));
        assertEquals("0", bench.kontor.sql("select count(*) from timeline_entry where customer_id = " + id));
        assertEquals(List.of("delete " + ErasureBench.SHOPPER), bench.vault.calls);
        assertTrue(bench.kontor.asSystem(() -> bench.erasures.wasErased(id)));
        assertFalse(bench.kontor.asSystem(() -> bench.erasures.wasErased(other)));
        assertTrue(bench.register(Drafts.business("Next Ltd")) > Math.max(id, other), "a number is given once");
        assertEquals(
                "PERSON_ERASED",
                assertThrows(AppException.class, () -> bench.register(bench.person("Yuki", "Tanaka")))
                        .code());
        assertEquals(
                "customer " + id + ", erasure " + done.id(),
                bench.kontor.sql("select subject from access_event where kind = 'customer.erased'"));
    }

    /** S3-66, S4-91: subscribers are told the number alone; what they were told before is forgotten. */
    @Test
    void subscribersHearOfItAndNothingElseIsLeftInTheOutbox() {
        bench.kontor.sql(
                "insert into app_user (id, version, created_at, created_by, updated_at, updated_by, login, display_name,"
                        + " email, password_hash, must_change_password, active, credential_stamp) values"
                        + " (7, 1, now(), 'x', now(), 'x', 'anna', 'Anna', '', '', false, true, 0)");
        bench.kontor.sql("insert into webhook values (1, 1, now(), 'x', now(), 'x', 7, 'https://example.org', '',"
                + " '{customer.created,customer.erased}', true, '\\x00', 0, 0, null)");
        long id = bench.vaulted();
        assertEquals("customer.created", deliveries(id));
        bench.run(bench.erase(id).id());
        assertEquals("customer.erased", deliveries(id));
    }

    private String deliveries(long customer) {
        return bench.kontor.sql(
                "select string_agg(event, ' ' order by id) from webhook_delivery where customer_id = " + customer);
    }

    /** S4-90: the name confirms, or the version. */
    @Test
    void nothingBeginsWithoutTheRightConfirmation() {
        long id = bench.vaulted();
        AppException name = refused(() -> bench.erasures.erase(id, "Yuki"));
        assertEquals("confirm", name.errors().get(0).field());
        assertEquals(
                ErrorKind.STALE,
                refused(() -> bench.erasures.erase(id, OptionalLong.of(9))).kind());
        assertEquals(
                ErrorKind.ABSENT, refused(() -> bench.erasures.erase(4711, "x")).kind());
        assertEquals("0", bench.kontor.sql("select count(*) from erasure"));
        bench.kontor.asSystem(() -> bench.erasures.erase(id, OptionalLong.of(1)));
        assertEquals(
                "ERASURE_RUNNING",
                refused(() -> bench.erasures.erase(id, OptionalLong.of(1))).code());
    }

    /** S4-66, S4-90: not for everybody, and not for customers of others. */
    @Test
    void whoDoesNotSeeTheCustomerCannotEraseIt() {
        long id = bench.vaulted();
        Caller own = new Caller(7, "anna", Set.of("erase:customer", "read:customer"), RowScope.OWN);
        AppException refused = assertThrows(
                AppException.class, () -> bench.kontor.as(own, () -> bench.erasures.erase(id, "Yuki Tanaka")));
        assertEquals(ErrorKind.ABSENT, refused.kind());
    }

    /** S4-89: changing customers is another permission. */
    @Test
    void whoMayEraseNeedNotBeAbleToChange() {
        long id = bench.vaulted();
        Caller eraser = new Caller(7, "anna", Set.of("erase:customer", "read:customer"), RowScope.ALL);
        assertEquals(
                id,
                bench.kontor
                        .as(eraser, () -> bench.erasures.erase(id, "Yuki Tanaka"))
                        .customerId());
    }

    /** S4-104, S4-105: what stands in the way is looked for again in the transaction of the erasure. */
    @Test
    void whatHappensMeanwhileBlocksIt() {
        long parent = bench.register(Drafts.business("Parent Ltd").parent());
        ErasureView asked = bench.erase(parent);
        bench.register(Drafts.business("Child Ltd").childOf(parent));
        ErasureView blocked = bench.run(asked.id());
        assertEquals(ErasureState.BLOCKED, blocked.state());
        assertTrue(blocked.message().contains("child accounts"), blocked.message());
        assertEquals("2", bench.kontor.sql("select count(*) from customer"));
        assertEquals("0", bench.kontor.sql("select count(*) from suppression"));
        assertEquals(
                "HAS_CHILDREN",
                refused(() -> bench.erasures.erase(parent, "Parent Ltd")).code());
        assertEquals(
                1,
                bench.kontor
                        .asSystem(() -> bench.erasures.preview(parent))
                        .obstacles()
                        .size());
    }

    /** S4-100, X-28: refused, methods removed, asked again on the day, accepted, confirmed; the certificate tells each. */
    @Test
    void aVaultThatRefusesIsAskedAgainOnItsDay() throws IOException {
        LocalDate today = LocalDate.ofInstant(bench.kontor.clock().instant(), ZoneOffset.UTC);
        LocalDate later = today.plusMonths(3);
        bench.vault.answers.add(() -> Outcome.done(new Deletion.RefusedUntil(
                Optional.of(later),
                ScriptedVault.YOUNG.because("Charges of " + ErasureBench.SHOPPER + " are young."))));
        bench.vault.answers.add(() -> Outcome.done(new Deletion.Accepted(later.plusDays(7))));
        long id = bench.vaulted();
        long erasure = bench.erase(id).id();

        ErasureView refused = bench.run(erasure);
        assertEquals(ErasureState.ERASED, refused.state());
        ErasureStep step = bench.remote(erasure);
        assertEquals(State.REFUSED_UNTIL, step.state());
        assertEquals(Optional.of(later), step.until());
        assertEquals("YOUNG_CHARGES", step.code());
        assertFalse(step.message().contains(ErasureBench.SHOPPER), step.message());
        assertEquals(2, step.removed());
        assertFalse(certificate(erasure).getBoolean("complete"));

        bench.run(erasure);
        assertEquals(1, bench.remote(erasure).attempts(), "not before its day");
        bench.kontor.clock().advance(Duration.ofDays(93));
        bench.run(erasure);
        assertEquals(State.PENDING_UNTIL, bench.remote(erasure).state());
        bench.kontor.clock().advance(Duration.ofDays(10));
        assertEquals(ErasureState.COMPLETED, bench.run(erasure).state());
        assertEquals(State.CONFIRMED, bench.remote(erasure).state());
        assertEquals("0", bench.kontor.sql("select count(*) from erasure_step where subject is not null"));
        assertTrue(certificate(erasure).getBoolean("complete"));
        Paper paper = bench.kontor.asSystem(
                () -> bench.kontor.get(ErasureCertificates.class).paper(erasure));
        assertEquals("erasure-" + erasure + ".pdf", paper.name());
        String told;
        try (PDDocument pdf = Loader.loadPDF(paper.bytes())) {
            told = new PDFTextStripper().getText(pdf);
        }
        assertTrue(told.contains("All systems that were asked have confirmed"), told);
        assertTrue(told.contains("CONFIRMED"), told);
        assertFalse(told.contains(ErasureBench.SHOPPER), told);
        assertEquals(
                List.of(
                        "delete " + ErasureBench.SHOPPER,
                        "remove card-1",
                        "remove card-2",
                        "delete " + ErasureBench.SHOPPER,
                        "delete " + ErasureBench.SHOPPER),
                bench.vault.calls);
    }

    /** S4-100: nothing is known of the answer, so it is asked again; somebody may hurry it. */
    @Test
    void aLostAnswerIsAskedForAgain() {
        bench.vault.answers.add(() -> Outcome.unknown(ScriptedVault.YOUNG.because("No answer.")));
        bench.vault.answers.add(() -> {
            throw new IllegalStateException(ErasureBench.SHOPPER);
        });
        long erasure = bench.erase(bench.vaulted()).id();
        bench.run(erasure);
        assertEquals(State.REQUESTED, bench.remote(erasure).state());
        bench.kontor.asSystem(() -> bench.erasures.retry(erasure));
        bench.run(erasure);
        assertEquals(State.FAILED, bench.remote(erasure).state());
        assertEquals("CONNECTOR_FAILED", bench.remote(erasure).code());
        bench.kontor.asSystem(() -> bench.erasures.retry(erasure));
        assertEquals(ErasureState.COMPLETED, bench.run(erasure).state());
        assertEquals(
                "NOTHING_OPEN", refused(() -> bench.erasures.retry(erasure)).code());
    }

    /** A start may find a connector late, and a connection may be off for a while: neither makes the vault wait for hours. */
    @Test
    void aConnectionThatCannotBeUsedIsLookedForSoon() {
        long erasure = bench.erase(bench.vaulted()).id();
        bench.kontor.sql("update connection set enabled = false");
        for (int attempt = 0; attempt < 9; attempt++) {
            bench.run(erasure);
            assertEquals(State.FAILED, bench.remote(erasure).state());
            bench.kontor.clock().advance(RemotePause.untilThere());
        }
        bench.kontor.sql("update connection set enabled = true");
        bench.vault.answers.add(() -> Outcome.done(new Deletion.AlreadyGone()));

        assertEquals(ErasureState.COMPLETED, bench.run(erasure).state());
    }

    /** S4-93, S4-103: who has settled invoices of another cannot be erased, nor can the other, since that ledger must add up. */
    @Test
    void moneyThatSettledSomethingOfAnotherBlocksBoth() {
        long parent = bench.register(Drafts.business("Parent").parent());
        long child = bench.register(Drafts.business("Child").childOf(parent));
        LedgerDesk desk = new LedgerDesk(bench.kontor);
        InvoiceView invoice = desk.invoice(child, "2026-11-01", "10.00");
        desk.pay(
                parent,
                "2026-11-02",
                "10.00",
                AllocationPolicy.INSTRUCTION,
                new AllocationLine(invoice.id(), Optional.of(new java.math.BigDecimal("10.00"))));

        for (long one : List.of(parent, child)) {
            ErasurePreview preview = bench.kontor.asSystem(() -> bench.erasures.preview(one));
            assertTrue(preview.obstacles().stream().anyMatch(o -> o.code().equals("LEDGER_SHARED")), preview::toString);
        }
        AppException blocked = refused(() -> bench.erasures.erase(child, "Child"));
        assertEquals("LEDGER_SHARED", blocked.code());
        assertTrue(String.valueOf(blocked.getMessage()).contains("customer " + parent), blocked.getMessage());
        assertEquals("2", bench.kontor.sql("select count(*) from customer"));
    }

    /** killed in each transaction, before and after its commit, and in the remote call. */
    @Test
    void aCrashAtAnyPointIsMadeGood() {
        List<String> points = new ArrayList<>();
        boolean died = true;
        for (int last = 1; died; last++) {
            died = false;
            for (boolean afterCommit : List.of(false, true)) {
                long erasure = bench.erase(bench.vaulted()).id();
                try {
                    bench.run(erasure, last, afterCommit);
                } catch (ErasureBench.Killed e) {
                    died = true;
                    String killed = standing(erasure);
                    recovered(erasure);
                    points.add(String.format(
                            Locale.ROOT,
                            "%11d  %-6s commit  %-58s  %s",
                            last,
                            afterCommit ? "after" : "before",
                            killed,
                            standing(erasure)));
                    continue;
                }
                recovered(erasure);
            }
        }
        bench.vault.answers.add(() -> {
            throw new ErasureBench.Killed();
        });
        long erasure = bench.erase(bench.vaulted()).id();
        assertThrows(ErasureBench.Killed.class, () -> bench.run(erasure));
        assertEquals(State.REQUESTED, bench.remote(erasure).state());
        String killed = standing(erasure);
        recovered(erasure);
        points.add(String.format(Locale.ROOT, "     remote  call           %-58s  %s", killed, standing(erasure)));
        System.out.println("transaction  killed         found then" + " ".repeat(50) + "made good");
        points.forEach(System.out::println);
        assertTrue(points.size() >= 11, "points: " + points);
    }

    private String standing(long erasure) {
        return bench.find(erasure).state() + ": "
                + bench.find(erasure).steps().stream()
                        .map(step -> step.kind() + " " + step.state())
                        .collect(Collectors.joining(", "));
    }

    private void recovered(long erasure) {
        bench.run(erasure);
        bench.kontor.clock().advance(ErasureWork.LEASE.plusSeconds(1));
        ErasureView done = bench.run(erasure);
        assertEquals(ErasureState.COMPLETED, done.state(), done::toString);
        assertEquals("0", bench.kontor.sql("select count(*) from customer"));
        assertEquals(
                "1",
                bench.kontor.sql(
                        "select count(*) from access_event where kind = 'customer.erased' and subject like '%erasure "
                                + erasure + "'"));
        bench.kontor.sql("delete from suppression");
    }

    private jakarta.json.JsonObject certificate(long erasure) {
        return bench.kontor
                .asSystem(() -> bench.kontor.get(ErasureCertificates.class).of(erasure))
                .getJsonObject("certificate");
    }

    private AppException refused(java.util.concurrent.Callable<?> work) {
        return assertThrows(AppException.class, () -> bench.kontor.asSystem(work));
    }
}
