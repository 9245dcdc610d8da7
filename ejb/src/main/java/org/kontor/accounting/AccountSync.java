package org.kontor.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.kontor.accounting.AccountingFields.Followed;
import org.kontor.accounting.AccountingRepository.Ledger;
import org.kontor.accounting.AccountingRepository.Linked;
import org.kontor.accounting.AccountingRepository.Told;
import org.kontor.accounting.SyncedChange.Subject;
import org.kontor.contact.ContactChanges;
import org.kontor.contact.ContactDraft;
import org.kontor.contact.ContactView;
import org.kontor.contact.Contacts;
import org.kontor.contact.UpstreamContacts;
import org.kontor.customer.Address;
import org.kontor.customer.CustomerChanges;
import org.kontor.customer.CustomerGate;
import org.kontor.customer.CustomerView;
import org.kontor.customer.Customers;
import org.kontor.receivable.Amounts;
import org.kontor.shared.AppException;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.DomainEvent.Change;
import org.kontor.spi.AccountingRecord;
import org.kontor.spi.AccountingSystem.Account;
import org.kontor.spi.AccountingSystem.Person;
import org.kontor.spi.Amount;

/**
 * Takes in how one customer stands in an accounting system, in the transaction of the caller: fields, contacts, balances. The pull and
 * the manual re-sync both end here; said twice, it changes nothing the second time (S4-30). Kontor's ledger is never touched.
 */
@ApplicationScoped
class AccountSync {

    @Inject
    AccountingRepository repository;

    @Inject
    Customers customers;

    @Inject
    Contacts contacts;

    @Inject
    UpstreamContacts upstream;

    @Inject
    CustomerGate gate;

    @Inject
    Event<DomainEvent> happened;

    /**
     * What was made of it.
     *
     * @param changes field by field
     * @param left what was not taken, a sentence each
     */
    record Applied(List<SyncedChange> changes, List<String> left) {

        static final Applied NOTHING = new Applied(List.of(), List.of());
    }

    /** Takes in the fields of a customer of whom nothing else is told. */
    Applied fields(Books books, String remoteId, AccountingRecord.Customer customer) {
        Optional<Linked> link = repository.find(books.connectionId(), remoteId);
        if (link.isEmpty()) {
            return Applied.NOTHING;
        }
        gate.lock(link.get().customerId());
        repository.gone(books.connectionId(), remoteId, false);
        Applied applied = new Applied(new ArrayList<>(), new ArrayList<>());
        record(link.get(), customer, applied);
        return applied;
    }

    /**
     * Takes in how a customer stands; what is older than what was told before is left alone.
     *
     * @param asked when the system was asked, by our clock: it cannot tell of later
     */
    Applied take(Books books, Account account, Instant asked) {
        String remoteId = account.ref().id();
        Optional<Linked> found = repository.find(books.connectionId(), remoteId);
        if (found.isEmpty()) {
            return Applied.NOTHING;
        }
        gate.lock(found.get().customerId());
        // Told by whoever held the lock before.
        Linked link = repository.find(books.connectionId(), remoteId).orElseThrow();
        Instant asOf = (account.asOf().isAfter(asked) ? asked : account.asOf()).truncatedTo(ChronoUnit.MICROS);
        if (link.toldAt().filter(asOf::isBefore).isPresent()) {
            return Applied.NOTHING;
        }
        Applied applied = new Applied(new ArrayList<>(), new ArrayList<>());
        record(link, account.customer(), applied);
        people(books, link, account, applied);
        balances(books, link, account, asOf, applied);
        return applied;
    }

    /** Customers who are several records there are not changed by any of them: nobody knows which is right. */
    private void record(Linked link, AccountingRecord.Customer there, Applied applied) {
        long id = link.customerId();
        if (repository.links(id).stream().filter(each -> !each.gone()).count() > 1) {
            return;
        }
        CustomerView before = customers.find(id).orElseThrow();
        Followed followed = AccountingFields.follow(before.toDraft(), there);
        followed.left()
                .forEach(field -> applied.left().add("Correct " + field + " there: it breaks a rule of Kontor."));
        if (followed.draft().equals(before.toDraft())) {
            return;
        }
        CustomerView after = customers.revise(id, before.version(), followed.draft());
        CustomerChanges.between(before, after)
                .forEach((field, change) -> applied.changes()
                        .add(new SyncedChange(
                                Subject.CUSTOMER, Optional.empty(), field, change.before(), change.after())));
    }

