package org.kontor.web.page;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.customer.AccountType;
import org.kontor.customer.CustomerQuery.Facts;
import org.kontor.customer.Sentiment;

/** By what of the record the customer list is narrowed, as it stands in its address. What cannot be read narrows nothing. */
public class FactFilter implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Names in the address, in the order of the chips. */
    static final List<String> NAMES = List.of(
            "accountType",
            "entityId",
            "parentId",
            "sentiment",
            "country",
            "place",
            "createdFrom",
            "createdTo",
            "currency");

    private final Map<String, String> values = new HashMap<>();

    /** Values by name, for the address; null for one that is not there. */
    public Map<String, String> getValues() {
        return values;
    }

    /** The value with this name; empty when the list is not narrowed by it, as by one that cannot be read. */
    String of(String name) {
        boolean read = switch (name) {
            case "accountType" -> accountType().isPresent();
            case "sentiment" -> !sentiments().isEmpty();
            case "entityId", "parentId" -> number(name).isPresent();
            case "createdFrom", "createdTo" -> day(name).isPresent();
            default -> true;
        };
        return read ? written(name) : "";
    }

    private String written(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).orElse("");
    }

    /** Whether any of them narrows the list. */
    boolean isSet() {
        return NAMES.stream().anyMatch(name -> !of(name).isEmpty());
    }

    /** The account type to show. */
    Optional<AccountType> accountType() {
        return Arrays.stream(AccountType.values())
                .filter(type -> type.name().equals(written("accountType")))
                .findFirst();
    }

    /** What the service is asked for. */
    Facts facts() {
        return new Facts(
                number("entityId"),
                number("parentId"),
                sentiments(),
                of("country"),
                of("place"),
                day("createdFrom"),
                day("createdTo"),
                of("currency"));
    }

    private Set<Sentiment.Label> sentiments() {
        return Arrays.stream(Sentiment.Label.values())
                .filter(label -> label.name().equals(written("sentiment")))
                .collect(Collectors.toSet());
    }

    private Optional<Long> number(String name) {
        return Optional.of(written(name))
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }

    private Optional<LocalDate> day(String name) {
        try {
            return written(name).isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(written(name)))
                            .filter(day -> day.getYear() >= 1 && day.getYear() <= 9999);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** A value as people read it. */
    String shown(String name, Texts texts, Map<Long, String> entities) {
        String value = of(name);
        return switch (name) {
            case "accountType", "sentiment" -> texts.find(name + "." + value).orElse(value);
            case "entityId" -> number(name).map(entities::get).orElse(value);
            case "createdFrom", "createdTo" -> day(name).map(texts::date).orElse(value);
            default -> value;
        };
    }
}
