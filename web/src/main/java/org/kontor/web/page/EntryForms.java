package org.kontor.web.page;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.kontor.shared.AppException;
import org.kontor.shared.FieldError;
import org.primefaces.PrimeFaces;

/** What the forms of settings pages have in common: saving once, saying what is wrong, going back to the list. */
final class EntryForms implements Serializable {

    private static final long serialVersionUID = 1L;

    private final FieldErrors errors = new FieldErrors();

    FieldErrors errors() {
        return errors;
    }

    /** Does the work and goes to the list; what is against a rule is shown in the form, what came too late above it. */
    void save(Supplier<String> work, String list, Texts texts, Notices notices) {
        errors.clear();
        try {
            String message = work.get();
            PrimeFaces.current().ajax().addCallbackParam("saved", true);
            notices.done(message);
            notices.go(list);
        } catch (AppException e) {
            switch (e.kind()) {
                case INVALID, CONFLICT -> errors.show(e, texts, notices);
                case STALE -> notices.refused(texts.of("tables.stale"));
                default -> throw e;
            }
        }
    }

    /** A whole number, or nothing for a blank text. */
    static Optional<Integer> number(String field, String text, Texts texts) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Integer.parseInt(text.strip()));
        } catch (NumberFormatException e) {
            throw AppException.invalid(List.of(new FieldError(field, "NUMBER", texts.of("tables.order"))));
        }
    }

    /** What stands in an input for a whole number and is none. */
    static List<FieldError> unreadable(String field, String text, Texts texts) {
        try {
            number(field, text, texts);
            return List.of();
        } catch (AppException e) {
            return e.errors();
        }
    }

    /** The id that an address names; empty for a new entry and for none. */
    static Optional<Long> id(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
