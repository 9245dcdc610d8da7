package org.kontor.importing;

import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.kontor.customer.AccountType;
import org.kontor.customer.Address;
import org.kontor.customer.BillMethod;
import org.kontor.customer.CustomerClass;
import org.kontor.customer.CustomerDraft;
import org.kontor.customer.CustomerStatus;
import org.kontor.customer.ExternalId;
import org.kontor.customer.Owners;
import org.kontor.customer.Phone;
import org.kontor.customer.PhoneType;
import org.kontor.spi.CustomerProfile;

/** Makes drafts of customers out of what files tell. */
final class Drafts {

    private Drafts() {}

    /**
     * A new customer. Where the file tells neither status nor bill method, the defaults of creation hold: Pending and Print,
     * which asks for no e-mail address (S0-17, S3-31).
     */
    static CustomerDraft fromProfile(CustomerProfile p) {
        return new CustomerDraft(
                Optional.empty(),
                p.accountNumber(),
                AccountType.STANDARD,
                Optional.empty(),
                customerClass(p),
                p.status().map(status -> CustomerStatus.valueOf(status.name())),
                p.companyName(),
                p.firstName(),
                p.middleName(),
                p.lastName(),
                p.suffix(),
                p.nickname(),
                p.displayName(),
                p.emails(),
                p.website(),
                p.billMethod().map(method -> BillMethod.valueOf(method.name())),
                p.phones().stream()
                        .map(phone -> new Phone(PhoneType.valueOf(phone.type().name()), phone.number()))
                        .toList(),
                address(p.address()),
                p.birthdate(),
                p.gender(),
                p.occupation(),
                p.currency(),
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
     * An existing customer with what a row brings: values that are not blank replace, e-mails, phones, external ids and tags are
     * added behind those that are there. What {@link #left} names stays.
     */
    static CustomerDraft merge(CustomerDraft old, CustomerDraft row) {
        return new CustomerDraft(
                        old.entityId(),
                        either(row.accountNumber(), old.accountNumber()),
                        old.accountType(),
                        old.parentId(),
                        old.customerClass(),
                        row.status().or(old::status),
                        either(row.companyName(), old.companyName()),
                        either(row.firstName(), old.firstName()),
                        either(row.middleName(), old.middleName()),
                        either(row.lastName(), old.lastName()),
                        either(row.suffix(), old.suffix()),
                        either(row.nickname(), old.nickname()),
                        either(row.displayName(), old.displayName()),
                        union(old.emails(), row.emails(), String::equalsIgnoreCase),
                        either(row.website(), old.website()),
                        row.billMethod().or(old::billMethod),
                        union(old.phones(), row.phones(), (a, b) -> a.number().equals(b.number())),
                        row.address().blank() ? old.address() : row.address(),
                        row.birthdate().or(old::birthdate),
                        either(row.gender(), old.gender()),
                        either(row.occupation(), old.occupation()),
                        either(row.currency(), old.currency()),
                        union(old.externalIds(), row.externalIds(), ExternalId::equals))
                .withMarks(
                        union(old.tags(), row.tags(), String::equalsIgnoreCase),
                        old.flags(),
                        row.health().or(old::health),
                        owners(old.owners(), row.owners()),
                        values(old.customFields(), row.customFields()),
                        row.autoPayments().or(old::autoPayments),
                        row.lateFees().or(old::lateFees));
    }

    /**
     * What of a row does not go into a customer who exists, in the words of the user (S3-31). A class changes what the names mean, type,
     * parent and company entity move the ledger with the customer, and a flag says who saw what and when: each is decided on the
     * customer's page, where its consequences stand.
     *
     * @param parent the parent that the row names, if it names one and there is one
     */
    static List<String> left(CustomerDraft old, CustomerDraft row, Mapped.Place place, OptionalLong parent) {
        List<String> left = new ArrayList<>();
        if (row.customerClass() != old.customerClass()) {
            left.add("class " + word(row.customerClass()));
        }
        boolean child = !place.parent().isEmpty();
        if (child && (parent.isEmpty() || !old.parentId().equals(Optional.of(parent.getAsLong())))) {
            left.add("parent " + place.parent());
        } else if (row.accountType() == AccountType.PARENT && old.accountType() != AccountType.PARENT) {
            left.add("account type " + word(row.accountType()));
        }
        if (!place.entity().isEmpty()
                && row.entityId().orElse(MatchKey.ENTITY).longValue()
                        != old.entityId().orElse(MatchKey.ENTITY)) {
            left.add("company entity " + place.entity());
        }
        row.flags().forEach(flag -> left.add("flag " + flag.type()));
        return left;
    }

    private static String word(Enum<?> value) {
        return value.name().charAt(0) + value.name().substring(1).toLowerCase(Locale.ROOT);
    }

    private static Owners owners(Owners old, Owners row) {
        Owners merged = old;
        for (Owners.Part part : Owners.Part.values()) {
            merged = row.of(part).isPresent() ? merged.with(part, row.of(part)) : merged;
        }
        return merged;
    }

    private static Map<String, Optional<JsonValue>> values(
            Map<String, Optional<JsonValue>> old, Map<String, Optional<JsonValue>> row) {
        Map<String, Optional<JsonValue>> merged = new HashMap<>(old);
        merged.putAll(row);
        return merged;
    }

    private static String either(String first, String second) {
        return first.isBlank() ? second : first;
    }

    private static <T> List<T> union(List<T> old, List<T> more, java.util.function.BiPredicate<T, T> same) {
        List<T> all = new ArrayList<>(old);
        for (T candidate : more) {
            if (all.stream().noneMatch(present -> same.test(present, candidate))) {
                all.add(candidate);
            }
        }
        return all;
    }
}
