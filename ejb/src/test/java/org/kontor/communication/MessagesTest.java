package org.kontor.communication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.access.Caller;
import org.kontor.access.RowScope;
import org.kontor.customer.CustomerExport;
import org.kontor.customer.CustomerQuery;
import org.kontor.customer.CustomerRow;
import org.kontor.customer.Customers;
import org.kontor.lifecycle.MergeDraft;
import org.kontor.lifecycle.Merges;
import org.kontor.receivable.InvoiceView;
import org.kontor.receivable.LedgerDesk;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.PageRequest;
import org.kontor.spi.MessageChannel.Message;
import org.kontor.spi.Outcome;
import org.kontor.suppression.Identity;
import org.kontor.suppression.Suppressions;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.ScriptedChannel;
import org.kontor.timeline.Timeline;
import org.kontor.timeline.TimelineEntry;

/** Messages: what is refused, what is written down, what goes along, and whose they are. */
@OnPostgres
class MessagesTest {

    private final MessageDesk desk = new MessageDesk();

    @AfterEach
    void stop() {
        desk.kontor.close();
    }

    /** S4-55, X-22: the last e-mail that was sent; a text message, a call, one that failed and one received do not move it. */
    @Test
    void lastContactedIsTheLastEMailThatWasSent() throws Exception {
        desk.connect("sms-test", Optional.empty());
        assertEquals(Optional.empty(), desk.last().any());
        desk.run(desk.send(MessageDesk.email("anna@shop.example")).id());
        Instant sent = desk.find(1).happenedAt();
        desk.kontor.clock().advance(Duration.ofHours(1));
        desk.mail.answers.add(() -> Outcome.refused(ScriptedChannel.NO.because("No such mailbox.")));
        desk.run(desk.send(MessageDesk.email("bert@shop.example")).id());
        desk.kontor.clock().advance(Duration.ofHours(1));
        desk.send(MessageDesk.received(MessageKind.EMAIL));
        desk.run(desk.send(MessageDesk.text(desk.contact(true))).id());
        desk.kontor.clock().advance(Duration.ofHours(1));
        MessageView call = desk.send(MessageDesk.call());
        LastContactView last = desk.last();
        assertEquals(Optional.of(sent), last.lastContacted());
        assertEquals(Optional.of(sent.plus(Duration.ofHours(2))), last.email());
        assertEquals(Optional.of(sent.plus(Duration.ofHours(2))), last.sms());
        assertEquals(Optional.empty(), last.letter());
        assertEquals(Optional.of(call.happenedAt()), last.call());
        assertEquals(last.call(), last.any());
    }

    /** S4-55: the list tells when an e-mail was last sent, and can be narrowed to those to whom none was; only to who may see messages. */
    @Test
    void theListKnowsWhoWasNotWrittenTo() throws Exception {
        long quiet = desk.customer("Acme Quiet");
        long older = desk.customer("Acme Older");
        MessageView mail = desk.send(MessageDesk.email("anna@shop.example"));
        desk.run(mail.id());
        desk.run(desk.kontor
                .asSystem(() -> desk.messages.add(older, MessageDesk.email("bert@shop.example")))
                .id());
        desk.send(MessageDesk.call());
        desk.kontor.sql("update message set happened_at = now() where customer_id = " + desk.customer);
        desk.kontor.sql("update message set happened_at = now() - interval '40 days' where customer_id = " + older);
        assertEquals(List.of(quiet, older, desk.customer), byContact(false));
        assertEquals(List.of(desk.customer, older, quiet), byContact(true));
        assertEquals(List.of(older, quiet), quietFor("", 30));
        assertEquals(List.of(quiet), quietFor("", 50));
        assertEquals(List.of(older, quiet), quietFor("acme", 30), "a search goes another way");
        assertEquals(List.of(), quietFor("nobody", 30));
        Caller bert = new Caller(7, "bert", Set.of("read:customer"), RowScope.ALL);
        AppException refused = assertThrows(
                AppException.class,
                () -> desk.kontor.as(
                        bert, () -> desk.kontor.get(Customers.class).count(quietQuery("", 30), 10)));
        assertEquals(ErrorKind.FORBIDDEN, refused.kind());
        assertEquals(
                ErrorKind.FORBIDDEN,
                assertThrows(
                                AppException.class,
                                () -> desk.kontor.as(
                                        bert,
                                        () -> desk.kontor.get(Customers.class).rows(sorted(true), 0, 10)))
                        .kind());
        assertEquals(
                Set.of(Optional.empty()),
                desk.kontor.as(bert, () -> desk.kontor.get(Customers.class).rows(CustomerQuery.all(), 0, 10)).stream()
                        .map(CustomerRow::lastContacted)
                        .collect(Collectors.toSet()));
    }

