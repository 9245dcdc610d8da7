package org.kontor.web.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.shared.AmountText;
import org.kontor.shared.AppException;

/** Values of query parameters; an empty text is one that was not given. */
final class QueryValues {

    private QueryValues() {}

    /** The id of something. */
    static Optional<Long> id(String name, String value) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(value));
        } catch (NumberFormatException e) {
            throw AppException.invalid(name, "WRONG_TYPE", "Write " + name + " as a whole number.");
        }
    }

    /** Whole numbers separated by commas. */
    static List<Long> ids(String name, String values) {
        return Arrays.stream(values.split(",", -1))
                .filter(each -> !each.isBlank())
                .map(each -> id(name, each.strip()).orElseThrow())
                .distinct()
                .toList();
    }

    /** A day of the years 1 to 9999. */
    static Optional<LocalDate> date(String name, String value) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(value);
            if (day.getYear() >= 1 && day.getYear() <= 9999) {
                return Optional.of(day);
            }
        } catch (DateTimeParseException e) {
            // Answered below, with days of which nobody has heard.
        }
        throw AppException.invalid(name, "WRONG_TYPE", "Write " + name + " as 2026-11-21.");
    }

    /** An amount, as {@link AmountText} reads it. */
    static Optional<BigDecimal> amount(String name, String value) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> amount = AmountText.read(value);
        if (amount.isEmpty()) {
            throw AppException.invalid(name, "WRONG_TYPE", "Write " + name + " as a number, such as 1234.50.");
        }
        return amount;
    }

    /** True or false. */
    static Optional<Boolean> flag(String name, String value) {
        return switch (value) {
            case "" -> Optional.empty();
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> throw AppException.invalid(name, "WRONG_TYPE", "Write " + name + " as true or false.");
        };
    }

    /** Keys and values with a colon between, such as {@code region:North}. */
    static Map<String, String> pairs(String name, List<String> given) {
        Map<String, String> values = new HashMap<>();
        for (String each : given) {
            int colon = each.indexOf(':');
            if (colon < 1) {
                throw AppException.invalid(
                        name, "WRONG_VALUE", "Write key and value with a colon: " + name + "=region:North.");
            }
            values.put(
                    each.substring(0, colon).strip(), each.substring(colon + 1).strip());
        }
        return values;
    }

    /** Some of the choices, separated by commas. */
    static <E extends Enum<E>> Set<E> choices(String name, String values, Class<E> type) {
        Set<E> chosen = EnumSet.noneOf(type);
        for (String value : values.split(",", -1)) {
            if (!value.isBlank()) {
                chosen.add(Arrays.stream(type.getEnumConstants())
                        .filter(each -> each.name().equals(value.strip()))
                        .findFirst()
                        .orElseThrow(() -> AppException.invalid(
                                name,
                                "UNKNOWN_VALUE",
                                "Choose from " + Arrays.toString(type.getEnumConstants()) + ".")));
            }
        }
        return chosen;
    }
}
