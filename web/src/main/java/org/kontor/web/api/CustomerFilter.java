package org.kontor.web.api;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.customer.AccountType;
import org.kontor.customer.CustomerClass;
import org.kontor.customer.CustomerHealth;
import org.kontor.customer.CustomerQuery;
import org.kontor.customer.CustomerQuery.Sort;
import org.kontor.customer.CustomerStatus;
import org.kontor.customer.Sentiment;
import org.kontor.shared.AppException;
import org.kontor.shared.EscapedList;
import org.kontor.shared.FieldError;

/** Which customers a list shows: {@code @BeanParam CustomerFilter filter}. */
public class CustomerFilter {

    @QueryParam("q")
    @DefaultValue("")
    String q = "";

    @QueryParam("status")
    List<String> status = List.of();

    @QueryParam("class")
    @DefaultValue("")
    String customerClass = "";

    @QueryParam("accountType")
    @DefaultValue("")
    String accountType = "";

    @QueryParam("archived")
    @DefaultValue("false")
    String archived = "false";

    @QueryParam("tag")
    List<String> tag = List.of();

    @QueryParam("flag")
    List<String> flag = List.of();

    @QueryParam("health")
    List<String> health = List.of();

    @QueryParam("owner")
    @DefaultValue("")
    String owner = "";

    @QueryParam("customField")
    List<String> customField = List.of();

    @QueryParam("notContactedFor")
    @DefaultValue("")
    String notContactedFor = "";

    @QueryParam("entityId")
    @DefaultValue("")
    String entityId = "";

    @QueryParam("parentId")
    @DefaultValue("")
    String parentId = "";

    @QueryParam("country")
    @DefaultValue("")
    String country = "";

    @QueryParam("place")
    @DefaultValue("")
    String place = "";

    @QueryParam("createdFrom")
    @DefaultValue("")
    String createdFrom = "";

    @QueryParam("createdTo")
    @DefaultValue("")
    String createdTo = "";

    @QueryParam("currency")
    @DefaultValue("")
    String currency = "";

    @QueryParam("sentiment")
    List<String> sentiment = List.of();

    @QueryParam("balanceFrom")
    @DefaultValue("")
    String balanceFrom = "";

    @QueryParam("balanceTo")
    @DefaultValue("")
    String balanceTo = "";

    @QueryParam("pastDueFrom")
    @DefaultValue("")
    String pastDueFrom = "";

    @QueryParam("pastDueTo")
    @DefaultValue("")
    String pastDueTo = "";

    @QueryParam("portal")
    List<String> portal = List.of();

    @QueryParam("cadence")
    List<String> cadence = List.of();

    @QueryParam("without")
    List<String> without = List.of();

    @QueryParam("importId")
    @DefaultValue("")
    String importId = "";

    @QueryParam("ids")
    @DefaultValue("")
    String ids = "";

    @QueryParam("sort")
    @DefaultValue("name")
    String sort = "name";

    /**
     * The query.
     *
     * @throws AppException {@code INVALID} with every parameter whose value is not known
     */
    public CustomerQuery query() {
        List<FieldError> errors = new ArrayList<>();
        Set<CustomerStatus> statuses = constants(CustomerStatus.class, "status", status, errors);
        Set<CustomerHealth> healths = constants(CustomerHealth.class, "health", health, errors);
        CustomerQuery.Marked marked = new CustomerQuery.Marked(
                Set.copyOf(values(tag)),
                Set.copyOf(values(flag)),
                healths,
                owner.isBlank() ? Optional.empty() : Optional.of(owner.strip()),
                customFields(errors),
                quietDays(errors));
        boolean descending = sort.startsWith("-");
        CustomerQuery query = new CustomerQuery(
                q,
                statuses,
                constant(CustomerClass.class, "class", customerClass, errors),
                constant(AccountType.class, "accountType", accountType, errors),
                archived(errors),
                order(descending ? sort.substring(1) : sort, errors),
                descending,
                marked,
                importId(errors),
                ids(errors),
                facts(errors),
                standing(errors));
        if (!errors.isEmpty()) {
            throw AppException.invalid(errors);
        }
        return query;
    }

    private CustomerQuery.Facts facts(List<FieldError> errors) {
        Set<Sentiment.Label> sentiments = constants(Sentiment.Label.class, "sentiment", sentiment, errors);
        return new CustomerQuery.Facts(
                read(() -> QueryValues.id("entityId", entityId), errors),
                read(() -> QueryValues.id("parentId", parentId), errors),
                sentiments,
                country,
                place,
                read(() -> QueryValues.date("createdFrom", createdFrom), errors),
                read(() -> QueryValues.date("createdTo", createdTo), errors),
                currency);
    }

