package org.kontor.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.receivable.IntakeDraft;
import org.kontor.receivable.IntakeSession;
import org.kontor.receivable.InvoiceLineDraft;
import org.kontor.receivable.ItemKind;
import org.kontor.receivable.LedgerIntake;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

/**
 * Statements of many customers as one archive. {@code -Dkontor.statements.customers=10000} makes them many, and tells time, memory and size;
 * with {@code -DargLine=-Xmx256m} in little memory.
 */
@OnPostgres
class StatementsAtScaleTest {

    private static final int INVOICES = 3;
    private static final int TOGETHER = 500;

    @TempDir
    Path folder;

    /** S4-23: nodes that die now and then lose no statement and make none twice, and the archive holds every one. */
    @Test
    void everyCustomerGetsOneStatementThroughCrashes() throws Exception {
        int customers = Integer.getInteger("kontor.statements.customers", 25);
        try (TestKontor kontor = new TestKontor()) {
            DocumentDesk desk = new DocumentDesk(kontor);
            plant(desk, customers);
            kontor.sql("analyze");
            StatementRuns runs = kontor.get(StatementRuns.class);
            long began = System.nanoTime();
            StatementRunView run = desk.does(() -> runs.start(new StatementRunDraft(
                    Optional.empty(),
                    Optional.of(LocalDate.parse("2026-11-21")),
                    Optional.empty(),
                    "",
                    Optional.empty())));
            assertEquals(customers, run.total());
            StatementRunPieces pieces = kontor.get(StatementRunPieces.class);
            long done = 0;
            long peak = 0;
            boolean more = true;
            for (int piece = 1; more; piece++) {
                assertTrue(desk.does(() -> pieces.begin(run.id())).isPresent(), "it goes on after a crash");
                if (piece % 50 == 2) {
                    // All of a piece is made and nothing of it committed: the worst moment to be killed.
                    assertThrows(
                            IllegalStateException.class,
                            () -> desk.does(() -> {
                                pieces.next(run.id());
                                throw new IllegalStateException("killed");
                            }));
                }
                more = desk.does(() -> pieces.next(run.id()));
                long now = desk.does(() -> runs.find(run.id())).orElseThrow().done();
                assertTrue(now > done || !more, "progress is told");
                done = now;
                peak = Math.max(peak, used(piece));
            }
            long made = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            StatementRunView over = desk.does(() -> runs.find(run.id())).orElseThrow();
            assertEquals(RunState.SUCCEEDED, over.state());
            assertEquals(customers, over.made());

            Path archive = folder.resolve("statements.zip");
            began = System.nanoTime();
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(archive))) {
                desk.does(() -> {
                    runs.begin(run.id());
                    runs.writeTo(run.id(), out);
                    return 0;
                });
            }
            long written = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            assertEquals(customers, entries(archive));
            System.out.printf(
                    Locale.ROOT,
                    "%d statements: made in %.1f s (%.0f ms each), heap at most %d MB after a collection, archive of %.1f MB"
                            + " written in %.1f s, most heap allowed %d MB%n",
                    customers,
                    made / 1e3,
                    (double) made / customers,
                    peak >> 20,
                    Files.size(archive) / 1e6,
                    written / 1e3,
                    Runtime.getRuntime().maxMemory() >> 20);
        }
    }

    /** What is really held now and then; a collection at each piece would be most of the time. */
    private static long used(int piece) {
        if (piece % 50 == 1) {
            System.gc();
        }
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                .mapToLong(StatementsAtScaleTest::collected)
                .sum();
    }

    private static long collected(MemoryPoolMXBean pool) {
        return pool.getCollectionUsage().getUsed();
    }

    private static int entries(Path archive) throws IOException {
        Set<String> names = new HashSet<>();
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
            for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
                assertTrue(each.getName().contains("-statement-") && names.add(each.getName()), each.getName());
                assertEquals("%PDF-", new String(zip.readNBytes(5), java.nio.charset.StandardCharsets.US_ASCII));
            }
        }
        return names.size();
    }

    private static void plant(DocumentDesk desk, int customers) {
        LedgerIntake intake = desk.kontor.get(LedgerIntake.class);
        for (int first = 0; first < customers; first += TOGETHER) {
            int from = first;
            List<Long> ids = new ArrayList<>();
            for (int i = first; i < Math.min(customers, first + TOGETHER); i++) {
                ids.add(desk.customer("Customer " + i, "DE"));
            }
            desk.does(() -> {
                IntakeSession session = intake.open(1, ids, List.of());
                for (int i = 0; i < ids.size(); i++) {
                    for (int k = 0; k < INVOICES; k++) {
                        session.add(invoice(ids.get(i), "N-" + (from + i) + "-" + k, k));
                    }
                }
                return intake.write(session, id -> id, Map.of()).items();
            });
        }
    }

    private static IntakeDraft invoice(long customer, String number, int month) {
        LocalDate day = LocalDate.of(2026, 7, 1).plusMonths(month);
        return new IntakeDraft(
                customer,
                ItemKind.INVOICE,
                number,
                "EUR",
                Optional.of(day),
                Optional.of(day.plusDays(30)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(new InvoiceLineDraft(
                        "",
                        "Work",
                        Optional.empty(),
                        Optional.of(new BigDecimal("125.50").add(BigDecimal.valueOf(month))),
                        Optional.empty(),
                        "",
                        Optional.empty())),
                List.of(),
                "",
                false,
                false);
    }
}
