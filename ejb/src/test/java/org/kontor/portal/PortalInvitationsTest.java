package org.kontor.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.communication.MessageState;
import org.kontor.communication.Messages;
import org.kontor.connector.ConnectionDraft;
import org.kontor.connector.Connections;
import org.kontor.customer.BatchAction;
import org.kontor.customer.BatchDraft;
import org.kontor.customer.BatchJob;
import org.kontor.customer.BatchView;
import org.kontor.customer.CustomerBatches;
import org.kontor.customer.CustomerMarks;
import org.kontor.customer.CustomerQuery;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.spi.MessageChannel.Message;
import org.kontor.spi.Outcome;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.ScriptedChannel;
import org.kontor.testing.TestJobRun;

/** Invitations: who is invited, what is sent, what a link is good for. */
@OnPostgres
class PortalInvitationsTest {

    private final PortalDesk desk = new PortalDesk();

    @AfterEach
    void stop() {
        desk.kontor.close();
    }

    /** S4-14, S4-61, X-23: a mail and the state Invited; the link is in the mail and nowhere else. */
    @Test
    void anInvitationIsAMailWithALinkThatIsNotKept() {
        assertEquals(PortalState.DISABLED, desk.state(desk.customer));
        PortalView view = desk.invite(desk.customer);
        assertEquals(PortalState.INVITED, view.state());
        assertEquals("system", view.contacts().get(0).invitedBy());
        String link = desk.deliver();
        Message mail = desk.mail.messages.get(0);
        assertEquals("Anna@shop.example", mail.to());
        assertEquals("Your invoices from My company, online", mail.subject());
        assertTrue(mail.text().startsWith("Hello Anna Berg,"), mail.text());
        assertTrue(mail.text().contains("statements of Acme") && mail.text().contains("within 7 days"), mail.text());
        assertTrue(desk.kontor.sql("select text from message").contains("{link}"));
        assertEquals("0", desk.kontor.sql("select count(*) from message m where m::text like '%" + link + "%'"));
        assertEquals("0", desk.kontor.sql("select count(*) from portal_access a where a::text like '%" + link + "%'"));
        assertEquals("portal.invited", desk.kinds());
        assertEquals("1", desk.kontor.sql("select count(*) from access_event where kind = 'portal.invited'"));
        assertEquals(Optional.of("anna@shop.example"), desk.visits(() -> desk.door.invited(link)));
    }

    /** S4-14: the text is one's own, with places; without the link it is refused. */
    @Test
    void theTextCanBeChanged() {
        desk.does(() -> desk.accesses.invite(
                desk.customer,
                new InvitationDraft(List.of(desk.anna), "For {customer}", "Dear {name}:\n{link}\nBest, {company}")));
        desk.deliver();
        assertEquals("For Acme", desk.mail.messages.get(0).subject());
        assertTrue(
                desk.mail.messages.get(0).text().startsWith("Dear Anna Berg:\nhttps://kontor.example/portal/accept"));
        AppException refused = desk.refused(
                () -> desk.accesses.invite(desk.customer, new InvitationDraft(List.of(4711L), "", "No way in")));
        assertEquals(
                List.of("CONTACT_UNKNOWN", "LINK_MISSING"),
                refused.errors().stream().map(e -> e.code()).toList());
        desk.kontor.sql("update company_entity set locale = 'de-DE'");
        assertTrue(
                desk.does(() -> desk.accesses.invitation(desk.customer)).text().startsWith("Guten Tag"));
    }

    /** S4-14, S4-44: several contacts, each with a link of its own; one who cannot be invited is named with the cure. */
    @Test
    void severalContactsHaveTheirOwnLinks() {
        long bert = desk.contact(desk.customer, "Bert", "bert@shop.example");
        long nobody = desk.contact(desk.customer, "Nora", "");
        desk.invite(desk.customer, desk.anna, bert);
        desk.deliver();
        assertNotEquals(
                PortalDesk.link(desk.mail.messages.get(0).text()),
                PortalDesk.link(desk.mail.messages.get(1).text()));
        AppException refused =
                desk.refused(() -> desk.accesses.invite(desk.customer, new InvitationDraft(List.of(nobody), "", "")));
        assertEquals("NOT_INVITABLE", refused.errors().get(0).code());
        assertTrue(refused.getMessage().contains("e-mail address of Nora"), refused.getMessage());
    }

    /** Nobody can be invited while the portal is off, no mail goes, or the customer is archived; why is said beforehand. */
    @Test
    void whatIsMissingIsSaid() {
        desk.on(false);
        assertEquals("PORTAL_OFF", code());
        assertFalse(desk.does(() -> desk.accesses.of(desk.customer)).ready());
        desk.on(true);
        desk.kontor.sql("update connection set enabled = false");
        assertEquals("NO_CHANNEL", code());
        assertTrue(desk.does(() -> desk.accesses.of(desk.customer)).reason().contains("under Connections"));
        desk.kontor.sql("update connection set enabled = true");
        desk.does(() -> desk.kontor.get(CustomerMarks.class).archive(desk.customer, true));
        assertEquals("CUSTOMER_ARCHIVED", code());
        assertEquals("0", desk.kontor.sql("select count(*) from portal_access"));
    }

