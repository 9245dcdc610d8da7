package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kontor.access.Permission;
import org.kontor.customer.CustomerRow;
import org.kontor.customer.CustomerView;
import org.kontor.customer.Customers;
import org.kontor.lifecycle.DuplicateView;
import org.kontor.lifecycle.Duplicates;
import org.kontor.lifecycle.MergeDraft;
import org.kontor.lifecycle.MergeField;
import org.kontor.lifecycle.MergePreview;
import org.kontor.lifecycle.MergeView;
import org.kontor.lifecycle.MergedRows;
import org.kontor.lifecycle.Merges;
import org.kontor.lifecycle.UndoConflict;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.PageRequest;

/**
 * Merging into one customer: who goes is chosen, what it would do is shown, and only then is it done (S3-53, S3-54, S4-108); and taking
 * merges back. What is chosen stands in the address, so each step is a plain link.
 */
@Named("mergePage")
@ViewScoped
public class MergePage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int FOUND_MAX = 8;
    private static final int MERGES_MAX = 20;

    @Inject
    Customers customers;

    @Inject
    Duplicates duplicates;

    @Inject
    Merges merges;

    @Inject
    ShellPage shell;

    @Inject
    Texts texts;

    @Inject
    MergedBox merged;

    @Inject
    Notices notices;

    private long id;
    private String with = "";
    private String query = "";
    private long undo;
    private Optional<CustomerView> target = Optional.empty();
    private List<CustomerView> chosen = List.of();
    private List<DuplicateView> alike = List.of();
    private List<CustomerRow> found = List.of();
    private List<MergeView> made = List.of();
    private List<UndoConflict> conflicts = List.of();
    private Optional<MergePreview> preview = Optional.empty();

    /** Fetches what the page shows; called once when the page is opened. */
    public void open() {
        shell.require(Permission.MERGE_CUSTOMER);
        target = Optional.of(customers
                .find(id)
                .orElseThrow(() -> new AppException(
                        ErrorKind.ABSENT, "CUSTOMER_NOT_FOUND", texts.of("customer.notFound", Long.toString(id)))));
        Set<Long> ids = sources();
        chosen = customers.findAll(List.copyOf(ids));
        made = merges.list(Optional.of(id), new PageRequest(MERGES_MAX, Optional.empty()))
                .items();
        if (undo > 0) {
            look(() -> conflicts = merges.previewUndo(undo));
            return;
        }
        alike = duplicates.of(id).stream()
                .filter(each -> !ids.contains(each.customerId()))
                .toList();
        found = query.isBlank()
                ? List.of()
                : customers.suggest(query, FOUND_MAX).stream()
                        .filter(each -> each.id() != id && !ids.contains(each.id()))
                        .toList();
        if (!chosen.isEmpty()) {
            look(() -> preview = Optional.of(merges.preview(draft())));
        }
    }

    /** Makes them one. */
    public void merge() {
        look(() -> {
            MergeView view = merges.merge(draft());
            notices.done(
                    texts.of("merge.done", merged.names(view), view.target().displayName()));
            notices.go("/customer.xhtml?id=" + id);
        });
    }

    /** Takes back the merge that was looked at; what conflicts stays as it is. */
    public void takeBack() {
        look(() -> {
            merges.undo(undo, true);
            notices.done(texts.of("merge.takenBack"));
            notices.go("/customer.xhtml?id=" + id);
        });
    }

    private void look(Runnable work) {
        try {
            work.run();
        } catch (AppException e) {
            if (e.kind() != ErrorKind.CONFLICT && e.kind() != ErrorKind.INVALID) {
                throw e;
            }
            notices.refused(String.valueOf(e.getMessage()));
        }
    }

    private MergeDraft draft() {
        return new MergeDraft(id, chosen.stream().map(CustomerView::id).toList());
    }

    /** The ids in the address, each once; what is none is passed over. */
    private Set<Long> sources() {
        return Stream.of(with.split(",", -1))
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .filter(source -> source != id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The sources for an address, with one more. */
    public String withAlso(long source) {
        Set<Long> all = sources();
        all.add(source);
        return joined(all);
    }

    /** The sources for an address, without one. */
    public String without(long source) {
        Set<Long> all = sources();
        all.remove(source);
        return joined(all);
    }

    /** The sources for an address when this one stays instead of the target. */
    public String swapped(long source) {
        Set<Long> all = sources();
        all.remove(source);
        all.add(id);
        return joined(all);
    }

    private static String joined(Set<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** What people call a field. */
    public String label(MergeField field) {
        String name = field.field();
        return texts.find("field." + name.substring(name.indexOf('.') + 1)).orElse(name);
    }

    /** A value as people read it: what is chosen from a list by its text, days in the reader's manner. */
    public String shown(MergeField field, String value) {
        if (value.isEmpty()) {
            return "–";
        }
        return switch (field.field()) {
            case "accountType", "status", "health" ->
                texts.find(field.field() + "." + value).orElse(value);
            case "birthdate" -> texts.date(LocalDate.parse(value));
            case "phones" -> Stream.of(value.split(", ", -1)).map(this::phone).collect(Collectors.joining(", "));
            default -> value;
        };
    }

    private String phone(String typed) {
        int space = typed.indexOf(' ');
        return space < 0
                ? typed
                : texts.find("phoneType." + typed.substring(0, space)).orElse("") + typed.substring(space);
    }

    /** Where a value comes from, in words. */
    public String origin(MergeField field) {
        return switch (field.origin()) {
            case TARGET -> texts.of("merge.origin.TARGET");
            case UNITED -> texts.of("merge.origin.UNITED");
            case SOURCE ->
                texts.of("merge.origin.SOURCE", Long.toString(field.sourceId().orElseThrow()));
        };
    }

    /** What people call rows of a kind. */
    public String noun(String noun) {
        return texts.find("owned." + noun).orElse(noun);
    }

    /** A sum in the reader's manner; where invoices and credit memos are apart, of which of them. */
    public String sum(MergedRows.Sum sum) {
        int space = sum.currency().indexOf(' ');
        String kind = space < 0
                ? ""
                : texts.find("itemKind." + sum.currency().substring(0, space)).orElse("") + " ";
        return kind + texts.amount(new BigDecimal(sum.after())) + " "
                + sum.currency().substring(space + 1);
    }

    /** The customer that stays. */
    public @Nullable CustomerView getTarget() {
        return target.orElse(null);
    }

    /** Those that go. */
    public List<CustomerView> getChosen() {
        return chosen;
    }

    /** Those that look like the target and are not chosen. */
    public List<DuplicateView> getAlike() {
        return alike;
    }

    /** What was found by what was typed. */
    public List<CustomerRow> getFound() {
        return found;
    }

    /** Merges into this customer that were made. */
    public List<MergeView> getMade() {
        return made;
    }

    /** What would stay as it is if the merge were taken back. */
    public List<UndoConflict> getConflicts() {
        return conflicts;
    }

    /** What the merge would do; null while nobody is chosen. */
    public @Nullable MergePreview getPreview() {
        return preview.orElse(null);
    }

    /** Id of the customer that stays. */
    public long getId() {
        return id;
    }

    /** Sets it. */
    public void setId(long value) {
        id = value;
    }

    /** Ids of those that go, separated by commas. */
    public String getWith() {
        return with;
    }

    /** Sets them. */
    public void setWith(String value) {
        with = value;
    }

    /** What to look for. */
    public String getQuery() {
        return query;
    }

    /** Sets it. */
    public void setQuery(String value) {
        query = value;
    }

    /** The merge to be taken back; 0 for none. */
    public long getUndo() {
        return undo;
    }

    /** Sets it. */
    public void setUndo(long value) {
        undo = value;
    }
}
