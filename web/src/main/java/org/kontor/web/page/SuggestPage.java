package org.kontor.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kontor.customer.CustomerRow;
import org.kontor.customer.Customers;

/** What the search field offers while somebody types. */
@Named("suggestPage")
@RequestScoped
public class SuggestPage {

    private static final int MOST = 8;

    @Inject
    Customers customers;

    private String text = "";
    private List<CustomerRow> rows = List.of();

    /** Looks for matches; called once when the piece of page is asked for. */
    public void open() {
        rows = text.strip().length() < 2 ? List.of() : customers.suggest(text.strip(), MOST);
    }

    /** The best matches. */
    public List<CustomerRow> getRows() {
        return rows;
    }

    /** What was typed. */
    public String getText() {
        return text;
    }

    /** Sets what was typed. */
    public void setText(@Nullable String value) {
        text = value == null ? "" : value;
    }

    /** The part of a name before what was typed; the whole name when it does not occur. */
    public String before(String name) {
        int at = at(name);
        return at < 0 ? name : name.substring(0, at);
    }

    /** What was typed as it stands in the name; empty when it does not occur. */
    public String match(String name) {
        int at = at(name);
        return at < 0 ? "" : name.substring(at, at + text.strip().length());
    }

    /** The part of a name behind what was typed. */
    public String after(String name) {
        int at = at(name);
        return at < 0 ? "" : name.substring(at + text.strip().length());
    }

    private int at(String name) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.length() == name.length() ? lower.indexOf(wanted) : -1;
    }
}
