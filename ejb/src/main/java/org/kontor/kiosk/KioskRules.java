package org.kontor.kiosk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.customer.AccountType;
import org.kontor.customer.CustomerClass;
import org.kontor.customer.CustomerDraft;
import org.kontor.customer.Phone;
import org.kontor.customer.PhoneType;
import org.kontor.shared.AppException;
import org.kontor.shared.FieldError;

/** What an entry must say, the customer that it becomes, and what of it an existing customer takes over. */
final class KioskRules {

    private KioskRules() {}

    /**
     * The customer that is created of an entry.
     *
     * @throws AppException {@code INVALID} with every field that is missing
     */
    static CustomerDraft draft(KioskEntry entry) {
        List<FieldError> errors = new ArrayList<>();
        if (entry.firstName().isEmpty()) {
            errors.add(new FieldError("firstName", "REQUIRED", "Tell us your first name."));
        }
        if (entry.lastName().isEmpty()) {
            errors.add(new FieldError("lastName", "REQUIRED", "Tell us your last name."));
        }
        if (entry.email().isEmpty() && entry.phone().isEmpty()) {
            errors.add(new FieldError("email", "REQUIRED", "Tell us an e-mail address or a phone number."));
        }
        if (entry.smsOptIn() && entry.phone().isEmpty()) {
            errors.add(
                    new FieldError("phone", "REQUIRED", "Tell us the number that we may text, or take the tick away."));
        }
        if (!errors.isEmpty()) {
            throw AppException.invalid(errors);
        }
        return new CustomerDraft(
                Optional.empty(),
                "",
                AccountType.STANDARD,
                Optional.empty(),
                CustomerClass.RESIDENTIAL,
                Optional.empty(),
                "",
                entry.firstName(),
                entry.middleName(),
                entry.lastName(),
                "",
                entry.nickname(),
                "",
                entry.email().isEmpty() ? List.of() : List.of(entry.email()),
                "",
                Optional.empty(),
                "",
                entry.phone().isEmpty() ? List.of() : List.of(new Phone(PhoneType.MOBILE, entry.phone())),
                entry.address(),
                entry.birthdate(),
                entry.gender(),
                entry.occupation(),
                "",
                List.of());
    }

    /** The refusal with the fields as the kiosk calls them: it asks for one e-mail address and one phone number. */
    static AppException asked(AppException refusal) {
        List<FieldError> errors = refusal.errors().stream()
                .map(e -> new FieldError(field(e.field()), e.code(), e.message()))
                .toList();
        return errors.isEmpty() ? refusal : AppException.invalid(errors);
    }

    private static String field(String field) {
        if (field.startsWith("emails")) {
            return "email";
        }
        return field.startsWith("phones") || field.equals("primaryPhone") ? "phone" : field;
    }

    /**
     * The customer with what was typed where nothing stood; nothing that stood is replaced. How to reach the person is added to what
     * is known.
     */
    static CustomerDraft gapsFilled(CustomerDraft kept, CustomerDraft typed) {
        boolean person = kept.customerClass() == CustomerClass.RESIDENTIAL;
        return new CustomerDraft(
                        kept.entityId(),
                        kept.accountNumber(),
                        kept.accountType(),
                        kept.parentId(),
                        kept.customerClass(),
                        kept.status(),
                        kept.companyName(),
                        kept.firstName(),
                        person ? first(kept.middleName(), typed.middleName()) : kept.middleName(),
                        kept.lastName(),
                        kept.suffix(),
                        person ? first(kept.nickname(), typed.nickname()) : kept.nickname(),
                        kept.displayName(),
                        emails(kept, typed),
                        kept.website(),
                        kept.billMethod(),
                        kept.primaryPhone(),
                        phones(kept, typed),
                        kept.address().blank() ? typed.address() : kept.address(),
                        person ? kept.birthdate().or(typed::birthdate) : kept.birthdate(),
                        person ? first(kept.gender(), typed.gender()) : kept.gender(),
                        person ? first(kept.occupation(), typed.occupation()) : kept.occupation(),
                        kept.currency(),
                        kept.externalIds())
                .withMarksOf(kept);
    }

    private static List<String> emails(CustomerDraft kept, CustomerDraft typed) {
        Stream<String> more =
                typed.emails().stream().filter(email -> kept.emails().stream().noneMatch(email::equalsIgnoreCase));
        return Stream.concat(kept.emails().stream(), more).toList();
    }

    private static List<Phone> phones(CustomerDraft kept, CustomerDraft typed) {
        Stream<Phone> more = typed.phones().stream()
                .filter(phone ->
                        kept.phones().stream().noneMatch(known -> known.number().equals(phone.number())));
        return Stream.concat(kept.phones().stream(), more).toList();
    }

    private static String first(String kept, String typed) {
        return kept.isEmpty() ? typed : kept;
    }
}
