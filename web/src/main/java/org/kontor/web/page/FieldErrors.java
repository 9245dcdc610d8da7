package org.kontor.web.page;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;

/** Fields of a form that need a correction, as the service named them. */
public class FieldErrors implements Serializable {

    private static final long serialVersionUID = 1L;

    private final List<Entry> entries = new ArrayList<>();

    /**
     * One field.
     *
     * @param field path as the service names it
     * @param anchor id of the input in the form
     * @param label what the input is called on the page
     * @param message what to do
     */
    public record Entry(String field, String anchor, String label, String message) implements Serializable {

        /** Id of the input in the form. */
        public String getAnchor() {
            return anchor;
        }

        /** What the input is called on the page. */
        public String getLabel() {
            return label;
        }

        /** What to do. */
        public String getMessage() {
            return message;
        }
    }

    /** Nothing to correct. */
    public void clear() {
        entries.clear();
    }

    /** Takes over what a service refused. Parts of one field, such as {@code emails[1]}, belong to its input. */
    public void show(List<FieldError> errors, Texts texts) {
        clear();
        errors.forEach(e -> add(e.field(), e.message(), texts));
    }

    /** Shows the fields that a refusal names; one that names none and is no matter of input goes on to whoever asked. */
    void showOrThrow(AppException refusal, Texts texts) {
        if (refusal.kind() != ErrorKind.INVALID && refusal.errors().isEmpty()) {
            throw refusal;
        }
        show(refusal.errors(), texts);
    }

    /** Shows a refusal: fields in the form, one that names no field above it. */
    void show(AppException refusal, Texts texts, Notices notices) {
        if (refusal.errors().isEmpty()) {
            notices.refused(String.valueOf(refusal.getMessage()));
        }
        show(refusal.errors(), texts);
    }

    /** Adds one field. */
    public void add(String field, String message, Texts texts) {
        String input = field.replaceAll("\\[\\d+].*", "");
        String anchor = input.substring(input.lastIndexOf('.') + 1);
        entries.add(new Entry(input, anchor, texts.find("field." + anchor).orElse(anchor), message));
    }

    /** Adds one field whose input has a label of its own. */
    public void add(String anchor, String label, String message) {
        entries.add(new Entry(anchor, anchor, label, message));
    }

    /** Whether this field needs a correction. */
    public boolean has(String field) {
        return entries.stream().anyMatch(e -> e.field.equals(field));
    }

    /** What to do about this field. */
    public String message(String field) {
        return String.join(
                " ",
                entries.stream()
                        .filter(e -> e.field.equals(field))
                        .map(Entry::message)
                        .toList());
    }

    /** All fields, in the order of the service. */
    public List<Entry> getList() {
        return entries;
    }
}
