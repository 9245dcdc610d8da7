package org.kontor.receivable;

import java.util.Comparator;
import java.util.Optional;

/** How money is spread over what is owed. */
public enum AllocationPolicy {
    /** It stays unapplied. */
    NONE(Optional.empty(), false),
    /** What is due longest comes first. */
    OLDEST_DUE_FIRST(Optional.of(Allocation.BY_DUE_DATE), false),
    /** Costs before interest before principal; within each what is due longest. */
    LEGAL_ORDER(Optional.of(Comparator.comparing(OpenItem::component).thenComparing(Allocation.BY_DUE_DATE)), false),
    /** The clerk names the items. */
    MANUAL(Optional.empty(), true),
    /** The customer named the items, in a remittance advice for instance. */
    INSTRUCTION(Optional.empty(), true);

    // Error Prone knows no immutable Optional of a comparator; all of these are stateless.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Optional<Comparator<OpenItem>> order;

    private final boolean named;

    AllocationPolicy(Optional<Comparator<OpenItem>> order, boolean named) {
        this.order = order;
        this.named = named;
    }

    /** In which order items are settled; empty when the policy chooses none by itself. */
    Optional<Comparator<OpenItem>> order() {
        return order;
    }

    /** Whether somebody names the items. */
    boolean named() {
        return named;
    }

    /** What each application says of it. */
    ApplicationRule rule() {
        return ApplicationRule.valueOf(name());
    }
}
