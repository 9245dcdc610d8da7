package org.kontor.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.kontor.access.Permission;

/** Which columns of the customer list the reader sees. The choice is kept in the browser, in a cookie. */
@Named("columns")
@RequestScoped
public class ColumnsPage {

    private static final List<String> ALL = List.of(
            "account",
            "status",
            "tags",
            "contact",
            "email",
            "phone",
            "balance",
            "pastDue",
            "agingCurrent",
            "agingThirty",
            "agingSixty",
            "agingNinety",
            "agingOver",
            "lastPayment",
            "contacted",
            "health",
            "owner",
            "place",
            "class",
            "id",
            "created",
            "updated");
    private static final Set<String> MONEY = Set.of(
            "balance",
            "pastDue",
            "agingCurrent",
            "agingThirty",
            "agingSixty",
            "agingNinety",
            "agingOver",
            "lastPayment");
    private static final Set<String> AT_FIRST =
            Set.of("account", "status", "tags", "contact", "email", "phone", "place");

    @Inject
    ShellPage shell;

    /** Columns to choose from, in the order of the table. */
    public List<String> getAll() {
        return ALL.stream().filter(this::allowed).toList();
    }

    /** Whether the reader may know what stands in the column. */
    public boolean allowed(String column) {
        if (MONEY.contains(column)) {
            return shell.may(Permission.READ_RECEIVABLE.wireName());
        }
        return !column.equals("contacted") || shell.may(Permission.READ_MESSAGE.wireName());
    }

    /** Those shown to a reader who has not chosen, with dots between. */
    public String getAtFirst() {
        return String.join(".", ALL.stream().filter(AT_FIRST::contains).toList());
    }

    /** Those not shown, with blanks between. */
    public String getHidden() {
        return String.join(" ", ALL.stream().filter(c -> !shows(c)).toList());
    }

    /** Those that a view does not show, with blanks between. */
    public String hiddenBut(List<String> shown) {
        return String.join(" ", ALL.stream().filter(c -> !shown.contains(c)).toList());
    }

    /** All but these. */
    static List<String> shown(String hidden) {
        List<String> not = List.of(hidden.split(" ", -1));
        return ALL.stream().filter(c -> !not.contains(c)).toList();
    }

    private boolean shows(String column) {
        return shell.columns().map(chosen -> chosen.contains(column)).orElseGet(() -> AT_FIRST.contains(column));
    }
}
