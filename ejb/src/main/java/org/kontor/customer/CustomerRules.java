package org.kontor.customer;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.shared.FieldError;

/**
 * Which values a customer may have. Needs no database and no container: the same for page, REST, import and sync (S0-21),
 * one row or a million.
 */
public final class CustomerRules {

    private static final int EMAILS_MAX = 20;
    private static final int PHONES_MAX = 20;
    private static final int EXTERNAL_IDS_MAX = 50;
    private static final int TAGS_MAX = 50;
    private static final int FLAGS_MAX = 50;
    private static final LocalDate OLDEST_BIRTHDATE = LocalDate.of(1850, 1, 1);
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private CustomerRules() {}

    /**
     * A draft after the rules.
     *
     * @param draft trimmed and normalised: e-mails without repetition, phones in E.164 form where they can be parsed,
     *     country as ISO code where it is known; its display name is empty unless it differs from the composed one
     * @param displayName the name to show: the one given, or composed from the names
     * @param errors every field against a rule; empty when the draft can be stored
     */
    public record Checked(CustomerDraft draft, String displayName, List<FieldError> errors) {

        /** Copies the list. */
        public Checked {
            errors = List.copyOf(errors);
        }
    }

    /** {@link #check(CustomerDraft, LocalDate)} with the day that it is where days begin first. */
    public static Checked check(CustomerDraft draft) {
        return check(draft, LocalDate.now(ZoneOffset.ofHours(14)));
    }

    /**
     * Normalises and checks a draft. Never throws for anything that a person may type.
     *
     * @param today no birthdate lies after it
     */
    public static Checked check(CustomerDraft draft, LocalDate today) {
        FieldCheck fields = new FieldCheck();
        Address address = fields.address("address", draft.address());
        String companyName = fields.line("companyName", draft.companyName(), 200);
        String firstName = fields.line("firstName", draft.firstName(), 100);
        String middleName = fields.line("middleName", draft.middleName(), 100);
        String lastName = fields.line("lastName", draft.lastName(), 100);
        String suffix = fields.line("suffix", draft.suffix(), 50);
        List<String> emails = emails(fields, draft.emails());
        String composed = composedName(draft.customerClass(), companyName, firstName, middleName, lastName, suffix);
        String given = fields.line("displayName", draft.displayName(), 200);
        String override = given.equals(composed) ? "" : given;
        CustomerDraft normalised = new CustomerDraft(
                        draft.entityId(),
                        fields.line("accountNumber", draft.accountNumber(), 100),
                        draft.accountType(),
                        draft.parentId(),
                        draft.customerClass(),
                        draft.status(),
                        companyName,
                        firstName,
                        middleName,
                        lastName,
                        suffix,
                        fields.line("nickname", draft.nickname(), 100),
                        override,
                        emails,
                        fields.website("website", draft.website()),
                        draft.billMethod(),
                        phones(fields, draft.primaryPhone(), draft.phones(), address.country()),
                        address,
                        draft.birthdate(),
                        fields.line("gender", draft.gender(), 50),
                        fields.line("occupation", draft.occupation(), 100),
                        currency(fields, draft.currency()),
                        externalIds(fields, draft.externalIds()))
                .withMarks(
                        tags(fields, draft.tags()),
                        flags(fields, draft.flags()),
                        draft.health(),
                        draft.owners(),
                        draft.customFields(),
                        draft.autoPayments(),
                        draft.lateFees());
        nameRequired(fields, normalised);
        emailRequired(fields, normalised);
        parentFitsType(fields, normalised);
        birthdateInRange(fields, draft.birthdate(), today);
        return new Checked(normalised, override.isEmpty() ? composed : override, fields.errors());
    }

    /**
     * A draft that was put together from stored customers: nothing is normalised or refused a second time, however many values came
     * together.
     */
    public static Checked stored(CustomerDraft draft) {
        String composed = composedName(
                draft.customerClass(),
                draft.companyName(),
                draft.firstName(),
                draft.middleName(),
                draft.lastName(),
                draft.suffix());
        return new Checked(draft, draft.displayName().isEmpty() ? composed : draft.displayName(), List.of());
    }

