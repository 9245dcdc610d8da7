package org.kontor.accounting;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.access.Caller;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.accounting.AccountSync.Applied;
import org.kontor.accounting.SyncedChange.Subject;
import org.kontor.connector.ConnectorRegistry;
import org.kontor.connector.ConnectorRegistry.Provided;
import org.kontor.connector.OpenConnections;
import org.kontor.connector.OpenConnections.Enabled;
import org.kontor.connector.OpenConnections.Opened;
import org.kontor.customer.CustomerGate;
import org.kontor.shared.AppException;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.DomainEvent.Change;
import org.kontor.shared.ErrorKind;
import org.kontor.spi.AccountingSystem;
import org.kontor.spi.AccountingSystem.Account;

/** What a re-sync reads before and writes behind the remote calls, each in a transaction of its own. */
@Stateless
public class ResyncSteps {

    private static final Duration CALL = Duration.ofSeconds(30);

    @Inject
    AccountingRepository repository;

    @Inject
    AccountSync sync;

    @Inject
    OpenConnections connections;

    @Inject
    ConnectorRegistry registry;

    @Inject
    CustomerGate gate;

    @Inject
    Event<DomainEvent> happened;

    /** A system to be asked, for whom, and with what. */
    public record Asked(Books books, AccountingSystem system, Opened opened, List<String> remoteIds) {}

    /** What a system told of those it was asked for, and when it was asked. */
    public record Answer(Books books, List<Account> told, Collection<String> gone, Instant at) {}

    /**
     * Whom to ask for this customer.
     *
     * @throws AppException as {@link Resyncs#resync}
     */
    @Requires(Permission.SYNC_CUSTOMER)
    public List<Asked> begin(long customerId) {
        gate.name(customerId);
        List<Provided<AccountingSystem>> systems = registry.capabilities(AccountingSystem.class);
        List<Enabled> enabled =
                connections.enabled(systems.stream().map(Provided::connectorId).toList());
        if (enabled.isEmpty()) {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "NO_ACCOUNTING",
                    "Set up and enable a connection to the accounting system first: there is none to read from.");
        }
        Map<Long, List<AccountingLink>> links = repository.links(customerId).stream()
                .collect(Collectors.groupingBy(AccountingLink::connectionId, LinkedHashMap::new, Collectors.toList()));
        List<Asked> asked = new ArrayList<>();
        links.forEach((connectionId, records) ->
                Books.among(enabled, connectionId).ifPresent(books -> asked.add(asked(books, records))));
        if (asked.isEmpty()) {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "NOT_IN_ACCOUNTING",
                    "Give the customer its id there as an external id, or the account number or e-mail address that it has there, and read"
                            + " the connection from the beginning: no accounting system is known to have this customer.");
        }
        return asked;
    }

    private Asked asked(Books books, List<AccountingLink> records) {
        Opened opened = connections.open(books.connectionId(), CALL);
        AccountingSystem system = opened.capability(AccountingSystem.class).orElseThrow();
        if (!system.tellsAccounts()) {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "NO_SINGLE_CUSTOMER",
                    "Read the connection " + books.name()
                            + " as a whole: its connector cannot tell of one customer alone.");
        }
        return new Asked(
                books,
                system,
                opened,
                records.stream().map(AccountingLink::remoteId).toList());
    }

    /** Notes that the systems have the customer no more. */
    @Requires(Permission.SYNC_CUSTOMER)
    public void gone(long customerId, List<Answer> answers) {
        gate.lock(customerId);
        answers.forEach(answer ->
                answer.gone().forEach(id -> repository.gone(answer.books().connectionId(), id, true)));
    }

    /** Takes in what was told. The accounting system changes the customer, whoever asked it: what they may not change is no matter. */
    @Requires(Permission.SYNC_CUSTOMER)
    public ResyncReport take(long customerId, List<Answer> answers) {
        gone(customerId, answers);
        List<SyncedChange> changes = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (Answer answer : answers) {
            for (Account account : answer.told()) {
                Applied applied = bySystem(answer, account);
                changes.addAll(applied.changes());
                left.addAll(applied.left());
            }
        }
        Map<String, Change> told = new LinkedHashMap<>();
        changes.stream()
                .filter(change -> change.subject() != Subject.BALANCE)
                .forEach(change -> told.put(key(change), new Change(change.before(), change.after())));
        if (!changes.isEmpty()) {
            String names = answers.stream().map(each -> each.books().name()).collect(Collectors.joining(", "));
            happened.fire(new DomainEvent("customer.synced", customerId, told, Map.of("name", names)));
        }
        boolean money = CallerContext.current().may(Permission.READ_RECEIVABLE.wireName());
        Optional<Instant> asOf = repository.links(customerId).stream()
                .flatMap(link -> link.toldAt().stream())
                .min(Instant::compareTo);
        return new ResyncReport(
                customerId,
                asOf.orElse(answers.get(0).at()),
                changes.stream()
                        .filter(change -> money || change.subject() != Subject.BALANCE)
                        .toList(),
                left);
    }

    private Applied bySystem(Answer answer, Account account) {
        try {
            return CallerContext.callAs(Caller.SYSTEM, () -> sync.take(answer.books(), account, answer.at()));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String key(SyncedChange change) {
        return change.contactId().map(id -> "contacts." + id + ".").orElse("") + change.field();
    }
}
