package org.kontor.communication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.shared.AppException;
import org.kontor.spi.MessageChannel.Message;
import org.kontor.spi.Outcome;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.ScriptedChannel;

/** What becomes of messages that are sent: none is lost, and none is sent twice by itself. */
@OnPostgres
class MessageSendingsTest {

    private final MessageDesk desk = new MessageDesk();

    @AfterEach
    void stop() {
        desk.kontor.close();
    }

    /** S4-05, S4-129: it is stored, sent by the job, told by the history and the audit log; neither holds its text. */
    @Test
    void anEMailIsSentAndRecorded() throws Exception {
        MessageView written = desk.send(MessageDesk.email("anna@shop.example"));
        assertEquals(MessageState.QUEUED, written.state());
        assertEquals(List.of(), desk.mail.messages);
        desk.run(written.id());
        Message sent = desk.mail.messages.get(0);
        assertEquals("anna@shop.example", sent.to());
        assertEquals("About your visit", sent.subject());
        assertEquals("See you soon.", sent.text());
        MessageView after = desk.find(written.id());
        assertEquals(MessageState.SENT, after.state());
        assertEquals("m1", after.remoteId());
        assertEquals("email-test", after.connection());
        assertEquals(1, after.tries());
        assertEquals(List.of(after), desk.list(MessageQuery.ALL));
        assertEquals("email.queued,email.sent", desk.kinds("email"));
        assertEquals(
                "message " + written.id() + " of customer " + desk.customer + " by EMAIL",
                desk.kontor.sql("select subject from access_event where kind = 'message.written'"));
        assertEquals(
                "0",
                desk.kontor.sql("select (select count(*) from timeline_entry t where t::text like '%See you soon%')"
                        + " + (select count(*) from access_event a where a::text like '%See you soon%')"));
        desk.run(written.id());
        assertEquals(1, desk.mail.messages.size(), "nothing is sent twice");
    }

    /** Certainly not sent: it comes again with the same key, with growing pauses, for a day. */
    @Test
    void whatWasNotSentIsTriedAgainForADay() throws Exception {
        MessageView written = desk.send(MessageDesk.email("anna@shop.example"));
        desk.mail.answers.add(() -> Outcome.notSent(ScriptedChannel.NO.because("Nobody listens.")));
        desk.mail.answers.add(() -> Outcome.notSent(ScriptedChannel.NO.because("Nobody listens.")));
        desk.run(written.id());
        desk.run(written.id());
        MessageView waiting = desk.find(written.id());
        assertEquals(MessageState.QUEUED, waiting.state());
        assertEquals("Nobody listens.", waiting.trouble());
        assertEquals("2", desk.jobsAhead());
        desk.run(written.id());
        assertEquals(MessageState.SENT, desk.find(written.id()).state());
        assertEquals(1, desk.mail.messages.stream().map(Message::key).distinct().count(), "one intention has one key");

        MessageView late = desk.send(MessageDesk.email("anna@shop.example"));
        desk.kontor.clock().advance(Duration.ofHours(24));
        desk.mail.answers.add(() -> Outcome.notSent(ScriptedChannel.NO.because("Nobody listens.")));
        desk.run(late.id());
        assertEquals(MessageState.FAILED, desk.find(late.id()).state());
    }

    /** Nobody knows: it is shown as such, and goes again only when somebody says that it may arrive twice. */
    @Test
    void anUnknownEndIsNeverSentAgainByItself() throws Exception {
        MessageView written = desk.send(MessageDesk.email("anna@shop.example"));
        desk.mail.answers.add(() -> Outcome.unknown(ScriptedChannel.NO.because("It may have arrived.")));
        desk.run(written.id());
        MessageView unknown = desk.find(written.id());
        assertEquals(MessageState.UNKNOWN, unknown.state());
        assertEquals("It may have arrived.", unknown.trouble());
        assertEquals("0", desk.jobsAhead());
        desk.run(written.id());
        assertEquals(1, desk.mail.messages.size());
        assertEquals(
                "MAY_ARRIVE_TWICE",
                desk.refused(() -> desk.messages.sendAgain(written.id(), unknown.version(), false))
                        .code());
        assertEquals(
                "STALE_VERSION",
                desk.refused(() -> desk.messages.sendAgain(written.id(), unknown.version() - 1, true))
                        .code());
        desk.kontor.asSystem(() -> desk.messages.sendAgain(written.id(), unknown.version(), true));
        desk.run(written.id());
        assertEquals(MessageState.SENT, desk.find(written.id()).state());
        assertEquals(desk.mail.messages.get(0).key(), desk.mail.messages.get(1).key());
        assertEquals(
                "NOT_SENDABLE",
                desk.refused(() -> desk.messages.sendAgain(
                                written.id(), desk.find(written.id()).version(), true))
                        .code());
    }