    private CustomerQuery.Standing standing(List<FieldError> errors) {
        return new CustomerQuery.Standing(
                range("balance", balanceFrom, balanceTo, errors),
                range("pastDue", pastDueFrom, pastDueTo, errors),
                constants(CustomerQuery.Portal.class, "portal", portal, errors),
                Set.copyOf(values(cadence)),
                constants(CustomerQuery.Lack.class, "without", without, errors));
    }

    private static CustomerQuery.Range range(String name, String from, String to, List<FieldError> errors) {
        return new CustomerQuery.Range(
                read(() -> QueryValues.amount(name + "From", from), errors),
                read(() -> QueryValues.amount(name + "To", to), errors));
    }

    private static <E extends Enum<E>> Set<E> constants(
            Class<E> type, String field, List<String> given, List<FieldError> errors) {
        Set<E> chosen = EnumSet.noneOf(type);
        values(given).forEach(value -> constant(type, field, value, errors).ifPresent(chosen::add));
        return chosen;
    }

    private static <T> Optional<T> read(Supplier<Optional<T>> value, List<FieldError> errors) {
        try {
            return value.get();
        } catch (AppException e) {
            errors.addAll(e.errors());
            return Optional.empty();
        }
    }

    /** One value or several with commas, the parameter once or several times; a comma of a value has a backslash before it. */
    private static List<String> values(List<String> given) {
        return given.stream()
                .flatMap(value -> EscapedList.split(value, ',').stream())
                .distinct()
                .toList();
    }

    private Map<String, String> customFields(List<FieldError> errors) {
        try {
            return QueryValues.pairs("customField", customField);
        } catch (AppException e) {
            errors.addAll(e.errors());
            return Map.of();
        }
    }

    private Optional<Boolean> archived(List<FieldError> errors) {
        return switch (archived) {
            case "false", "" -> Optional.of(false);
            case "true" -> Optional.of(true);
            case "any" -> Optional.empty();
            default -> {
                errors.add(new FieldError("archived", "UNKNOWN_VALUE", "Choose one of true, false, any."));
                yield Optional.empty();
            }
        };
    }

    private Set<Long> ids(List<FieldError> errors) {
        try {
            Set<Long> chosen = Set.copyOf(QueryValues.ids("ids", ids));
            if (chosen.size() > CustomerQuery.MOST_CHOSEN) {
                errors.add(new FieldError(
                        "ids",
                        "TOO_MANY",
                        "Choose at most " + CustomerQuery.MOST_CHOSEN + " customers, or narrow the list otherwise."));
            }
            return chosen;
        } catch (AppException e) {
            errors.addAll(e.errors());
            return Set.of();
        }
    }

    private Optional<Integer> quietDays(List<FieldError> errors) {
        if (notContactedFor.isBlank()) {
            return Optional.empty();
        }
        Optional<Integer> days = Optional.of(notContactedFor.strip())
                .filter(text -> text.matches("\\d{1,4}"))
                .map(Integer::valueOf)
                .filter(number -> number >= 1 && number <= CustomerQuery.Marked.MOST_QUIET_DAYS);
        if (days.isEmpty()) {
            errors.add(new FieldError(
                    "notContactedFor",
                    "OUT_OF_RANGE",
                    "Give a number of days from 1 to " + CustomerQuery.Marked.MOST_QUIET_DAYS + "."));
        }
        return days;
    }

    private Optional<Long> importId(List<FieldError> errors) {
        if (importId.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.valueOf(importId.strip()));
        } catch (NumberFormatException e) {
            errors.add(new FieldError("importId", "NOT_A_NUMBER", "Give the id of an import, a whole number."));
            return Optional.empty();
        }
    }

    private static Sort order(String name, List<FieldError> errors) {
        return switch (name) {
            case "name", "displayName", "" -> Sort.NAME;
            case "accountNumber" -> Sort.ACCOUNT_NUMBER;
            case "status" -> Sort.STATUS;
            case "created", "createdAt" -> Sort.CREATED;
            case "updated", "updatedAt" -> Sort.UPDATED;
            case "lastContacted" -> Sort.CONTACTED;
            case "id" -> Sort.ID;
            default -> {
                errors.add(new FieldError(
                        "sort",
                        "UNKNOWN_VALUE",
                        "Sort by one of name, accountNumber, status, createdAt, updatedAt, lastContacted, id; with -"
                                + " before it for the other direction."));
                yield Sort.ID;
            }
        };
    }

    private static <E extends Enum<E>> Optional<E> constant(
            Class<E> type, String field, String value, List<FieldError> errors) {
        if (value.isBlank()) {
            return Optional.empty();
        }
        String wanted = value.strip().toUpperCase(Locale.ROOT);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(wanted)) {
                return Optional.of(constant);
            }
        }
        String names = Stream.of(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        errors.add(new FieldError(field, "UNKNOWN_VALUE", "Choose one of " + names + "."));
        return Optional.empty();
    }
}
