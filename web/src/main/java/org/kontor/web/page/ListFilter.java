package org.kontor.web.page;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kontor.customer.CustomerClass;
import org.kontor.customer.CustomerQuery;
import org.kontor.customer.CustomerStatus;

/**
 * What narrows and orders the customer list, as it stands in the address: {@code ids} (of customers chosen one by one), {@code q}, {@code status} (names with commas),
 * {@code class}, {@code closed=show}, {@code archived=only}, {@code importId}, the facts, how customers stand, the marks, and {@code sort} (a column, {@code -} before it for descending).
 */
public class ListFilter implements Serializable {

    private static final long serialVersionUID = 1L;

    private String ids = "";
    private String text = "";
    private String status = "";
    private String customerClass = "";
    private String closed = "";
    private String archived = "";
    private String sort = "";
    private String importId = "";
    private final MarkFilter marks = new MarkFilter();
    private final FactFilter facts = new FactFilter();
    private final StandingFilter standing = new StandingFilter();

    /**
     * A filter that is set.
     *
     * @param name what is filtered
     * @param value which values are shown
     * @param without address of the list without it
     */
    public record Chip(String name, String value, String without) {}

    /** What the service is asked for. */
    CustomerQuery query() {
        Set<Long> these = chosen();
        if (!these.isEmpty()) {
            return CustomerQuery.chosen(these).sorted(order(), descending());
        }
        Set<CustomerStatus> wanted = statuses();
        if (isHideClosed()) {
            wanted = EnumSet.complementOf(EnumSet.of(CustomerStatus.CLOSED));
        }
        return new CustomerQuery(
                        text.strip(),
                        wanted,
                        classFilter(),
                        facts.accountType(),
                        Optional.of(isOnlyArchived()),
                        order(),
                        descending())
                .ofImport(imported())
                .with(marks.marked())
                .with(facts.facts())
                .with(standing.standing());
    }

    private boolean descending() {
        return sort.startsWith("-");
    }

    private CustomerQuery.Sort order() {
        String column = (descending() ? sort.substring(1) : sort).toUpperCase(Locale.ROOT);
        return named(CustomerQuery.Sort.class, column).orElse(CustomerQuery.Sort.NAME);
    }

    /** The customers that were chosen one by one; nothing else narrows the list then. */
    Set<Long> chosen() {
        return Arrays.stream(ids.split(",", -1))
                .filter(each -> each.matches("\\d{1,18}"))
                .limit(CustomerQuery.MOST_CHOSEN)
                .map(Long::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether anything besides "hide closed" narrows the list. */
    public boolean isSet() {
        return !chosen().isEmpty()
                || !text.isBlank()
                || !status.isEmpty()
                || !customerClass.isEmpty()
                || isOnlyArchived()
                || marks.isSet()
                || facts.isSet()
                || standing.isSet()
                || imported().isPresent();
    }

    /** Whether closed customers are left out. */
    public boolean isHideClosed() {
        return statuses().isEmpty()
                && !closed.equals("show")
                && !isOnlyArchived()
                && chosen().isEmpty()
                && imported().isEmpty();
    }

    /** Whether those are shown that are archived, whatever their status is, and nobody else (S4-37). */
    public boolean isOnlyArchived() {
        return archived.equals("only");
    }

    /** Filters that are set, for the chips; the text has an input of its own. */
    List<Chip> chips(Texts texts, Map<Long, String> entities) {
        List<Chip> chips = new ArrayList<>();
        if (!chosen().isEmpty()) {
            return List.of(new Chip(texts.of("filter.chosen"), texts.number(chosen().size()), with("ids", "")));
        }
        if (isHideClosed()) {
            chips.add(new Chip(texts.of("filter.closed"), texts.of("filter.hidden"), with("closed", "show")));
        }
        if (isOnlyArchived()) {
            chips.add(new Chip(texts.of("filter.archived"), texts.of("filter.only"), with("archived", "")));
        }
        if (!statuses().isEmpty()) {
            String names = statuses().stream().map(s -> texts.of("status." + s)).collect(Collectors.joining(", "));
            chips.add(new Chip(texts.of("field.status"), names, with("status", "")));
        }
        classFilter()
                .ifPresent(c -> chips.add(
                        new Chip(texts.of("field.customerClass"), texts.of("class." + c), with("class", ""))));
        imported()
                .ifPresent(i -> chips.add(new Chip(texts.of("filter.import"), texts.number(i), with("importId", ""))));
        FactFilter.NAMES.stream()
                .filter(name -> !facts.of(name).isEmpty())
                .forEach(name -> chips.add(
                        new Chip(texts.of("filter." + name), facts.shown(name, texts, entities), with(name, ""))));
        StandingFilter.NAMES.stream()
                .filter(name -> !standing.of(name).isEmpty())
                .forEach(name ->
                        chips.add(new Chip(texts.of("filter." + name), standing.shown(name, texts), with(name, ""))));
        for (String name : MarkFilter.NAMES) {
            String value = marks.of(name);
            if (!value.isEmpty()) {
                chips.add(new Chip(
                        texts.of("filter." + name),
                        name.equals("notContactedFor") ? texts.of("filter.days", value) : marks.shown(name, texts),
                        with(name, "")));
            }
        }
        return chips;
    }

    /** Address of the list with one parameter otherwise. */
    String with(String name, String value) {
        return to("/customers.xhtml", name, value);
    }

    /** Address of a page with what stands here, one parameter otherwise. */
    String to(String page, String name, String value) {
        return into(PageAddress.of(page), name, value);
    }

    /** The same from the root of the application. */
    String path(String page, String name, String value) {
        return into(PageAddress.inside(page), name, value);
    }

    private String into(PageAddress address, String name, String value) {
        Map<String, String> all = parameters();
        all.put(name, value);
        all.forEach(address::with);
        return address.toString();
    }

    /** What stands in the address, blank values included. */
    Map<String, String> parameters() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("ids", ids);
        all.put("q", text.strip());
        all.put("status", status);
        all.put("class", customerClass);
        all.put("closed", closed);
        all.put("archived", archived);
        all.put("importId", imported().map(String::valueOf).orElse(""));
        FactFilter.NAMES.forEach(name -> all.put(name, facts.of(name)));
        StandingFilter.NAMES.forEach(name -> all.put(name, standing.of(name)));
        MarkFilter.NAMES.forEach(name -> all.put(name, marks.of(name)));
        all.put("sort", sort);
        return all;
    }

    /** Takes over what stood in an address. */
    void take(Map<String, String> parameters) {
        setIds(parameters.get("ids"));
        setText(parameters.get("q"));
        setStatus(parameters.get("status"));
        setCustomerClass(parameters.get("class"));
        setClosed(parameters.get("closed"));
        setArchived(parameters.get("archived"));
        setImportId(parameters.get("importId"));
        setSort(parameters.get("sort"));
        FactFilter.NAMES.forEach(name -> facts.getValues().put(name, parameters.getOrDefault(name, "")));
        StandingFilter.NAMES.forEach(name -> standing.getValues().put(name, parameters.getOrDefault(name, "")));
        MarkFilter.NAMES.forEach(name -> marks.getValues().put(name, parameters.getOrDefault(name, "")));
    }

    /** Statuses to show; empty for all that are not hidden. */
    Set<CustomerStatus> statuses() {
        return Arrays.stream(status.split(",", -1))
                .flatMap(name -> named(CustomerStatus.class, name.strip()).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(CustomerStatus.class)));
    }

