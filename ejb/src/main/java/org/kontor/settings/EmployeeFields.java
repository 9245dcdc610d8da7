package org.kontor.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.access.UserFields;
import org.kontor.shared.FieldError;

/** Custom fields of employees. */
@ApplicationScoped
public class EmployeeFields implements UserFields {

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
    public void write(long userId, Map<String, JsonValue> values) {
        custom.write(CustomFieldOwner.EMPLOYEE, userId, values);
    }
}
