package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.kontor.access.Permission;
import org.kontor.cadence.CadenceView;
import org.kontor.cadence.Cadences;
import org.kontor.cadence.CustomerCadenceDraft;
import org.kontor.cadence.CustomerCadenceView;
import org.kontor.cadence.CustomerCadences;
import org.kontor.shared.AppException;

/** The cadence of the customer of the record page (S4-20, S4-21, S4-59). Fetched when first asked for. */
@Named("cadenceBox")
@ViewScoped
public class CadenceBox implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    CustomerCadences assignments;

    @Inject
    Cadences cadences;

    @Inject
    CustomerPage page;

    @Inject
    ShellPage shell;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private Optional<CustomerCadenceView> view = Optional.empty();
    private Optional<List<CadenceView>> choices = Optional.empty();
    private long chosen;

    /** Whether the reader may see it. */
    public boolean isAllowed() {
        return shell.may(Permission.READ_CADENCE.wireName());
    }

    /** Whether the reader may change it. */
    public boolean isOffered() {
        return isAllowed() && shell.may(Permission.ASSIGN_CADENCE.wireName());
    }

    /** Which one the customer has. */
    public CustomerCadenceView getView() {
        if (view.isEmpty()) {
            view = Optional.of(assignments.of(page.getId()));
            chosen = view.get().cadenceId().orElse(0L);
        }
        return view.orElseThrow();
    }

    /** Active cadences to choose from. */
    public List<CadenceView> getChoices() {
        if (choices.isEmpty()) {
            choices = Optional.of(
                    cadences.list().stream().filter(CadenceView::active).toList());
        }
        return choices.orElseThrow();
    }

    /** Puts the chosen one on. */
    public void save() {
        change(
                () -> assignments.assign(
                        page.getId(), new CustomerCadenceDraft(chosen == 0 ? Optional.empty() : Optional.of(chosen))),
                "cadence.assigned");
    }

    /** Takes it off. */
    public void remove() {
        change(() -> assignments.remove(page.getId()), "cadence.removed");
    }

    private void change(Runnable work, String told) {
        try {
            work.run();
        } catch (AppException e) {
            notices.refused(String.valueOf(e.getMessage()));
            return;
        }
        notices.done(texts.of(told, page.getCustomer().displayName()));
        notices.go("/customer.xhtml?id=" + page.getId() + "&tab=" + page.getTab());
    }

    /** Id of the chosen one; 0 for none. */
    public long getChosen() {
        getView();
        return chosen;
    }

    /** Sets it. */
    public void setChosen(long value) {
        chosen = value;
    }
}
