package org.kontor.web.page;

import java.io.Serializable;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Two people's changes of one record, laid side by side. What only one of them changed is taken; where both changed the
 * same field to different values, the reader chooses.
 *
 * @param <T> a record of values, such as a draft
 */
public final class Merge<T extends Record> implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Class<T> type;
    private final Map<String, Object> result = new LinkedHashMap<>();
    private final List<Choice> choices = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();

    /** A field that both changed. */
    public static final class Choice implements Serializable {

        private static final long serialVersionUID = 1L;

        private final String field;
        private final transient Object before;
        private final transient Object theirs;
        private final transient Object yours;
        private boolean takeYours = true;

        private Choice(String field, Object before, Object theirs, Object yours) {
            this.field = field;
            this.before = before;
            this.theirs = theirs;
            this.yours = yours;
        }

        /** Name of the field. */
        public String getField() {
            return field;
        }

        /** Value when the reader opened the form. */
        public Object getBefore() {
            return before;
        }

        /** Value that the other person saved. */
        public Object getTheirs() {
            return theirs;
        }

        /** Value that the reader typed. */
        public Object getYours() {
            return yours;
        }

        /** Whether the reader's value stays. */
        public boolean isTakeYours() {
            return takeYours;
        }

        /** Sets whether the reader's value stays. */
        public void setTakeYours(boolean value) {
            takeYours = value;
        }
    }

    private Merge(Class<T> type) {
        this.type = type;
    }

    /** Lays {@code theirs} and {@code yours}, which both started from {@code before}, side by side. */
    static <T extends Record> Merge<T> of(Class<T> type, T before, T theirs, T yours) {
        Merge<T> merge = new Merge<>(type);
        for (RecordComponent component : type.getRecordComponents()) {
            Object old = value(component, before);
            Object their = value(component, theirs);
            Object your = value(component, yours);
            boolean theyChanged = !Objects.equals(old, their);
            boolean youChanged = !Objects.equals(old, your);
            if (theyChanged && youChanged && !Objects.equals(their, your)) {
                merge.choices.add(new Choice(component.getName(), old, their, your));
            } else if (theyChanged) {
                merge.kept.add(component.getName());
            }
            merge.result.put(component.getName(), youChanged ? your : their);
        }
        return merge;
    }

    /** Fields that both changed to different values. */
    public List<Choice> getChoices() {
        return choices;
    }

    /** Fields that only the other person changed. */
    public List<String> getKept() {
        return kept;
    }

    /** The record with both people's changes and the reader's choices. */
    T result() {
        Map<String, Object> values = new LinkedHashMap<>(result);
        choices.forEach(c -> values.put(c.field, c.takeYours ? c.yours : c.theirs));
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types)
                    .newInstance(values.values().toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot build " + type, e);
        }
    }

    private static Object value(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read " + component, e);
        }
    }
}
