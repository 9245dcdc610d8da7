package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.receivable.ApplicationView;
import org.kontor.receivable.Applications;
import org.kontor.shared.AppException;
import org.kontor.shared.PageRequest;

/** What was applied to an item, or from it, and what was taken back; takes back. Part of the pages of documents and money. */
@Named("applicationsBox")
@ViewScoped
public class ApplicationsBox implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Applications applications;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private long itemId;
    private List<ApplicationView> shown = List.of();
    private Optional<ApplicationView> chosen = Optional.empty();
    private String reason = "";
    private final FieldErrors errors = new FieldErrors();

    /** Fetches what concerns an item. */
    void open(long item) {
        itemId = item;
        shown = applications
                .list(Optional.of(item), new PageRequest(PageRequest.MAX_LIMIT, Optional.empty()))
                .items();
    }

    /** Chooses the application whose taking back is asked about. */
    public void choose(ApplicationView application) {
        chosen = Optional.of(application);
        reason = "";
        errors.clear();
    }

    /** Takes the chosen application back, for the reason that was typed. */
    public void takeBack(String page) {
        if (chosen.isEmpty()) {
            return;
        }
        ApplicationView back = chosen.get();
        try {
            applications.reverse(back.id(), Optional.empty(), reason);
        } catch (AppException e) {
            errors.showOrBanner(e, texts, notices);
            return;
        }
        notices.done(texts.of("apply.takenBack", texts.amount(back.amount()), back.currency()));
        notices.go(page);
    }

    /** Whether an application stands, so that it can be taken back. */
    public boolean stands(ApplicationView application) {
        return application.reverses().isEmpty() && application.reversedBy().isEmpty();
    }

    /** What is at the other end of an application: its kind and number. */
    public String other(ApplicationView application) {
        return application.creditItemId() == itemId ? debit(application) : credit(application);
    }

    /** Address of the page of what is at the other end. */
    public String address(ApplicationView application) {
        return "/item.xhtml?id="
                + (application.creditItemId() == itemId ? application.debitItemId() : application.creditItemId());
    }

    /** What the application settles, as people call it. */
    public String debit(ApplicationView application) {
        return texts.item(application.debitKind(), application.debitItemId(), application.debitNumber());
    }

    /** Where the money comes from, as people call it. */
    public String credit(ApplicationView application) {
        return texts.item(application.creditKind(), application.creditItemId(), application.creditNumber());
    }

    /** Applications and counter-entries, the latest first. */
    public List<ApplicationView> getShown() {
        return shown;
    }

    /** The application whose taking back is asked about; null for none, as expressions know no Optional. */
    public @Nullable ApplicationView getChosen() {
        return chosen.orElse(null);
    }

    /** Why it is taken back. */
    public String getReason() {
        return reason;
    }

    /** Sets why it is taken back. */
    public void setReason(@Nullable String value) {
        reason = Typed.text(value);
    }

    /** What needs a correction. */
    public FieldErrors getErrors() {
        return errors;
    }
}