    private String code() {
        return desk.refused(() -> desk.accesses.invite(desk.customer, new InvitationDraft(List.of(), "", "")))
                .code();
    }

    /** The link before is dead as soon as somebody is invited again, and each link after its days. */
    @Test
    void aLinkIsGoodOnceAndForAWhile() {
        desk.invite(desk.customer);
        String first = desk.deliver();
        desk.invite(desk.customer);
        assertEquals(Optional.empty(), desk.visits(() -> desk.door.invited(first)));
        String second = desk.deliver();
        desk.kontor.clock().advance(Duration.ofDays(8));
        assertEquals(Optional.empty(), desk.visits(() -> desk.door.invited(second)));
        assertTrue(desk.does(() -> desk.accesses.of(desk.customer))
                .contacts()
                .get(0)
                .expired());
        desk.set("portalInvitationDays", Json.createValue("30"));
        desk.invite(desk.customer);
        String third = desk.deliver();
        desk.kontor.clock().advance(Duration.ofDays(8));
        desk.accept(third, PortalDesk.PASSWORD);
        assertEquals(
                "LINK_GONE",
                desk.refused(() -> {
                            desk.door.accept(third, PortalDesk.PASSWORD, PortalDesk.ADDRESS);
                            return true;
                        })
                        .code());
    }

    /** A mail that waits while its invitation is replaced, or its contact gets another address, does not go. */
    @Test
    void aMailThatWaitsDoesNotOutliveItsInvitation() {
        desk.mail.answers.add(() -> Outcome.notSent(ScriptedChannel.NO.because("Busy.")));
        desk.invite(desk.customer);
        String old = desk.deliver();
        desk.invite(desk.customer);
        String link = desk.deliver();
        assertNotEquals(old, link);
        assertEquals(MessageState.FAILED, state(1));
        assertEquals(MessageState.SENT, state(2));
        desk.invite(desk.customer);
        desk.revise(desk.anna, PortalDesk.draft("Anna", "other@shop.example"));
        int sent = desk.mail.messages.size();
        desk.deliver();
        assertEquals(sent, desk.mail.messages.size());
        assertEquals(MessageState.FAILED, state(3));
        assertEquals(PortalState.DISABLED, desk.state(desk.customer));
    }

    private MessageState state(long message) {
        return desk.does(() -> desk.kontor.get(Messages.class).find(message))
                .orElseThrow()
                .state();
    }

    /** S4-14: a list is invited as a batch; a dry run counts and sends nothing; who was invited is not invited again. */
    @Test
    void aListIsInvited() throws Exception {
        long other = desk.customer("Bolt");
        desk.contact(other, "Bo", "bo@bolt.example");
        desk.customer("Nobody");
        long suspended = desk.customer("Crane");
        long cara = desk.contact(suspended, "Cara", "cara@crane.example");
        desk.invite(suspended);
        desk.does(() -> desk.accesses.suspend(cara));
        BatchView dry = batch("", true);
        assertEquals(2, dry.changed());
        assertEquals("1", desk.kontor.sql("select count(*) from message"));
        assertEquals(PortalState.DISABLED, desk.state(other));
        BatchView done = batch("Look: {link}\n", false);
        assertEquals(2, done.changed());
        desk.deliver();
        assertEquals(PortalState.INVITED, desk.state(other));
        assertTrue(desk.mail.messages.get(0).text().startsWith("Look: https://"));
        assertEquals("1", desk.kontor.sql("select version from customer where id = " + other));
        assertEquals(0, batch("", false).changed());
        AppException refused = desk.refused(() -> desk.kontor
                .get(CustomerBatches.class)
                .start(new BatchDraft(BatchAction.INVITE_TO_PORTAL, "no link"), CustomerQuery.all(), true));
        assertEquals(ErrorKind.INVALID, refused.kind());
    }

    private BatchView batch(String text, boolean dry) throws Exception {
        CustomerBatches batches = desk.kontor.get(CustomerBatches.class);
        BatchView started = desk.does(
                () -> batches.start(new BatchDraft(BatchAction.INVITE_TO_PORTAL, text), CustomerQuery.all(), dry));
        desk.kontor.get(BatchJob.class).run(started.id(), new TestJobRun(desk.kontor));
        return desk.does(() -> batches.find(started.id())).orElseThrow();
    }

    /** A second connection of another entity is not used. */
    @Test
    void theConnectionOfTheEntityIsUsed() {
        desk.kontor.sql("delete from connection");
        desk.does(() -> desk.kontor
                .get(Connections.class)
                .create(new ConnectionDraft(
                        "email-test", "Own", Optional.of(1L), true, java.util.Map.of(), java.util.Map.of())));
        desk.invite(desk.customer);
        desk.deliver();
        assertEquals("Own", desk.kontor.sql("select connection_name from message"));
    }
}
