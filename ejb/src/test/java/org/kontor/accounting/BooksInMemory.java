package org.kontor.accounting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.kontor.spi.AccountingRecord;
import org.kontor.spi.AccountingRecord.Kind;
import org.kontor.spi.AccountingSystem;
import org.kontor.spi.Amount;
import org.kontor.spi.Batch;
import org.kontor.spi.Connection;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.CustomerProfile;
import org.kontor.spi.CustomerProfileBuilder;
import org.kontor.spi.ErrorCode;
import org.kontor.spi.IdempotencyKey;
import org.kontor.spi.Outcome;
import org.kontor.spi.RemoteRef;
import org.kontor.testing.TestClock;

/** An accounting system in memory whose batches have two changes; it answers as the test tells it. */
final class BooksInMemory implements AccountingSystem {

    static final String CONNECTOR = "books-test";

    private static final ErrorCode AWAY = new ErrorCode("AWAY", ErrorCode.Kind.REMOTE_DOWN, "It is away.");

    final Map<String, AccountingRecord.Customer> customers = new TreeMap<>();
    final Map<String, List<Person>> people = new TreeMap<>();
    final Map<String, List<Amount>> owed = new TreeMap<>();
    final List<Pulled> changes = new ArrayList<>();
    final List<Pulled> invoices = new ArrayList<>();
    final List<Set<String>> asked = new ArrayList<>();
    boolean tells = true;
    int failures;
    private final TestClock clock;

    BooksInMemory(TestClock clock) {
        this.clock = clock;
    }

    /** Has a customer from now on, or has it changed. */
    BooksInMemory customer(String id, String accountNumber, CustomerProfileBuilder profile) {
        CustomerProfile built = profile.build();
        AccountingRecord.Customer customer =
                new AccountingRecord.Customer(accountNumber, built.companyName(), built, Optional.empty(), true);
        customers.put(id, customer);
        changes.add(new Pulled(new RemoteRef(id, ""), Optional.of(customer)));
        return this;
    }

    /** Has the customer no more. */
    void remove(String id) {
        customers.remove(id);
        changes.add(new Pulled(new RemoteRef(id, ""), Optional.empty()));
    }

    /** Says that this is owed, which it tells by an invoice alone. */
    void invoiced(String id, String amount, String currency) {
        owed.put(id, List.of(Amount.of(amount, currency)));
        Amount total = Amount.of(amount, currency);
        invoices.add(new Pulled(
                new RemoteRef("i" + invoices.size(), ""),
                Optional.of(new AccountingRecord.Document(
                        Kind.INVOICE,
                        "R-" + invoices.size(),
                        id,
                        java.time.LocalDate.of(2026, 11, 1),
                        Optional.empty(),
                        List.of(),
                        total,
                        total,
                        false))));
    }

    static Person person(String id, String first, String last, String email) {
        return new Person(id, first, last, "", email, "", "", false);
    }

    @Override
    public String id() {
        return CONNECTOR;
    }

    @Override
    public String name() {
        return "Books";
    }

    @Override
    public Set<Kind> pulls() {
        return Set.of(Kind.CUSTOMER, Kind.INVOICE);
    }

    @Override
    public Set<Kind> pushes() {
        return Set.of();
    }

    @Override
    public boolean tellsAccounts() {
        return tells;
    }

    @Override
    public List<Account> accounts(Connection connection, Set<String> customerIds) throws ConnectorException {
        away();
        asked.add(customerIds);
        return customerIds.stream()
                .filter(customers::containsKey)
                .map(id -> new Account(
                        new RemoteRef(id, ""),
                        customers.get(id),
                        people.getOrDefault(id, List.of()),
                        owed.getOrDefault(id, List.of()),
                        clock.instant()))
                .toList();
    }

    @Override
    public Batch<Pulled> pull(Connection connection, Kind kind, Optional<String> cursor) throws ConnectorException {
        away();
        List<Pulled> all = kind == Kind.CUSTOMER ? changes : invoices;
        int from = cursor.map(Integer::parseInt).orElse(0);
        int to = Math.min(all.size(), from + 2);
        return new Batch<>(all.subList(from, to), Integer.toString(to), to < all.size());
    }

    private void away() throws ConnectorException {
        if (failures > 0) {
            failures--;
            throw new ConnectorException(AWAY.because("Try later: it is away."));
        }
    }

    @Override
    public Outcome<RemoteRef> push(Connection connection, Push push) {
        throw new IllegalStateException("Nothing is pushed at " + Instant.EPOCH);
    }

    @Override
    public Outcome<RemoteRef> lookUp(Connection connection, Kind kind, IdempotencyKey key) {
        throw new IllegalStateException("Nothing is looked up");
    }
}