    /** A connector that throws may have sent it: nobody knows. */
    @Test
    void aConnectorThatThrowsLeavesItUnknown() throws Exception {
        MessageView written = desk.send(MessageDesk.email("anna@shop.example"));
        desk.mail.answers.add(() -> {
            throw new IllegalStateException("See you soon.");
        });
        desk.run(written.id());
        assertEquals(MessageState.UNKNOWN, desk.find(written.id()).state());
        assertFalse(desk.find(written.id()).trouble().contains("See you"));
    }

    /** Killed between the commit and the sending: the job is there and sends it. Killed in the call: nobody knows, and it is not repeated. */
    @Test
    void aStoppedNodeNeitherLosesNorRepeats() throws Exception {
        MessageView before = desk.send(MessageDesk.email("anna@shop.example"));
        assertEquals("1", desk.kontor.sql("select count(*) from job where task_name = 'message'"));
        desk.run(before.id());
        assertEquals(MessageState.SENT, desk.find(before.id()).state());

        MessageView during = desk.send(MessageDesk.email("anna@shop.example"));
        desk.mail.answers.add(() -> {
            throw new StackOverflowError("killed");
        });
        assertThrows(StackOverflowError.class, () -> desk.run(during.id()));
        assertEquals(MessageState.SENDING, desk.find(during.id()).state());
        desk.run(during.id());
        assertEquals(MessageState.UNKNOWN, desk.find(during.id()).state());
        assertEquals(2, desk.mail.messages.size());
        assertEquals(
                "email.unknown",
                desk.kinds("email").substring(desk.kinds("email").lastIndexOf(',') + 1));
    }

    /** What the other system refuses is over; somebody may ask again, as another intention. */
    @Test
    void whatIsRefusedFailsAndMayBeSentAgain() throws Exception {
        MessageView written = desk.send(MessageDesk.email("anna@shop.example"));
        desk.mail.answers.add(() -> Outcome.refused(ScriptedChannel.NO.because("No such mailbox.")));
        desk.run(written.id());
        MessageView failed = desk.find(written.id());
        assertEquals(MessageState.FAILED, failed.state());
        assertEquals("No such mailbox.", failed.trouble());
        desk.kontor.asSystem(() -> desk.messages.sendAgain(written.id(), failed.version(), false));
        desk.run(written.id());
        assertEquals(MessageState.SENT, desk.find(written.id()).state());
        assertNotEquals(
                desk.mail.messages.get(0).key(), desk.mail.messages.get(1).key());
    }

    /** S4-09: without a connection for the customer's entity it is refused with the cure; one that goes later is waited for. */
    @Test
    void withoutAConnectionItIsRefusedWithTheCure() throws Exception {
        MessageView waiting = desk.send(MessageDesk.email("anna@shop.example"));
        desk.kontor.sql("update connection set enabled = false");
        AppException refused =
                desk.refused(() -> desk.messages.add(desk.customer, MessageDesk.email("anna@shop.example")));
        assertEquals("NO_CHANNEL", refused.code());
        assertTrue(refused.getMessage().contains("Connections"));
        assertEquals(
                List.of(false, false, false, true),
                desk.kontor.asSystem(() -> desk.messages.channels(desk.customer)).stream()
                        .map(MessageChannelView::ready)
                        .toList());
        desk.run(waiting.id());
        assertEquals(MessageState.QUEUED, desk.find(waiting.id()).state());
        assertTrue(desk.find(waiting.id()).trouble().contains("set up and enable"));
        desk.kontor.sql("update connection set enabled = true");
        desk.run(waiting.id());
        assertEquals(MessageState.SENT, desk.find(waiting.id()).state());
    }

    /** S4-05: an entity's own connection goes before the one for all; that of another entity is none. */
    @Test
    void theConnectionOfTheEntityIsChosen() throws Exception {
        desk.kontor.sql("insert into company_entity select (jsonb_populate_record(null::company_entity, to_jsonb(e) ||"
                + " '{\"id\": 77, \"name\": \"Abroad Inc\", \"is_default\": false}')).* from company_entity e limit 1");
        desk.kontor.sql("update connection set entity_id = 77");
        assertEquals(
                "NO_CHANNEL",
                desk.refused(() -> desk.messages.add(desk.customer, MessageDesk.email("anna@shop.example")))
                        .code());
        desk.connect("email-test", Optional.empty(), "For all");
        desk.kontor.sql("update customer set entity_id = 77 where id = " + desk.customer);
        long written = desk.send(MessageDesk.email("anna@shop.example")).id();
        desk.run(written);
        assertEquals("email-test", desk.find(written).connection());
        desk.kontor.sql("update customer set entity_id = 1 where id = " + desk.customer);
        long other = desk.send(MessageDesk.email("anna@shop.example")).id();
        desk.run(other);
        assertEquals("For all", desk.find(other).connection());
    }
}
