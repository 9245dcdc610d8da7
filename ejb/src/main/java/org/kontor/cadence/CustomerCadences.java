package org.kontor.cadence;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.customer.CustomerGate;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** The cadence of a customer: shown, put on, changed and removed (S4-20, S4-21, S4-59). */
@Stateless
public class CustomerCadences {

    @Inject
    CadenceRepository cadences;

    @Inject
    Assignments assignments;

    @Inject
    CustomerGate gate;

    /**
     * What a customer has.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer
     */
    @Requires(Permission.READ_CADENCE)
    public CustomerCadenceView of(long customerId) {
        gate.name(customerId);
        return assignments.of(customerId);
    }

    /**
     * Puts a cadence on, instead of the one that is on, if any; what that one has planned and not sent is cancelled.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer; {@link ErrorKind#INVALID} for a cadence that there is not or that is
     *     not active
     */
    @Requires(Permission.ASSIGN_CADENCE)
    public CustomerCadenceView assign(long customerId, CustomerCadenceDraft draft) {
        gate.name(customerId);
        CadenceView cadence = draft.cadenceId()
                .flatMap(cadences::hold)
                .filter(CadenceView::active)
                .orElseThrow(() -> AppException.invalid("cadenceId", "CADENCE_UNKNOWN", "Choose an active cadence."));
        gate.lock(customerId);
        assignments.assign(List.of(customerId), cadence);
        return assignments.of(customerId);
    }

    /**
     * Takes the cadence off; what it has planned and not sent is cancelled. Without one nothing happens.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer
     */
    @Requires(Permission.ASSIGN_CADENCE)
    public void remove(long customerId) {
        gate.lock(customerId);
        assignments.remove(List.of(customerId));
    }
}
