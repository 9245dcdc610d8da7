package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.receivable.AllocationLine;
import org.kontor.receivable.AllocationPolicy;
import org.kontor.receivable.ApplicationDraft;
import org.kontor.receivable.ApplicationView;
import org.kontor.receivable.Applications;
import org.kontor.receivable.AppliedView;
import org.kontor.receivable.CustomerAccounts;
import org.kontor.receivable.OpenItem;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;

/** Applies what is left of a payment or credit to what is owed; each change of an amount shows what will be left of both. */
@Named("applyForm")
@ViewScoped
public class ApplyForm implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String LINES = "lines";

    @Inject
    CustomerAccounts accounts;

    @Inject
    Applications applications;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private Optional<OpenItem> money = Optional.empty();
    private List<OpenItem> owed = List.of();
    private final Map<Long, String> amounts = new HashMap<>();
    private Optional<AppliedView> outcome = Optional.empty();
    private final FieldErrors errors = new FieldErrors(LINES);

    /**
     * Fetches what is owed.
     *
     * @param item the money
     * @param first the item that it was opened for, which is filled in; 0 for none
     */
    void open(OpenItem item, long first) {
        money = Optional.of(item);
        owed = accounts.open(item.customerId()).stream()
                .filter(each -> each.owed() && each.currency().equals(item.currency()))
                .toList();
        owed.stream()
                .filter(each -> each.id() == first)
                .forEach(each -> amounts.put(first, texts.typed(each.open().min(item.open()))));
        if (!amounts.isEmpty()) {
            preview();
        }
    }

    /** Fills in what the policy would apply: what is due longest first. */
    public void oldestFirst() {
        amounts.clear();
        errors.clear();
        outcome = attempt(new ApplicationDraft(
                item().id(), Optional.empty(), Optional.of(AllocationPolicy.OLDEST_DUE_FIRST), List.of()));
        outcome.ifPresent(all ->
                all.applications().forEach(each -> amounts.put(each.debitItemId(), texts.typed(each.amount()))));
    }

    /** Shows what applying the typed amounts would leave, and changes nothing. */
    public void preview() {
        outcome = Optional.empty();
        read().filter(draft -> !draft.lines().isEmpty()).ifPresent(draft -> outcome = attempt(draft));
    }

    /** Applies the typed amounts. */
    public void apply() {
        read().ifPresent(draft -> {
            try {
                AppliedView done = applications.apply(draft);
                notices.done(texts.of(
                        "apply.done", texts.amount(done.applied()), done.currency(), texts.amount(done.remainder())));
                notices.go("/item.xhtml?id=" + item().id());
            } catch (AppException e) {
                refused(e);
            }
        });
    }

    private Optional<AppliedView> attempt(ApplicationDraft draft) {
        try {
            return Optional.of(applications.preview(draft));
        } catch (AppException e) {
            refused(e);
            return Optional.empty();
        }
    }

    private void refused(AppException e) {
        if (e.kind() == ErrorKind.INVALID) {
            errors.show(e.errors().stream().map(this::placed).toList(), texts);
        } else {
            errors.showOrBanner(e, texts, notices);
        }
    }

    /** The service counts the lines that it was sent, the page those that it shows. */
    private FieldError placed(FieldError error) {
        List<Integer> sent = new ArrayList<>();
        for (int i = 0; i < owed.size(); i++) {
            if (!typed(owed.get(i)).isBlank()) {
                sent.add(i);
            }
        }
        for (int i = 0; i < sent.size(); i++) {
            String at = LINES + "[" + i + "].";
            if (error.field().startsWith(at)) {
                return new FieldError(LINES + "[" + sent.get(i) + "].amount", error.code(), error.message());
            }
        }
        return error;
    }

    private Optional<ApplicationDraft> read() {
        errors.clear();
        Typed typed = new Typed(texts);
        List<AllocationLine> lines = new ArrayList<>();
        for (int i = 0; i < owed.size(); i++) {
            OpenItem each = owed.get(i);
            typed.amount(LINES + "[" + i + "].amount", typed(each))
                    .ifPresent(amount -> lines.add(new AllocationLine(each.id(), Optional.of(amount))));
        }
        if (!typed.errors().isEmpty()) {
            errors.show(typed.errors(), texts);
            return Optional.empty();
        }
        return Optional.of(new ApplicationDraft(item().id(), Optional.empty(), Optional.empty(), lines));
    }

    private String typed(OpenItem each) {
        return Typed.text(amounts.get(each.id()));
    }

    private OpenItem item() {
        return money.orElseThrow();
    }

    /** What will be left of an item. */
    public BigDecimal after(OpenItem each) {
        return outcome.map(AppliedView::applications).orElse(List.of()).stream()
                .filter(made -> made.debitItemId() == each.id())
                .map(ApplicationView::amount)
                .reduce(each.open(), BigDecimal::subtract);
    }

    /** Whether it is known what will happen. */
    public boolean isPreviewed() {
        return outcome.isPresent();
    }

    /** What will happen, in words; empty before that is known. */
    public String getSummary() {
        return outcome.map(all -> texts.of(
                        "apply.summary",
                        texts.amount(all.applied()),
                        all.currency(),
                        all.applications().size(),
                        texts.amount(all.remainder())))
                .orElse("");
    }

    /** What the customer owes in the currency of the money, what is due longest first. */
    public List<OpenItem> getOwed() {
        return owed;
    }

    /** What was typed, by item. */
    public Map<Long, String> getAmounts() {
        return amounts;
    }

    /** What needs a correction. */
    public FieldErrors getErrors() {
        return errors;
    }
}
