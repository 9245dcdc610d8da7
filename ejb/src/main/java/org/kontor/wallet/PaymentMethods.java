package org.kontor.wallet;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kontor.access.AccessLog;
import org.kontor.access.CustomerScope;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.connector.ConnectorRegistry;
import org.kontor.customer.CustomerBulk;
import org.kontor.customer.CustomerGate;
import org.kontor.customer.CustomerView;
import org.kontor.customer.FieldCheck;
import org.kontor.jobs.Jobs;
import org.kontor.shared.AppException;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.ErrorKind;
import org.kontor.spi.PaymentVault;
import org.kontor.wallet.MethodRemoval.State;

/**
 * Payment methods of customers: added by the reference of the vault that keeps them, given to another customer of the same company
 * entity and currency, taken out of use. Who begins something with a method takes the row of its customer first.
 */
@Stateless
public class PaymentMethods {

    @Inject
    PaymentMethodRepository repository;

    @Inject
    CustomerBulk customers;

    @Inject
    CustomerGate gate;

    @Inject
    CustomerScope scope;

    @Inject
    ConnectorRegistry connectors;

    @Inject
    Jobs jobs;

    @Inject
    AccessLog log;

    @Inject
    Event<DomainEvent> happened;

    @Inject
    Clock clock;

    /**
     * Those of a customer, the active ones first.
     *
     * @throws AppException {@link ErrorKind#ABSENT}
     */
    @Requires(Permission.READ_RECEIVABLE)
    public List<PaymentMethodView> ofCustomer(long customerId) {
        gate.name(customerId);
        return repository.ofCustomer(customerId);
    }

    /** One by its id; empty for one of a customer whom the caller does not see. */
    @Requires(Permission.READ_RECEIVABLE)
    public Optional<PaymentMethodView> find(long id) {
        return repository.find(id).filter(method -> scope.sees(method.customerId()));
    }

    /** The vaults in which a method may lie: connections whose connector keeps payment methods. */
    @Requires(Permission.WRITE_RECEIVABLE)
    public List<VaultChoice> vaults() {
        return repository.vaults(connectors.capabilities(PaymentVault.class).stream()
                .map(ConnectorRegistry.Provided::connectorId)
                .toList());
    }

