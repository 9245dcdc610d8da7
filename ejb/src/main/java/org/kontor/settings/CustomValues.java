package org.kontor.settings;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.FieldError;
import org.kontor.shared.Sql;

/**
 * Values of custom fields in the rows of their owners (S4-41): the one place where they are checked, read and written for records
 * one at a time. For services of other features, which check their own permissions and row scope.
 */
@ApplicationScoped
public class CustomValues {

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    CustomFieldLookup fields;

    /**
     * Checks and normalises values.
     *
     * @param given key to value; no value is as good as no key
     * @param before the values that the record has; empty for a new one, which must have every required value
     * @param errors takes what is against a rule, by the path {@code customFields.<key>}
     */
    public Map<String, JsonValue> check(
            CustomFieldOwner owner,
            Map<String, Optional<JsonValue>> given,
            Optional<Map<String, JsonValue>> before,
            List<FieldError> errors) {
        List<CustomFieldView> all = fields.of(owner);
        Map<String, JsonValue> values = CustomFieldValues.check(all, given, before.orElse(Map.of()), errors);
        if (before.isEmpty()) {
            CustomFieldValues.checkComplete(all, given, errors);
        }
        return values;
    }

    /** The values of a record; none for one that there is not. */
    public Map<String, JsonValue> of(CustomFieldOwner owner, long id) {
        return of(owner, List.of(id)).getOrDefault(id, Map.of());
    }

    /** The values of records by their ids; those without any are left out. One statement, however many. */
    public Map<Long, Map<String, JsonValue>> of(CustomFieldOwner owner, Collection<Long> ids) {
        Map<Long, Map<String, JsonValue>> values = new HashMap<>();
        if (!ids.isEmpty()) {
            Sql.many(
                    dataSource,
                    "select id, custom_values::text from " + owner.table()
                            + " where id = any(?::bigint[]) and custom_values <> '{}'",
                    Sql.of((Object) ids.toArray(Long[]::new)),
                    row -> values.put(row.getLong(1), CustomFieldValues.ofJson(row.getString(2))));
        }
        return values;
    }

    /** Replaces the values of a record by these, which were checked. */
    public void write(CustomFieldOwner owner, long id, Map<String, JsonValue> values) {
        String json = CustomFieldValues.json(values);
        Sql.execute(
                dataSource,
                "update " + owner.table() + " set custom_values = ?::jsonb where id = ? and custom_values <> ?::jsonb",
                Sql.of(json, id, json));
    }

    /** How many records have a value for the field. */
    long uses(CustomFieldOwner owner, String key) {
        return Sql.one(
                        dataSource,
                        "select count(*) from " + owner.table() + " where custom_values <> '{}' and custom_values ?? ?",
                        Sql.of(key),
                        row -> row.getLong(1))
                .orElseThrow();
    }
}
