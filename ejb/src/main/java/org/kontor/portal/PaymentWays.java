package org.kontor.portal;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.customer.CustomerGate;
import org.kontor.receivable.PaymentWay;
import org.kontor.shared.AppException;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.DomainEvent.Change;
import org.kontor.shared.ErrorKind;

/** By which ways customers may pay (S4-56): stated by staff, shown in the portal. */
@Stateless
public class PaymentWays {

    @Inject
    PaymentWayRepository repository;

    @Inject
    CustomerGate gate;

    @Inject
    Event<DomainEvent> happened;

    /**
     * What is stated of a customer.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer
     */
    @Requires(Permission.READ_CUSTOMER)
    public PaymentWaysView of(long customerId) {
        gate.name(customerId);
        return new PaymentWaysView(customerId, repository.of(customerId));
    }

    /**
     * States it anew.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public PaymentWaysView replace(long customerId, PaymentWaysDraft draft) {
        gate.lock(customerId);
        List<PaymentWay> before = repository.of(customerId);
        List<PaymentWay> after = draft.ways().stream().distinct().sorted().toList();
        if (!before.equals(after)) {
            repository.replace(customerId, after);
            happened.fire(new DomainEvent(
                    "payment-way.changed",
                    customerId,
                    Map.of("paymentWays", new Change(text(before), text(after))),
                    Map.of()));
        }
        return new PaymentWaysView(customerId, after);
    }

    private static String text(List<PaymentWay> ways) {
        return ways.stream().map(Enum::name).collect(Collectors.joining(", "));
    }
}
