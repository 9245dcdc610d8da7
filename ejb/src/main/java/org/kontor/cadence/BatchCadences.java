package org.kontor.cadence;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.customer.PutsCadence;
import org.kontor.shared.AppException;

/** Puts cadences on customers of a list, and takes them off (S4-20, S4-21). Who has the cadence already is left alone. */
@Stateless
public class BatchCadences implements PutsCadence {

    @Inject
    CadenceRepository cadences;

    @Inject
    Assignments assignments;

    @Override
    @Requires(Permission.ASSIGN_CADENCE)
    public String check(String name) {
        return named(name).name();
    }

    @Override
    @Requires(Permission.ASSIGN_CADENCE)
    public void checkRemoval() {
        // The permission says it.
    }

    private CadenceView named(String name) {
        return cadences.named(name)
                .flatMap(cadences::hold)
                .filter(CadenceView::active)
                .orElseThrow(() -> AppException.invalid(
                        "value",
                        "CADENCE_UNKNOWN",
                        "Choose an active cadence that there is; none is called “" + name + "”."));
    }

    @Override
    @Requires(Permission.ASSIGN_CADENCE)
    public Map<Long, String> put(List<Long> customerIds, String name) {
        CadenceView cadence = named(name);
        assignments.lock(customerIds);
        return assignments.assign(customerIds, cadence);
    }

    @Override
    @Requires(Permission.ASSIGN_CADENCE)
    public Map<Long, String> remove(List<Long> customerIds) {
        assignments.lock(customerIds);
        return assignments.remove(customerIds);
    }
}
