package org.kontor.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.kontor.customer.CustomerExport;
import org.kontor.database.SchemaMigrator;
import org.postgresql.PGConnection;

/** What PostgreSQL alone needs for the rows that an import leaves behind: COPY into the same tables with the same indexes. */
final class Floor {

    private static final List<String> TABLES = List.of(
            "customer",
            "customer_email",
            "customer_phone",
            "external_id",
            "contact",
            "note",
            "timeline_entry",
            "import_row_key");

    private Floor() {}

    /** Writes the finished rows of these customers to files. */
    static void export(DataSource database, long firstCustomer, long lastCustomer, Path folder)
            throws SQLException, IOException {
        Files.createDirectories(folder);
        try (Connection connection = database.getConnection()) {
            for (String table : TABLES) {
                String key = table.equals("customer") ? "id" : "customer_id";
                try (OutputStream out = Files.newOutputStream(folder.resolve(table))) {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut(
                                    "copy (select * from " + table + " where " + key + " between " + firstCustomer
                                            + " and " + lastCustomer + " order by " + key + ") to stdout",
                                    out);
                }
            }
        }
    }

    /** Seconds for COPY of the files into an empty database with the current schema. */
    static double copyIn(DataSource empty, Path folder) throws SQLException, IOException {
        SchemaMigrator.migrate(empty);
        try (Connection connection = empty.getConnection()) {
            long began = System.nanoTime();
            for (String table : TABLES) {
                try (InputStream in = Files.newInputStream(folder.resolve(table))) {
                    connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin", in);
                }
            }
            return (double) (System.nanoTime() - began) / 1e9;
        }
    }

    /** Seconds for COPY of all customers to a file, with the columns of Kontor's own export. */
    static double copyOut(DataSource database, Path file) throws SQLException, IOException {
        try (Connection connection = database.getConnection();
                OutputStream out = Files.newOutputStream(file)) {
            long began = System.nanoTime();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "copy (select " + CustomerExport.select()
                                    + " from customer order by sort_name, id) to stdout" + " with (format csv)",
                            out);
            return (double) (System.nanoTime() - began) / 1e9;
        }
    }
}
