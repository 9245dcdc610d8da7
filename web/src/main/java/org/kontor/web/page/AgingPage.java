package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.kontor.report.Aging;
import org.kontor.report.AgingBasis;
import org.kontor.report.AgingBucket;
import org.kontor.report.AgingExport;
import org.kontor.report.AgingGroup;
import org.kontor.report.AgingItem;
import org.kontor.report.AgingLine;
import org.kontor.report.AgingQuery;
import org.kontor.report.ItemSum;
import org.kontor.shared.AppException;
import org.kontor.shared.PageRequest;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.StreamedContent;

/**
 * What is owed by age. The report stands in the address: {@code asOf}, {@code knownAt}, {@code basis}, {@code group}, {@code customer},
 * {@code entity}, {@code currency}, {@code owner}, {@code until}, {@code buckets}; with {@code items} (a column, or {@code all}) the items behind it.
 */
@Named("agingPage")
@ViewScoped
public class AgingPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String EVERY_ITEM = "all";

    @Inject
    Aging aging;

    @Inject
    AgingExport export;

    @Inject
    Texts texts;

    private final AddressValues address = new AddressValues("aging.wrong.");
    private List<String> columns = List.of();
    private AgingGroup group = AgingGroup.CUSTOMER;
    private String asOf = "";
    private List<AgingLine> totals = List.of();
    private List<AgingLine> lines = List.of();
    private List<AgingItem> items = List.of();
    private List<ItemSum> sums = List.of();
    private Optional<String> next = Optional.empty();

    /** Fetches the report; called once when the page is opened. */
    public void open() {
        address.all().values().removeIf(v -> v == null || v.isBlank());
        try {
            AgingQuery wanted = query();
            columns = AgingBucket.columns(wanted.bounds());
            group = wanted.groupBy();
            var all = aging.report(wanted.groupedBy(AgingGroup.NONE), new PageRequest(PageRequest.MAX_LIMIT, next));
            totals = all.items();
            asOf = texts.date(all.asOf());
            fetch();
        } catch (AppException e) {
            if (e.errors().isEmpty()) {
                throw e;
            }
            e.errors().forEach(error -> address.wrong().add(texts.say(error.message())));
        }
    }

    /** Shows the next rows below those on the page. */
    public void next() {
        fetch();
    }

    private void fetch() {
        PageRequest page = new PageRequest(PageRequest.DEFAULT_LIMIT, next);
        if (isItemized()) {
            if (sums.isEmpty()) {
                sums = aging.sums(query(), bucket());
            }
            var piece = aging.items(query(), bucket(), page);
            items = Stream.concat(items.stream(), piece.items().stream()).toList();
            next = piece.nextCursor();
        } else {
            var piece = aging.report(query(), page);
            lines = Stream.concat(lines.stream(), piece.items().stream()).toList();
            next = piece.nextCursor();
        }
    }

    private AgingQuery query() {
        return new AgingQuery(
                read("asOf", LocalDate::parse),
                read("knownAt", Instant::parse),
                read("basis", AgingBasis::valueOf).orElse(AgingBasis.DUE_DATE),
                read("group", AgingGroup::valueOf).orElse(AgingGroup.CUSTOMER),
                read("customer", Long::valueOf),
                value("below").equals("true"),
                read("entity", Long::valueOf),
                value("currency"),
                value("owner"),
                read("until", LocalDate::parse),
                read("buckets", AgingPage::bounds).orElse(AgingQuery.USUAL_BOUNDS));
    }

    private static List<Integer> bounds(String text) {
        return List.of(text.split(",", -1)).stream()
                .map(part -> Integer.valueOf(part.strip()))
                .toList();
    }

    private <T> Optional<T> read(String name, Function<String, T> reader) {
        return address.read(name, texts, reader);
    }

    private String value(String name) {
        return address.value(name);
    }

    private String bucket() {
        return value("items").equals(EVERY_ITEM) ? "" : value("items");
    }

    /** Keys of the columns. */
    public List<String> getColumns() {
        return columns;
    }

    /** What a column is called. */
    public String heading(String key) {
        return texts.agingColumn(key);
    }

    /** Address of the items behind an amount. */
    public String itemsOf(AgingLine line, String column) {
        Map<String, String> there = new HashMap<>(address.all());
        there.put("currency", line.currency());
        there.put("items", column.equals(AgingBucket.TOTAL) ? EVERY_ITEM : column);
        line.id().ifPresent(id -> {
            switch (group) {
                case CUSTOMER -> there.put("customer", Long.toString(id));
                case TREE -> {
                    there.put("customer", Long.toString(id));
                    there.put("below", "true");
                }
                case ENTITY -> there.put("entity", Long.toString(id));
                case OWNER -> there.put("owner", line.name());
                case NONE -> {}
            }
        });
        return address(there);
    }

    /** Address of the lines of this report. */
    public String getLinesAddress() {
        Map<String, String> there = new HashMap<>(address.all());
        there.remove("items");
        return address(there);
    }

    private static String address(Map<String, String> values) {
        PageAddress there = PageAddress.of("/aging.xhtml");
        values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> there.with(e.getKey(), e.getValue()));
        return there.toString();
    }

    /** The table of the page as a file. */
    public StreamedContent getFile() {
        AgingQuery wanted = query();
        String column = bucket();
        boolean itemized = isItemized();
        if (itemized) {
            export.beginItems(wanted, column);
        } else {
            export.begin(wanted);
        }
        return DefaultStreamedContent.builder()
                .name(itemized ? "aging-items.csv" : "aging.csv")
                .contentType("text/csv; charset=UTF-8")
                .writer(out -> {
                    if (itemized) {
                        export.writeItems(wanted, column, out);
                    } else {
                        export.writeLines(wanted, out);
                    }
                })
                .build();
    }

    /** Whether items are shown rather than lines. */
    public boolean isItemized() {
        return !value("items").isEmpty();
    }

    /** The parameters of the address. */
    public Map<String, String> getValues() {
        return address.all();
    }

    /** What of the address could not be understood. */
    public List<String> getWrong() {
        return address.wrong();
    }

    /** The day of the report, in words. */
    public String getAsOf() {
        return asOf;
    }

    /** Everything, a line for each currency. */
    public List<AgingLine> getTotals() {
        return totals;
    }

    /** Lines on the page. */
    public List<AgingLine> getLines() {
        return lines;
    }

    /** Items on the page. */
    public List<AgingItem> getItems() {
        return items;
    }

    /** What all items of the list come to, by currency. */
    public List<ItemSum> getSums() {
        return sums;
    }

    /** What the items of the list have in common, in words; empty for all. */
    public String getNarrowed() {
        String column = bucket().isEmpty() ? "" : heading(bucket());
        return read("until", LocalDate::parse)
                .map(day -> texts.of("aging.until", column, texts.date(day)))
                .orElse(column);
    }

    /** Whether there are more rows. */
    public boolean isMore() {
        return next.isPresent();
    }

    /** What a line can be about. */
    public AgingGroup[] getGroups() {
        return AgingGroup.values();
    }

    /** From which day on age can be counted. */
    public AgingBasis[] getBases() {
        return AgingBasis.values();
    }
}
