package org.kontor.customer;

import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.suppression.Identity;

/** By what a customer is recognised after an erasure. */
public final class CustomerIdentity {

    private CustomerIdentity() {}

    /** The traits of a draft that {@link CustomerRules#check} gave, so that the same person gives the same traits. */
    public static Identity of(CustomerDraft checked) {
        return new Identity(
                Set.copyOf(checked.emails()),
                checked.phones().stream().map(Phone::number).collect(Collectors.toSet()),
                CustomerLookup.name(checked),
                checked.birthdate(),
                checked.externalIds().stream()
                        .map(id -> new Identity.External(id.system(), id.kind(), id.value()))
                        .toList());
    }
}
