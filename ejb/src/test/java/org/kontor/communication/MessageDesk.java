package org.kontor.communication;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kontor.connector.ConnectionDraft;
import org.kontor.connector.Connections;
import org.kontor.connector.ConnectorDirectory;
import org.kontor.contact.ContactDraft;
import org.kontor.contact.Contacts;
import org.kontor.customer.Address;
import org.kontor.customer.Customers;
import org.kontor.customer.Drafts;
import org.kontor.shared.AppException;
import org.kontor.shared.PageRequest;
import org.kontor.spi.MessageChannel.Medium;
import org.kontor.testing.ScriptedChannel;
import org.kontor.testing.TestJobRun;
import org.kontor.testing.TestKontor;

/** A business that can send by three channels, as they are told to answer, and what is said to its first customer. */
final class MessageDesk {

    final ScriptedChannel mail = new ScriptedChannel(Medium.EMAIL);
    final ScriptedChannel sms = new ScriptedChannel(Medium.SMS);
    final ScriptedChannel post = new ScriptedChannel(Medium.LETTER);
    final TestKontor kontor =
            new TestKontor().with(ConnectorDirectory.class, ScriptedChannel.directory(mail, sms, post));
    final Messages messages = kontor.get(Messages.class);
    final long customer = customer("Acme");

    MessageDesk() {
        connect("email-test", Optional.empty());
    }

    static MessageDraft email(String to) {
        return draft(MessageKind.EMAIL, to, Optional.empty(), "About your visit");
    }

    static MessageDraft with(MessageFileDraft... files) {
        return new MessageDraft(
                Optional.of(MessageKind.EMAIL),
                Optional.empty(),
                "anna@shop.example",
                Optional.empty(),
                "Your invoice",
                "Please find it attached.",
                List.of(files),
                Optional.empty());
    }

    static MessageDraft text(long contact) {
        return draft(MessageKind.SMS, "", Optional.of(contact), "");
    }

    static MessageDraft letter(String to) {
        return draft(MessageKind.LETTER, to, Optional.empty(), "");
    }

    static MessageDraft call() {
        return draft(MessageKind.CALL, "", Optional.empty(), "");
    }

    static MessageDraft received(MessageKind kind) {
        return new MessageDraft(
                Optional.of(kind),
                Optional.of(MessageDirection.IN),
                "anna@shop.example",
                Optional.empty(),
                "Question",
                "When do you open?",
                List.of(),
                Optional.empty());
    }

    static MessageDraft draft(MessageKind kind, String to, Optional<Long> contact, String subject) {
        return new MessageDraft(
                Optional.of(kind),
                Optional.empty(),
                to,
                contact,
                subject,
                "See you soon.",
                List.of(),
                Optional.empty());
    }

    long customer(String name) {
        return kontor.asSystem(() -> kontor.get(Customers.class)
                .register(Drafts.business(name).draft())
                .id());
    }

    long contact(boolean agrees) {
        return kontor.asSystem(() -> kontor.get(Contacts.class)
                        .add(
                                customer,
                                new ContactDraft(
                                        "Cara",
                                        agrees ? "Yes" : "No",
                                        "",
                                        "",
                                        "",
                                        "303-202-7333",
                                        agrees,
                                        Optional.empty(),
                                        "",
                                        "",
                                        new Address("", "", "", "", "", "US"),
                                        Optional.empty(),
                                        false,
                                        Map.of())))
                .id();
    }

    void connect(String connector, Optional<Long> entity) {
        connect(connector, entity, connector);
    }

    void connect(String connector, Optional<Long> entity, String name) {
        kontor.asSystem(() -> kontor.get(Connections.class)
                .create(new ConnectionDraft(connector, name, entity, true, Map.of(), Map.of())));
    }

    MessageView send(MessageDraft draft) {
        return kontor.asSystem(() -> messages.add(customer, draft));
    }

    MessageView find(long id) {
        return kontor.asSystem(() -> messages.find(id)).orElseThrow();
    }

    List<MessageView> list(MessageQuery query) {
        return kontor.asSystem(() -> messages.ofCustomer(customer, query, PageRequest.first()))
                .items();
    }

    LastContactView last() {
        return kontor.asSystem(() -> messages.lastContact(customer));
    }

    void run(long id) throws Exception {
        kontor.get(MessageJob.class).run(id, new TestJobRun(kontor));
    }

    String jobsAhead() {
        return kontor.sql("select count(*) from job where task_name = 'message' and task_instance like '%/at-%'");
    }

    String kinds(String noun) {
        return kontor.sql(
                "select string_agg(kind, ',' order by id) from timeline_entry where kind like '" + noun + ".%'");
    }

    String field(MessageDraft draft) {
        return refused(() -> messages.add(customer, draft)).errors().get(0).field();
    }

    AppException refused(Callable<?> work) {
        return assertThrows(AppException.class, () -> kontor.asSystem(work));
    }
}
