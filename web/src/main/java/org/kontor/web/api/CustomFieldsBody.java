package org.kontor.web.api;

import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;

/**
 * Values of custom fields of what is otherwise not changed any more.
 *
 * @param customFields key to value; a key that is left out has none afterwards
 */
public record CustomFieldsBody(Map<String, Optional<JsonValue>> customFields) {}
