package org.kontor.customer;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.kontor.access.AccessLog;
import org.kontor.access.CustomerScope;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.SpreadsheetText;

/**
 * Customers as CSV, as many as the list has: RFC 4180 in UTF-8, one row each, read from a cursor of the database, so that a million
 * need no more memory than one (S3-32). Kontor reads its own file back without loss (S3-34); parents come first, so that each
 * child finds its own. Never holds medical data (S3-35).
 */
@Stateless
public class CustomerExport {

    private static final int FETCH = 2_000;

    /** Column of the file and the SQL for it; what has several values is joined as {@link ListCell} does. */
    private static final List<String[]> COLUMNS = List.of(
            new String[] {"KontorId", "id::text"},
            new String[] {"AccountNumber", "account_number"},
            new String[] {"AccountType", "account_type"},
            new String[] {
                "ParentAccountNumber",
                "coalesce((select p.account_number from customer p where p.id = customer.parent_id), '')"
            },
            new String[] {
                "CompanyEntity",
                "case when entity_id = 1 then '' else (select e.name from company_entity e where e.id = entity_id) end"
            },
            new String[] {"Class", "customer_class"},
            new String[] {"Status", "status"},
            new String[] {"CompanyName", "company_name"},
            new String[] {"FirstName", "first_name"},
            new String[] {"MiddleName", "middle_name"},
            new String[] {"LastName", "last_name"},
            new String[] {"Suffix", "suffix"},
            new String[] {"Nickname", "nickname"},
            new String[] {"DisplayName", "display_name"},
            new String[] {
                "Emails",
                "coalesce((select string_agg(e.address, ', ' order by e.position) from customer_email e"
                        + " where e.customer_id = customer.id), '')"
            },
            new String[] {
                "Phones",
                "coalesce((select string_agg(p.type || ':' || " + ListCell.sql("p.number")
                        + ", '; ' order by p.position) from customer_phone p where p.customer_id = customer.id), '')"
            },
            new String[] {"Website", "website"},
            new String[] {"BillMethod", "bill_method"},
            new String[] {"Street", "address_line1"},
            new String[] {"Street2", "address_line2"},
            new String[] {"City", "address_city"},
            new String[] {"State", "address_state"},
            new String[] {"PostalCode", "address_postal_code"},
            new String[] {"Country", "address_country"},
            new String[] {"Birthdate", "coalesce(birthdate::text, '')"},
            new String[] {"Gender", "gender"},
            new String[] {"Occupation", "occupation"},
            new String[] {"Currency", "currency"},
            new String[] {"AutoPayments", "auto_payments::text"},
            new String[] {"LateFees", "late_fees::text"},
            new String[] {
                "ExternalIds",
                "coalesce((select string_agg(" + ListCell.sql("x.system") + " || ':' || " + ListCell.sql("x.kind")
                        + " || ':' || " + ListCell.sql("x.value") + ", '; ' order by x.system, x.kind, x.value)"
                        + " from external_id x where x.customer_id = customer.id), '')"
            },
            new String[] {"Archived", "archived::text"},
            new String[] {"CreatedAt", "to_char(created_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"},
            new String[] {"UpdatedAt", "to_char(updated_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"});

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    AccessLog log;

    @Inject
    ExportedMarks marks;

    /** SQL of the columns of the record itself, without marks, to be selected from {@code customer}. */
    public static String select() {
        return COLUMNS.stream().map(column -> column[1]).collect(Collectors.joining(", "));
    }

    /** Writes down who takes which customers out, before the first of them leaves; refuses whoever may not (S3-33, S3-36). */
    @Requires(Permission.EXPORT_CUSTOMER)
    public void begin(CustomerQuery query) {
        // Whoever may not know what the list is narrowed or ordered by is refused here, not in the middle of the file.
        MarkConditions.permit(query);
        log.write("customer.exported", subject(query));
    }

