package org.kontor.lifecycle;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.customer.Address;
import org.kontor.customer.CustomerDraft;

/**
 * Takes out of a record what a merge put into it: a field that is as the merge left it becomes what it was before, one that somebody
 * changed since stays and is told. Of a list only what the merge added goes, and what was added since stays.
 */
final class DraftRevert {

    private final List<UndoConflict> conflicts = new ArrayList<>();
    private final Set<String> fixed;

    /** @param fixed fields that must stay as they are now, whatever the merge did to them */
    DraftRevert(Set<String> fixed) {
        this.fixed = Set.copyOf(fixed);
    }

    /** The record without the merge. */
    CustomerDraft revert(CustomerDraft now, CustomerDraft before, CustomerDraft after) {
        return (CustomerDraft) record("", now, before, after);
    }

    /** Fields that somebody changed since. */
    List<UndoConflict> conflicts() {
        return List.copyOf(conflicts);
    }

    private Object record(String prefix, Record now, Record before, Record after) {
        try {
            RecordComponent[] parts = now.getClass().getRecordComponents();
            Object[] values = new Object[parts.length];
            for (int i = 0; i < parts.length; i++) {
                values[i] = value(
                        prefix + parts[i].getName(),
                        parts[i].getAccessor().invoke(now),
                        parts[i].getAccessor().invoke(before),
                        parts[i].getAccessor().invoke(after));
            }
            Class<?>[] types =
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> constructor = now.getClass().getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Object value(
            String field, @Nullable Object now, @Nullable Object before, @Nullable Object after) {
        if (Objects.equals(before, after)) {
            return now;
        }
        if (Objects.equals(now, after) && !fixed.contains(field)) {
            return before;
        }
        if (now instanceof List<?> values && before instanceof List<?> old && after instanceof List<?> merged) {
            List<Object> left = new ArrayList<>(values);
            left.removeIf(each -> merged.contains(each) && !old.contains(each));
            old.stream()
                    .filter(each -> !merged.contains(each) && !left.contains(each))
                    .forEach(left::add);
            return left;
        }
        if (now instanceof Map<?, ?> values && before instanceof Map<?, ?> old && after instanceof Map<?, ?> merged) {
            Map<Object, Object> left = new LinkedHashMap<>();
            Set<Object> keys = new LinkedHashSet<>(values.keySet());
            keys.addAll(old.keySet());
            for (Object key : keys) {
                Object each = value(field + "." + key, values.get(key), old.get(key), merged.get(key));
                if (each != null) {
                    left.put(key, each);
                }
            }
            return left;
        }
        if (now instanceof Record values
                && before instanceof Record old
                && after instanceof Record merged
                && !(now instanceof Address)) {
            return record(field + ".", values, old, merged);
        }
        if (!Objects.equals(now, before)) {
            conflicts.add(new UndoConflict("customer", field, text(now), text(before)));
        }
        return now;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(Object::toString).orElse("");
        }
        if (value instanceof Address address) {
            return String.join(", ", address.line1(), address.postalCode(), address.city())
                    .strip();
        }
        return value == null ? "" : value.toString();
    }
}
