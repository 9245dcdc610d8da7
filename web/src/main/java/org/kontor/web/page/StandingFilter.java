package org.kontor.web.page;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.kontor.access.Permission;
import org.kontor.customer.CustomerQuery.Lack;
import org.kontor.customer.CustomerQuery.Portal;
import org.kontor.customer.CustomerQuery.Range;
import org.kontor.customer.CustomerQuery.Standing;
import org.kontor.shared.AmountText;

/**
 * By how customers stand and what they lack the customer list is narrowed, as it stands in its address: amounts as {@code 1234.5}. Nobody
 * is in the list while an amount cannot be read; a choice that there is not narrows nothing.
 */
public class StandingFilter implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Names in the address, in the order of the chips. */
    static final List<String> NAMES =
            List.of("balanceFrom", "balanceTo", "pastDueFrom", "pastDueTo", "portal", "cadence", "without");

    /** Those that are typed into a form, not chosen from a menu. */
    static final List<String> TYPED = List.of("balanceFrom", "balanceTo", "pastDueFrom", "pastDueTo", "cadence");

    private static final List<String> MONEY = TYPED.subList(0, 4);

    private final Map<String, String> values = new HashMap<>();

    /** Values by name, for the address; null for one that is not there. */
    public Map<String, String> getValues() {
        return values;
    }

    /** The value with this name; empty when the list is not narrowed by it, as by words of which there is no choice. */
    String of(String name) {
        return switch (name) {
            case "portal" -> names(chosen(Portal.class, name));
            case "without" -> names(chosen(Lack.class, name));
            default -> written(name);
        };
    }

    private String written(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).orElse("");
    }

    private static String names(Set<? extends Enum<?>> chosen) {
        return chosen.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    /** Whether any of them narrows the list. */
    boolean isSet() {
        return NAMES.stream().anyMatch(name -> !of(name).isEmpty());
    }

    /** What the service is asked for. */
    Standing standing() {
        return new Standing(
                range("balanceFrom", "balanceTo"),
                range("pastDueFrom", "pastDueTo"),
                chosen(Portal.class, "portal"),
                MarkFilter.set(of("cadence")),
                chosen(Lack.class, "without"));
    }

    /** Leaves out what a reader may not know, as in a view of somebody who may. */
    void leaveOut(Predicate<String> may) {
        if (!may.test(Permission.READ_RECEIVABLE.wireName())) {
            MONEY.forEach(values::remove);
        }
        if (!may.test(Permission.READ_CADENCE.wireName())) {
            values.remove("cadence");
            if (chosen(Lack.class, "without").contains(Lack.CADENCE)) {
                values.put("without", toggled("without", Lack.CADENCE.name()));
            }
        }
    }

    private Optional<BigDecimal> amount(String name) {
        return AmountText.read(of(name));
    }

    /** Never wider than what stands there: a bulk change would reach those who are not meant. */
    private Range range(String from, String to) {
        return unread(from) || unread(to) ? Range.NONE : new Range(amount(from), amount(to));
    }

    private boolean unread(String name) {
        return !of(name).isEmpty() && amount(name).isEmpty();
    }

    private <E extends Enum<E>> Set<E> chosen(Class<E> type, String name) {
        Set<String> names = MarkFilter.set(written(name).toUpperCase(Locale.ROOT));
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> names.contains(each.name()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The values with this one more; without it, where it is among them. */
    String toggled(String name, String value) {
        return MarkFilter.toggled(MarkFilter.set(of(name)), value);
    }

    /** A value as people read it. */
    String shown(String name, Texts texts) {
        return switch (name) {
            case "portal" -> words(chosen(Portal.class, name), "portalState.", texts);
            case "without" -> words(chosen(Lack.class, name), "filter.without.", texts);
            case "cadence" -> String.join(", ", MarkFilter.set(of(name)));
            default ->
                amount(name)
                        .filter(amount -> amount.scale() <= 2)
                        .map(texts::amount)
                        .orElse(of(name));
        };
    }

    private static String words(Set<?> values, String prefix, Texts texts) {
        return values.stream().map(value -> texts.of(prefix + value)).collect(Collectors.joining(", "));
    }
}
