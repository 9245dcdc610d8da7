package org.kontor.accounting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.kontor.connector.ConnectionDraft;
import org.kontor.connector.ConnectionView;
import org.kontor.connector.Connections;
import org.kontor.connector.ConnectorDirectory;
import org.kontor.connector.PullJob;
import org.kontor.connector.PullView;
import org.kontor.connector.Pulls;
import org.kontor.connector.SyncRunJob;
import org.kontor.connector.SyncRunView;
import org.kontor.contact.ContactView;
import org.kontor.contact.Contacts;
import org.kontor.customer.CustomerView;
import org.kontor.customer.Customers;
import org.kontor.customer.Drafts;
import org.kontor.shared.PageRequest;
import org.kontor.spi.CustomerProfile;
import org.kontor.spi.CustomerProfileBuilder;
import org.kontor.testing.ScriptedConnector;
import org.kontor.testing.TestJobRun;
import org.kontor.testing.TestKontor;
import org.kontor.timeline.Timeline;
import org.kontor.timeline.TimelineEntry;

/** Kontor with a connection to an accounting system of a test. */
final class AccountingDesk implements AutoCloseable {

    final TestKontor kontor = new TestKontor();
    final BooksInMemory books = new BooksInMemory(kontor.clock());
    final long connection;

    AccountingDesk() {
        kontor.with(ConnectorDirectory.class, new ScriptedConnector(BooksInMemory.CONNECTOR, books).directory());
        connection = as(() -> kontor.get(Connections.class)
                        .create(new ConnectionDraft(
                                BooksInMemory.CONNECTOR, "Our books", Optional.empty(), true, Map.of(), Map.of())))
                .id();
    }

    @Override
    public void close() {
        kontor.close();
    }

    <T> T as(Callable<T> work) {
        return kontor.asSystem(work);
    }

    static CustomerProfileBuilder profile(String company) {
        return CustomerProfile.builder().companyName(company);
    }

    long customer(Drafts drafts) {
        return as(() -> kontor.get(Customers.class).register(drafts.draft())).id();
    }

    /** A customer who is linked by the account number {@code "A-" + remoteId}. */
    long linked(String remoteId, String company) throws Exception {
        long id = customer(Drafts.business(company).accountNumber("A-" + remoteId));
        books.customer(remoteId, "A-" + remoteId, profile(company));
        pull();
        return id;
    }

    CustomerView show(long id) {
        return as(() -> kontor.get(Customers.class).find(id)).orElseThrow();
    }

    List<ContactView> people(long id) {
        return as(() -> kontor.get(Contacts.class).ofCustomer(id));
    }

    AccountingView accounting(long id) {
        return as(() -> kontor.get(CustomerAccounting.class).of(id));
    }

    ResyncReport resync(long id) {
        return as(() -> kontor.get(Resyncs.class).resync(id));
    }

    List<TimelineEntry> history(long id, String kind) {
        return as(() -> kontor.get(Timeline.class).ofCustomer(id, Set.of(kind), PageRequest.first()))
                .items();
    }

    /** Reads now, whether it is due or not. */
    void pull() throws Exception {
        pull(false);
    }

    private void pull(boolean fromStart) throws Exception {
        SyncRunView asked = as(() -> kontor.get(Pulls.class).begin(connection, fromStart));
        kontor.get(SyncRunJob.class).run(asked.id(), new TestJobRun(kontor));
    }

    void pullIfDue() throws Exception {
        kontor.get(PullJob.class).run(new TestJobRun(kontor));
    }

    void fromStart() throws Exception {
        pull(true);
    }

    PullView state() {
        return as(() -> kontor.get(Pulls.class).of(connection)).get(0);
    }

    void enable(boolean enabled) {
        ConnectionView now =
                as(() -> kontor.get(Connections.class).find(connection)).orElseThrow();
        as(() -> kontor.get(Connections.class)
                .revise(
                        connection,
                        now.version(),
                        new ConnectionDraft(
                                now.connector(), now.name(), now.entityId(), enabled, now.settings(), Map.of())));
    }
}
