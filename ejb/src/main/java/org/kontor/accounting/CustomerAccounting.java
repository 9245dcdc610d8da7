package org.kontor.accounting;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.connector.ConnectorRegistry;
import org.kontor.connector.ConnectorRegistry.Provided;
import org.kontor.connector.OpenConnections;
import org.kontor.customer.CustomerGate;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.spi.AccountingSystem;

/** Tells how customers stand by the accounting system (S4-46, S4-47). */
@Stateless
public class CustomerAccounting {

    @Inject
    AccountingRepository repository;

    @Inject
    CustomerGate gate;

    @Inject
    ConnectorRegistry registry;

    @Inject
    OpenConnections connections;

    @Inject
    Clock clock;

    /** Whether there is an enabled connection to an accounting system, so that a customer can be read from there again. */
    @Requires(Permission.SYNC_CUSTOMER)
    public boolean connected() {
        List<String> connectors = registry.capabilities(AccountingSystem.class).stream()
                .map(Provided::connectorId)
                .toList();
        return !connections.enabled(connectors).isEmpty();
    }

    /**
     * How a customer stands by the accounting system, beside what was recorded in Kontor since. Not connected, it has no balances.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer
     */
    @Requires(Permission.READ_RECEIVABLE)
    public AccountingView of(long customerId) {
        gate.name(customerId);
        List<AccountingLink> links = repository.links(customerId);
        List<AccountingLink> telling = links.stream()
                .filter(link -> !link.gone() && link.toldAt().isPresent())
                .toList();
        Optional<Instant> asOf =
                telling.stream().flatMap(link -> link.toldAt().stream()).min(Comparator.naturalOrder());
        if (asOf.isEmpty()) {
            return new AccountingView(customerId, false, links, List.of());
        }
        return new AccountingView(
                customerId,
                true,
                links,
                Balances.of(
                        repository.told(telling.stream().map(AccountingLink::id).toList()),
                        repository.ledger(customerId, asOf.get()),
                        asOf.get(),
                        clock.instant()));
    }
}
