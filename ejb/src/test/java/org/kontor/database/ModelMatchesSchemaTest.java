package org.kontor.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.eclipse.persistence.mappings.DirectMapMapping;
import org.eclipse.persistence.sessions.Session;
import org.junit.jupiter.api.Test;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

/** Whatever an entity maps is in the migrated schema, and whatever the schema insists on is mapped. */
@OnPostgres
class ModelMatchesSchemaTest {

    @Test
    void everyMappedColumnExistsAndEveryRequiredColumnIsMapped() throws SQLException {
        try (var kontor = new TestKontor()) {
            Map<String, Map<String, Boolean>> schema = schema(kontor);
            Map<String, Set<String>> model = model(kontor);
            List<String> differences = new ArrayList<>();

            assertFalse(model.isEmpty(), "no entity was found");
            model.forEach((table, columns) -> {
                Map<String, Boolean> actual = schema.getOrDefault(table, Map.of());
                columns.stream()
                        .filter(c -> !actual.containsKey(c))
                        .forEach(c -> differences.add(table + "." + c + " is mapped but does not exist"));
                actual.forEach((column, required) -> {
                    if (required && !columns.contains(column)) {
                        differences.add(table + "." + column + " is required but not mapped");
                    }
                });
            });

            assertEquals(List.of(), differences);
        }
    }

    /** Table to column to whether a row cannot be inserted without it. */
    private static Map<String, Map<String, Boolean>> schema(TestKontor kontor) throws SQLException {
        Map<String, Map<String, Boolean>> tables = new HashMap<>();
        try (var connection = kontor.dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select table_name, column_name, is_nullable = 'NO'"
                        + " and column_default is null and is_generated = 'NEVER' and is_identity = 'NO'"
                        + " from information_schema.columns where table_schema = 'public'")) {
            while (rows.next()) {
                tables.computeIfAbsent(rows.getString(1), t -> new HashMap<>())
                        .put(rows.getString(2), rows.getBoolean(3));
            }
        }
        return tables;
    }

    private static Map<String, Set<String>> model(TestKontor kontor) {
        Map<String, Set<String>> tables = new HashMap<>();
        Session session = kontor.asSystem(() -> kontor.entityManager().unwrap(Session.class));
        for (ClassDescriptor descriptor : session.getDescriptors().values()) {
            if (descriptor.isAggregateDescriptor()) {
                continue;
            }
            descriptor.getFields().forEach(field -> add(tables, field));
            for (DatabaseMapping mapping : descriptor.getMappings()) {
                if (mapping instanceof DirectCollectionMapping direct) {
                    add(tables, direct.getDirectField());
                    direct.getReferenceKeyFields().forEach(field -> add(tables, field));
                }
                if (mapping instanceof DirectMapMapping map) {
                    add(tables, map.getDirectKeyField());
                }
                if (mapping instanceof CollectionMapping collection && collection.getListOrderField() != null) {
                    add(tables, collection.getListOrderField());
                }
            }
        }
        return tables;
    }

    private static void add(Map<String, Set<String>> tables, DatabaseField field) {
        tables.computeIfAbsent(field.getTableName().toLowerCase(Locale.ROOT), t -> new HashSet<>())
                .add(field.getName().toLowerCase(Locale.ROOT));
    }
}
