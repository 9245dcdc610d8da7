package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kontor.customer.CustomerClass;
import org.kontor.customer.CustomerExport;
import org.kontor.customer.CustomerHealth;
import org.kontor.customer.CustomerQuery;
import org.kontor.customer.CustomerStatus;
import org.kontor.customer.Customers;
import org.kontor.importing.DemoData;
import org.kontor.settings.SystemTable;
import org.kontor.settings.SystemTableEntryView;
import org.kontor.settings.SystemTables;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.SortMeta;
import org.primefaces.model.SortOrder;
import org.primefaces.model.StreamedContent;

/**
 * The customer list. Filters stand in the address: {@code q}, {@code status} (names with commas), {@code class},
 * {@code closed=show}, {@code importId} and {@code sort} (a column, {@code -} before it for descending).
 */
@Named("customersPage")
@ViewScoped
public class CustomersPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MENU = 15;

    @Inject
    Customers customers;

    @Inject
    CustomerExport export;

    @Inject
    SystemTables tables;

    @Inject
    DemoData demoData;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private String text = "";
    private String status = "";
    private String customerClass = "";
    private String closed = "";
    private String sort = "";
    private String importId = "";
    private Optional<CustomerRows> rows = Optional.empty();
    private final MarkFilter marks = new MarkFilter();
    private List<SystemTableEntryView> tags = List.of();
    private List<SystemTableEntryView> flagTypes = List.of();
    private boolean firstUse;

    /**
     * A filter that is set.
     *
     * @param name what is filtered
     * @param value which values are shown
     * @param without address of the list without it
     */
    public record Chip(String name, String value, String without) {}

    /** Reads the address; called once when the page is opened. */
    public void open() {
        tags = tables.choices(SystemTable.TAGS).stream().limit(MENU).toList();
        flagTypes = tables.choices(SystemTable.FLAG_TYPES).stream().limit(MENU).toList();
        rows = Optional.of(new CustomerRows(customers, query()));
        firstUse = found() == 0 && !isFiltered() && !hasClosed();
    }

    /** Narrows the list to what was typed. */
    public void search() {
        rows.ifPresent(r -> r.show(query()));
    }

    /** Loads customers to look around with; their import is shown. */
    public void loadDemo() {
        notices.go("/import.xhtml?id=" + demoData.load().id());
    }

    /** The list as a file, with what narrows and orders it now. */
    public StreamedContent getFile() {
        CustomerQuery wanted = query();
        export.begin(wanted);
        return DefaultStreamedContent.builder()
                .name("customers.csv")
                .contentType("text/csv; charset=UTF-8")
                .writer(out -> export.write(wanted, out))
                .build();
    }

    /** The table's rows. */
    public CustomerRows getRows() {
        return rows.orElseThrow(() -> new AppException(ErrorKind.BUG, "LIST_NOT_OPENED", "The list was not opened."));
    }

    /** How many customers the list has, as text. */
    public String getSummary() {
        int found = found();
        return found > CustomerRows.MOST
                ? texts.of("customers.more", texts.number(CustomerRows.MOST))
                : texts.of("customers.count", found);
    }

    /** Whether there are more than the table goes. */
    public boolean isMore() {
        return found() > CustomerRows.MOST;
    }

    /** Whether Kontor knows no customer at all. */
    public boolean isFirstUse() {
        return firstUse;
    }

    /** Whether anything besides "hide closed" narrows the list. */
    public boolean isFiltered() {
        return !text.isBlank()
                || !status.isEmpty()
                || !customerClass.isEmpty()
                || marks.isSet()
                || imported().isPresent();
    }

    /** Whether closed customers are left out. */
    public boolean isHideClosed() {
        return statuses().isEmpty() && !closed.equals("show") && imported().isEmpty();
    }

    /** Filters that are set, for the chips. */
    public List<Chip> getChips() {
        List<Chip> chips = new ArrayList<>();
        if (isHideClosed()) {
            chips.add(new Chip(
                    texts.of("filter.closed"), texts.of("filter.hidden"), address(status, customerClass, "show")));
        }
        if (!statuses().isEmpty()) {
            String names = statuses().stream().map(s -> texts.of("status." + s)).collect(Collectors.joining(", "));
            chips.add(new Chip(texts.of("field.status"), names, address("", customerClass, closed)));
        }
        classFilter()
                .ifPresent(c -> chips.add(new Chip(
                        texts.of("field.customerClass"), texts.of("class." + c), address(status, "", closed))));
        imported()
                .ifPresent(i -> chips.add(new Chip(
                        texts.of("filter.import"),
                        texts.number(i),
                        address(status, customerClass, closed, Optional.empty()))));
        for (String name : MarkFilter.NAMES) {
            String value = marks.of(name);
            if (!value.isEmpty()) {
                chips.add(new Chip(
                        texts.of("filter." + name),
                        texts.find("health." + value).orElse(value),
                        onlyMark(name, "")));
            }
        }
        return chips;
    }

    /** Address of the list without any filter but the text. */
    public String getCleared() {
        return address("", "", "");
    }

    /** Address of the list with this status switched on or off. */
    public String toggleStatus(CustomerStatus value) {
        Set<CustomerStatus> wanted = EnumSet.noneOf(CustomerStatus.class);
        wanted.addAll(statuses());
        if (!wanted.add(value)) {
            wanted.remove(value);
        }
        return address(wanted.stream().map(Enum::name).collect(Collectors.joining(",")), customerClass, closed);
    }

    /** Address of the list with only this class. */
    public String onlyClass(CustomerClass value) {
        return address(status, value.name(), closed);
    }

    /** Address of the list with only this tag, flag, health or owner; empty takes that filter away. */
    public String onlyMark(String name, String value) {
        return marks.into(base(status, customerClass, closed, imported()), name, value)
                .toString();
    }

    /** Filters by marks, as they stand in the address. */
    public MarkFilter getMarks() {
        return marks;
    }

    /** Tags to choose from: the first of their table. */
    public List<SystemTableEntryView> getTags() {
        return tags;
    }

    /** Types of flags to choose from. */
    public List<SystemTableEntryView> getFlagTypes() {
        return flagTypes;
    }

    /** Values of health to choose from. */
    public CustomerHealth[] getHealths() {
        return CustomerHealth.values();
    }

    /** Address of the list with closed customers. */
    public String getWithClosed() {
        return address(status, customerClass, "show");
    }

    /** Whether this status is among the filters. */
    public boolean showsOnly(CustomerStatus value) {
        return statuses().contains(value);
    }

    /** All statuses, to choose from. */
    public CustomerStatus[] getStatuses() {
        return CustomerStatus.values();
    }

    /** All classes, to choose from. */
    public CustomerClass[] getClasses() {
        return CustomerClass.values();
    }

    /** The order at first. */
    public SortMeta getSortMeta() {
        CustomerQuery query = query();
        return SortMeta.builder()
                .field(query.sort().name())
                .order(query.descending() ? SortOrder.DESCENDING : SortOrder.ASCENDING)
                .build();
    }

    private int found() {
        return getRows().found();
    }

    private boolean hasClosed() {
        CustomerQuery all = CustomerQuery.all();
        return customers.count(
                        new CustomerQuery(
                                "",
                                Set.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                all.sort(),
                                all.descending()),
                        1)
                > 0;
    }

    private CustomerQuery query() {
        Set<CustomerStatus> wanted = statuses();
        if (isHideClosed()) {
            wanted = EnumSet.complementOf(EnumSet.of(CustomerStatus.CLOSED));
        }
        boolean descending = sort.startsWith("-");
        String column = (descending ? sort.substring(1) : sort).toUpperCase(Locale.ROOT);
        CustomerQuery.Sort order = named(CustomerQuery.Sort.class, column).orElse(CustomerQuery.Sort.NAME);
        return new CustomerQuery(
                        text.strip(), wanted, classFilter(), Optional.empty(), Optional.of(false), order, descending)
                .ofImport(imported())
                .with(marks.marked());
    }

    private Set<CustomerStatus> statuses() {
        return Arrays.stream(status.split(",", -1))
                .flatMap(name -> named(CustomerStatus.class, name.strip()).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(CustomerStatus.class)));
    }

    private Optional<CustomerClass> classFilter() {
        return named(CustomerClass.class, customerClass);
    }

    private Optional<Long> imported() {
        return importId.matches("\\d{1,18}") ? Optional.of(Long.valueOf(importId)) : Optional.empty();
    }

    private String address(String newStatus, String newClass, String newClosed) {
        return address(newStatus, newClass, newClosed, imported());
    }

    private String address(String newStatus, String newClass, String newClosed, Optional<Long> newImport) {
        return marks.into(base(newStatus, newClass, newClosed, newImport), "", "")
                .toString();
    }

    private PageAddress base(String newStatus, String newClass, String newClosed, Optional<Long> newImport) {
        return PageAddress.of("/customers.xhtml")
                .with("q", text)
                .with("status", newStatus)
                .with("class", newClass)
                .with("closed", newClosed)
                .with("importId", newImport.map(String::valueOf).orElse(""))
                .with("sort", sort);
    }

    private static <E extends Enum<E>> Optional<E> named(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> e.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Text to search for. */
    public String getText() {
        return text;
    }

    /** Sets the text to search for. */
    public void setText(String value) {
        text = orEmpty(value);
    }

    /** Names of the statuses to show, with commas. */
    public String getStatus() {
        return status;
    }

    /** Sets the names of the statuses to show. */
    public void setStatus(String value) {
        status = orEmpty(value);
    }

    /** Class to show. */
    public String getCustomerClass() {
        return customerClass;
    }

    /** Sets the class to show. */
    public void setCustomerClass(String value) {
        customerClass = orEmpty(value);
    }

    /** Whether closed ones are shown: {@code show} or empty. */
    public String getClosed() {
        return closed;
    }

    /** Sets whether closed ones are shown. */
    public void setClosed(String value) {
        closed = orEmpty(value);
    }

    /** Order, as in the address. */
    public String getSort() {
        return sort;
    }

    /** Sets the order. */
    public void setSort(String value) {
        sort = orEmpty(value);
    }

    /** Id of an import whose customers are shown; empty for all. */
    public String getImportId() {
        return importId;
    }

    /** Sets the import whose customers are shown. */
    public void setImportId(String value) {
        importId = orEmpty(value);
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
