package org.kontor.web.page;

import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.shared.AppException;
import org.kontor.shared.FieldError;
import org.primefaces.PrimeFaces;

/**
 * A form on one record: saves what was typed, shows refusals beside the inputs, and lays two people's changes side by side
 * when somebody else saved meanwhile.
 *
 * @param <V> the record as it is stored
 * @param <D> what can be said of it
 */
public abstract class EditPage<V extends Record, D extends Record> implements CheckedForm, Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    protected Texts texts;

    @Inject
    protected Notices notices;

    private final Class<D> draftType;
    private final FieldErrors errors;
    private final String[] rows;
    private Optional<V> stored = Optional.empty();
    private Optional<V> theirs = Optional.empty();
    private Optional<Merge<D>> conflict = Optional.empty();
    private boolean done;

    /**
     * @param draftType record class of the drafts
     * @param rows fields of the draft that are lists whose parts have inputs of their own
     */
    protected EditPage(Class<D> draftType, String... rows) {
        this.draftType = draftType;
        this.errors = new FieldErrors(rows);
        this.rows = rows.clone();
    }

    /** The record as it is stored now; refuses when it is not there. */
    protected abstract V load();

    /** Stores a new one. */
    protected abstract V create(D draft);

    /** Stores a change of the one that {@code seen} shows. */
    protected abstract V change(V seen, D draft);

    /** What a stored record says. */
    protected abstract D draftOf(V view);

    /** What the inputs say. */
    protected abstract D typed();

    /** Inputs that say nothing a draft could hold, such as a date that is none, with what else is wrong; nothing is saved. */
    protected List<FieldError> unreadable() {
        return List.of();
    }

    /** What is against rules that need nothing but the draft itself; asked whenever an input is left, and so of drafts half done. */
    protected List<FieldError> against(D draft) {
        return List.of();
    }

    /** Puts values into the inputs. */
    protected abstract void fill(D draft);

    /** Who saved it last. */
    protected abstract String changedBy(V view);

    /** Message after saving, and address of the page that shows the record; {@link #isFresh} tells whether it was new. */
    protected abstract Saved saved(V view);

    /**
     * What follows a save.
     *
     * @param message what to tell
     * @param path where to go, from the root of the application
     */
    protected record Saved(String message, String path) {}

    /** Puts the stored record into the inputs. */
    protected V begin() {
        V view = load();
        stored = Optional.of(view);
        fill(draftOf(view));
        return view;
    }

    /** Saves what was typed. Said twice, it saves once. */
    public synchronized void save() {
        conflict = Optional.empty();
        errors.clear();
        if (done) {
            return;
        }
        List<FieldError> unreadable = unreadable();
        if (!unreadable.isEmpty()) {
            errors.show(unreadable, texts);
            return;
        }
        D draft = typed();
        try {
            V view = stored.isEmpty() ? create(draft) : change(stored.get(), draft);
            finish(view, saved(view).message());
        } catch (AppException e) {
            refused(e, draft);
        }
    }

    @Override
    public synchronized void check() {
        CheckedForm.super.check();
    }

    @Override
    public List<FieldErrors.Entry> wrong() {
        FieldErrors found = new FieldErrors(rows);
        if (!done) {
            List<FieldError> all = new ArrayList<>(unreadable());
            against(typed()).stream()
                    .filter(each -> all.stream().noneMatch(one -> one.field().equals(each.field())))
                    .forEach(all::add);
            found.show(all, texts);
        }
        return found.getList();
    }

    /** Saves with the choices made where somebody else had changed the same fields. */
    public synchronized void saveChosen() {
        if (done || conflict.isEmpty() || theirs.isEmpty()) {
            return;
        }
        stored = theirs;
        fill(conflict.get().result());
        save();
    }

    private void refused(AppException e, D draft) {
        switch (e.kind()) {
            case INVALID, CONFLICT -> show(e);
            case STALE -> compare(draft);
            default -> throw e;
        }
    }

    /** Shows a refusal: beside its fields, or above the form when it names none. */
    protected void show(AppException refusal) {
        errors.show(refusal, texts, notices);
    }

    private void compare(D yours) {
        V before = stored.orElseGet(this::load);
        V current = load();
        Merge<D> merge = Merge.of(draftType, draftOf(before), draftOf(current), yours);
        theirs = Optional.of(current);
        if (!merge.getChoices().isEmpty()) {
            conflict = Optional.of(merge);
            PrimeFaces.current().ajax().addCallbackParam("conflict", true);
            return;
        }
        stored = theirs;
        fill(merge.result());
        try {
            finish(
                    change(current, merge.result()),
                    texts.of("edit.savedMerged", changedBy(current), texts.labels(merge.getKept())));
        } catch (AppException e) {
            refused(e, merge.result());
        }
    }

    private void finish(V view, String message) {
        done = true;
        PrimeFaces.current().ajax().addCallbackParam("saved", true);
        notices.done(message);
        notices.go(saved(view).path());
    }

    /** The fields that both changed; null for none, as expressions know no Optional. */
    public @Nullable Merge<D> getConflict() {
        return conflict.orElse(null);
    }

    /** The record as somebody else saved it meanwhile; null for none. */
    public @Nullable V getTheirs() {
        return theirs.orElse(null);
    }

    /** Whether a new one is made. */
    public boolean isFresh() {
        return stored.isEmpty();
    }

    /** What needs a correction. */
    public FieldErrors getErrors() {
        return errors;
    }

    /** The record as the reader saw it; empty for a new one. */
    protected Optional<V> stored() {
        return stored;
    }
}
