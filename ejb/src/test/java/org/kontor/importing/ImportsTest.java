package org.kontor.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.access.Caller;
import org.kontor.importing.ImportView.Candidate;
import org.kontor.jobs.JobHandler;
import org.kontor.shared.AppException;
import org.kontor.shared.CustomerErased;
import org.kontor.shared.ErrorKind;
import org.kontor.suppression.Identity;
import org.kontor.suppression.Suppressions;
import org.kontor.testing.OnPostgres;

@OnPostgres
class ImportsTest {

    private static final String PEOPLE = """
            First,Last,Email,Phone,Born,Notes,Number,Last visit
            Anna,Berg,anna@example.org,+13032027332,1988-05-01,Likes tea,1,2026-01-01
            Bo,Dahl,not-an-address,,,,2,

            Cleo,Falk,cleo@example.org,,01/02/1999,,3,
            Dag,Holm,,,,"two
            lines",4,
            ,,,,,,,
            Eva,Lund,eva@example.org
            """;

    private final ImportBench bench = new ImportBench();

    @AfterEach
    void close() {
        bench.close();
    }

    /** S3-25, S3-28; S3-31: each Residential has its primary contact. */
    @Test
    void goodRowsGoInAndBadOnesAreReportedWithRowLineColumnAndValueS327() {
        ImportView done = bench.run(PEOPLE, OnDuplicate.SKIP, false);

        assertEquals(ImportState.SUCCEEDED, done.state(), done.failure());
        assertEquals(List.of(5L, 2L, 0L, 0L, 3L), counts(done));
        assertEquals(2, bench.count("customer"));
        assertEquals(2, bench.count("contact"), "each Residential has its primary contact");
        assertEquals(List.of("Last visit"), done.ignoredColumns());
        ImportProblem email = problem(done, 2);
        assertEquals("Email", email.column());
        assertEquals("not-an-address", email.value());
        assertEquals(3, email.line());
        assertEquals("Born", problem(done, 3).column());
        assertEquals(5, problem(done, 3).line());
        assertEquals("CELL_COUNT", problem(done, 5).code());
        assertEquals(9, problem(done, 5).line());
    }

    @Test
    void anImportWaitsForItsConnectorAndGoesOnByItself() {
        long id = bench.upload(PEOPLE).id();
        bench.start(id, OnDuplicate.SKIP, false);
        bench.installed = false;

        assertEquals(JobHandler.Outcome.LATER, bench.work(id, 3));
        ImportView waiting = bench.find(id);
        assertEquals(ImportState.PENDING, waiting.state());
        assertTrue(waiting.failure().startsWith("Install the connector"), waiting::failure);
        assertEquals(0, bench.count("customer"));

        bench.installed = true;
        assertEquals(JobHandler.Outcome.DONE, bench.work(id, 3));
        ImportView done = bench.find(id);
        assertEquals(ImportState.SUCCEEDED, done.state());
        assertEquals("", done.failure());
        assertEquals(2, bench.count("customer"));
    }

    @Test
    void anImportThatIsStartedWhileItsConnectorIsAwayWaitsToo() {
        long id = bench.upload(PEOPLE).id();
        bench.installed = false;

        ImportView started = bench.start(id, OnDuplicate.SKIP, false);
        assertEquals(ImportState.PENDING, started.state());
        assertTrue(started.failure().startsWith("Install the connector"), started::failure);
        assertEquals(List.of("Last visit"), started.ignoredColumns());
        assertEquals(JobHandler.Outcome.LATER, bench.work(id, 3));

        bench.installed = true;
        assertEquals(JobHandler.Outcome.DONE, bench.work(id, 3));
        assertEquals(ImportState.SUCCEEDED, bench.find(id).state());
        assertEquals(2, bench.count("customer"));
    }

    /** Nobody has asked it whether the header is one: it may be a word that was mistyped. */
    @Test
    void aFormatThatIsNotInstalledAndNeverKnewTheHeaderIsRefused() {
        long id = bench.upload(PEOPLE).id();
        AppException refused = assertThrows(
                AppException.class,
                () -> bench.kontor.as(
                        ImportBench.ANNA,
                        () -> bench.imports()
                                .start(id, ImportChoice.of(Optional.of("other"), OnDuplicate.SKIP, false))));
        assertEquals("FORMAT_UNKNOWN", refused.errors().get(0).code());
        assertEquals(ImportState.UPLOADED, bench.find(id).state());
    }

