package org.kontor.lifecycle;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.note.AttachmentContent;
import org.kontor.note.AttachmentStore;
import org.kontor.shared.OwnedTable;
import org.kontor.shared.Sql;

/** The files that Kontor keeps of a customer, for the data export: uploads, statements, and what went out with messages. */
@ApplicationScoped
class PersonalFiles {

    /** Tables that keep a file in a column {@code content} and its name in {@code name}, and what tells their rows apart. */
    static final List<Papers> PAPERS = List.of(
            new Papers("statement_paper", "statement", "id::text"),
            new Papers("message_file", "message", "message_id || '-' || position"));

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    Ownership ownership;

    @Inject
    FormerSelves former;

    @Inject
    AttachmentStore attachments;

    /**
     * A table with files.
     *
     * @param table its name
     * @param noun how names of its files begin
     * @param key SQL expression over a row, text
     */
    record Papers(String table, String noun, String key) {}

    /** Writes the files of a customer, one after the other. */
    void write(long customerId, ZipOutputStream zip) throws IOException {
        List<Long> ids = Sql.many(
                dataSource,
                "select id from attachment where customer_id = ? order by id",
                Sql.of(customerId),
                row -> row.getLong(1));
        for (long id : ids) {
            AttachmentContent content = attachments.content(attachments.any(id).orElseThrow());
            zip.putNextEntry(entry(Long.toString(id), content.view().name()));
            content.writeTo(zip);
        }
        List<OwnedTable> tables = ownership.tables();
        for (Papers papers : PAPERS) {
            for (OwnedTable table : tables) {
                if (table.table().equals(papers.table())) {
                    write(customerId, table, papers, zip);
                }
            }
        }
    }

    private void write(long customerId, OwnedTable table, Papers papers, ZipOutputStream zip) throws IOException {
        Ownership.Rows rows = ownership.rows(table);
        String sql = "select " + papers.key() + ", name, content from " + table.table()
                + " where length(content) > 0 and " + rows.condition() + " order by 1";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            // One at a time: a file may be large.
            statement.setFetchSize(1);
            rows.of(former.numbers(customerId)).set(statement);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    zip.putNextEntry(entry(papers.noun() + "-" + found.getString(1), found.getString(2)));
                    zip.write(found.getBytes(3));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The files of a customer could not be read: " + table.table(), e);
        }
    }

    private static ZipEntry entry(String key, String name) {
        return new ZipEntry("files/" + key + "-" + name.replaceAll("[\\\\/:*?\"<>|]", "_"));
    }
}
