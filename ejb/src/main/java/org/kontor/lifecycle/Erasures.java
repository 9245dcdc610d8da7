package org.kontor.lifecycle;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.kontor.access.CustomerScope;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.connector.ConnectorRegistry;
import org.kontor.customer.CustomerBulk;
import org.kontor.customer.CustomerGate;
import org.kontor.customer.CustomerView;
import org.kontor.jobs.Jobs;
import org.kontor.lifecycle.ErasurePreview.KeptPart;
import org.kontor.lifecycle.ErasurePreview.Part;
import org.kontor.lifecycle.ErasurePreview.Vault;
import org.kontor.shared.AppException;
import org.kontor.shared.Cursor;
import org.kontor.shared.ErasureObstacle;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.OwnedTable.Erase;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.kontor.spi.PaymentVault;

/** Erases customers for good: tells what will go, begins, shows how far it is (S4-89 to S4-105). */
@Stateless
public class Erasures {

    private static final String LIST = "erasures";

    @Inject
    ErasureRepository repository;

    @Inject
    ErasureSubjects subjects;

    @Inject
    ErasureWork work;

    @Inject
    ErasureStart start;

    @Inject
    VaultDeletion deletion;

    @Inject
    OwnedRemoval owned;

    @Inject
    SeenParts seen;

    @Inject
    CustomerBulk customers;

    @Inject
    CustomerScope scope;

    @Inject
    ConnectorRegistry registry;

    @Inject
    Jobs jobs;

    @Inject
    Clock clock;

    /**
     * What an erasure would do now: what goes, what stays, who is asked, what stands in the way.
     *
     * @throws AppException {@link ErrorKind#ABSENT}
     */
    @Requires(Permission.ERASE_CUSTOMER)
    public ErasurePreview preview(long customerId) {
        scope.require(customerId);
        CustomerView customer = customers.read(List.of(customerId)).stream()
                .findFirst()
                .orElseThrow(() -> CustomerGate.absent(customerId));
        List<Part> removed = new ArrayList<>();
        List<KeptPart> kept = new ArrayList<>();
        owned.counts(customerId).forEach((table, count) -> {
            if (!seen.sees(table)) {
                return;
            }
            if (table.erase() == Erase.KEEP) {
                kept.add(new KeptPart(table.noun(), count, table.keptBecause()));
            } else {
                removed.add(new Part(table.noun(), count));
            }
        });
        List<ErasureSubjects.KnownBy> vaults = subjects.vaults(customerId);
        return new ErasurePreview(
                customerId,
                customer.displayName(),
                customer.version(),
                customer.archived(),
                removed,
                kept,
                vaults.stream()
                        .map(known -> vault(known, subjects.lastCharged(customerId)))
                        .toList(),
                subjects.elsewhere(customerId, vaults),
                work.obstacles(customerId));
    }

    private Vault vault(ErasureSubjects.KnownBy known, Optional<LocalDate> lastCharged) {
        Optional<PaymentVault> forgetting = registry.capabilities(PaymentVault.class).stream()
                .filter(each -> each.connectorId().equals(known.connector()))
                .map(ConnectorRegistry.Provided::capability)
                .filter(each -> each.features().contains(PaymentVault.Feature.DELETE_SHOPPER))
                .findFirst();
        Optional<PaymentVault.Deletion.RefusedUntil> refusal =
                forgetting.flatMap(each -> deletion.foreseen(each, known.subject(), lastCharged));
        return new Vault(
                known.connectionId(),
                known.name(),
                forgetting.isPresent(),
                known.subject().shared(),
                lastCharged,
                refusal.map(each -> each.reason().message()).orElse(""),
                refusal.flatMap(PaymentVault.Deletion.RefusedUntil::earliest));
    }

    /**
     * Begins to erase a customer, confirmed by the name that was typed (S4-90). There is no way back.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#INVALID} for another name; {@link ErrorKind#CONFLICT} when
     *     something stands in the way, or it is under way
     */
    @Requires(Permission.ERASE_CUSTOMER)
    public ErasureView erase(long customerId, String typedName) {
        return erase(customerId, typedName, OptionalLong.empty());
    }

