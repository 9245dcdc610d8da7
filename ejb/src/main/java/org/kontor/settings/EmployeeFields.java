package org.kontor.settings;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.kontor.access.UserFields;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.FieldError;
import org.kontor.shared.Sql;

/** Custom fields of employees. */
@ApplicationScoped
public class EmployeeFields implements UserFields {

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    CustomValues custom;

    @Override
    public Map<String, JsonValue> check(
            Map<String, Optional<JsonValue>> given, Optional<Map<String, JsonValue>> before, List<FieldError> errors) {
        return custom.check(CustomFieldOwner.EMPLOYEE, given, before, errors);
    }

    @Override
    public Map<Long, Map<String, JsonValue>> of(Collection<Long> userIds) {
        return custom.of(CustomFieldOwner.EMPLOYEE, userIds);
    }

    @Override
    public Set<Long> having(Map<String, String> wanted) {
        StringBuilder sql = new StringBuilder("select id from app_user where true");
        List<Object> values = new ArrayList<>();
        wanted.forEach((key, value) -> {
            sql.append(" and ").append(CustomFieldValues.holds("custom_values"));
            values.addAll(List.of(key, key, value));
        });
        return Set.copyOf(Sql.many(dataSource, sql.toString(), Sql.of(values.toArray()), row -> row.getLong(1)));
    }

    @Override
    public void write(long userId, Map<String, JsonValue> values) {
        custom.write(CustomFieldOwner.EMPLOYEE, userId, values);
    }
}
