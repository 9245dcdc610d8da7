package org.kontor.web.page;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;

/** Fields of a form that need a correction, as the service named them. */
public class FieldErrors implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final Pattern ROW = Pattern.compile("(\\w+)\\[(\\d+)]\\.(\\w+)");

    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> rows;

    /** @param rows fields that are lists whose parts have inputs of their own, such as the lines of an invoice */
    public FieldErrors(String... rows) {
        this.rows = Set.of(rows);
    }

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

    /**
     * Takes over what a service refused. Parts of one field, such as {@code emails[1]}, belong to its input, but {@code lines[1].amount}
     * to an input of its own where {@code lines} is a list of rows.
     */
    public void show(List<FieldError> errors, Texts texts) {
        clear();
        errors.forEach(e -> add(e.field(), e.message(), texts));
    }

    /** These errors as they are shown, in the reader's language. */
    static List<Entry> entries(List<FieldError> errors, Texts texts) {
        FieldErrors found = new FieldErrors();
        found.show(errors, texts);
        return found.getList();
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

    /**
     * Shows what the reader can do something about: fields in the form, what happened meanwhile above it. Anything else goes on to
     * whoever asked.
     */
    void showOrBanner(AppException refusal, Texts texts, Notices notices) {
        switch (refusal.kind()) {
            case INVALID, CONFLICT, STALE -> show(refusal, texts, notices);
            default -> throw refusal;
        }
    }

    /** Adds one field; the message is shown in the reader's language. */
    public void add(String field, String message, Texts texts) {
        String said = texts.say(message);
        Matcher row = ROW.matcher(field);
        if (row.matches() && rows.contains(row.group(1))) {
            String name = texts.find("field." + row.group(3)).orElse(row.group(3));
            entries.add(new Entry(
                    field,
                    row.group(1) + ":" + row.group(2) + ":" + row.group(3),
                    texts.of("form.row", Integer.parseInt(row.group(2)) + 1, name),
                    said));
            return;
        }
        String input = field.replaceAll("\\[\\d+].*", "");
        String name = input.substring(input.lastIndexOf('.') + 1);
        // A custom field may have the key of a field that every record has.
        String anchor = input.startsWith("customFields.") ? "custom-" + name : name;
        entries.add(new Entry(input, anchor, texts.find("field." + name).orElse(name), said));
    }

    /** Adds one field whose input has a label of its own; both are in the reader's language. */
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