    @Test
    void formatsThatMerelyShareNamesWithAHeaderAreNoChoiceBetweenTwo() {
        List<String> header = List.of("Name", "Phone");
        List<Candidate> weak = List.of(new Candidate("a", "A", 30), new Candidate("b", "B", 30));
        assertEquals("HEADER_UNKNOWN", UploadInspection.unknown(weak, header).code());
        List<Candidate> strong = List.of(new Candidate("a", "A", 90), new Candidate("b", "B", 88));
        assertEquals(
                "FORMAT_AMBIGUOUS", UploadInspection.unknown(strong, header).code());
        assertEquals(Optional.empty(), ImportView.best(strong));
        List<Candidate> clear = List.of(new Candidate("a", "A", 90), new Candidate("b", "B", 87));
        assertEquals(Optional.of(clear.get(0)), ImportView.best(clear));
    }

    @Test
    void theNotesColumnBecomesTheFirstNoteS324() {
        bench.run(PEOPLE, OnDuplicate.SKIP, false);

        assertEquals("Likes tea", bench.kontor.sql("select text from note order by id limit 1"));
        assertEquals("two\nlines", bench.kontor.sql("select text from note order by id desc limit 1"));
    }

    @Test
    void theTimelineNamesTheImport() {
        ImportView done = bench.run(PEOPLE, OnDuplicate.SKIP, false);

        assertEquals(
                "2",
                bench.kontor.sql("select count(*) from timeline_entry where kind = 'customer.created' and"
                        + " details ->> 'importId' = '" + done.id() + "' and actor = 'anna'"));
    }

    @Test
    void theSameFileTwiceCreatesNothingTwiceS330() {
        for (OnDuplicate onDuplicate : OnDuplicate.values()) {
            bench.run(PEOPLE, onDuplicate, false);
        }
        ImportView again = bench.run(PEOPLE.replace("\n", "\r\n"), OnDuplicate.CREATE, false);

        assertEquals(2, bench.count("customer"));
        assertEquals(2, bench.count("note"));
        assertTrue(again.skipped() >= 1);
    }

    @Test
    void theSameRowIsNotImportedAgainAfterTheCustomerWasEdited() {
        bench.run(PEOPLE, OnDuplicate.SKIP, false);
        bench.kontor.sql("update customer set first_name = 'Anne', match_name = 'x'");
        bench.kontor.sql("delete from external_id");

        bench.run(PEOPLE, OnDuplicate.CREATE, false);

        assertEquals(2, bench.count("customer"));
    }

    /** S4-102, X-29: whoever was erased is skipped and reported, in a dry run as in the run; the others come in. */
    @ParameterizedTest
    @EnumSource(OnDuplicate.class)
    void whoWasErasedIsSkippedAndReported(OnDuplicate onDuplicate) {
        Identity erased = new Identity(Set.of("anna@example.org"), Set.of(), "", Optional.empty(), List.of());
        bench.kontor.asSystem(() -> bench.kontor.get(Suppressions.class).remember(8, List.of(erased)));
        for (boolean dryRun : List.of(true, false)) {
            ImportView done = bench.run(PEOPLE, onDuplicate, dryRun);
            assertEquals(List.of(5L, 1L, 0L, 1L, 3L), counts(done));
            ImportProblem skipped = problem(done, 1);
            assertEquals(Suppressions.CODE, skipped.code());
            assertEquals(ImportProblem.Outcome.SKIPPED, skipped.outcome());
            assertTrue(skipped.message().contains("erasure 8"), skipped.message());
            assertEquals("", skipped.value());
        }
        assertEquals(1, bench.count("customer"));
    }

