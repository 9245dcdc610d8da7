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

    private static final int THIRDS = 3;

    private Floor() {}

    /** Writes the finished rows of these customers to files, one third after the other. */
    static void export(DataSource database, long firstCustomer, long lastCustomer, Path folder)
            throws SQLException, IOException {
        long third = (lastCustomer - firstCustomer) / THIRDS + 1;
        try (Connection connection = database.getConnection()) {
            for (int i = 0; i < THIRDS; i++) {
                long from = firstCustomer + i * third;
                long to = Math.min(from + third - 1, lastCustomer);
                Files.createDirectories(third(folder, i));
                for (String table : TABLES) {
                    String key = table.equals("customer") ? "id" : "customer_id";
                    try (OutputStream out =
                            Files.newOutputStream(third(folder, i).resolve(table))) {
                        connection
                                .unwrap(PGConnection.class)
                                .getCopyAPI()
                                .copyOut(
                                        "copy (select * from " + table + " where " + key + " between " + from + " and "
                                                + to + " order by " + key + ") to stdout",
                                        out);
                    }
                }
            }
        }
    }

    /** Seconds for COPY of each third of the files into an empty database with the current schema. */
    static double[] copyIn(DataSource empty, Path folder) throws SQLException, IOException {
        SchemaMigrator.migrate(empty);
        double[] seconds = new double[THIRDS];
        try (Connection connection = empty.getConnection()) {
            for (int i = 0; i < THIRDS; i++) {
                long began = System.nanoTime();
                for (String table : TABLES) {
                    try (InputStream in = Files.newInputStream(third(folder, i).resolve(table))) {
                        connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin", in);
                    }
                }
                seconds[i] = (double) (System.nanoTime() - began) / 1e9;
            }
        }
        return seconds;
    }

    private static Path third(Path folder, int number) {
        return folder.resolve("third-" + number);
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