    /** S4-55, S4-117: when an e-mail was last sent goes with the e-mails: a merge, its undo, e-mails that are removed; two that are sent at once. */
    @Test
    void lastContactedGoesWithTheEMails() throws Exception {
        long other = desk.customer("Acme Two");
        desk.run(desk.send(MessageDesk.email("anna@shop.example")).id());
        Instant first = Instant.parse(contacted(desk.customer));
        desk.kontor.clock().advance(Duration.ofHours(1));
        desk.run(desk.kontor
                .asSystem(() -> desk.messages.add(other, MessageDesk.email("bert@shop.example")))
                .id());
        String later = first.plus(Duration.ofHours(1)).toString();
        assertEquals(later, contacted(other));
        Merges merges = desk.kontor.get(Merges.class);
        long merge = desk.kontor.asSystem(() ->
                merges.merge(new MergeDraft(desk.customer, List.of(other))).id());
        assertEquals(later, contacted(desk.customer));
        desk.kontor.asSystem(() -> merges.undo(merge, false));
        assertEquals(first.toString(), contacted(desk.customer));
        assertEquals(later, contacted(other));
        desk.kontor.sql("delete from message where customer_id = " + other);
        assertEquals("", contacted(other));

        String mail =
                "insert into message (created_at, created_by, customer_id, channel, direction, state, happened_at, address, subject,"
                        + " text, sending_key, queued_at) values (now(), 'x', " + other
                        + ", 'EMAIL', 'OUT', 'SENT', ?::timestamptz, 'a', 's', 't',"
                        + " 'k', now())";
        try (Connection one = desk.kontor.dataSource().getConnection();
                Connection two = desk.kontor.dataSource().getConnection();
                PreparedStatement late = one.prepareStatement(mail);
                PreparedStatement early = two.prepareStatement(mail)) {
            one.setAutoCommit(false);
            late.setString(1, "2026-11-22T10:00:00Z");
            late.executeUpdate();
            early.setString(1, "2026-11-22T09:00:00Z");
            FutureTask<Integer> waiting = new FutureTask<>(early::executeUpdate);
            new Thread(waiting).start();
            assertThrows(TimeoutException.class, () -> waiting.get(200, TimeUnit.MILLISECONDS));
            one.commit();
            assertEquals(1, waiting.get(20, TimeUnit.SECONDS));
        }
        assertEquals("2026-11-22T10:00:00Z", contacted(other));
    }

    /** S4-55, S3-32: the file of the list says when an e-mail was last sent, to who may see messages. */
    @Test
    void theFileOfTheListTellsWhenAnEMailWasLastSent() throws Exception {
        desk.customer("Acme Quiet");
        desk.kontor.clock().advance(Duration.ofHours(1));
        desk.run(desk.send(MessageDesk.email("anna@shop.example")).id());
        String sent = Instant.parse(contacted(desk.customer))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        String file = desk.kontor.asSystem(this::export);
        assertTrue(file.lines().findFirst().orElseThrow().contains(",UpdatedAt,LastContacted,Tags,"), file);
        assertEquals(
                1, file.lines().filter(line -> line.contains("," + sent + ",")).count(), file);
        Caller bert = new Caller(7, "bert", Set.of("read:customer", "export:customer"), RowScope.ALL);
        assertFalse(desk.kontor.as(bert, this::export).contains("LastContacted"));
    }

