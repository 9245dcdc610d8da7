package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.access.Permission;
import org.kontor.customer.CustomerView;
import org.kontor.customer.Customers;
import org.kontor.kiosk.KioskDecisions;
import org.kontor.kiosk.KioskEntries;
import org.kontor.kiosk.KioskEntryView;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/** Entries of kiosks that look like an existing customer, each beside those whom it looks like, and what is to be done with it. */
@Named("kioskQueuePage")
@ViewScoped
public class KioskQueuePage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int AT_ONCE = 10;
    private static final int SIDE_BY_SIDE = 4;

    @Inject
    KioskEntries entries;

    @Inject
    KioskDecisions decisions;

    @Inject
    Customers customers;

    @Inject
    ShellPage shell;

    @Inject
    Texts texts;

    @Inject
    Lines lines;

    @Inject
    Notices notices;

    private List<Case> cases = List.of();
    private boolean more;

    /**
     * An entry beside those whom it looks like.
     *
     * @param entry the entry
     * @param similar customers who may be the same person
     * @param rows what is known of each, a field a row
     */
    public record Case(KioskEntryView entry, List<CustomerView> similar, List<Row> rows) implements Serializable {}

    /**
     * One field.
     *
     * @param label what it is called
     * @param typed what was typed; may be empty
     * @param known what is known of each similar customer
     */
    public record Row(String label, String typed, List<Cell> known) implements Serializable {}

    /**
     * What is known of one customer.
     *
     * @param value the value; may be empty
     * @param same whether it is what was typed
     */
    public record Cell(String value, boolean same) implements Serializable {}

    /** Fetches the first entries; called once when the page is opened. */
    public void open() {
        shell.require(Permission.READ_CUSTOMER);
        Page<KioskEntryView> waiting = entries.waiting(new PageRequest(AT_ONCE, Optional.empty()));
        more = waiting.nextCursor().isPresent();
        Set<Long> ids = new LinkedHashSet<>();
        waiting.items().forEach(entry -> {
            ids.add(entry.customerId());
            ids.addAll(entry.similar());
        });
        Map<Long, CustomerView> known = customers.findAll(List.copyOf(ids)).stream()
                .collect(Collectors.toMap(CustomerView::id, Function.identity()));
        cases = waiting.items().stream()
                .flatMap(entry ->
                        Optional.ofNullable(known.get(entry.customerId()))
                                .map(typed -> beside(entry, typed, known))
                                .stream())
                .toList();
    }

    /** The entry is a new customer, and stays one. */
    public void keep(Case one) {
        act(
                () -> entries.review(one.entry().id()),
                "kioskQueue.kept",
                one.entry().displayName());
    }

    /** The entry is of this customer. */
    public void join(Case one, CustomerView customer) {
        act(() -> decisions.join(one.entry().id(), customer.id()), "kioskQueue.joined", customer.displayName());
    }

    /** The entry is of nobody. */
    public void discard(Case one) {
        act(
                () -> decisions.discard(one.entry().id()),
                "kioskQueue.discarded",
                one.entry().displayName());
    }

    private void act(Decision decision, String message, String name) {
        try {
            decision.make();
            notices.done(texts.of(message, name));
        } catch (AppException e) {
            if (e.kind() != ErrorKind.CONFLICT && e.kind() != ErrorKind.ABSENT) {
                throw e;
            }
            notices.refused(String.valueOf(e.getMessage()));
        }
        open();
    }

    private interface Decision {
        void make();
    }

    private Case beside(KioskEntryView entry, CustomerView typed, Map<Long, CustomerView> known) {
        List<CustomerView> similar = entry.similar().stream()
                .flatMap(id -> Stream.ofNullable(known.get(id)))
                .limit(SIDE_BY_SIDE)
                .toList();
        List<Row> rows = new ArrayList<>();
        row(rows, "displayName", typed, similar, CustomerView::displayName);
        row(rows, "emails", typed, similar, c -> String.join(", ", c.emails()));
        row(
                rows,
                "phones",
                typed,
                similar,
                c -> c.phones().stream().map(phone -> phone.number()).collect(Collectors.joining(", ")));
        row(
                rows,
                "birthdate",
                typed,
                similar,
                c -> c.birthdate().map(texts::date).orElse(""));
        row(rows, "address", typed, similar, c -> lines.address(c.address()));
        row(rows, "nickname", typed, similar, CustomerView::nickname);
        row(rows, "gender", typed, similar, CustomerView::gender);
        row(rows, "occupation", typed, similar, CustomerView::occupation);
        row(rows, "status", typed, similar, c -> texts.of("status." + c.status()));
        row(rows, "createdAt", typed, similar, c -> texts.moment(c.createdAt()));
        return new Case(entry, similar, List.copyOf(rows));
    }

    private void row(
            List<Row> rows,
            String field,
            CustomerView typed,
            List<CustomerView> similar,
            Function<CustomerView, String> value) {
        String mine = value.apply(typed);
        List<Cell> cells = similar.stream()
                .map(value)
                .map(theirs -> new Cell(theirs, !theirs.isEmpty() && theirs.equalsIgnoreCase(mine)))
                .toList();
        if (!mine.isEmpty() || cells.stream().anyMatch(cell -> !cell.value().isEmpty())) {
            rows.add(new Row(texts.of("field." + field), mine, cells));
        }
    }

    /** Entries on the page. */
    public List<Case> getCases() {
        return cases;
    }

    /** Whether there are more than those on the page. */
    public boolean isMore() {
        return more;
    }
}
