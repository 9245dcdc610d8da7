package org.kontor.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.connector.ConnectionDraft;
import org.kontor.connector.Connections;
import org.kontor.connector.ConnectorDirectory;
import org.kontor.connector.PullJob;
import org.kontor.customer.Address;
import org.kontor.customer.Customers;
import org.kontor.customer.Drafts;
import org.kontor.lifecycle.MergeDraft;
import org.kontor.lifecycle.Merges;
import org.kontor.settings.CompanySettings;
import org.kontor.settings.SettingsDraft;
import org.kontor.spi.Connection;
import org.kontor.spi.ProfileWatch;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.ScriptedConnector;
import org.kontor.testing.TestJobRun;
import org.kontor.testing.TestKontor;

/** What public profiles of contacts tell about their jobs (S2-32, S2-33, S2-34). */
@OnPostgres
class ProfilePullTest {

    private TestKontor kontor;
    private final Watch watch = new Watch();
    private long customer;

    /** Profiles in memory, asked for two at a time. */
    private static final class Watch implements ProfileWatch {

        final Map<String, String> titles = new HashMap<>();
        final List<List<URI>> asked = new ArrayList<>();

        /** What happens while it looks. */
        Runnable meanwhile = () -> {};

        @Override
        public String id() {
            return "watch-test";
        }

        @Override
        public String name() {
            return "Watch";
        }

        @Override
        public int most() {
            return 2;
        }

        @Override
        public List<Sighting> look(Connection connection, List<URI> profiles) {
            asked.add(profiles);
            meanwhile.run();
            return profiles.stream()
                    .filter(uri -> titles.containsKey(uri.toString()))
                    .map(uri -> new Sighting(
                            uri, titles.getOrDefault(uri.toString(), ""), "Acme", Optional.empty(), Instant.EPOCH))
                    .toList();
        }
    }

    @BeforeEach
    void start() {
        kontor = new TestKontor();
        kontor.with(ConnectorDirectory.class, new ScriptedConnector("watch-test", watch).directory());
        kontor.asSystem(() -> kontor.get(Connections.class)
                .create(new ConnectionDraft("watch-test", "Watch", Optional.empty(), true, Map.of(), Map.of())));
        customer = register("Lind");
    }

    private long register(String name) {
        return kontor.asSystem(() -> kontor.get(Customers.class)
                        .register(Drafts.business(name).draft()))
                .id();
    }

    @AfterEach
    void stop() {
        kontor.close();
    }

    /** S2-32, S2-33, S2-34: nothing while the switch is off; then only those with a link, and a notice when the job changes. */
    @Test
    void aChangedJobIsNoticedWhenTheCompanyWantsIt() throws Exception {
        long anna = contact("Anna", "https://www.linkedin.com/in/anna");
        long bo = contact("Bo", "https://www.linkedin.com/in/bo");
        long cy = contact("Cy", "");
        watch.titles.put("https://www.linkedin.com/in/anna", "Buyer");
        watch.titles.put("https://www.linkedin.com/in/bo", "Clerk");
        pull();
        assertEquals(List.of(), watch.asked);

        wanted();
        pull();
        assertEquals(2, watch.asked.stream().mapToInt(List::size).sum());
        assertEquals(0, changes(anna).size());

        watch.titles.put("https://www.linkedin.com/in/anna", "Head of buying");
        pull();
        assertEquals(0, changes(anna).size());
        kontor.clock().advance(Duration.ofDays(1).plusMinutes(1));
        pull();
        pull();

        assertEquals(1, changes(anna).size());
        assertEquals("Buyer, Acme", changes(anna).get(0).before());
        assertEquals("Head of buying, Acme", changes(anna).get(0).after());
        assertEquals("watch-test", changes(anna).get(0).source());
        assertEquals(0, changes(bo).size());
        assertEquals(0, changes(cy).size());
    }

    /** S2-32: customers are held in the order of their ids, whatever the order of their contacts is. */
    @Test
    void customersAreTakenInOrder() throws Exception {
        wanted();
        long second = register("Second");
        contact(second, "Bo", "https://www.linkedin.com/in/bo");
        contact("Anna", "https://www.linkedin.com/in/anna");
        titles("Clerk");
        pull();
        nextDay("Head");
        assertEquals(
                customer + "," + second,
                kontor.sql("select string_agg(customer_id::text, ',' order by id) from timeline_entry"
                        + " where kind = 'contact.job-changed'"));
    }

    /** S2-32: a contact whose customer was merged while the profiles were looked at stops nobody, and is noticed the next time. */
    @Test
    void whoeverIsMergedMeanwhileIsNoticedTheNextTime() throws Exception {
        wanted();
        long second = register("Second");
        long bo = contact(second, "Bo", "https://www.linkedin.com/in/bo");
        long anna = contact("Anna", "https://www.linkedin.com/in/anna");
        titles("Clerk");
        pull();
        watch.meanwhile =
                () -> kontor.asSystem(() -> kontor.get(Merges.class).merge(new MergeDraft(customer, List.of(second))));
        nextDay("Head");
        assertEquals(1, changes(anna).size());
        assertEquals(0, changes(bo).size());
        watch.meanwhile = () -> {};
        nextDay("Head");
        assertEquals(1, changes(anna).size());
        assertEquals(1, changes(bo).size());
    }

    /** S2-34: what went unseen while it was switched off does not hide what comes back to the job that was told last. */
    @Test
    void aWayBackIsNews() {
        wanted();
        long anna = contact("Anna", "https://www.linkedin.com/in/anna");
        assertTrue(told(anna, "A", "B"));
        assertFalse(told(anna, "A", "B"));
        assertFalse(told(anna, "", "B"));
        assertTrue(told(anna, "C", "B"));
        assertEquals(
                List.of("C", "A"),
                changes(anna).stream().map(JobChangeView::before).toList());
    }

    private boolean told(long contact, String before, String after) {
        return kontor.asSystem(() -> kontor.get(JobChanges.class).report(contact, "x", before, after));
    }

    private void wanted() {
        kontor.asSystem(() -> kontor.get(CompanySettings.class)
                .revise(
                        kontor.get(CompanySettings.class).show().version(),
                        new SettingsDraft(Map.of("linkedInUpdates", Optional.of(JsonValue.TRUE)))));
    }

    private void titles(String title) {
        watch.titles.put("https://www.linkedin.com/in/anna", title);
        watch.titles.put("https://www.linkedin.com/in/bo", title);
    }

    private void nextDay(String title) throws Exception {
        titles(title);
        kontor.clock().advance(Duration.ofDays(1).plusMinutes(1));
        pull();
    }

    private List<JobChangeView> changes(long contact) {
        return kontor.asSystem(() -> kontor.get(JobChanges.class).ofContact(contact));
    }

    private long contact(String name, String link) {
        return contact(customer, name, link);
    }

    private long contact(long owner, String name, String link) {
        return kontor.asSystem(() -> kontor.get(Contacts.class)
                        .add(
                                owner,
                                new ContactDraft(
                                        name,
                                        "",
                                        "",
                                        "",
                                        "",
                                        "",
                                        false,
                                        Optional.empty(),
                                        link,
                                        "",
                                        Address.NONE,
                                        Optional.empty(),
                                        false,
                                        Map.of())))
                .id();
    }

    private void pull() throws Exception {
        kontor.get(PullJob.class).run(new TestJobRun(kontor));
    }
}
