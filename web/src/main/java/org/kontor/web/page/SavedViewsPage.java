package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.customer.SavedView;
import org.kontor.customer.SavedViewDraft;
import org.kontor.customer.SavedViews;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.primefaces.PrimeFaces;

/** Named views above the customer list: {@code view} in the address opens one. */
@Named("savedViewsPage")
@ViewScoped
public class SavedViewsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    SavedViews views;

    @Inject
    ShellPage shell;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private String view = "";
    private String name = "";
    private boolean shared;
    private String newName = "";
    private String hidden = "";
    private List<SavedView> all = List.of();
    private Optional<SavedView> current = Optional.empty();
    private final FieldErrors errors = new FieldErrors();

    /** Fetches the views; gives the one that the address names. */
    Optional<SavedView> open() {
        all = views.list();
        current = all.stream()
                .filter(each -> Long.toString(each.id()).equals(view))
                .findFirst();
        newName = current.map(SavedView::name).orElse("");
        return current;
    }

    /** Names the list with these parameters and the columns that are shown; goes to the view. */
    void save(Map<String, String> parameters) {
        errors.clear();
        try {
            SavedView made = views.create(new SavedViewDraft(name, shared, parameters, ColumnsPage.shown(hidden)));
            PrimeFaces.current().ajax().addCallbackParam("saved", true);
            notices.done(texts.of("views.saved", made.name()));
            notices.go("/customers.xhtml?view=" + made.id());
        } catch (AppException e) {
            if (e.kind() != ErrorKind.INVALID && e.kind() != ErrorKind.CONFLICT) {
                throw e;
            }
            errors.show(e, texts, notices);
        }
    }

    /** Gives the view that is shown another name. */
    public void rename() {
        errors.clear();
        current.ifPresent(shown -> {
            try {
                SavedViewDraft draft = new SavedViewDraft(newName, shown.shared(), shown.parameters(), shown.columns());
                SavedView now = views.revise(shown.id(), shown.version(), draft);
                notices.done(texts.of("views.saved", now.name()));
                notices.go("/customers.xhtml?view=" + now.id());
            } catch (AppException e) {
                errors.showOrBanner(e, texts, notices);
            }
        });
    }

    /** Deletes the view that is shown. */
    public void delete() {
        current.ifPresent(shown -> {
            views.delete(shown.id(), shown.version());
            notices.done(texts.of("views.deleted", shown.name()));
            notices.go("/customers.xhtml");
        });
    }

    /** Whether the view that is shown may be renamed and deleted. */
    public boolean isChangeable() {
        return current.filter(shown -> shown.own() || shell.may("write:settings"))
                .isPresent();
    }

    /** All views. */
    public List<SavedView> getAll() {
        return all;
    }

    /** Columns of the view that is shown; empty for those that the reader has chosen. */
    public List<String> getColumns() {
        return current.map(SavedView::columns).orElse(List.of());
    }

    /** The view that is shown; null for none. */
    public @Nullable SavedView getCurrent() {
        return current.orElse(null);
    }

    /** Whether this view is shown. */
    public boolean shows(SavedView each) {
        return current.filter(shown -> shown.id() == each.id()).isPresent();
    }

    /** What needs a correction. */
    public FieldErrors getErrors() {
        return errors;
    }

    /** Id of the view that is shown. */
    public String getView() {
        return view;
    }

    /** Sets: id of the view that is shown. */
    public void setView(@Nullable String value) {
        view = value == null ? "" : value;
    }

    /** Name of a new view. */
    public String getName() {
        return name;
    }

    /** Sets: name of a new view. */
    public void setName(@Nullable String value) {
        name = value == null ? "" : value;
    }

    /** Name that the view which is shown is to have. */
    public String getNewName() {
        return newName;
    }

    /** Sets: name that the view which is shown is to have. */
    public void setNewName(@Nullable String value) {
        newName = value == null ? "" : value;
    }

    /** Whether a new view is shared. */
    public boolean isShared() {
        return shared;
    }

    /** Sets: whether a new view is shared. */
    public void setShared(boolean value) {
        shared = value;
    }

    /** Columns that are not shown, with blanks between. */
    public String getHidden() {
        return hidden;
    }

    /** Sets: columns that are not shown. */
    public void setHidden(@Nullable String value) {
        hidden = value == null ? "" : value;
    }
}
