package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.access.Permission;
import org.kontor.customer.CustomerMarks;
import org.kontor.lifecycle.ErasurePreview;
import org.kontor.lifecycle.ErasureView;
import org.kontor.lifecycle.Erasures;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** What an erasure of a customer would do, the alternative, and the confirmation by typing the name. */
@Named("customerErasePage")
@ViewScoped
public class CustomerErasePage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Erasures erasures;

    @Inject
    CustomerMarks marks;

    @Inject
    ShellPage shell;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private final FieldErrors errors = new FieldErrors();
    private long id;
    private String typed = "";
    private Optional<ErasurePreview> preview = Optional.empty();

    /** Looks what would go; called once when the page is opened. */
    public void open() {
        shell.require(Permission.ERASE_CUSTOMER);
        preview = Optional.of(erasures.preview(id));
    }

    /** Begins. */
    public synchronized void erase() {
        errors.clear();
        try {
            ErasureView begun = erasures.erase(id, typed);
            notices.go("/erasures.xhtml?id=" + begun.id());
        } catch (AppException e) {
            if (e.kind() != ErrorKind.INVALID && e.kind() != ErrorKind.CONFLICT) {
                throw e;
            }
            errors.show(e, texts, notices);
            preview = Optional.of(erasures.preview(id));
        }
    }

    /** Hides the customer instead. */
    public void archive() {
        notices.done(texts.of("marks.archived", marks.archive(id, true).displayName()));
        notices.go("/customer.xhtml?id=" + id);
    }

    /** What rows of a kind are called. */
    public String noun(String noun) {
        return texts.find("owned." + noun).orElse(noun.replace('-', ' '));
    }

    /** What would happen. */
    public ErasurePreview getPreview() {
        return preview.orElseThrow();
    }

    /** What needs a correction. */
    public FieldErrors getErrors() {
        return errors;
    }

    /** Id of the customer. */
    public long getId() {
        return id;
    }

    /** Sets: id of the customer. */
    public void setId(long value) {
        id = value;
    }

    /** The name that was typed. */
    public String getTyped() {
        return typed;
    }

    /** Sets: the name that was typed. */
    public void setTyped(@Nullable String value) {
        typed = value == null ? "" : value;
    }
}
