package org.kontor.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Runs everything once and prints one table. Arguments: the distribution, a folder to work in, rows of the large import. */
public final class Bench {

    private static final int ROWS = 100_000;
    private static final int CALLS = 50;
    /** The one part to run; empty for all. */
    private static final String ONLY = System.getProperty("kontor.bench.only", "");

    private static final int CUSTOMERS = Integer.getInteger("kontor.bench.customers", 1_000_000);
    private static final int LEDGER_ITEMS = Integer.getInteger("kontor.bench.items", 1_000_000);

    private final List<String> table = new ArrayList<>();
    private final Path work;

    private Bench(Path work) {
        this.work = work;
    }

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        Path work = Path.of(args[1]);
        delete(work);
        Files.createDirectories(work);
        Bench bench = new Bench(work);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(work.resolve("postgres"))
                .setServerConfig("fsync", "on")
                .setServerConfig("max_connections", "100")
                // As the database that Kontor brings along.
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "2GB")
                .start()) {
            bench.run(Path.of(args[0]), postgres, Integer.parseInt(args[2]));
        } finally {
            bench.table.forEach(System.out::println);
        }
    }

    private void run(Path distribution, EmbeddedPostgres postgres, int largeRows) throws Exception {
        line("what", "measured", "against", "ratio", "wanted");
        if (ONLY.isEmpty() || ONLY.equals("ledger")) {
            ledger(distribution, postgres);
        }
        if (ONLY.isEmpty() || ONLY.equals("customers")) {
            customers(distribution, postgres, largeRows);
        }
        // Not among all: it takes as long as the others together.
        if (ONLY.equals("pages")) {
            signedIn(distribution, postgres);
        }
    }

    private void signedIn(Path distribution, EmbeddedPostgres postgres) throws Exception {
        create(postgres, "kontor");
        try (Server kontor = Server.kontor(distribution, work, postgres.getJdbcUrl("postgres", "kontor"))) {
            new PageBench(kontor, postgres, this::line).run(work, CUSTOMERS, LEDGER_ITEMS);
        }
    }

    private void ledger(Path distribution, EmbeddedPostgres postgres) throws Exception {
        create(postgres, "kontor");
        try (Server kontor = Server.kontor(distribution, work, postgres.getJdbcUrl("postgres", "kontor"))) {
            new LedgerBench(kontor, postgres, this::line).run(LEDGER_ITEMS);
        }
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database kontor with (force)");
        }
    }

    private void customers(Path distribution, EmbeddedPostgres postgres, int largeRows) throws Exception {
        double empty = emptyServer(distribution);
        create(postgres, "kontor");
        create(postgres, "floor");
        String url = postgres.getJdbcUrl("postgres", "kontor");
        try (Server kontor = Server.kontor(distribution, work, url)) {
            double first = kontor.secondsToFirstAnswer();
            line("first 200 of the first start, empty database (s)", first, empty, first / empty, "");
        }
        try (Server kontor = Server.kontor(distribution, work, url)) {
            double first = kontor.secondsToFirstAnswer();
            line("first 200 of later starts (s)", first, empty, first / empty, "<= 2 x an empty WAR");
            line("ready with all connectors (s)", kontor.secondsToReady(), empty, kontor.secondsToReady() / empty, "");
            importOnce(kontor, Rows.write(work.resolve("warm.csv"), 20_000, "warm"), false);
            long before = lastCustomer(postgres);
            double seconds = importOnce(kontor, Rows.write(work.resolve("bench.csv"), ROWS, "bench"), true);
            Floor.export(
                    postgres.getDatabase("postgres", "kontor"),
                    before + 1,
                    lastCustomer(postgres),
                    work.resolve("out"));
            double floor = Arrays.stream(Floor.copyIn(postgres.getDatabase("postgres", "floor"), work.resolve("out")))
                    .sum();
            line("import, rows/s", ROWS / seconds, ROWS / floor, floor / seconds, ">= 0.5 x COPY");
            if (largeRows > 0) {
                large(kontor, postgres, largeRows);
            }
            export(kontor, postgres);
            pages(kontor, postgres);
        }
    }

    private double emptyServer(Path distribution) throws Exception {
        Path war = work.resolve("empty.war");
        try (OutputStream file = Files.newOutputStream(war);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("index.html"));
            zip.write("empty".getBytes(StandardCharsets.US_ASCII));
            zip.closeEntry();
        }
        // It writes beside its libraries.
        Path payara = distribution.resolve("lib/payara");
        Path copy = work.resolve("payara");
        try (Stream<Path> files = Files.walk(payara)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(payara.relativize(file).toString()));
            }
        }
        try (Server server = Server.empty(copy.resolve("launch-micro.jar"), war, work)) {
            return server.secondsToFirstAnswer();
        }
    }

    /** Seconds from the first byte of the upload to the end. */
    private double importOnce(Server kontor, Path file, boolean flat) throws Exception {
        long began = System.nanoTime();
        String path = kontor.upload(file, "");
        List<long[]> progress = watch(kontor, path, List.of());
        double seconds = seconds(began);
        if (flat) {
            flatness("import, rate of last third (rows/s)", progress);
        }
        return seconds;
    }

    private void large(Server kontor, EmbeddedPostgres postgres, int rows) throws Exception {
        Path file = Rows.write(work.resolve("large.csv"), rows, "large");
        long dryBegan = System.nanoTime();
        watch(kontor, kontor.upload(file, "?dryRun=true"), List.of());
        double dry = seconds(dryBegan);
        long before = lastCustomer(postgres);
        long began = System.nanoTime();
        String path = kontor.upload(file, "");
        List<Double> heaps = new ArrayList<>();
        List<long[]> progress = watch(kontor, path, heaps);
        double seconds = seconds(began);
        line("dry run (s)", dry, seconds, dry / seconds, "<= 1 x the run");
        flatness("large import, rate of last third (rows/s)", progress);
        double early = heaps.get(0);
        double late = heaps.get(heaps.size() - 1);
        line("heap in use at the end (MB)", late, early, late / early, "no rise after warm-up");
        create(postgres, "large_floor");
        Floor.export(
                postgres.getDatabase("postgres", "kontor"), before + 1, lastCustomer(postgres), work.resolve("large"));
        double[] thirds = Floor.copyIn(postgres.getDatabase("postgres", "large_floor"), work.resolve("large"));
        double third = rows / 3.0;
        line(
                "COPY alone, rate of last third (rows/s)",
                third / thirds[2],
                third / thirds[0],
                thirds[0] / thirds[2],
                "as flat as a table that grows lets it be");
        double floor = Arrays.stream(thirds).sum();
        line(
                "import of " + rows + " rows, rows/s",
                rows / seconds,
                rows / floor,
                floor / seconds,
                ">= 0.4 x COPY, -Xmx512m");
    }

    /** All customers as CSV, against COPY of the same columns. */
    private void export(Server kontor, EmbeddedPostgres postgres) throws Exception {
        double rows = Double.parseDouble(execute(postgres, "select count(*) from customer"));
        Floor.copyOut(postgres.getDatabase("postgres", "kontor"), work.resolve("copy.csv"));
        double floor = Floor.copyOut(postgres.getDatabase("postgres", "kontor"), work.resolve("copy.csv"));
        double seconds = kontor.download("/api/v1/customers/export.csv?archived=any", work.resolve("export.csv"));
        line("export, rows/s", rows / seconds, rows / floor, floor / seconds, ">= 0.25 x COPY");
        line("heap in use after the export (MB)", (double) kontor.heapMegabytes(), 0, 0, "bounded");
    }

    /** Looks at an import until it ends; measures the heap at every tenth part if {@code heaps} can take it. */
    static List<long[]> watch(Server kontor, String path, List<Double> heaps) throws Exception {
        List<long[]> progress = new ArrayList<>();
        long nextHeap = 0;
        while (true) {
            String view = kontor.get(path);
            long rows = Server.number(view, "rowsRead");
            progress.add(new long[] {System.nanoTime(), rows});
            if (heaps instanceof ArrayList && rows >= nextHeap && rows > 0) {
                heaps.add((double) kontor.heapMegabytes());
                nextHeap = rows + ROWS;
            }
            if (view.contains("\"state\":\"SUCCEEDED\"")) {
                return progress;
            }
            if (view.contains("\"state\":\"FAILED\"")) {
                throw new IllegalStateException(view);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private void flatness(String what, List<long[]> progress) {
        long total = progress.get(progress.size() - 1)[1];
        double first = rate(progress, total / 10, total / 3);
        double last = rate(progress, total * 2 / 3, total);
        line(what, last, first, last / first, "flat: about 1 x first third");
    }

    private static double rate(List<long[]> progress, long from, long to) {
        long[] a = progress.stream().filter(p -> p[1] >= from).findFirst().orElseThrow();
        long[] b = progress.stream().filter(p -> p[1] >= to).findFirst().orElseThrow();
        return (double) (b[1] - a[1]) / Math.max(1e-9, (double) (b[0] - a[0]) / 1e9);
    }

    private void pages(Server kontor, EmbeddedPostgres postgres) throws Exception {
        execute(postgres, "analyze");
        long id = lastCustomer(postgres);
        double key = median(kontor, "/api/v1/customers/" + id);
        double rows = Double.parseDouble(execute(postgres, "select count(*) from customer"));
        line("customers in the database", rows, 0, 0, "");
        for (String list : List.of("?limit=50", "?limit=50&sort=-createdAt", "?limit=50&status=PENDING")) {
            double page = median(kontor, "/api/v1/customers" + list);
            line("list " + list + " (ms)", page, key, page / key, "< 40 x primary key");
        }
        for (String text : List.of("lindqvist", "amelia+hartwell", "bench777", "303555", "nosuchname")) {
            double search = median(kontor, "/api/v1/customers?limit=50&q=" + text);
            line("search " + text + " (ms)", search, key, search / key, "< 200 x primary key");
        }
    }

    /** Milliseconds of a call, the middle one of many. */
    private static double median(Server kontor, String path) throws Exception {
        double[] times = new double[CALLS];
        for (int i = 0; i < CALLS; i++) {
            long began = System.nanoTime();
            int length = kontor.get(path).length();
            times[i] = length < 0 ? 0 : seconds(began) * 1e3;
        }
        Arrays.sort(times);
        return times[CALLS / 2];
    }

    private static double seconds(long began) {
        return (double) (System.nanoTime() - began) / 1e9;
    }

    static void create(EmbeddedPostgres postgres, String database) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + database);
        }
    }

    private static long lastCustomer(EmbeddedPostgres postgres) throws SQLException {
        return Long.parseLong(execute(postgres, "select coalesce(max(id), 0) from customer"));
    }

    static String execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = postgres.getDatabase("postgres", "kontor").getConnection();
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet rows = statement.getResultSet()) {
                return rows.next() ? String.valueOf(rows.getString(1)) : "";
            }
        }
    }

    private void line(String what, double measured, double against, double ratio, String wanted) {
        line(what, format(measured), format(against), format(ratio), wanted);
    }

    private void line(String what, String measured, String against, String ratio, String wanted) {
        String line = String.format(Locale.ROOT, "%-44s %12s %12s %9s  %s", what, measured, against, ratio, wanted);
        table.add(line);
        System.out.println("... " + line);
    }

    private static String format(double value) {
        return String.format(Locale.ROOT, value >= 1000 ? "%,.0f" : "%.2f", value);
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
