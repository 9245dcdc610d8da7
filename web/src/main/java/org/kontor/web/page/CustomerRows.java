package org.kontor.web.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kontor.customer.CustomerMarks;
import org.kontor.customer.CustomerQuery;
import org.kontor.customer.CustomerRow;
import org.kontor.customer.Customers;
import org.kontor.customer.RowMarks;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** The customer list, fetched a page at a time. Counted once for each filter, and never further than the table can go. */
public class CustomerRows extends LazyDataModel<CustomerRow> {

    private static final long serialVersionUID = 1L;

    /** How far the table goes; beyond it the reader narrows the search. */
    static final int MOST = 10_000;

    private final Customers customers;
    private final CustomerMarks marks;
    private CustomerQuery query;
    private final ListFacts facts;
    private Map<Long, RowMarks> marked = Map.of();
    private ListFacts.Facts known = ListFacts.Facts.NONE;
    private int found = -1;

    CustomerRows(Customers customers, CustomerMarks marks, ListFacts facts, CustomerQuery query) {
        this.customers = customers;
        this.marks = marks;
        this.facts = facts;
        this.query = query;
    }

    /** Shows another list. */
    void show(CustomerQuery other) {
        query = other;
        found = -1;
    }

    /** How many there are, {@link #MOST} + 1 standing for more. */
    int found() {
        if (found < 0) {
            found = customers.count(query, MOST + 1);
        }
        return found;
    }

    @Override
    public int count(Map<String, FilterMeta> filterBy) {
        return Math.min(found(), MOST);
    }

    @Override
    public List<CustomerRow> load(
            int first, int pageSize, Map<String, SortMeta> sortBy, Map<String, FilterMeta> filterBy) {
        sortBy.values().stream().findFirst().ifPresent(sort -> query = sorted(query, sort));
        List<CustomerRow> rows = customers.rows(query, first, pageSize);
        List<Long> ids = rows.stream().map(CustomerRow::id).toList();
        marked = marks.inList(ids);
        known = facts.of(ids);
        return rows;
    }

    /** Tags, flags and owners of a row. */
    RowMarks marks(long id) {
        return marked.getOrDefault(id, RowMarks.NONE);
    }

    /** What else is known of the rows. */
    ListFacts.Facts known() {
        return known;
    }

    /** The order of now, as it stands in the address. */
    String order() {
        return (query.descending() ? "-" : "") + query.sort().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String getRowKey(CustomerRow row) {
        return Long.toString(row.id());
    }

    private static CustomerQuery sorted(CustomerQuery query, SortMeta sort) {
        return query.sorted(
                CustomerQuery.Sort.valueOf(sort.getField()), sort.getOrder().isDescending());
    }
}
