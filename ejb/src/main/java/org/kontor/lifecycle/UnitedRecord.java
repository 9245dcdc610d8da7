package org.kontor.lifecycle;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.customer.AccountType;
import org.kontor.customer.Address;
import org.kontor.customer.CustomerDraft;
import org.kontor.customer.CustomerView;
import org.kontor.customer.ExternalId;
import org.kontor.customer.Owners;
import org.kontor.customer.Phone;
import org.kontor.settings.CustomFieldValues;

/**
 * The record of the customer that stays. What it has it keeps; a gap takes the value that was entered last among the sources (of two
 * at the same time, that of the lower id: X-16). E-mail addresses, phones, external ids and tags are united. An address is one
 * value: a city of one customer and a street of another would be nobody's.
 */
final class UnitedRecord {

    private static final int NOT_TAKEN_MAX = 10;

    private final CustomerView target;
    private final List<CustomerView> sources;
    private final Map<Long, Map<String, Instant>> entered;
    private final List<MergeField> fields = new ArrayList<>();
    private final Map<String, Instant> filled = new HashMap<>();
    private final CustomerDraft draft;

    /**
     * @param entered when fields were entered, by customer and column; those that are missing, when the customer was created
     * @param parent whether the sources bring child accounts
     */
    UnitedRecord(
            CustomerView target, List<CustomerView> sources, Map<Long, Map<String, Instant>> entered, boolean parent) {
        this.target = target;
        this.sources =
                sources.stream().sorted(Comparator.comparing(CustomerView::id)).toList();
        this.entered = entered;
        draft = unite(parent ? AccountType.PARENT : target.accountType());
    }

    /** As it shall be stored. */
    CustomerDraft draft() {
        return draft;
    }

    /** Each field that has a value, and where it comes from. */
    List<MergeField> fields() {
        return List.copyOf(fields);
    }

    /** When the values that fill gaps had been entered, by column. */
    Map<String, Instant> filled() {
        return Map.copyOf(filled);
    }

    private CustomerDraft unite(AccountType type) {
        CustomerDraft kept = target.toDraft();
        String accountNumber = text("accountNumber", CustomerView::accountNumber, "account_number");
        keep("accountType", type.name(), view -> view.accountType().name());
        keep("parentId", "", view -> view.parentId().map(String::valueOf).orElse(""));
        keep("status", target.status().name(), view -> view.status().name());
        String companyName = text("companyName", CustomerView::companyName, "company_name");
        String firstName = text("firstName", CustomerView::firstName, "first_name");
        String middleName = text("middleName", CustomerView::middleName, "middle_name");
        String lastName = text("lastName", CustomerView::lastName, "last_name");
        String suffix = text("suffix", CustomerView::suffix, "suffix");
        String nickname = text("nickname", CustomerView::nickname, "nickname");
        List<String> emails = unite("emails", CustomerView::emails, UnitedRecord::folded, email -> email);
        List<Phone> phones =
                unite("phones", CustomerView::phones, Phone::number, phone -> phone.type() + " " + phone.number());
        Address address = pick(
                "address",
                CustomerView::address,
                UnitedRecord::shown,
                "address_line1",
                "address_line2",
                "address_city",
                "address_state",
                "address_postal_code",
                "address_country");
        Optional<LocalDate> birthdate = pick(
                "birthdate",
                CustomerView::birthdate,
                day -> day.map(LocalDate::toString).orElse(""),
                "birthdate");
        String gender = text("gender", CustomerView::gender, "gender");
        String occupation = text("occupation", CustomerView::occupation, "occupation");
        String website = text("website", CustomerView::website, "website");
        List<ExternalId> externalIds = unite(
                "externalIds",
                CustomerView::externalIds,
                id -> id,
                id -> id.system() + " " + id.kind() + " " + id.value());
        List<String> tags = unite("tags", CustomerView::tags, tag -> tag, tag -> tag);
        unite("flags", CustomerView::flags, flag -> flag, flag -> flag.type() + " " + flag.note());
        var health = pick(
                "health", CustomerView::health, value -> value.map(Enum::name).orElse(""), "health");
        Owners owners = kept.owners();
        for (Owners.Part part : Owners.Part.values()) {
            owners = owners.with(
                    part,
                    pick(
                            "owners." + part.field(),
                            view -> view.owners().of(part),
                            login -> login.orElse(""),
                            part.column()));
        }
        return new CustomerDraft(
                        kept.entityId(),
                        accountNumber,
                        type,
                        kept.parentId(),
                        kept.customerClass(),
                        kept.status(),
                        companyName,
                        firstName,
                        middleName,
                        lastName,
                        suffix,
                        nickname,
                        kept.displayName(),
                        emails,
                        website,
                        kept.billMethod(),
                        phones,
                        address,
                        birthdate,
                        gender,
                        occupation,
                        kept.currency(),
                        externalIds)
                .withMarks(tags, kept.flags(), health, owners, customFields(), kept.autoPayments(), kept.lateFees());
    }

