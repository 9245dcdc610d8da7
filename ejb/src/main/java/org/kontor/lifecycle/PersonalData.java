package org.kontor.lifecycle;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.kontor.access.AccessLog;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.customer.CustomerGate;
import org.kontor.database.DatabaseDefinition;
import org.kontor.medical.MedicalConditions;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.JsonWriter;
import org.kontor.shared.OwnedTable;

/**
 * Everything that Kontor holds of one customer, for whoever asks for their own data: a zip with {@code data.json}, the same to read as
 * {@code data.html}, and the files. Written row by row over the registry, so that nothing is forgotten and no size matters. Whoever
 * takes it out must be allowed to see all of it: a part would be taken for the whole.
 */
@Stateless
public class PersonalData {

    private static final int FETCH = 500;
    private static final String MEDICAL = "medical_record";
    private static final String SET_ASIDE = "medical_set_aside";

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    Ownership ownership;

    @Inject
    OwnedRemoval owned;

    @Inject
    FormerSelves former;

    @Inject
    SeenParts seen;

    @Inject
    CustomerGate gate;

    @Inject
    MedicalConditions medical;

    @Inject
    PersonalFiles files;

    @Inject
    AccessLog log;

    @Inject
    Clock clock;

    /** Takes one row as JSON. */
    private interface Row {
        void of(String json) throws IOException;
    }

    /**
     * Writes down who takes out whose data, before any of it leaves.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#FORBIDDEN}, naming the permissions without which a part of it
     *     could not be seen
     */
    @Requires(Permission.EXPORT_PERSONAL_DATA)
    public void begin(long customerId) {
        gate.name(customerId);
        // Whether there is any of what the caller may not know of is not told by what is asked for either.
        List<String> missing = Stream.concat(owned.counts(customerId).keySet().stream(), seen.hidden())
                .map(OwnedTable::permission)
                .filter(permission -> !CallerContext.current().may(permission))
                .distinct()
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new AppException(
                    ErrorKind.FORBIDDEN,
                    "PERMISSION_MISSING",
                    "Ask somebody who may see all of it: this needs the permission "
                            + String.join(", ", new TreeSet<>(missing)) + ", too.");
        }
        log.write("personal-data.exported", "customer " + customerId);
    }

    /** Writes the zip. */
    @Requires(Permission.EXPORT_PERSONAL_DATA)
    public void write(long customerId, OutputStream out) {
        String name = gate.name(customerId);
        Map<OwnedTable, Long> counts = owned.counts(customerId);
        List<OwnedTable> tables = counts.keySet().stream()
                .filter(table ->
                        !table.export().isEmpty() || List.of(MEDICAL, SET_ASIDE).contains(table.table()))
                .toList();
        try {
            ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
            zip.putNextEntry(new ZipEntry("data.json"));
            json(customerId, tables, zip);
            zip.putNextEntry(new ZipEntry("data.html"));
            html(customerId, name, tables, zip);
            files.write(customerId, zip);
            zip.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void json(long customerId, List<OwnedTable> tables, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write("{\"exportedAt\":\"" + clock.instant() + "\"");
        for (OwnedTable table : tables) {
            text.write(",\n\"" + camel(table.noun(), '-') + "\":[");
            boolean[] first = {true};
            rows(customerId, table, row -> {
                text.write(first[0] ? "\n" : ",\n");
                text.write(row);
                first[0] = false;
            });
            text.write("]");
        }
        text.write("}\n");
        text.flush();
    }

    private void html(long customerId, String name, List<OwnedTable> tables, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + escaped(name)
                + "</title><style>body{font-family:sans-serif;margin:2rem}table{border-collapse:collapse}"
                + "th,td{border:1px solid #999;padding:.25rem .5rem;text-align:left;vertical-align:top}</style></head><body><h1>"
                + escaped(name) + "</h1><p>" + clock.instant() + "</p>");
        for (OwnedTable table : tables) {
            text.write("<h2>" + escaped(table.noun().replace('-', ' ')) + "</h2><table>");
            boolean[] first = {true};
            rows(customerId, table, row -> {
                JsonObject values = read(row);
                if (first[0]) {
                    text.write("<tr>"
                            + values.keySet().stream()
                                    .map(key -> "<th scope=\"col\">" + escaped(key) + "</th>")
                                    .collect(Collectors.joining())
                            + "</tr>");
                    first[0] = false;
                }
                text.write("<tr>"
                        + values.values().stream()
                                .map(value -> "<td>"
                                        + escaped(
                                                value instanceof JsonString string
                                                        ? string.getString()
                                                        : value.toString())
                                        + "</td>")
                                .collect(Collectors.joining())
                        + "</tr>\n");
            });
            text.write("</table>");
        }
        text.write("</body></html>\n");
        text.flush();
    }

    private void rows(long customerId, OwnedTable table, Row each) throws IOException {
        if (table.table().equals(MEDICAL)) {
            for (Record answer : medical.ofCustomer(customerId)) {
                each.of(JsonWriter.object(answer).toString());
            }
            return;
        }
        if (table.table().equals(SET_ASIDE)) {
            for (Record answers : medical.setAside(former.numbers(customerId))) {
                each.of(JsonWriter.object(answers).toString());
            }
            return;
        }
        Ownership.Rows rows = ownership.rows(table);
        String columns = table.export().stream()
                .map(column -> column + " as \"" + camel(column, '_') + "\"")
                .collect(Collectors.joining(", "));
        String sql = "select row_to_json(x)::text from (select " + columns + " from " + table.table() + " where "
                + rows.condition() + ") x";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCH);
            rows.of(former.numbers(customerId)).set(statement);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    each.of(found.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The data of a customer could not be read: " + table.table(), e);
        }
    }

    private static JsonObject read(String row) {
        try (var reader = Json.createReader(new StringReader(row))) {
            return reader.readObject();
        }
    }

    private static String camel(String name, char between) {
        StringBuilder camel = new StringBuilder(name.length());
        boolean up = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == between) {
                up = true;
            } else {
                camel.append(up ? Character.toUpperCase(c) : c);
                up = false;
            }
        }
        return camel.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