    /** S4-91, S4-98: the uploaded bytes go with who was erased, known by the row's key or by what stands in them; other files stay. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void filesOfTheErasedAreGone(boolean byKey) {
        String file = "First,Last,Email\nAnna,Berg,anna@example.org\n,,nobody\n";
        long brought = bench.run(file, OnDuplicate.SKIP, false).id();
        long named = bench.run(file.replace("Berg", "Bergen"), OnDuplicate.SKIP, true)
                .id();
        long other = bench.run("First,Last,Email\nBo,Dahl,bo@example.org\n,,nobody\n", OnDuplicate.SKIP, false)
                .id();
        assertFalse(bench.failedRows(brought).isEmpty());
        assertEquals("3", bench.kontor.sql("select count(distinct import_id) from import_piece"));
        long anna = Long.parseLong(bench.kontor.sql("select id from customer where last_name = 'Berg'"));
        bench.kontor.asSystem(() -> {
            bench.kontor
                    .get(ErasedImports.class)
                    .on(new CustomerErased(
                            byKey ? anna : 0, List.of(), byKey ? List.of() : List.of("anna@example.org")));
            return true;
        });
        assertEquals(
                byKey ? named + "," + other : Long.toString(other),
                bench.kontor.sql(
                        "select string_agg(distinct import_id::text, ',' order by import_id::text) from import_piece"));
        AppException gone = assertThrows(AppException.class, () -> bench.failedRows(brought));
        assertEquals("FILE_ERASED", gone.code());
        assertEquals(ErrorKind.GONE, gone.kind());
        assertFalse(bench.failedRows(other).isEmpty());
    }

    @Test
    void theOrderOfColumnsMakesNoDifferenceS313() {
        bench.run("First,Last,City\nAnna,Berg,Oslo\n", OnDuplicate.CREATE, false);
        ImportView shuffled = bench.run("City;Last;First\nOslo; Berg ;Anna\n", OnDuplicate.CREATE, false);

        assertEquals(1, shuffled.skipped());
        assertEquals(1, bench.count("customer"));
    }

    @Test
    void existingCustomersAreFoundByExternalIdEmailBirthdateAndPhone() {
        bench.run(
                "First,Last,Email,Phone,Born,Number\nAnna,Berg,a@example.org,+13032027332,1988-05-01,1\n",
                OnDuplicate.SKIP,
                false);

        String others = "First,Last,Email,Phone,Born,Number\n" + "Other,Name,,,,1\n" + "ANNA,berg,A@Example.org,,,\n"
                + "Anna,Berg,,,1988-05-01,\n" + "Anna,Berg,,303-202-7332,,\n" + "Anna,Berg,other@example.org,,,\n";
        ImportView done = bench.run(others, OnDuplicate.SKIP, false);

        assertEquals(List.of(5L, 1L, 0L, 4L, 0L), counts(done));
    }

    @Test
    void updateBringsValuesThatAreNotBlankAndKeepsTheRest() {
        bench.run("First,Last,Email,City,Number\nAnna,Berg,a@example.org,Oslo,1\n", OnDuplicate.SKIP, false);

        ImportView done =
                bench.run("First,Last,Email,City,Number\nAnna,Bergman,b@example.org,,1\n", OnDuplicate.UPDATE, false);

        assertEquals(List.of(1L, 0L, 1L, 0L, 0L), counts(done), done.failure());
        assertEquals("Bergman/Oslo", bench.kontor.sql("select last_name || '/' || address_city from customer"));
        assertEquals(
                "a@example.org,b@example.org",
                bench.kontor.sql("select string_agg(address, ',' order by position) from customer_email"));
        assertEquals("1", bench.kontor.sql("select count(*) from timeline_entry where kind = 'customer.updated'"));
    }

    @Test
    void anExternalIdThatAnotherCustomerHasRejectsTheRow() {
        String file = "First,Last,Number\nAnna,Berg,1\nBo,Dahl,1\n";

        assertEquals(List.of(2L, 1L, 0L, 0L, 1L), counts(bench.run(file, OnDuplicate.CREATE, true)));
        assertEquals(List.of(2L, 1L, 0L, 0L, 1L), counts(bench.run(file, OnDuplicate.CREATE, false)));
    }

    @Test
    void aDryRunWritesNothingAndSaysWhatTheRunThenSays() {
        Random random = new Random(20261122);
        for (OnDuplicate onDuplicate : OnDuplicate.values()) {
            for (int round = 0; round < 2; round++) {
                String file = randomFile(random, 60);
                String before = bench.everything();
                long id = bench.upload(file).id();
                bench.start(id, onDuplicate, true);
                // A dry run that dies goes on where it was, too.
                bench.workThroughCrashes(id, 7, random);
                ImportView dry = bench.find(id);
                assertEquals(before, bench.everything());
                assertEquals(0, bench.count("import_shadow_key") + bench.count("import_shadow"));

                long customers = bench.count("customer");
                bench.start(id, onDuplicate, false);
                bench.workThroughCrashes(id, 1 + random.nextInt(20), random);
                ImportView wet = bench.find(id);

                assertEquals(ImportState.SUCCEEDED, wet.state(), wet.failure());
                assertEquals(counts(wet), counts(dry), onDuplicate + "\n" + file);
                assertEquals(wet.problems(), dry.problems());
                assertEquals(customers + wet.created(), bench.count("customer"));
            }
        }
    }

    @Test
    void whatRowsBringDoesNotDependOnWhereChunksEnd() {
        String file = randomFile(new Random(5), 120);
        Set<String> outcomes = new HashSet<>();
        for (int rowsPerChunk : new int[] {1_000, 1, 3, 20}) {
            try (ImportBench other = new ImportBench()) {
                outcomes.add(other.run(file, OnDuplicate.UPDATE, rowsPerChunk));
            }
        }
        assertEquals(1, outcomes.size(), file + outcomes);
    }

    @Test
    void whichKeysCountAsTheSameCustomerIsChosen() {
        bench.run("First,Last,Email,Number\nAnna,Berg,a@example.org,1\n", OnDuplicate.SKIP, false);
        String again = "First,Last,Email,Number\nAnna,Berg,a@example.org,2\nAnna,Berg,x@example.org,1\n";
        long id = bench.upload(again).id();
        bench.kontor.as(
                ImportBench.ANNA,
                () -> bench.imports()
                        .start(id, new ImportChoice(Optional.empty(), OnDuplicate.SKIP, Set.of(MatchBy.PHONE), false)));
        bench.work(id, 10);

        assertEquals(List.of(2L, 1L, 0L, 0L, 1L), counts(bench.find(id)), "an external id stays one customer's");
        assertEquals("EXTERNAL_ID_TAKEN", problem(bench.find(id), 2).code());
        assertEquals(Set.of(MatchBy.PHONE), bench.find(id).matchBy());
    }

    @Test
    void newCustomersThatResembleOthersAreNotedForReviewS304() {
        bench.run("First,Last,Email,Phone\nAnna,Berg,family@example.org,+13032027332\n", OnDuplicate.SKIP, false);
        ImportView done = bench.run(
                "First,Last,Email,Phone\nBo,Berg,FAMILY@example.org,+13032027332\nCleo,Falk,c@example.org,\n"
                        + "Dag,Falk,c@example.org,\n",
                OnDuplicate.SKIP,
                false);

        assertEquals(List.of(3L, 3L, 0L, 0L, 0L), counts(done));
        assertEquals(3, done.nearMatches());
        assertEquals(
                "1:EMAIL,1:PHONE,3:EMAIL",
                bench.kontor.sql("select string_agg(row_number || ':' || reason, ',' order by row_number, reason)"
                        + " from import_near_match"));
    }

    @Test
    void manyCustomersAreUpdatedWithTheirContactsAndTimeline() {
        bench.run("First,Last,Email\nAnna,Berg,a@example.org\nBo,Dahl,b@example.org\n", OnDuplicate.SKIP, false);
        ImportView done = bench.run(
                "First,Last,Email,Phone,City\nAnna,Berg,a@example.org,+13032027332,Oslo\n"
                        + "Bo,Dahl,b@example.org,,Rome\nAnna,Berg,a@example.org,,Bergen\n",
                OnDuplicate.UPDATE,
                false);

        assertEquals(List.of(3L, 0L, 3L, 0L, 0L), counts(done));
        assertEquals("Bergen,Rome", bench.kontor.sql("select string_agg(address_city, ',' order by id) from customer"));
        assertEquals("Bergen,Rome", bench.kontor.sql("select string_agg(address_city, ',' order by id) from contact"));
        assertEquals(
                "4",
                bench.kontor.sql(
                        "select count(*) from timeline_entry where kind in ('customer.updated', 'contact.updated')"
                                + " and details ->> 'importId' = '" + done.id() + "'"));
        assertEquals("2,2", bench.kontor.sql("select string_agg(version::text, ',') from customer"));
    }

    @Test
    void afterACrashAtAnyPointEveryRowIsInExactlyOnce() {
        Random random = new Random(7);
        StringBuilder file = new StringBuilder("First,Last,Email,Notes\n");
        for (int i = 0; i < 200; i++) {
            file.append("Person").append(i).append(",Test,p").append(i).append("@example.org,note\n");
        }
        long id = bench.upload(file.toString()).id();
        bench.start(id, OnDuplicate.CREATE, false);
        int crashes = 0;
        while (bench.find(id).state() != ImportState.SUCCEEDED) {
            try {
                bench.work(id, 9, 2 + random.nextInt(4));
            } catch (ImportBench.Died e) {
                crashes++;
                ImportView now = bench.find(id);
                assertEquals(now.rowsRead(), now.created());
                assertEquals(now.checkpointRow(), bench.count("customer"));
            }
        }
        assertTrue(crashes > 3);
        assertEquals(List.of(200L, 200L, 0L, 0L, 0L), counts(bench.find(id)));
        assertEquals(200, bench.count("customer"));
        assertEquals(200, bench.count("note"));
        assertEquals(200, bench.count("import_row_key"));
    }

    @Test
    void aCancelledImportStopsAtAChunkAndGoesOnWhenResumed() {
        String file = "First,Last\n" + "Anna,Berg\nBo,Dahl\nCleo,Falk\nDag,Holm\nEva,Lund\n";
        long id = bench.upload(file).id();
        bench.start(id, OnDuplicate.CREATE, false);
        assertThrows(ImportBench.Died.class, () -> bench.work(id, 2, 3));
        bench.kontor.as(ImportBench.ANNA, () -> bench.imports().cancel(id));
        bench.work(id, 2);

        assertEquals(ImportState.CANCELLED, bench.find(id).state());
        assertEquals(2, bench.count("customer"));

        bench.kontor.as(ImportBench.ANNA, () -> bench.imports().resume(id));
        bench.work(id, 2);
        assertEquals(ImportState.SUCCEEDED, bench.find(id).state());
        assertEquals(5, bench.count("customer"));
    }

    @Test
    void anImportFailsClearlyWhenItsStarterLostThePermission() {
        long id = bench.upload(PEOPLE).id();
        bench.start(id, OnDuplicate.SKIP, false);
        bench.starter = new Caller(7, "anna", Set.of());
        bench.work(id, 2);

        assertEquals(ImportState.FAILED, bench.find(id).state());
        assertTrue(bench.find(id).failure().contains("import:customer"));
        assertEquals(0, bench.count("customer"));
    }

    @Test
    void updatingNeedsThePermissionToWriteCustomers() {
        Caller importer = new Caller(8, "ida", Set.of("import:customer"));
        long id = bench.upload(PEOPLE).id();
        AppException refused = assertThrows(
                AppException.class,
                () -> bench.kontor.as(
                        importer,
                        () -> bench.imports().start(id, ImportChoice.of(Optional.empty(), OnDuplicate.UPDATE, false))));
        assertEquals(ErrorKind.FORBIDDEN, refused.kind());
    }

    @Test
    void aMissingColumnRefusesTheFileBeforeAnyWriteS314() {
        ImportView view = bench.upload("First,Email\nAnna,anna@example.org\n");
        assertEquals("COLUMN_MISSING", view.headerProblems().get(0).code());

        AppException refused = assertThrows(AppException.class, () -> bench.start(view.id(), OnDuplicate.SKIP, false));
        assertEquals(ErrorKind.INVALID, refused.kind());
        assertEquals("Last", refused.errors().get(0).field());
    }

    @Test
    void aFileWithoutHeaderOrRowsIsRefusedS310() {
        for (String file : List.of("", "\n\n , \n", "Anna,Berg,anna@example.org\n", "\ufeff")) {
            AppException refused = assertThrows(AppException.class, () -> bench.upload(file), file);
            assertEquals(ErrorKind.INVALID, refused.kind());
        }
        assertEquals(0, bench.count("import_run"));
        assertEquals(0, bench.count("import_piece"));
    }

    @Test
    void failedRowsComeBackAsTheyWereWithTheReasonAndWithoutFormulas() {
        ImportView done = bench.run(
                "First,Last,Email\nAnna,Berg,anna@example.org\n=1+1,\"Da\"\"hl\",x\n-12,+44 20 7946,x\n",
                OnDuplicate.SKIP,
                false);
        String[] lines = bench.failedRows(done.id()).split("\r\n", -1);

        assertEquals("Reason,First,Last,Email", lines[0]);
        assertTrue(lines[1].startsWith("Row 2: "), lines[1]);
        assertTrue(lines[1].endsWith(",'=1+1,\"Da\"\"hl\",x"), lines[1]);
        assertTrue(lines[2].endsWith(",-12,+44 20 7946,x"), lines[2]);
        assertEquals(4, lines.length);
    }

    /** S3-27. Also cells that are too many, which are the reason, and those of a column that is called Reason itself. */
    @Test
    void failedRowsLoseNoCell() {
        ImportView wide =
                bench.run("First,Last,Email\nAnna,Berg, MD,anna@example.org,1988-05-01\nBo\n", OnDuplicate.SKIP, false);
        List<String> lines = bench.failedRows(wide.id()).lines().toList();
        assertTrue(lines.get(1).endsWith(",Anna,Berg, MD,anna@example.org,1988-05-01"), lines.get(1));
        assertTrue(lines.get(2).startsWith("Row 2: ") || lines.get(2).startsWith("\"Row 2: "), lines.get(2));
        assertTrue(lines.get(2).endsWith(",Bo"), lines.get(2));

        ImportView own = bench.run("First,Last,Email,Reason\nAnna,Berg,x,moved\n", OnDuplicate.SKIP, false);
        List<String> beside = bench.failedRows(own.id()).lines().toList();
        assertEquals("Reason (import),First,Last,Email,Reason", beside.get(0));
        assertTrue(beside.get(1).endsWith(",Anna,Berg,x,moved"), beside.get(1));
    }