    private void people(Books books, Linked link, Account account, Applied applied) {
        long id = link.customerId();
        String system = books.contactSystem(account.ref().id());
        Map<Long, ContactView> before = new HashMap<>();
        contacts.ofCustomer(id).forEach(contact -> before.put(contact.id(), contact));
        List<String> values = new ArrayList<>();
        for (Person person : account.contacts()) {
            ContactDraft draft = draft(person);
            Optional<AppException> refusal = upstream.refusal(id, system, person.id(), draft);
            values.add(person.id());
            if (refusal.isPresent()) {
                applied.left().add(String.valueOf(refusal.get().getMessage()));
            } else {
                upstream.present(id, system, person.id(), draft);
            }
        }
        upstream.onlyPresent(id, system, values);
        for (ContactView after : contacts.ofCustomer(id)) {
            Optional<ContactView> was = Optional.ofNullable(before.get(after.id()));
            Map<String, Change> changes = was.map(each -> ContactChanges.between(each, after))
                    .orElseGet(() -> Map.of("name", new Change("", after.name())));
            changes.forEach((field, change) -> applied.changes()
                    .add(new SyncedChange(
                            Subject.CONTACT, Optional.of(after.id()), field, change.before(), change.after())));
        }
    }

    private static ContactDraft draft(Person person) {
        return new ContactDraft(
                person.firstName(),
                person.lastName(),
                person.title(),
                person.email(),
                person.phone(),
                person.mobile(),
                Address.NONE,
                Optional.empty(),
                person.primary());
    }

    private void balances(Books books, Linked link, Account account, Instant asOf, Applied applied) {
        Map<String, Told> before = new HashMap<>();
        repository.told(List.of(link.linkId())).forEach(told -> before.put(told.currency(), told));
        Map<String, BigDecimal> now = new HashMap<>();
        for (Amount balance : account.balances()) {
            now.put(balance.currency().getCurrencyCode(), balance.value());
        }
        Map<String, Ledger> ledger = repository.ledger(link.customerId(), asOf);
        ledger.forEach((currency, ours) -> {
            if (ours.known()) {
                now.putIfAbsent(currency, BigDecimal.ZERO);
            }
        });
        Map<String, BigDecimal> elsewhere = elsewhere(link);
        List<Told> told = new ArrayList<>();
        Map<String, Change> changes = new LinkedHashMap<>();
        for (String currency : new TreeSet<>(now.keySet())) {
            BigDecimal amount = now.getOrDefault(currency, BigDecimal.ZERO);
            Optional<Told> was = Optional.ofNullable(before.get(currency));
            Ledger ours = ledger.getOrDefault(currency, Ledger.NONE);
            BigDecimal all = amount.add(elsewhere.getOrDefault(currency, BigDecimal.ZERO));
            Optional<Instant> since = ours.known() && ours.before().compareTo(all) != 0
                    ? was.flatMap(Told::differsSince).or(() -> Optional.of(asOf))
                    : Optional.empty();
            told.add(new Told(link.linkId(), currency, amount, since));
            change(currency, was.map(Told::amount), amount).ifPresent(change -> changes.put(currency, change));
        }
        before.forEach((currency, was) -> {
            if (!now.containsKey(currency)) {
                change(currency, Optional.of(was.amount()), BigDecimal.ZERO)
                        .ifPresent(change -> changes.put(currency, change));
            }
        });
        repository.tell(link.linkId(), asOf, told);
        changes.forEach((currency, change) -> applied.changes()
                .add(new SyncedChange(Subject.BALANCE, Optional.empty(), currency, change.before(), change.after())));
        if (!changes.isEmpty()) {
            happened.fire(new DomainEvent("balance.synced", link.customerId(), changes, Map.of("name", books.name())));
        }
    }

    private static Optional<Change> change(String currency, Optional<BigDecimal> before, BigDecimal after) {
        boolean same = before.orElse(BigDecimal.ZERO).compareTo(after) == 0;
        return same
                ? Optional.empty()
                : Optional.of(
                        new Change(before.map(amount -> text(amount, currency)).orElse(""), text(after, currency)));
    }

    private static String text(BigDecimal amount, String currency) {
        return Amounts.rounded(amount, currency).toPlainString();
    }

    /** What the other records of this customer say. */
    private Map<String, BigDecimal> elsewhere(Linked link) {
        List<Long> others = repository.links(link.customerId()).stream()
                .filter(each -> each.id() != link.linkId() && !each.gone())
                .map(AccountingLink::id)
                .toList();
        Map<String, BigDecimal> sums = new HashMap<>();
        repository.told(others).forEach(told -> sums.merge(told.currency(), told.amount(), BigDecimal::add));
        return sums;
    }
}