    private Optional<CustomerClass> classFilter() {
        return named(CustomerClass.class, customerClass);
    }

    /** The import whose customers are shown. */
    Optional<Long> imported() {
        return importId.matches("\\d{1,18}") ? Optional.of(Long.valueOf(importId)) : Optional.empty();
    }

    private static <E extends Enum<E>> Optional<E> named(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> e.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Ids of customers that were chosen one by one, with commas. */
    public String getIds() {
        return ids;
    }

    /** Sets: ids of customers that were chosen one by one. */
    public final void setIds(@Nullable String value) {
        ids = orEmpty(value);
    }

    /** Filters by what the record says. */
    public FactFilter getFacts() {
        return facts;
    }

    /** Filters by how customers stand, and what they lack. */
    public StandingFilter getStanding() {
        return standing;
    }

    /** Filters by marks. */
    public MarkFilter getMarks() {
        return marks;
    }

    /** Text to search for. */
    public String getText() {
        return text;
    }

    /** Sets: text to search for. */
    public final void setText(@Nullable String value) {
        text = orEmpty(value);
    }

    /** Names of the statuses to show, with commas. */
    public String getStatus() {
        return status;
    }

    /** Sets: names of the statuses to show. */
    public final void setStatus(@Nullable String value) {
        status = orEmpty(value);
    }

    /** Class to show. */
    public String getCustomerClass() {
        return customerClass;
    }

    /** Sets: class to show. */
    public final void setCustomerClass(@Nullable String value) {
        customerClass = orEmpty(value);
    }

    /** Whether closed ones are shown: {@code show} or empty. */
    public String getClosed() {
        return closed;
    }

    /** Sets: whether closed ones are shown. */
    public final void setClosed(@Nullable String value) {
        closed = orEmpty(value);
    }

    /** Whether archived ones are shown: {@code only} or empty. */
    public String getArchived() {
        return archived;
    }

    /** Sets: whether archived ones are shown. */
    public final void setArchived(@Nullable String value) {
        archived = orEmpty(value);
    }

    /** Order, as in the address. */
    public String getSort() {
        return sort;
    }

    /** Sets: the order. */
    public final void setSort(@Nullable String value) {
        sort = orEmpty(value);
    }

    /** Id of an import whose customers are shown; empty for all. */
    public String getImportId() {
        return importId;
    }

    /** Sets: the import whose customers are shown. */
    public final void setImportId(@Nullable String value) {
        importId = orEmpty(value);
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
