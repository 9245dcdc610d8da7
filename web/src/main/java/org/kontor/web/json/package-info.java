/**
 * Records to JSON and back.
 *
 * <p>Decided here: how a value looks in the REST contract (camelCase, instants and dates as ISO 8601, decimals as text, an
 * absent value as {@code null}), and that a body is read strictly: every unknown field, read-only field, missing value and
 * wrong type is found in one go and named by its path. JSON-B stops at the first trouble and cannot name it for a client,
 * so records are read and written here; of JSON-B the annotations {@code @JsonbProperty} (another name) and
 * {@code @JsonbTransient} (not in JSON) are honoured on record components.
 *
 * <p>HTTP must not enter, nor must any feature.
 */
@NullMarked
package org.kontor.web.json;

import org.jspecify.annotations.NullMarked;
