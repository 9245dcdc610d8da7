package org.kontor.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kontor.customer.CustomerView;

/** What keeps customers from becoming one (S4-127). */
final class MergeRules {

    private MergeRules() {}

    /** Every reason, source by source; none when they can be merged. {@code parents} are those that have child accounts. */
    static List<MergeBlocker> blockers(CustomerView target, List<CustomerView> sources, Set<Long> parents) {
        List<MergeBlocker> blockers = new ArrayList<>();
        for (CustomerView source : sources) {
            if (source.entityId() != target.entityId()) {
                blockers.add(new MergeBlocker(
                        "OTHER_ENTITY",
                        source.id(),
                        "Leave out " + name(source) + ": it belongs to " + source.entityName() + ", " + name(target)
                                + " to " + target.entityName() + "."));
            }
            if (!source.currency().equals(target.currency())) {
                blockers.add(new MergeBlocker(
                        "OTHER_CURRENCY",
                        source.id(),
                        "Leave out " + name(source) + ": its currency is " + source.currency() + ", that of "
                                + name(target) + " " + target.currency() + "."));
            }
            if (source.parentId().filter(id -> id == target.id()).isPresent()
                    || target.parentId().filter(id -> id == source.id()).isPresent()) {
                blockers.add(new MergeBlocker(
                        "OWN_PARENT",
                        source.id(),
                        "Give the child account another parent, or make it a Standard account, first: " + name(source)
                                + " and " + name(target) + " are parent and child."));
            } else if (parents.contains(source.id()) && target.parentId().isPresent()) {
                blockers.add(new MergeBlocker(
                        "CHILD_OF_CHILD",
                        source.id(),
                        "Merge into a customer that is no child account: " + name(source)
                                + " has child accounts itself."));
            }
        }
        return blockers;
    }

    private static String name(CustomerView customer) {
        return customer.displayName() + " (" + customer.id() + ")";
    }
}
