package org.kontor.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Kills Kontor with signal 9 at random points of a running import, ten times, starts it again each time, and looks whether every row is in
 * exactly once and the counts add up. Arguments: the distribution, a folder to work in, rows. Ends
 * with an error if anything is wrong.
 */
public final class Fault {

    private static final int KILLS = 10;

    private final List<String> wrong = new ArrayList<>();
    private final EmbeddedPostgres postgres;

    private Fault(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        Path work = Path.of(args[1]);
        Bench.delete(work);
        Files.createDirectories(work);
        long seed = Long.getLong("fault.seed", System.nanoTime());
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(work.resolve("postgres"))
                .setServerConfig("max_connections", "100")
                .start()) {
            Fault fault = new Fault(postgres);
            fault.run(Path.of(args[0]), work, Integer.parseInt(args[2]), seed);
            if (!fault.wrong.isEmpty()) {
                throw new IllegalStateException(String.join("; ", fault.wrong));
            }
        }
    }

    private void run(Path distribution, Path work, int rows, long seed) throws Exception {
        Random random = new Random(seed);
        say("seed %d, %,d rows, %d kills", seed, rows, KILLS);
        Bench.create(postgres, "kontor");
        String url = postgres.getJdbcUrl("postgres", "kontor");
        Path file = Rows.write(work.resolve("fault.csv"), rows, "fault");
        long[] points = random.longs(KILLS, 1, rows * 19L / 20).sorted().toArray();
        Server kontor = Server.kontor(distribution, work, url);
        try {
            String path = kontor.upload(file, "");
            long committed = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                long at = running(kontor, Math.max(points[kill], committed + 1));
                TimeUnit.MILLISECONDS.sleep(random.nextInt(200));
                kontor.kill();
                committed = checkpoint();
                say(
                        "kill %2d  wanted at row %,9d  seen at %,9d  committed %,9d",
                        kill + 1, points[kill], at, committed);
                check("customers after kill " + (kill + 1), number("select count(*) from customer"), committed);
                check("imports it ran in", number("select count(*) from import_run where state = 'RUNNING'"), 1);
                // The import goes on while the pages are not there yet: the next kill may not wait for them.
                kontor = Server.starting(distribution, work, url);
            }
            kontor.answering();
            Bench.watch(kontor, path, List.of());
            String view = kontor.get(path);
            say("the import: %s", view.substring(0, Math.min(view.length(), 160)));
            check("rowsRead", Server.number(view, "rowsRead"), rows);
            check(
                    "created + updated + skipped + failed",
                    Server.number(view, "created")
                            + Server.number(view, "updated")
                            + Server.number(view, "skipped")
                            + Server.number(view, "failed"),
                    rows);
            check("created", Server.number(view, "created"), rows);
        } finally {
            kontor.close();
        }
        check("customers", number("select count(*) from customer"), rows);
        check("different e-mail addresses", number("select count(distinct address) from customer_email"), rows);
        check("primary contacts", number("select count(*) from contact where is_primary"), rows);
        check("rows remembered", number("select count(*) from import_row_key"), rows);
        check("notes", number("select count(*) from note"), (rows + 9L) / 10);
        check(
                "entries of creation in the timelines",
                number("select count(*) from timeline_entry where kind = 'customer.created'"),
                rows);
        check(
                "customers created twice in their timeline",
                number("select count(*) from (select customer_id from timeline_entry where kind = 'customer.created'"
                        + " group by customer_id having count(*) > 1) twice"),
                0);
        say(wrong.isEmpty() ? "every row is in exactly once" : "WRONG: " + String.join("; ", wrong));
    }

    /** Waits until so many rows are committed. */
    private long running(Server kontor, long point) throws Exception {
        long rows = checkpoint();
        while (rows < point) {
            kontor.check();
            TimeUnit.MILLISECONDS.sleep(20);
            rows = checkpoint();
        }
        return rows;
    }

    private long checkpoint() throws SQLException {
        return number("select coalesce(max(checkpoint_row), 0) from import_run");
    }

    private long number(String sql) throws SQLException {
        return Long.parseLong(Bench.execute(postgres, sql));
    }

    private void check(String what, long is, long wanted) {
        say("%-44s %,12d  wanted %,12d  %s", what, is, wanted, is == wanted ? "ok" : "WRONG");
        if (is != wanted) {
            wrong.add(what + " is " + is + ", not " + wanted);
        }
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
