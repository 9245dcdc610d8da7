package org.kontor.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.kontor.access.Caller;
import org.kontor.accounting.AccountSync.Applied;
import org.kontor.connector.ConnectorRegistry;
import org.kontor.connector.ConnectorRegistry.Provided;
import org.kontor.connector.OpenConnections;
import org.kontor.connector.OpenConnections.Opened;
import org.kontor.connector.PullKind;
import org.kontor.connector.PullsFrom;
import org.kontor.connector.RemoteMessage;
import org.kontor.jobs.JobRun;
import org.kontor.shared.AppException;
import org.kontor.spi.AccountingRecord;
import org.kontor.spi.AccountingRecord.Kind;
import org.kontor.spi.AccountingSystem;
import org.kontor.spi.AccountingSystem.Account;
import org.kontor.spi.AccountingSystem.Pulled;
import org.kontor.spi.Batch;
import org.kontor.spi.Capability;

/**
 * Reads accounting systems every two hours: customers that changed, and those whose documents did, since that changes what they owe
 * (S4-46). Each customer is taken in by a transaction of its own, so that one who breaks a rule keeps nobody else out; a piece that comes
 * again after a crash changes nothing.
 */
@ApplicationScoped
public class AccountingPull implements PullsFrom {

    @Inject
    AccountingLinks links;

    @Inject
    AccountingRepository repository;

    @Inject
    AccountSync sync;

    @Inject
    OpenConnections connections;

    @Inject
    ConnectorRegistry registry;

    @Inject
    Clock clock;

    @Override
    public PullKind kind() {
        return PullKind.ACCOUNTING_SYSTEM;
    }

    @Override
    public Class<? extends Capability> capability() {
        return AccountingSystem.class;
    }

    @Override
    public Duration every() {
        return Balances.SYNC;
    }

    @Override
    public boolean wanted() {
        return true;
    }

    /** What a piece came to. */
    private static final class Tally {
        int count;
        final Map<String, Problem> problems = new LinkedHashMap<>();
        final Set<String> mended = new LinkedHashSet<>();

        void refused(String remoteId, String code, String message) {
            mended.remove(remoteId);
            problems.put(remoteId, new Problem(remoteId, code, message));
        }
    }

    @Override
    public Piece fetch(Opened opened, Optional<String> cursor, JobRun run) throws Exception {
        AccountingSystem system = opened.capability(AccountingSystem.class).orElseThrow();
        Books books = run.inTransaction(
                Caller.SYSTEM, () -> books(Long.parseLong(opened.connection().id())));
        AccountingPlace place = AccountingPlace.of(kinds(system), cursor);
        Batch<Pulled> batch = system.pull(opened.connection(), place.kind(), place.cursor());
        Tally tally = new Tally();
        Set<String> ids = place.kind() == Kind.CUSTOMER
                ? customers(books, system.tellsAccounts(), batch.items(), tally, run)
                : debtors(books, batch.items(), run);
        List<String> asked = new ArrayList<>(ids);
        for (int from = 0; from < asked.size(); from += AccountingSystem.MOST_ACCOUNTS) {
            int to = Math.min(asked.size(), from + AccountingSystem.MOST_ACCOUNTS);
            accounts(books, system, opened, Set.copyOf(asked.subList(from, to)), tally, run);
        }
        AccountingPlace next = place.behind(batch.cursor(), batch.more());
        return new Piece() {
            @Override
            public Taken apply() {
                return new Taken(tally.count, List.copyOf(tally.problems.values()), List.copyOf(tally.mended));
            }

            @Override
            public String cursor() {
                return next.text();
            }

            @Override
            public boolean more() {
                return batch.more() || !next.first();
            }
        };
    }

    private Books books(long connectionId) {
        List<String> connectors = registry.capabilities(AccountingSystem.class).stream()
                .map(Provided::connectorId)
                .toList();
        return Books.among(connections.enabled(connectors), connectionId)
                .orElseThrow(() -> new IllegalStateException("The connection was disabled meanwhile"));
    }

    /** Without accounts documents tell nothing that is taken in. */
    private static List<Kind> kinds(AccountingSystem system) {
        List<Kind> all = system.tellsAccounts() ? List.of(Kind.values()) : List.of(Kind.CUSTOMER);
        return all.stream().filter(system.pulls()::contains).toList();
    }

    /** Links customers, or takes their fields where there is no more to be had; gives those of whom there is. */
    private Set<String> customers(Books books, boolean more, List<Pulled> items, Tally tally, JobRun run)
            throws Exception {
        Set<String> ids = new LinkedHashSet<>();
        for (Pulled item : items) {
            String remoteId = item.ref().id();
            if (!(item.record().orElse(null) instanceof AccountingRecord.Customer customer)) {
                tally.count +=
                        run.inTransaction(Caller.SYSTEM, () -> repository.gone(books.connectionId(), remoteId, true));
                ids.remove(remoteId);
                tally.mended.add(remoteId);
                continue;
            }
            Optional<Problem> problem =
                    run.inTransaction(Caller.SYSTEM, () -> links.connect(books, remoteId, customer));
            if (problem.isPresent()) {
                tally.refused(remoteId, problem.get().code(), problem.get().message());
            } else if (more) {
                ids.add(remoteId);
            } else {
                note(remoteId, tally, run, () -> sync.fields(books, remoteId, customer));
            }
        }
        return ids;
    }

    private Set<String> debtors(Books books, List<Pulled> items, JobRun run) throws Exception {
        Set<String> ids = new LinkedHashSet<>();
        for (Pulled item : items) {
            item.record().flatMap(AccountingPull::customerOf).ifPresent(ids::add);
        }
        return new LinkedHashSet<>(
                run.inTransaction(Caller.SYSTEM, () -> repository.linked(books.connectionId(), ids)));
    }

    private static Optional<String> customerOf(AccountingRecord record) {
        if (record instanceof AccountingRecord.Document document) {
            return Optional.of(document.customerId());
        }
        return record instanceof AccountingRecord.Payment payment
                ? Optional.of(payment.customerId())
                : Optional.empty();
    }

    private void accounts(Books books, AccountingSystem system, Opened opened, Set<String> ids, Tally tally, JobRun run)
            throws Exception {
        Instant asked = clock.instant();
        for (Account account : system.accounts(opened.connection(), ids)) {
            if (ids.contains(account.ref().id())) {
                note(account.ref().id(), tally, run, () -> sync.take(books, account, asked));
            }
        }
    }

    private void note(String remoteId, Tally tally, JobRun run, Callable<Applied> work) throws Exception {
        try {
            Applied applied = run.inTransaction(Caller.SYSTEM, work);
            tally.count += applied.changes().isEmpty() ? 0 : 1;
            if (applied.left().isEmpty()) {
                tally.mended.add(remoteId);
            } else {
                tally.refused(
                        remoteId,
                        "NOT_ALL_TAKEN",
                        RemoteMessage.without(applied.left().get(0)));
            }
        } catch (AppException e) {
            tally.refused(remoteId, e.code(), RemoteMessage.without(String.valueOf(e.getMessage())));
        }
    }
}