    /** Which customers, without what somebody typed. */
    private static String subject(CustomerQuery query) {
        List<String> filters = new ArrayList<>();
        if (!query.text().isBlank()) {
            filters.add("found by words");
        }
        query.statuses().stream().sorted().forEach(status -> filters.add("status " + status));
        query.customerClass().ifPresent(c -> filters.add("class " + c));
        query.accountType().ifPresent(t -> filters.add("account type " + t));
        query.archived().ifPresent(a -> filters.add(a ? "archived" : "not archived"));
        query.importId().ifPresent(i -> filters.add("of import " + i));
        if (!query.ids().isEmpty()) {
            filters.add("these: " + query.ids().stream().map(String::valueOf).collect(Collectors.joining(" ")));
        }
        filters.addAll(marked(query.marked()));
        if (!query.facts().equals(CustomerQuery.Facts.ANY)) {
            filters.add("by what the record says");
        }
        filters.addAll(standing(query.standing()));
        return filters.isEmpty() ? "all customers" : "customers: " + String.join(", ", filters);
    }

    private static List<String> marked(CustomerQuery.Marked marked) {
        List<String> filters = new ArrayList<>();
        marked.tags().forEach(tag -> filters.add("tag " + tag));
        marked.flags().forEach(flag -> filters.add("flag " + flag));
        marked.health().forEach(health -> filters.add("health " + health));
        marked.owner().ifPresent(owner -> filters.add("owner " + owner));
        marked.quietDays().ifPresent(days -> filters.add("no e-mail in " + days + " days"));
        // The value is what somebody typed, and may be personal.
        marked.customFields().keySet().forEach(key -> filters.add("by custom field " + key));
        return filters;
    }

    private static List<String> standing(CustomerQuery.Standing standing) {
        List<String> filters = new ArrayList<>();
        if (!standing.balance().any()) {
            filters.add("by balance");
        }
        if (!standing.pastDue().any()) {
            filters.add("by what is past due");
        }
        standing.portal().forEach(state -> filters.add("portal " + state));
        standing.cadences().forEach(cadence -> filters.add("cadence " + cadence));
        standing.without().forEach(lack -> filters.add("without " + lack));
        return filters;
    }

    /**
     * Writes the list as CSV with a header row. Call {@link #begin} before.
     *
     * @param out gets the bytes as they come; not closed
     */
    @Requires(Permission.EXPORT_CUSTOMER)
    public void write(CustomerQuery query, OutputStream out) {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        List<ExportedMarks.Column> marked = marks.columns();
        csv.writeRecord(Stream.concat(
                        COLUMNS.stream().map(column -> column[0]),
                        marked.stream().map(ExportedMarks.Column::name))
                .toList());
        Set<String> written = new HashSet<>();
        try {
            if (query.accountType().orElse(AccountType.PARENT) == AccountType.PARENT) {
                rows(query.ofType(AccountType.PARENT), marked, written::add, csv);
            }
            if (query.accountType().orElse(AccountType.STANDARD) != AccountType.PARENT) {
                rows(query, marked, id -> !written.contains(id), csv);
            }
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void rows(
            CustomerQuery query, List<ExportedMarks.Column> marked, Predicate<String> wantsId, CsvWriter csv) {
        CustomerSelection selection = CustomerSelection.of(query, CustomerScope.condition(), Optional.empty());
        if (selection.impossible()) {
            return;
        }
        CustomerSelection.Statement list = selection.all(
                select() + marked.stream().map(column -> ", " + column.sql()).collect(Collectors.joining()));
        List<String> parameters = new ArrayList<>(marked.stream()
                .map(ExportedMarks.Column::parameter)
                .filter(parameter -> !parameter.isEmpty())
                .toList());
        parameters.addAll(list.parameters());
        String[] cells = new String[COLUMNS.size() + marked.size()];
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        list.sql(), ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            // With a size and inside a transaction the driver reads from a cursor, not everything at once.
            statement.setFetchSize(FETCH);
            for (int i = 0; i < parameters.size(); i++) {
                statement.setString(i + 1, parameters.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (!wantsId.test(rows.getString(1))) {
                        continue;
                    }
                    for (int i = 0; i < cells.length; i++) {
                        cells[i] = SpreadsheetText.harmless(rows.getString(i + 1));
                    }
                    csv.writeRecord(cells);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Exporting customers failed", e);
        }
    }
}