    private String export() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        desk.kontor.get(CustomerExport.class).write(CustomerQuery.all(), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The column as an instant; empty for never. */
    private String contacted(long id) {
        return desk.kontor
                .asSystem(() -> desk.kontor.get(Customers.class).rows(CustomerQuery.chosen(Set.of(id)), 0, 1))
                .get(0)
                .lastContacted()
                .map(Instant::toString)
                .orElse("");
    }

    private List<Long> byContact(boolean descending) {
        return desk.kontor.asSystem(() -> desk.kontor.get(Customers.class).rows(sorted(descending), 0, 10)).stream()
                .map(CustomerRow::id)
                .toList();
    }

    private static CustomerQuery sorted(boolean descending) {
        return CustomerQuery.all().sorted(CustomerQuery.Sort.CONTACTED, descending);
    }

    private List<Long> quietFor(String text, int days) {
        return desk.kontor.asSystem(() -> {
            Customers customers = desk.kontor.get(Customers.class);
            List<Long> ids = customers.rows(quietQuery(text, days), 0, 10).stream()
                    .map(CustomerRow::id)
                    .toList();
            assertEquals(ids.size(), customers.count(quietQuery(text, days), 10));
            return ids;
        });
    }

    private static CustomerQuery quietQuery(String text, int days) {
        return new CustomerQuery(
                        text,
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(false),
                        CustomerQuery.Sort.NAME,
                        false)
                .with(CustomerQuery.Marked.ANY.quietFor(Optional.of(days)));
    }

    /** S2-22, S4-07: a text message goes to contacts who agreed; who did not is left alone, and that is written down. */
    @Test
    void textMessagesGoToThoseWhoAgreed() throws Exception {
        desk.connect("sms-test", Optional.empty());
        long agreed = desk.contact(true);
        long not = desk.contact(false);
        MessageView written = desk.send(MessageDesk.text(agreed));
        desk.run(written.id());
        assertEquals("+13032027333", desk.sms.messages.get(0).to());
        AppException refused = desk.refused(() -> desk.messages.add(desk.customer, MessageDesk.text(not)));
        assertEquals("contactId", refused.errors().get(0).field());
        assertEquals("SMS_NOT_AGREED", refused.errors().get(0).code());
        assertEquals(1, desk.sms.messages.size());
    }

    /** S4-06: a letter goes by any connector that has a channel for letters. */
    @Test
    void lettersGoByAConnector() throws Exception {
        assertEquals(
                "NO_CHANNEL",
                desk.refused(() -> desk.messages.add(desk.customer, MessageDesk.letter("Main Street 1, 20457 Hamburg")))
                        .code());
        desk.connect("letter-test", Optional.empty());
        assertEquals("address", desk.field(MessageDesk.letter("")));
        desk.run(desk.send(MessageDesk.letter("Main Street 1, 20457 Hamburg")).id());
        assertEquals("Main Street 1, 20457 Hamburg", desk.post.messages.get(0).to());
        assertEquals("letter.queued,letter.sent", desk.kinds("letter"));
    }

    /** S4-08, S4-129: a call, and what was received, is written down without a connector. */
    @Test
    void callsAndWhatWasReceivedAreWrittenDown() {
        desk.kontor.sql("update connection set enabled = false");
        MessageView call = desk.send(MessageDesk.call());
        assertEquals(MessageState.LOGGED, call.state());
        assertEquals(
                MessageState.LOGGED,
                desk.send(MessageDesk.received(MessageKind.LETTER)).state());
        assertEquals("0", desk.kontor.sql("select count(*) from job where task_name = 'message'"));
        assertEquals("call.logged", desk.kinds("call"));
        assertEquals("letter.received", desk.kinds("letter"));
        MessageDraft tomorrow = new MessageDraft(
                Optional.of(MessageKind.CALL),
                Optional.empty(),
                "",
                Optional.empty(),
                "",
                "We spoke.",
                List.of(),
                Optional.of(desk.kontor.clock().instant().plus(Duration.ofDays(1))));
        assertEquals("happenedAt", desk.field(tomorrow));
        assertEquals(
                1,
                desk.list(new MessageQuery(Set.of(MessageKind.CALL), Set.of(), Set.of()))
                        .size());
        assertEquals(
                1,
                desk.list(new MessageQuery(Set.of(), Set.of(MessageDirection.IN), Set.of()))
                        .size());
    }

    /** Each field is named, and nothing is half-written. */
    @Test
    void whatIsWrongIsNamed() {
        MessageDraft empty = new MessageDraft(
                Optional.of(MessageKind.EMAIL),
                Optional.empty(),
                "no address",
                Optional.of(4711L),
                "",
                " ",
                List.of(MessageFileDraft.of(MessageFileKind.INVOICE, 4711)),
                Optional.of(desk.kontor.clock().instant()));
        assertEquals(
                List.of("contactId", "subject", "text", "happenedAt", "attachments"),
                desk.refused(() -> desk.messages.add(desk.customer, empty)).errors().stream()
                        .map(e -> e.field())
                        .toList());
        assertEquals("address", desk.field(MessageDesk.email("no address")));
        assertEquals("address", desk.field(MessageDesk.email("")));
        assertEquals(
                "channel",
                desk.field(new MessageDraft(
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        "",
                        "x",
                        List.of(),
                        Optional.empty())));
        assertEquals("0", desk.kontor.sql("select count(*) from message"));
    }

    /** Nothing is sent to somebody who was erased, not even what waits already. */
    @Test
    void nothingIsSentToWhoWasErased() throws Exception {
        MessageView waiting = desk.send(MessageDesk.email("Anna@shop.example"));
        desk.kontor.asSystem(() -> desk.kontor
                .get(Suppressions.class)
                .remember(
                        9,
                        List.of(new Identity(Set.of("anna@shop.example"), Set.of(), "", Optional.empty(), List.of()))));
        AppException refused =
                desk.refused(() -> desk.messages.add(desk.customer, MessageDesk.email("anna@shop.example")));
        assertEquals("address", refused.errors().get(0).field());
        assertEquals("PERSON_ERASED", refused.errors().get(0).code());
        desk.run(waiting.id());
        assertEquals(MessageState.FAILED, desk.find(waiting.id()).state());
        assertEquals(List.of(), desk.mail.messages);
    }

    /** Who may not read messages does not find them in the history either; who sees own customers alone sees theirs, and writes to no other. */
    @Test
    void messagesAreHiddenFromWhoMayNotSeeThem() {
        long id = desk.send(MessageDesk.email("anna@shop.example")).id();
        Caller small = new Caller(1, "small", Set.of("read:customer"));
        List<TimelineEntry> seen = desk.kontor.as(
                small,
                () -> desk.kontor
                        .get(Timeline.class)
                        .ofCustomer(desk.customer, Set.of(), PageRequest.first())
                        .items());
        assertTrue(seen.stream().noneMatch(entry -> entry.kind().startsWith("email")));
        Caller own = new Caller(4711, "own", Set.of("read:customer", "read:message", "send:message"), RowScope.OWN);
        assertEquals(Optional.empty(), desk.kontor.as(own, () -> desk.messages.find(id)));
        for (Callable<?> work : List.<Callable<?>>of(
                () -> desk.messages.add(desk.customer, MessageDesk.call()),
                () -> desk.messages.ofCustomer(desk.customer, MessageQuery.ALL, PageRequest.first()),
                () -> desk.messages.lastContact(desk.customer),
                () -> desk.messages.channels(desk.customer),
                () -> desk.messages.sendAgain(id, 1, true))) {
            assertEquals(
                    ErrorKind.ABSENT,
                    assertThrows(AppException.class, () -> desk.kontor.as(own, work))
                            .kind());
        }
    }

    /** S4-16: invoices go along as PDF, are of this customer and issued, and their history says that they were sent. */
    @Test
    void invoicesAndAStatementGoAlong() throws Exception {
        InvoiceView invoice = new LedgerDesk(desk.kontor).invoice(desk.customer, "2026-11-01", "10.00");
        InvoiceView foreign = new LedgerDesk(desk.kontor).invoice(desk.customer("Bravo"), "2026-11-01", "10.00");
        assertEquals(
                "attachments",
                desk.field(MessageDesk.with(MessageFileDraft.of(MessageFileKind.INVOICE, foreign.id()))));
        MessageView written = desk.send(MessageDesk.with(
                MessageFileDraft.of(MessageFileKind.INVOICE, invoice.id()),
                new MessageFileDraft(Optional.of(MessageFileKind.STATEMENT), Optional.empty(), Optional.empty())));
        assertEquals(
                "invoice-" + invoice.number() + ".pdf",
                written.attachments().get(0).name());
        desk.run(written.id());
        Message sent = desk.mail.messages.get(0);
        assertEquals(2, sent.attachments().size());
        for (var file : sent.attachments()) {
            assertEquals("application/pdf", file.mediaType());
            assertTrue(starts(file.content().open()).startsWith("%PDF-"));
        }
        assertEquals(
                Long.toString(invoice.id()),
                desk.kontor.sql("select details ->> 'documentId' from timeline_entry where kind = 'invoice.sent'"));
    }

    /** S4-117: messages go over with a merge, in full number, and come back with its undo. */
    @Test
    void aMergeMovesMessagesAndItsUndoGivesThemBack() {
        long other = desk.customer("Acme Two");
        desk.send(MessageDesk.email("anna@shop.example"));
        MessageView theirs =
                desk.kontor.asSystem(() -> desk.messages.add(other, MessageDesk.email("bert@shop.example")));
        Merges merges = desk.kontor.get(Merges.class);
        long merge = desk.kontor.asSystem(() ->
                merges.merge(new MergeDraft(desk.customer, List.of(other))).id());
        assertEquals(2, desk.list(MessageQuery.ALL).size());
        desk.kontor.asSystem(() -> merges.undo(merge, false));
        assertEquals(1, desk.list(MessageQuery.ALL).size());
        assertEquals(other, desk.find(theirs.id()).customerId());
    }

    private static String starts(InputStream in) throws IOException {
        try (in) {
            return new String(in.readNBytes(8), java.nio.charset.StandardCharsets.ISO_8859_1);
        }
    }
}