    private Map<String, Optional<JsonValue>> customFields() {
        Set<String> keys = new TreeSet<>(target.customFields().keySet());
        sources.forEach(source -> keys.addAll(source.customFields().keySet()));
        Map<String, Optional<JsonValue>> values = new LinkedHashMap<>();
        for (String key : keys) {
            values.put(
                    key,
                    pick(
                            "customFields." + key,
                            view -> Optional.ofNullable(view.customFields().get(key)),
                            value -> value.map(CustomFieldValues::text).orElse(""),
                            "custom_values." + key));
        }
        return values;
    }

    private String text(String field, Function<CustomerView, String> value, String column) {
        return pick(field, value, text -> text, column);
    }

    /** The target's value, else that of the source where it was entered last. */
    private <T> T pick(String field, Function<CustomerView, T> value, Function<T, String> text, String... columns) {
        T own = value.apply(target);
        String before = text.apply(own);
        Optional<CustomerView> from = before.isEmpty()
                ? sources.stream()
                        .filter(source -> !text.apply(value.apply(source)).isEmpty())
                        .max(Comparator.comparing((CustomerView source) -> entered(source, columns))
                                .thenComparing(source -> -source.id()))
                : Optional.empty();
        T taken = from.map(value).orElse(own);
        from.ifPresent(source -> Stream.of(columns).forEach(column -> filled.put(column, entered(source, columns))));
        add(field, before, text.apply(taken), from, source -> text.apply(value.apply(source)));
        return taken;
    }

    /** A field that is never empty, so that no source fills it. */
    private void keep(String field, String after, Function<CustomerView, String> text) {
        add(field, text.apply(target), after.isEmpty() ? text.apply(target) : after, Optional.empty(), text);
    }

    private void add(
            String field,
            String before,
            String after,
            Optional<CustomerView> from,
            Function<CustomerView, String> text) {
        List<String> notTaken = sources.stream()
                .map(text)
                .filter(other -> !other.isEmpty() && !other.equals(after))
                .distinct()
                .limit(NOT_TAKEN_MAX)
                .toList();
        if (!after.isEmpty() || !notTaken.isEmpty()) {
            MergeField.Origin origin = from.isPresent() ? MergeField.Origin.SOURCE : MergeField.Origin.TARGET;
            fields.add(new MergeField(field, before, after, origin, from.map(CustomerView::id), notTaken));
        }
    }

    /** The target's values in their order, then those of the sources that nobody before them has. */
    private <T, K> List<T> unite(
            String field, Function<CustomerView, List<T>> values, Function<T, K> key, Function<T, String> text) {
        List<T> own = values.apply(target);
        Set<K> known = own.stream().map(key).collect(Collectors.toCollection(LinkedHashSet::new));
        List<T> all = new ArrayList<>(own);
        sources.stream()
                .flatMap(source -> values.apply(source).stream())
                .filter(value -> known.add(key.apply(value)))
                .forEach(all::add);
        if (!all.isEmpty()) {
            MergeField.Origin origin = all.size() == own.size() ? MergeField.Origin.TARGET : MergeField.Origin.UNITED;
            fields.add(
                    new MergeField(field, joined(own, text), joined(all, text), origin, Optional.empty(), List.of()));
        }
        return all;
    }

    private static <T> String joined(Collection<T> values, Function<T, String> text) {
        return values.stream().map(text).map(String::strip).collect(Collectors.joining(", "));
    }

    private Instant entered(CustomerView source, String... columns) {
        Map<String, Instant> times = entered.getOrDefault(source.id(), Map.of());
        return Stream.of(columns)
                .map(column -> times.getOrDefault(column, source.createdAt()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static String shown(Address address) {
        return Stream.of(
                        address.line1(),
                        address.line2(),
                        address.postalCode(),
                        address.city(),
                        address.state(),
                        address.country())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** As the database compares e-mail addresses: Latin letters alone have a case. */
    private static String folded(String email) {
        StringBuilder text = new StringBuilder(email.length());
        email.chars().forEach(c -> text.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c)));
        return text.toString();
    }
}
