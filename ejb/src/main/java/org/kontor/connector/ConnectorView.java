package org.kontor.connector;

import java.util.List;

/**
 * A registered connector.
 *
 * @param id stable name
 * @param name name for people
 * @param kind kinds of its capabilities, such as {@code IMPORT_FORMAT}
 * @param version its version
 * @param state {@code UP}, {@code DOWN} or {@code INCOMPATIBLE}
 * @param health one sentence for operators; may be empty
 */
public record ConnectorView(String id, String name, List<String> kind, String version, String state, String health) {}
