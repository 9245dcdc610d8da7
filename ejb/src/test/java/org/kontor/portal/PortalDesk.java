package org.kontor.portal;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kontor.communication.MessageJob;
import org.kontor.connector.ConnectionDraft;
import org.kontor.connector.Connections;
import org.kontor.connector.ConnectorDirectory;
import org.kontor.contact.ContactDraft;
import org.kontor.contact.ContactView;
import org.kontor.contact.Contacts;
import org.kontor.customer.Address;
import org.kontor.customer.Customers;
import org.kontor.customer.Drafts;
import org.kontor.mail.BaseUrl;
import org.kontor.settings.CompanySettings;
import org.kontor.settings.SettingsDraft;
import org.kontor.shared.AppException;
import org.kontor.spi.MessageChannel.Medium;
import org.kontor.testing.ScriptedChannel;
import org.kontor.testing.TestJobRun;
import org.kontor.testing.TestKontor;

/** A business whose portal is on and whose mail goes out, with a customer and its contact. */
final class PortalDesk {

    static final String PASSWORD = "Blue-Harbour-42";
    static final String ADDRESS = "198.51.100.7";

    private static final Pattern LINK =
            Pattern.compile("https://kontor\\.example/portal/accept\\?token=([A-Za-z0-9_-]{43})(?=\\s|$)");

    final ScriptedChannel mail = new ScriptedChannel(Medium.EMAIL);
    final TestKontor kontor = new TestKontor()
            .with(ConnectorDirectory.class, ScriptedChannel.directory(mail))
            .with(BaseUrl.class, new BaseUrl() {
                @Override
                public Optional<String> of(String page) {
                    return Optional.of("https://kontor.example" + page);
                }
            });
    final PortalAccesses accesses = kontor.get(PortalAccesses.class);
    final PortalSignIn door = kontor.get(PortalSignIn.class);
    final PortalRecords records = kontor.get(PortalRecords.class);
    private final Map<String, Optional<JsonValue>> wanted = new HashMap<>();
    final long customer = customer("Acme");
    final long anna = contact(customer, "Anna", "Anna@shop.example");

    PortalDesk() {
        does(() -> kontor.get(Connections.class)
                .create(new ConnectionDraft("email-test", "Mail", Optional.empty(), true, Map.of(), Map.of())));
        on(true);
    }

    <T> T does(Callable<T> work) {
        return kontor.asSystem(work);
    }

    /** What somebody does who is nobody. */
    <T> T visits(Callable<T> work) {
        return kontor.as(PortalCallers.VISITOR, work);
    }

    AppException refused(Callable<?> work) {
        return assertThrows(AppException.class, () -> kontor.asSystem(work));
    }

    void on(boolean on) {
        set("customerPortal", on ? JsonValue.TRUE : JsonValue.FALSE);
    }

    void set(String key, JsonValue value) {
        CompanySettings settings = kontor.get(CompanySettings.class);
        wanted.put(key, Optional.of(value));
        does(() -> settings.revise(settings.show().version(), new SettingsDraft(wanted)));
    }

    long customer(String name) {
        return does(() -> kontor.get(Customers.class)
                .register(Drafts.business(name).draft())
                .id());
    }

    long contact(long of, String name, String email) {
        return does(() -> kontor.get(Contacts.class).add(of, draft(name, email)))
                .id();
    }

    static ContactDraft draft(String name, String email) {
        return new ContactDraft(
                name,
                "Berg",
                "",
                email,
                "",
                "",
                false,
                Optional.empty(),
                "",
                "",
                new Address("", "", "", "", "", "US"),
                Optional.empty(),
                true,
                Map.of());
    }

    void revise(long contact, ContactDraft draft) {
        does(() -> {
            Contacts contacts = kontor.get(Contacts.class);
            ContactView seen = contacts.find(contact).orElseThrow();
            return contacts.revise(contact, seen.version(), draft);
        });
    }

    /** Sends what waits; answers the link in the last mail. */
    String deliver() {
        String waiting = kontor.sql(
                "select coalesce(string_agg(id::text, ',' order by id), '') from message where state = 'QUEUED'");
        for (String id : waiting.split(",", -1)) {
            if (!id.isEmpty()) {
                try {
                    kontor.get(MessageJob.class).run(Long.parseLong(id), new TestJobRun(kontor));
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }
        }
        return link(mail.messages.get(mail.messages.size() - 1).text());
    }

    static String link(String text) {
        Matcher link = LINK.matcher(text);
        assertTrue(link.find(), text);
        return link.group(1);
    }

    PortalView invite(long of, Long... contacts) {
        return does(() -> accesses.invite(of, new InvitationDraft(List.of(contacts), "", "")));
    }

    void accept(String link, String password) {
        visits(() -> {
            door.accept(link, password, ADDRESS);
            return true;
        });
    }

    /** Invites and accepts. */
    void letIn(long of, long contact) {
        invite(of, contact);
        accept(deliver(), PASSWORD);
    }

    Optional<String> signIn(String email, String password) {
        return visits(() -> door.byPassword(email, password, "", ADDRESS)).session();
    }

    Optional<PortalVisit> visit(String session) {
        return visits(() -> door.visit(session));
    }

    PortalState state(long of) {
        return does(() -> accesses.of(of)).state();
    }

    String kinds() {
        return kontor.sql("select string_agg(kind, ',' order by id) from timeline_entry where kind like 'portal.%'");
    }
}