    /** S3-26. */
    @Test
    void errorsOfASpreadsheetAreNoValues() {
        ImportView done = bench.run("First,Last,Email\nAnna,#REF!,anna@example.org\n", OnDuplicate.SKIP, false);
        assertEquals("CELL_ERROR", done.problems().get(0).code());
        assertEquals("Last", done.problems().get(0).column());
        assertEquals("0", bench.kontor.sql("select count(*) from customer where last_name like '#%'"));
    }

    @Test
    void theFileIsReadInItsOwnCharset() {
        String file = "First,Last,City\nBj\u00f6rn,\u00c5kesson,Malm\u00f6\nZo\u00eb,M\u00fcller,K\u00f6ln\n";
        for (String charset : List.of("windows-1252", "UTF-16LE", "UTF-8")) {
            byte[] bytes = (charset.startsWith("UTF-16") ? "\ufeff" + file : file)
                    .getBytes(java.nio.charset.Charset.forName(charset));
            ImportView view = bench.upload(bytes);
            assertEquals(charset, view.charset());
            assertEquals(List.of("First", "Last", "City"), view.header());
            List<PreviewRow> preview =
                    bench.kontor.as(ImportBench.ANNA, () -> bench.imports().preview(view.id(), 10));
            assertEquals("Bj\u00f6rn \u00c5kesson", preview.get(0).displayName());
        }
    }

