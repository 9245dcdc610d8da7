package org.kontor.connector;

import java.util.List;

/**
 * A registered connector with what it needs to be told.
 *
 * @param id stable name
 * @param name name for people
 * @param kind kinds of its capabilities, such as {@code IMPORT_FORMAT}
 * @param version its version
 * @param state {@code UP}, {@code DOWN} or {@code INCOMPATIBLE}
 * @param health one sentence for operators; may be empty
 * @param settings what a connection of it can be told; empty when it needs none
 * @param errorCodes how it can fail, to look up
 */
public record ConnectorDetails(
        String id,
        String name,
        List<String> kind,
        String version,
        String state,
        String health,
        List<ConnectorSettingView> settings,
        List<ErrorCodeView> errorCodes) {

    /**
     * A way in which a connector can fail.
     *
     * @param code stable code
     * @param kind {@code USER}, {@code REMOTE_REFUSED}, {@code REMOTE_DOWN} or {@code BUG}: who has to act
     * @param meaning what it means and what to do
     */
    public record ErrorCodeView(String code, String kind, String meaning) {}
}
