package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kontor.access.Permission;
import org.kontor.customer.AccountType;
import org.kontor.customer.CustomerClass;
import org.kontor.customer.CustomerExport;
import org.kontor.customer.CustomerHealth;
import org.kontor.customer.CustomerMarks;
import org.kontor.customer.CustomerQuery;
import org.kontor.customer.CustomerRow;
import org.kontor.customer.CustomerStatus;
import org.kontor.customer.Customers;
import org.kontor.customer.OwnerChoice;
import org.kontor.customer.RowMarks;
import org.kontor.customer.Sentiment;
import org.kontor.receivable.ListBalance;
import org.kontor.receivable.ListPayment;
import org.kontor.settings.CompanyEntities;
import org.kontor.settings.CustomFieldOwner;
import org.kontor.settings.CustomFieldView;
import org.kontor.settings.CustomFields;
import org.kontor.settings.EntityChoice;
import org.kontor.settings.SystemTable;
import org.kontor.settings.SystemTableEntryView;
import org.kontor.settings.SystemTables;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.SortMeta;
import org.primefaces.model.SortOrder;
import org.primefaces.model.StreamedContent;

/** The customer list. What narrows it stands in the address: see {@link ListFilter}. */
@Named("customersPage")
@ViewScoped
public class CustomersPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MENU = 15;
    private static final int MOST_USERS = 200;

    @Inject
    CompanyEntities companies;

    @Inject
    Customers customers;

    @Inject
    CustomerExport export;

    @Inject
    CustomerMarks customerMarks;

    @Inject
    ListFacts facts;

    @Inject
    ShellPage shell;

    @Inject
    SavedViewsPage views;

    @Inject
    CustomFields customFields;

    @Inject
    SystemTables tables;

    @Inject
    StartBox start;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private final ListFilter filter = new ListFilter();
    private Optional<CustomerRows> rows = Optional.empty();
    private List<SystemTableEntryView> tags = List.of();
    private List<SystemTableEntryView> flagTypes = List.of();
    private List<OwnerChoice> users = List.of();
    private transient List<EntityChoice> entities = List.of();
    private List<CustomFieldView> fields = List.of();
    private String field = "";
    private String fieldValue = "";
    private boolean firstUse;

    /** Reads the address; called once when the page is opened. */
    public void open() {
        String typed = filter.getText();
        views.open().ifPresent(view -> filter.take(view.parameters()));
        if (!typed.isBlank()) {
            filter.setText(typed);
        }
        if (!shell.may(Permission.READ_MESSAGE.wireName())) {
            // A view of somebody who may.
            filter.getMarks().getValues().remove("notContactedFor");
            if (filter.query().sort() == CustomerQuery.Sort.CONTACTED) {
                filter.setSort("");
            }
        }
        filter.getStanding().leaveOut(shell::may);
        tags = tables.choices(SystemTable.TAGS);
        entities = companies.choices();
        flagTypes = tables.choices(SystemTable.FLAG_TYPES);
        fields = customFields.of(CustomFieldOwner.CUSTOMER);
        users = customerMarks.ownerChoices().stream().limit(MOST_USERS).toList();
        rows = Optional.of(new CustomerRows(customers, customerMarks, facts, filter.query()));
        firstUse = found() == 0 && !filter.isSet() && start.isEmpty();
    }

    /** Tags, flags and owners of a row. */
    public RowMarks marks(CustomerRow row) {
        return getRows().marks(row.id());
    }

    /** When an e-mail was last sent to the customer of a row; null for none, as expressions know no Optional. */
    public @Nullable Instant contacted(CustomerRow row) {
        return row.lastContacted().orElse(null);
    }

    /** How the customer of a row stands, by currency. */
    public List<ListBalance> balances(CustomerRow row) {
        return getRows().known().balances(row.id());
    }

    /** What the customer of a row paid last; null for nothing, as expressions know no Optional. */
    public @Nullable ListPayment payment(CustomerRow row) {
        return getRows().known().payment(row.id()).orElse(null);
    }

    /** Who looks after the customer of a row, each once. */
    public String owners(CustomerRow row) {
        return marks(row).owners().stream().map(RowMarks.Owner::name).distinct().collect(Collectors.joining(", "));
    }

    /** Who looks after the customer of a row, with the parts that they play. */
    public String ownersAndParts(CustomerRow row) {
        return marks(row).owners().stream()
                .map(owner -> texts.of("field." + owner.part().field()) + ": " + owner.name())
                .collect(Collectors.joining(", "));
    }

    /** Days to choose from in which no e-mail was sent. */
    public List<Integer> getQuietDays() {
        return List.of(30, 60, 90);
    }

    /** Names the list as it is now. */
    public void saveView() {
        Map<String, String> parameters = filter.parameters();
        parameters.remove("ids");
        parameters.put("sort", getRows().order());
        views.save(parameters);
    }

    /** Users to narrow the list by. */
    public List<OwnerChoice> getUsers() {
        return users;
    }

    /** Custom fields to narrow the list by. */
    public List<CustomFieldView> getFields() {
        return fields;
    }

    /** Narrows the list to a value of a custom field. */
    public void byField() {
        if (!field.isEmpty() && !fieldValue.isBlank()) {
            notices.go(filter.path(
                    "/customers.xhtml", "customField", filter.getMarks().withField(field, fieldValue.strip())));
        }
    }

    /** Key of the custom field that is chosen. */
    public String getField() {
        return field;
    }

    /** Sets: key of the custom field that is chosen. */
    public void setField(@Nullable String value) {
        field = value == null ? "" : value;
    }

    /** Value of the custom field that is typed. */
    public String getFieldValue() {
        return fieldValue;
    }

    /** Sets: value of the custom field that is typed. */
    public void setFieldValue(@Nullable String value) {
        fieldValue = value == null ? "" : value;
    }

    /** Narrows the list to what was typed. */
    public void search() {
        rows.ifPresent(r -> r.show(filter.query()));
    }

    /** The list as a file, with what narrows and orders it now. */
    public StreamedContent getFile() {
        CustomerQuery wanted = filter.query();
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

    /** What narrows and orders the list. */
    public ListFilter getFilter() {
        return filter;
    }

    /** Filters that are set, for the chips. */
    public List<ListFilter.Chip> getChips() {
        return filter.chips(texts, entityNames());
    }

    /** Address of the list with this status switched on or off. */
    public String toggleStatus(CustomerStatus value) {
        Set<CustomerStatus> wanted = EnumSet.noneOf(CustomerStatus.class);
        wanted.addAll(filter.statuses());
        if (!wanted.add(value)) {
            wanted.remove(value);
        }
        return filter.with("status", wanted.stream().map(Enum::name).collect(Collectors.joining(",")));
    }

    /** Address of the list with one parameter otherwise; empty takes that filter away. */
    public String only(String name, String value) {
        return filter.with(name, value);
    }

    /** Address of the list with one value of a mark more, or without it where it is among them. */
    public String toggled(String name, String value) {
        return filter.with(name, filter.getMarks().toggled(name, value));
    }

    /** Address of the list with one value of how customers stand more, or without it where it is among them. */
    public String stood(String name, String value) {
        return filter.with(name, filter.getStanding().toggled(name, value));
    }

    /** Whether a value of how customers stand is among those shown. */
    public boolean stands(String name, String value) {
        return MarkFilter.set(filter.getStanding().of(name)).contains(value);
    }

    /** Whether a value of a mark is among those shown. */
    public boolean marked(String name, String value) {
        return MarkFilter.set(filter.getMarks().of(name)).contains(value);
    }

    /** The first of the tags, for the menu; all can be typed. */
    public List<SystemTableEntryView> getFirstTags() {
        return tags.stream().limit(MENU).toList();
    }

    /** The first of the types of flags, for the menu; all can be typed. */
    public List<SystemTableEntryView> getFirstFlagTypes() {
        return flagTypes.stream().limit(MENU).toList();
    }

    /** What stands in the address, for the form that narrows further; without what that form has inputs for. */
    public Map<String, String> getCarried() {
        Map<String, String> carried = new LinkedHashMap<>(filter.parameters());
        carried.keySet().removeAll(FactFilter.NAMES);
        carried.keySet().removeAll(StandingFilter.TYPED);
        carried.keySet().removeAll(List.of("tag", "flag", "ids"));
        carried.values().removeIf(String::isEmpty);
        return carried;
    }

    /** Company entities to choose from. */
    public List<EntityChoice> getEntities() {
        return entities;
    }

    /** Account types to choose from. */
    public AccountType[] getAccountTypes() {
        return AccountType.values();
    }

    /** Sentiments to choose from. */
    public Sentiment.Label[] getSentiments() {
        return Sentiment.Label.values();
    }

    private Map<Long, String> entityNames() {
        return entities.stream().collect(Collectors.toMap(EntityChoice::id, EntityChoice::name));
    }

    /** Address of the page that changes every customer of the list. */
    public String getBatch() {
        return filter.to("/customer-batch.xhtml", "", "");
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
        return filter.with("closed", "show");
    }

    /** Whether this status is among the filters. */
    public boolean showsOnly(CustomerStatus value) {
        return filter.statuses().contains(value);
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
        CustomerQuery query = filter.query();
        return SortMeta.builder()
                .field(query.sort().name())
                .order(query.descending() ? SortOrder.DESCENDING : SortOrder.ASCENDING)
                .build();
    }

    private int found() {
        return getRows().found();
    }
}
