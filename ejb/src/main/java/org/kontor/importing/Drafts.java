package org.kontor.importing;

import java.util.List;
import java.util.Optional;
import org.kontor.customer.AccountType;
import org.kontor.customer.Address;
import org.kontor.customer.CustomerClass;
import org.kontor.customer.CustomerDraft;
import org.kontor.customer.CustomerView;
import org.kontor.customer.ExternalId;
import org.kontor.customer.Phone;
import org.kontor.customer.PhoneType;
import org.kontor.spi.CustomerProfile;

/** Makes drafts of customers out of what files tell. */
final class Drafts {

    private Drafts() {}

    /**
     * A new customer. Status and bill method stay open, so that the defaults of creation hold: Pending and Print, which
     * asks for no e-mail address (S0-17, S3-31).
     */
    static CustomerDraft fromProfile(CustomerProfile p) {
        return new CustomerDraft(
                Optional.empty(),
                "",
                AccountType.STANDARD,
                Optional.empty(),
                customerClass(p),
                Optional.empty(),
                p.companyName(),
                p.firstName(),
                p.middleName(),
                p.lastName(),
                p.suffix(),
                p.nickname(),
                "",
                p.emails(),
                p.website(),
                Optional.empty(),
                p.phones().stream()
                        .map(phone -> new Phone(PhoneType.valueOf(phone.type().name()), phone.number()))
                        .toList(),
                address(p.address()),
                p.birthdate(),
                p.gender(),
                p.occupation(),
                "",
                p.externalIds().stream()
                        .map(id -> new ExternalId(id.system(), id.kind(), id.value()))
                        .toList());
    }

    private static CustomerClass customerClass(CustomerProfile p) {
        boolean person = !p.firstName().isEmpty() || !p.lastName().isEmpty();
        return p.kind()
                .map(kind ->
                        kind == CustomerProfile.Kind.ORGANISATION ? CustomerClass.BUSINESS : CustomerClass.RESIDENTIAL)
                .orElse(!p.companyName().isEmpty() && !person ? CustomerClass.BUSINESS : CustomerClass.RESIDENTIAL);
    }

    private static Address address(CustomerProfile.Address a) {
        return new Address(a.line1(), a.line2(), a.city(), a.state(), a.postalCode(), a.country());
    }

    /**
     * An existing customer with what a row brings: values that are not blank replace, e-mails, phones and external ids are
     * added behind those that are there. Class, status, hierarchy, bill method and a name set by hand stay.
     */
    static CustomerDraft merge(CustomerView existing, CustomerDraft row) {
        CustomerDraft old = existing.toDraft();
        return new CustomerDraft(
                        old.entityId(),
                        old.accountNumber(),
                        old.accountType(),
                        old.parentId(),
                        old.customerClass(),
                        old.status(),
                        either(row.companyName(), old.companyName()),
                        either(row.firstName(), old.firstName()),
                        either(row.middleName(), old.middleName()),
                        either(row.lastName(), old.lastName()),
                        either(row.suffix(), old.suffix()),
                        either(row.nickname(), old.nickname()),
                        old.displayName(),
                        union(old.emails(), row.emails(), String::equalsIgnoreCase),
                        either(row.website(), old.website()),
                        old.billMethod(),
                        union(old.phones(), row.phones(), (a, b) -> a.number().equals(b.number())),
                        row.address().blank() ? old.address() : row.address(),
                        row.birthdate().or(old::birthdate),
                        either(row.gender(), old.gender()),
                        either(row.occupation(), old.occupation()),
                        old.currency(),
                        union(old.externalIds(), row.externalIds(), ExternalId::equals))
                .withMarksOf(old);
    }

    private static String either(String first, String second) {
        return first.isBlank() ? second : first;
    }

    private static <T> List<T> union(List<T> old, List<T> more, java.util.function.BiPredicate<T, T> same) {
        List<T> all = new java.util.ArrayList<>(old);
        for (T candidate : more) {
            if (all.stream().noneMatch(present -> same.test(present, candidate))) {
                all.add(candidate);
            }
        }
        return all;
    }
}