    /**
     * As {@link #erase(long, String)}, if the customer still has the version that the caller has seen.
     *
     * @throws AppException as {@link #erase(long, String)}; {@link ErrorKind#STALE} when it was changed since
     */
    @Requires(Permission.ERASE_CUSTOMER)
    public ErasureView erase(long customerId, String typedName, OptionalLong expectedVersion) {
        return begin(customerId, expectedVersion, customer -> {
            if (!customer.displayName().strip().equals(typedName.strip())) {
                throw AppException.invalid(
                        "confirm",
                        "NAME_DIFFERS",
                        "Give the name of the customer exactly as it is shown, to confirm that this is the one.");
            }
        });
    }

    /**
     * As {@link #erase(long, String)}, asked for by the number of the customer alone.
     *
     * @param expectedVersion the version that the caller has seen; empty for whichever there is
     * @throws AppException as {@link #erase(long, String, OptionalLong)}
     */
    @Requires(Permission.ERASE_CUSTOMER)
    public ErasureView erase(long customerId, OptionalLong expectedVersion) {
        return begin(customerId, expectedVersion, customer -> {});
    }

    private ErasureView begin(long customerId, OptionalLong expectedVersion, Consumer<CustomerView> confirmation) {
        scope.require(customerId);
        CustomerView customer = customers.lockToErase(List.of(customerId)).stream()
                .findFirst()
                .orElseThrow(() -> CustomerGate.absent(customerId));
        confirmation.accept(customer);
        if (expectedVersion.isPresent() && customer.version() != expectedVersion.getAsLong()) {
            throw new AppException(
                    ErrorKind.STALE,
                    "STALE_VERSION",
                    "Load it again and look at it before you erase it: it was changed meanwhile.");
        }
        List<ErasureObstacle> obstacles = work.obstacles(customerId);
        if (!obstacles.isEmpty()) {
            ErasureObstacle first = obstacles.get(0);
            throw new AppException(ErrorKind.CONFLICT, first.code(), first.message());
        }
        if (repository.requested(customerId)) {
            throw new AppException(
                    ErrorKind.CONFLICT, "ERASURE_RUNNING", "Wait: this customer is being erased already.");
        }
        return find(start.begin(customerId)).orElseThrow();
    }

    /** The erasure with this number. */
    @Requires(Permission.ERASE_CUSTOMER)
    public Optional<ErasureView> find(long id) {
        return repository.find(id).map(seen::of);
    }

    /** Erasures, newest first. */
    @Requires(Permission.ERASE_CUSTOMER)
    public Page<ErasureView> list(PageRequest page) {
        long before = Cursor.decode(LIST, page.cursor())
                .map(values -> Long.parseLong(values.get(0)))
                .orElse(Long.MAX_VALUE);
        List<ErasureView> found =
                repository.list(before, page.limit() + 1).stream().map(seen::of).toList();
        if (found.size() <= page.limit()) {
            return new Page<>(found, Optional.empty());
        }
        List<ErasureView> piece = found.subList(0, page.limit());
        return new Page<>(
                piece,
                Optional.of(Cursor.encode(
                        LIST, Long.toString(piece.get(piece.size() - 1).id()))));
    }

    /**
     * Tries the steps that are open now, whatever their day is.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#CONFLICT} when none is open
     */
    @Requires(Permission.ERASE_CUSTOMER)
    public ErasureView retry(long id) {
        ErasureView erasure = repository.find(id).orElseThrow(() -> absent(id));
        Instant now = clock.instant();
        if (erasure.state() == ErasureState.BLOCKED || !repository.lock(id) || repository.hurry(id, now) == 0) {
            throw new AppException(ErrorKind.CONFLICT, "NOTHING_OPEN", "Nothing to try again: no step is open.");
        }
        jobs.enqueue(ErasureJob.KIND, id);
        return find(id).orElseThrow();
    }

    /** Whether there was a customer with this id who is erased; for whoever may see customers. */
    @Requires(Permission.READ_CUSTOMER)
    public boolean wasErased(long customerId) {
        return repository.ofCustomer(customerId).isPresent();
    }

    /** Whether there was a contact with this id who went with an erased customer; for whoever may see customers. */
    @Requires(Permission.READ_CUSTOMER)
    public boolean contactWasErased(long contactId) {
        return repository.hadContact(contactId);
    }

    static AppException absent(long id) {
        return new AppException(
                ErrorKind.ABSENT,
                "ERASURE_NOT_FOUND",
                "Look for another erasure: there is none with number " + id + ".");
    }
}