    /** The company name of a Business, the name parts of a Residential customer in reading order (S0-26, S0-27). */
    private static String composedName(
            CustomerClass customerClass, String company, String first, String middle, String last, String suffix) {
        if (customerClass == CustomerClass.BUSINESS) {
            return company;
        }
        if (middle.isEmpty() && suffix.isEmpty()) {
            return first.isEmpty() ? last : last.isEmpty() ? first : first + " " + last;
        }
        return List.of(first, middle, last, suffix).stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** */
    private static void nameRequired(FieldCheck fields, CustomerDraft draft) {
        if (draft.customerClass() == CustomerClass.BUSINESS) {
            if (draft.companyName().isEmpty()) {
                fields.refuse("companyName", "REQUIRED", "Enter the company name.");
            }
        } else if (draft.firstName().isEmpty() && draft.lastName().isEmpty()) {
            fields.refuse("lastName", "REQUIRED", "Enter a first or a last name.");
        }
    }

    /** S0-17 to S0-20: one code, whichever end was changed. */
    private static void emailRequired(FieldCheck fields, CustomerDraft draft) {
        BillMethod method = draft.billMethod().orElse(BillMethod.PRINT);
        if (method == BillMethod.PRINT || !draft.emails().isEmpty()) {
            return;
        }
        fields.refuse(
                "emails",
                "BILL_METHOD_NEEDS_EMAIL",
                "Bill method “" + (method == BillMethod.EMAIL ? "E-mail" : "Print & e-mail")
                        + "” needs an e-mail address. Enter one or change the bill method.");
    }

    /** S0-10, S4-42. That the parent exists and is one is for the service to see. */
    private static void parentFitsType(FieldCheck fields, CustomerDraft draft) {
        boolean child = draft.accountType() == AccountType.CHILD;
        if (child && draft.parentId().isEmpty()) {
            fields.refuse("parentId", "REQUIRED", "Choose the parent of this child account.");
        } else if (!child && draft.parentId().isPresent()) {
            fields.refuse(
                    "parentId", "NOT_ALLOWED", "Remove the parent or choose account type Child: only a child has one.");
        }
    }

    private static void birthdateInRange(FieldCheck fields, Optional<LocalDate> birthdate, LocalDate today) {
        if (birthdate.isPresent() && birthdate.get().isAfter(today)) {
            fields.refuse("birthdate", "IN_FUTURE", "Correct the birthdate; it lies in the future.");
        } else if (birthdate.isPresent() && birthdate.get().isBefore(OLDEST_BIRTHDATE)) {
            fields.refuse("birthdate", "TOO_EARLY", "Correct the birthdate; it lies before 1850.");
        }
    }

    /** S0-22, S0-24: lists in one member are taken apart, repetitions dropped without regard to case. */
    private static List<String> emails(FieldCheck fields, List<String> given) {
        if (given.isEmpty()) {
            return given;
        }
        List<String> emails = new ArrayList<>(given.size());
        Set<String> seen = new HashSet<>();
        for (String member : given) {
            boolean single = member.indexOf(',') < 0 && member.indexOf(';') < 0;
            for (String part : single ? new String[] {member} : member.split("[,;]", -1)) {
                if (!part.isBlank() && seen.add(part.strip().toLowerCase(Locale.ROOT))) {
                    emails.add(fields.email("emails[" + emails.size() + "]", part));
                }
            }
        }
        tooMany(fields, "emails", emails.size(), EMAILS_MAX);
        return emails;
    }

    private static List<Phone> phones(FieldCheck fields, String primary, List<Phone> given, String country) {
        if (given.isEmpty() && primary.isEmpty()) {
            return given;
        }
        Map<String, Phone> phones = new LinkedHashMap<>();
        String first = fields.phone("primaryPhone", primary, country);
        if (!first.isEmpty()) {
            phones.put(first, new Phone(PhoneType.OTHER, first));
        }
        for (int i = 0; i < given.size(); i++) {
            PhoneType type = given.get(i).type();
            String number =
                    fields.phone("phones[" + i + "].number", given.get(i).number(), country);
            if (!number.isEmpty()) {
                phones.merge(number, new Phone(type, number), CustomerRules::betterKnown);
            }
        }
        tooMany(fields, "phones", phones.size(), PHONES_MAX);
        return List.copyOf(phones.values());
    }

    /** Of two entries for one number, the one that says what it is for. */
    private static Phone betterKnown(Phone one, Phone other) {
        return one.type() == PhoneType.OTHER ? other : one;
    }

    private static List<ExternalId> externalIds(FieldCheck fields, List<ExternalId> given) {
        if (given.isEmpty()) {
            return given;
        }
        Set<ExternalId> ids = new LinkedHashSet<>();
        for (int i = 0; i < given.size(); i++) {
            String field = "externalIds[" + i + "]";
            ExternalId id = given.get(i);
            ids.add(new ExternalId(
                    required(fields, field + ".system", fields.line(field + ".system", id.system(), 50)),
                    required(fields, field + ".kind", fields.line(field + ".kind", id.kind(), 50)),
                    required(fields, field + ".value", fields.line(field + ".value", id.value(), 200))));
        }
        tooMany(fields, "externalIds", ids.size(), EXTERNAL_IDS_MAX);
        return List.copyOf(ids);
    }

    /** S1-25: a tag counts once, whatever its case. */
    private static List<String> tags(FieldCheck fields, List<String> given) {
        if (given.isEmpty()) {
            return given;
        }
        Map<String, String> tags = new LinkedHashMap<>();
        for (int i = 0; i < given.size(); i++) {
            String tag = fields.line("tags[" + i + "]", given.get(i), 100);
            if (tag.isEmpty()) {
                fields.refuse("tags[" + i + "]", "REQUIRED", "Write a text for the tag, or remove it.");
            }
            tags.putIfAbsent(tag.toLowerCase(Locale.ROOT), tag);
        }
        tooMany(fields, "tags", tags.size(), TAGS_MAX);
        return List.copyOf(tags.values());
    }

    private static List<FlagDraft> flags(FieldCheck fields, List<FlagDraft> given) {
        List<FlagDraft> flags = new ArrayList<>(given.size());
        for (int i = 0; i < given.size(); i++) {
            String field = "flags[" + i + "]";
            flags.add(new FlagDraft(
                    fields.line(field + ".type", given.get(i).type(), 100),
                    fields.lines(field + ".note", given.get(i).note(), 1000)));
        }
        tooMany(fields, "flags", flags.size(), FLAGS_MAX);
        return flags;
    }

    private static String required(FieldCheck fields, String field, String value) {
        if (value.isEmpty()) {
            fields.refuse(field, "REQUIRED", "Enter a value, or remove this external id.");
        }
        return value;
    }

    private static String currency(FieldCheck fields, String given) {
        String currency = given.strip().toUpperCase(Locale.ROOT);
        if (!currency.isEmpty() && !CURRENCIES.contains(currency)) {
            fields.refuse("currency", "CURRENCY_UNKNOWN", "Enter a currency code of ISO 4217, such as USD or EUR.");
        }
        return currency;
    }

    private static void tooMany(FieldCheck fields, String field, int size, int max) {
        if (size > max) {
            fields.refuse(field, "TOO_MANY", "Keep at most " + max + " of these; there are " + size + ".");
        }
    }
}
