package org.kontor.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.settings.CompanyEntities;
import org.kontor.settings.CompanyEntityDraft;
import org.kontor.testing.OnPostgres;

/** A dry run says, row by row, what the run then says, of files that were made to tell them apart. */
@OnPostgres
class DryRunTest {

    private static final String OWN =
            "KontorId,ExternalIds,AccountNumber,AccountType,ParentAccountNumber,CompanyEntity,Class,CompanyName,"
                    + "LastName,Emails,BillMethod,Tags,Flags,Health,Status";
    private static final String SECOND = "Second company";

    private final ImportBench bench = new ImportBench();

    @BeforeEach
    void configure() {
        bench.kontor.asSystem(() -> bench.kontor
                .get(CompanyEntities.class)
                .create(new CompanyEntityDraft(SECOND, "EUR", "Europe/Berlin", "DE", "de-DE")));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    /** A number that one row gives up is another one's, in the same statement or not. */
    @Test
    void accountNumbersMoveBetweenCustomersOldAndNew() {
        String there = "First,Last,Number,Account\nA,A,1,N1\nB,B,2,N2\nC,C,3,N3\n";
        String moves = "First,Last,Number,Account\nA,A,1,N9\nB,B,2,N1\nC,C,3,N2\nD,D,4,N3\nA,A,1,N8\nE,E,5,N9\n";
        for (int rowsPerChunk : new int[] {1, 2, 100}) {
            try (ImportBench own = new ImportBench()) {
                own.run(there, OnDuplicate.SKIP, false, rowsPerChunk);
                assertEquals("", difference(own, moves, OnDuplicate.UPDATE, rowsPerChunk));
                assertEquals(
                        "A N8,B N1,C N2,D N3,E N9",
                        own.kontor.sql("select string_agg(last_name || ' ' || account_number, ',' order by last_name)"
                                + " from customer"),
                        "chunks of " + rowsPerChunk);
            }
        }
    }

    /** The number of a customer of another company entity has to be free there, whatever entity the row is of. */
    @Test
    void theNumberOfACustomerOfAnotherEntityIsTakenThere() {
        bench.run(
                OWN + "\n,x:y:7,N1,,," + SECOND + ",RESIDENTIAL,,Berg,,,,,,\n,x:y:8,N2,,," + SECOND
                        + ",RESIDENTIAL,,Dahl,,,,,,\n",
                OnDuplicate.SKIP,
                false);
        String file = OWN + "\n,x:y:7,N2,,,,RESIDENTIAL,,Berg,,,,,,\n";
        assertEquals("", difference(bench, file, OnDuplicate.UPDATE, 10));
        assertEquals("N1,N2", bench.kontor.sql("select string_agg(account_number, ',' order by id) from customer"));
    }

    /** Where letters have a case that not everybody agrees upon. */
    @Test
    void addressesInOtherScriptsAreTheSameInEachChunkSize() {
        String file =
                "First,Last,Email\nA,A,\u039f\u0394\u039f\u03a3@example.org\nA,A,\u03bf\u03b4\u03bf\u03c2@example.org\n"
                        + "A,A,\u03bf\u03b4\u03bf\u03c3@example.org\nA,A,\u0130@example.org\nA,A,i\u0307@example.org\n"
                        + "A,A,\u00c5sa@example.org\nA,A,\u00e5sa@EXAMPLE.org\nA,A,\u212a@example.org\nA,A,k@example.org\nA,A,K@example.org\n";
        for (int rowsPerChunk : new int[] {1, 3, 100}) {
            try (ImportBench own = new ImportBench()) {
                assertEquals("", difference(own, file, OnDuplicate.SKIP, rowsPerChunk));
                assertEquals("9", own.kontor.sql("select count(*) from customer"), "chunks of " + rowsPerChunk);
            }
        }
    }

    /** S3-31: what stays as it is, is said of each row. */
    @Test
    void whatAnUpdateLeavesAsItIsIsSaid() {
        String flag = bench.kontor.sql(
                "select name from system_table_entry where table_name = 'FLAG_TYPES' and active order by position limit 1");
        bench.run(
                OWN + "\n,x:y:1,N1,,,,RESIDENTIAL,,Berg,,,,,,\n,x:y:2,P1,PARENT,,,BUSINESS,Zeta,,,,,,,\n",
                OnDuplicate.SKIP,
                false);
        String file = OWN + "\n,x:y:1,N1,CHILD,P1," + SECOND + ",BUSINESS,Berg Inc.,Berg,,,," + flag.replace(":", "%3A")
                + ",GOOD,\n" + ",x:y:2,P1,PARENT,,,BUSINESS,Zeta 2,,,,,,,\n";
        assertEquals("", difference(bench, file, OnDuplicate.UPDATE, 10));
        List<ImportProblem> said = bench.run(file.replace("GOOD", "CRITICAL"), OnDuplicate.UPDATE, false)
                .problems();
        assertEquals(
                List.of("1 LEFT_AS_IT_IS class Business, parent P1, company entity " + SECOND + ", flag " + flag),
                said.stream()
                        .filter(p -> p.code().equals("LEFT_AS_IT_IS"))
                        .map(p -> p.row() + " " + p.code() + " " + p.value())
                        .toList());
        assertEquals(
                "Berg CRITICAL RESIDENTIAL,Zeta 2 - BUSINESS",
                bench.kontor.sql(
                        "select string_agg(display_name || ' ' || coalesce(health, '-') || ' ' || customer_class,"
                                + " ',' order by id) from customer"));
    }

    /** Few values in every column, so that rows meet each other, customers of former rounds, and the limits, in every way. */
    @Test
    void hostileFilesAreToldAsTheyGo() {
        Random random = new Random(20261123);
        for (OnDuplicate onDuplicate : OnDuplicate.values()) {
            for (int round = 0; round < 2; round++) {
                String file = random.nextInt(3) == 0 ? vendors(random, 40) : own(random, 40);
                int rowsPerChunk = 1 + random.nextInt(12);
                assertEquals(
                        "",
                        difference(bench, file, onDuplicate, rowsPerChunk),
                        onDuplicate + " " + rowsPerChunk + "\n" + file);
                bench.kontor.sql("update customer set archived = true"
                        + " where id % 7 = 0 and account_type = 'STANDARD' returning 1");
            }
        }
    }

    /** What the two say of a file, where they differ; empty when they agree. */
    private static String difference(ImportBench bench, String file, OnDuplicate onDuplicate, int rowsPerChunk) {
        ImportView dry = bench.run(file, onDuplicate, true, 1 + rowsPerChunk / 2);
        ImportView wet = bench.run(file, onDuplicate, false, rowsPerChunk);
        String said = said(dry);
        String done = said(wet);
        return wet.state() == ImportState.SUCCEEDED && said.equals(done) ? "" : "DRY\n" + said + "\nRUN\n" + done;
    }

    private static String said(ImportView view) {
        return view.state() + " " + view.failure() + "\n" + view.rowsRead() + " " + view.created() + " "
                + view.updated()
                + " " + view.skipped() + " " + view.failed() + "\n" + view.newTags() + "\n"
                + view.problems().stream().map(ImportProblem::toString).collect(Collectors.joining("\n"));
    }

    private static String vendors(Random random, int rows) {
        return "First,Last,Email,Phone,Born,Number,Account,Tags,Notes\n"
                + table(
                        random,
                        rows,
                        row -> List.of(
                                any(random, "", "A", "\u00c4", "a", "\u0130"),
                                any(random, "L", "l", ""),
                                any(random, "", email(random), many(21, i -> "m" + i + "@example.org", ";")),
                                any(random, "", "+4670174100" + random.nextInt(4), "ext. 5, name=x"),
                                any(random, "", "1990-01-0" + (1 + random.nextInt(3)), "2990-01-01", "soon"),
                                any(random, "", "" + random.nextInt(9)),
                                any(random, "", "N" + random.nextInt(9), "N".repeat(101)),
                                any(random, "", "T" + random.nextInt(60), many(51, i -> "t" + i, ";")),
                                any(random, "", "n".repeat(20_001))));
    }

    private static String own(Random random, int rows) {
        return OWN
                + "\n"
                + table(
                        random,
                        rows,
                        row -> List.of(
                                any(random, "", "5"),
                                any(random, "", "x:y:" + random.nextInt(12)),
                                any(random, "", "N" + random.nextInt(9)),
                                any(random, "", "", "PARENT", "CHILD", "STANDARD"),
                                any(random, "", "", "N" + random.nextInt(9)),
                                any(random, "", SECOND, SECOND, "Nobody"),
                                any(random, "RESIDENTIAL", "BUSINESS"),
                                any(random, "", "Zeta", "Eta"),
                                any(random, "", "Berg", "BERG"),
                                any(
                                        random,
                                        "",
                                        email(random),
                                        many(15, i -> "o" + random.nextInt(40) + "@example.org", ";")),
                                any(random, "", "EMAIL", "PRINT"),
                                any(random, "", "T" + random.nextInt(60), many(40, i -> "u" + random.nextInt(90), ";")),
                                any(random, "", "", "", "No such flag"),
                                any(random, "", "GOOD", "FINE"),
                                any(random, "", "OPEN", "CLOSED")));
    }

    private static String email(Random random) {
        return any(random, "m", "M", "\u00c5", "\u00e5", "\u03a3", "\u03c2") + random.nextInt(3) + "@example.org";
    }

    private static String any(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }

    private static String many(int number, IntFunction<String> value, String between) {
        return IntStream.range(0, number).mapToObj(value).collect(Collectors.joining(between));
    }

    /** Some rows stand there twice, some are broken. */
    private static String table(Random random, int rows, IntFunction<List<String>> row) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            String line = row.apply(i).stream()
                    .map(cell -> cell.contains(",") ? '"' + cell + '"' : cell)
                    .collect(Collectors.joining(","));
            lines.add(random.nextInt(30) == 0 ? line + ",one too many" : line);
            if (random.nextInt(15) == 0) {
                lines.add(line);
            }
        }
        Collections.shuffle(lines, random);
        return String.join("\n", lines) + "\n";
    }
}