    private static ImportProblem problem(ImportView view, long row) {
        return view.problems().stream().filter(p -> p.row() == row).findFirst().orElseThrow();
    }

    private static List<Long> counts(ImportView v) {
        assertEquals(v.rowsRead(), v.created() + v.updated() + v.skipped() + v.failed());
        return List.of(v.rowsRead(), v.created(), v.updated(), v.skipped(), v.failed());
    }

    /** Few names and addresses, so that rows meet each other and existing customers in every way. */
    private static String randomFile(Random random, int rows) {
        StringBuilder file = new StringBuilder("First,Last,Email,Phone,Born,Number,Account\n");
        for (int i = 0; i < rows; i++) {
            file.append(random.nextInt(20) == 0 ? "" : "F" + random.nextInt(6))
                    .append(",L")
                    .append(random.nextInt(3))
                    .append(',')
                    .append(random.nextInt(3) == 0 ? "" : "m" + random.nextInt(15) + "@example.org")
                    .append(',')
                    .append(random.nextInt(3) == 0 ? "" : "+4670174" + (1000 + random.nextInt(8)))
                    .append(',')
                    .append(random.nextInt(3) == 0 ? "" : "1990-01-0" + (random.nextInt(9) + 1))
                    .append(',')
                    .append(random.nextInt(2) == 0 ? "" : Integer.toString(random.nextInt(30)))
                    .append(',')
                    .append(random.nextInt(4) == 0 ? "A" + random.nextInt(20) : "")
                    .append(random.nextInt(25) == 0 ? ",one too many" : "")
                    .append('\n');
        }
        return file.toString();
    }
}