    /**
     * Adds one that a vault keeps already.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#INVALID}, naming each field; {@link ErrorKind#CONFLICT} when it
     *     is here already
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public PaymentMethodView add(long customerId, PaymentMethodDraft typed) {
        gate.lock(customerId);
        FieldCheck fields = new FieldCheck();
        PaymentMethodDraft draft = PaymentMethodRules.checked(fields, typed);
        if (!repository.connected(draft.connectionId())) {
            fields.refuse("connectionId", "UNKNOWN_CONNECTION", "Name the connection to the vault that keeps it.");
        }
        refuse(fields);
        long id = repository
                .insert(customerId, draft, draft.type().orElseThrow())
                .orElseThrow(() -> new AppException(
                        ErrorKind.CONFLICT,
                        "METHOD_KNOWN",
                        "Transfer it instead: this method of the vault is here already."));
        PaymentMethodView added = repository.find(id).orElseThrow();
        log.write("payment-method.added", subject(added));
        tell("payment-method.added", customerId, added, Map.of());
        return added;
    }

    /**
     * Gives a method to another customer (S4-34 to S4-36).
     *
     * @param version the version that the caller saw
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#INVALID} for a customer of another
     *     entity or currency, and for a bank account without a mandate of theirs; {@link ErrorKind#CONFLICT} while a payment with it is
     *     under way, and for one that is not active
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public PaymentMethodView transfer(long id, long version, MethodTransfer transfer) {
        PaymentMethodView seen = existing(id);
        if (gate.find(transfer.customerId()).isEmpty()) {
            throw AppException.invalid(
                    "customerId", "UNKNOWN_CUSTOMER", "Choose another customer: there is none with this id.");
        }
        if (seen.customerId() == transfer.customerId()) {
            throw AppException.invalid("customerId", "SAME_CUSTOMER", "Choose another customer: it is theirs already.");
        }
        // In the order of their ids, as everybody does who takes more than one.
        new TreeSet<>(List.of(seen.customerId(), transfer.customerId())).forEach(gate::lock);
        PaymentMethodView method = existing(id);
        current(method, version);
        CustomerView from = customers.read(List.of(method.customerId())).get(0);
        CustomerView to = customers.read(List.of(transfer.customerId())).get(0);
        PaymentMethodRules.sameAccount(from, to);
        PaymentMethodRules.movable(method, transfer, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        repository.change(id, to.id(), true);
        PaymentMethodView moved = repository.find(id).orElseThrow();
        log.write("payment-method.transferred", subject(method) + " to customer " + to.id());
        Map<String, String> details = new TreeMap<>();
        transfer.consentedOn().ifPresent(day -> details.put("consentedOn", day.toString()));
        details.put("toCustomerId", Long.toString(to.id()));
        tell("payment-method.transferred", from.id(), moved, details);
        details.remove("toCustomerId");
        details.put("fromCustomerId", Long.toString(from.id()));
        tell("payment-method.received", to.id(), moved, details);
        return moved;
    }

    /**
     * Takes a method out of use; it is kept as history, since the vault keeps it.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#CONFLICT} while a payment is under way
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public void retire(long id, long version) {
        PaymentMethodView method = locked(id);
        current(method, version);
        PaymentMethodRules.idle(method);
        if (method.active()) {
            repository.change(id, method.customerId(), false);
            log.write("payment-method.retired", subject(method));
            tell("payment-method.retired", method.customerId(), method, Map.of());
        }
    }

    /**
     * Takes a method out of use and asks its vault to forget it, until the vault answers. It stays here as history.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#CONFLICT} while a payment is under way,
     *     and when the vault is being asked already or has forgotten it
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public PaymentMethodView removeAtVault(long id, long version) {
        PaymentMethodView method = locked(id);
        current(method, version);
        PaymentMethodRules.idle(method);
        PaymentMethodRules.removable(method);
        repository.removal(id, State.REQUESTED, "", 0);
        jobs.enqueue(MethodRemovalJob.KIND, id);
        log.write("payment-method.removal-requested", subject(method));
        tell("payment-method.removal-requested", method.customerId(), method, Map.of());
        return existing(id);
    }

    /**
     * Notes that a payment with the method was authorised. Said twice, it is noted once.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#INVALID}; {@link ErrorKind#CONFLICT} for a method that is out of
     *     use, or held for a customer who was merged
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public PaymentMethodView authorise(long id, AuthorisationDraft typed) {
        PaymentMethodView method = locked(id);
        FieldCheck fields = new FieldCheck();
        AuthorisationDraft draft = PaymentMethodRules.checked(fields, typed);
        refuse(fields);
        if (method.authorisations().contains(draft.reference())) {
            return method;
        }
        PaymentMethodRules.usable(method);
        method.heldFor().ifPresent(former -> {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "METHOD_HELD",
                    "Wait until these payments have ended: " + String.join(", ", method.authorisations())
                            + ". They were begun for customer " + former + ", who was merged.");
        });
        repository.authorise(id, draft);
        tell("payment-method.authorised", method.customerId(), method, Map.of("reference", draft.reference()));
        return repository.find(id).orElseThrow();
    }

    /**
     * Notes that the payment ended, however it did.
     *
     * @throws AppException {@link ErrorKind#ABSENT}
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public void end(long id, String reference) {
        PaymentMethodView method = locked(id);
        if (!repository.end(id, reference)) {
            throw new AppException(
                    ErrorKind.ABSENT,
                    "AUTHORISATION_NOT_FOUND",
                    "Look for another payment: none with this reference is under way.");
        }
        tell("payment-method.settled", method.customerId(), method, Map.of("reference", reference));
    }

    /** The method, with the row of its customer held: an erasure, a merge or a transfer waits, or has been. */
    private PaymentMethodView locked(long id) {
        PaymentMethodView seen = existing(id);
        gate.lock(seen.customerId());
        PaymentMethodView method = existing(id);
        if (method.customerId() != seen.customerId()) {
            throw AppException.stale();
        }
        return method;
    }

    private PaymentMethodView existing(long id) {
        return find(id).orElseThrow(() -> new AppException(
                ErrorKind.ABSENT,
                "PAYMENT_METHOD_NOT_FOUND",
                "Look for another payment method: there is none with id " + id + "."));
    }

    private static void current(PaymentMethodView method, long version) {
        if (method.version() != version) {
            throw AppException.stale();
        }
    }

    private static void refuse(FieldCheck fields) {
        if (!fields.errors().isEmpty()) {
            throw AppException.invalid(fields.errors());
        }
    }

    private static String subject(PaymentMethodView method) {
        return "payment method " + method.id() + " of customer " + method.customerId();
    }

    private void tell(String kind, long customerId, PaymentMethodView method, Map<String, String> details) {
        Map<String, String> named = new TreeMap<>(details);
        named.put("name", method.label());
        happened.fire(new DomainEvent(kind, customerId, Map.of(), named));
    }
}
