package org.kontor.accounting;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.kontor.customer.Address;
import org.kontor.customer.CustomerClass;
import org.kontor.customer.CustomerDraft;
import org.kontor.customer.CustomerRules;
import org.kontor.shared.FieldError;
import org.kontor.spi.AccountingRecord;
import org.kontor.spi.CustomerProfile;

/**
 * Which fields of a customer follow the accounting system, and how: the company name of a Business, the first e-mail address, the website
 * and the address. What is blank there stays as it is here; so do names of people, phones, status, parent, and whatever else. Pure.
 */
final class AccountingFields {

    private AccountingFields() {}

    /**
     * The customer after the accounting system was heard.
     *
     * @param draft the customer now, if nothing there was new
     * @param left names of fields that are not taken, since they would break a rule
     */
    record Followed(CustomerDraft draft, List<String> left) {}

    static Followed follow(CustomerDraft here, AccountingRecord.Customer there) {
        CustomerProfile profile = there.profile();
        CustomerDraft draft = here;
        List<String> left = new ArrayList<>();
        String company = profile.companyName().strip();
        if (here.customerClass() == CustomerClass.BUSINESS && !company.isEmpty()) {
            draft = taken(draft, "companyName", left, d -> with(d, company, d.emails(), d.website(), d.address()));
        }
        String email = profile.emails().stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        if (!email.isEmpty()) {
            draft = taken(
                    draft, "emails", left, d -> with(d, d.companyName(), first(email, d), d.website(), d.address()));
        }
        String website = profile.website().strip();
        if (!website.isEmpty()) {
            draft = taken(draft, "website", left, d -> with(d, d.companyName(), d.emails(), website, d.address()));
        }
        if (!profile.address().line1().isBlank() && !profile.address().city().isBlank()) {
            draft = taken(
                    draft,
                    "address",
                    left,
                    d -> with(d, d.companyName(), d.emails(), d.website(), address(d, profile)));
        }
        return new Followed(draft, left);
    }

    /** The draft with the field, unless that would break a rule which was not broken before. */
    private static CustomerDraft taken(
            CustomerDraft before, String field, List<String> left, UnaryOperator<CustomerDraft> change) {
        CustomerDraft after = change.apply(before);
        Set<FieldError> known = Set.copyOf(CustomerRules.check(before).errors());
        if (known.containsAll(CustomerRules.check(after).errors())) {
            return after;
        }
        left.add(field);
        return before;
    }

    /** The address comes first; the others stay behind it. */
    private static List<String> first(String email, CustomerDraft draft) {
        if (!draft.emails().isEmpty() && draft.emails().get(0).equalsIgnoreCase(email)) {
            return draft.emails();
        }
        return Stream.concat(Stream.of(email), draft.emails().stream().filter(each -> !each.equalsIgnoreCase(email)))
                .toList();
    }

    /** One value as a whole; of the same street what is blank there stays. */
    private static Address address(CustomerDraft draft, CustomerProfile profile) {
        Address here = draft.address();
        CustomerProfile.Address there = profile.address();
        boolean same = here.line1().equalsIgnoreCase(there.line1().strip());
        return new Address(
                there.line1().strip(),
                there.line2().isBlank() && same ? here.line2() : there.line2().strip(),
                there.city().strip(),
                there.state().isBlank() && same ? here.state() : there.state().strip(),
                there.postalCode().isBlank() && same
                        ? here.postalCode()
                        : there.postalCode().strip(),
                there.country().isBlank() ? here.country() : there.country().strip());
    }

    private static CustomerDraft with(
            CustomerDraft draft, String company, List<String> emails, String website, Address address) {
        return new CustomerDraft(
                        draft.entityId(),
                        draft.accountNumber(),
                        draft.accountType(),
                        draft.parentId(),
                        draft.customerClass(),
                        draft.status(),
                        company,
                        draft.firstName(),
                        draft.middleName(),
                        draft.lastName(),
                        draft.suffix(),
                        draft.nickname(),
                        draft.displayName(),
                        emails,
                        website,
                        draft.billMethod(),
                        draft.primaryPhone(),
                        draft.phones(),
                        address,
                        draft.birthdate(),
                        draft.gender(),
                        draft.occupation(),
                        draft.currency(),
                        draft.externalIds())
                .withMarksOf(draft);
    }
}
