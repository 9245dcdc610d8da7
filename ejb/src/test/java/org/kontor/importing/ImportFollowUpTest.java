package org.kontor.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.access.Caller;
import org.kontor.customer.CustomerView;
import org.kontor.customer.Customers;
import org.kontor.note.Notes;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.PageRequest;
import org.kontor.testing.OnPostgres;

/** What follows an import that has ended. */
@OnPostgres
class ImportFollowUpTest {

    private final ImportBench bench = new ImportBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void undoRemovesWhatTheImportCreatedAsIfItHadNeverBeen() {
        String before = state();
        ImportView done =
                bench.run("First,Last,Email,Notes\nAnna,Berg,a@example.org,hi\nBo,Dahl,,\n", OnDuplicate.SKIP, false);

        ImportView undone = undo(done.id());

        assertEquals(new UndoView(UndoView.State.DONE, 2, 0, 0), undone.undo().orElseThrow());
        assertEquals(before, state());
        assertEquals(0, bench.count("import_row_key"), "the rows can come in again");
        assertEquals(
                2,
                bench.run("First,Last,Email\nAnna,Berg,a@example.org\nBo,Dahl,\n", OnDuplicate.SKIP, false)
                        .created());
    }

    @Test
    void undoRestoresFormerValuesAndTheTimelineTellsIt() {
        bench.run("First,Last,Email,Number,City\nAnna,Berg,a@example.org,1,Oslo\n", OnDuplicate.SKIP, false);
        String before = state();
        ImportView done = bench.run(
                "First,Last,Email,Phone,Number,City\nAnna,Bergman,b@example.org,,1,Rome\nAnna,,,+13032027332,1,Bergen\n"
                        + "New,One,,,2,\n",
                OnDuplicate.UPDATE,
                false,
                1);
        assertEquals(List.of(1L, 2L, 0L), List.of(done.created(), done.updated(), done.failed()), done.toString());

        ImportView undone = undo(done.id());

        assertEquals(new UndoView(UndoView.State.DONE, 1, 1, 0), undone.undo().orElseThrow());
        assertEquals(before, state());
        assertEquals(
                "Bergen>Oslo",
                bench.kontor.sql("select (changes -> 'address.city' ->> 0) || '>' || (changes -> 'address.city' ->> 1)"
                        + " from timeline_entry where kind = 'customer.updated' and details ->> 'undo' = 'true'"));
        assertEquals("Oslo", bench.kontor.sql("select address_city from contact"), "the contact follows back");
        assertEquals(0, bench.count("import_before"));
    }

    @Test
    void whatWasChangedSinceStaysAndIsListedAndTheRestIsUndone() {
        bench.run("First,Last,Number\nOld,One,1\n", OnDuplicate.SKIP, false);
        ImportView done = bench.run(
                "First,Last,Number,City\nOld,One,1,Rome\nAnna,Berg,2,\nBo,Dahl,3,\nCleo,Falk,4,\n",
                OnDuplicate.UPDATE,
                false);
        edit("Old One");
        edit("Anna Berg");
        bench.kontor.as(ImportBench.ANNA, () -> bench.kontor.get(Notes.class).add(id("Bo Dahl"), "Called", true));

        ImportView undone = undo(done.id());

        assertEquals(new UndoView(UndoView.State.DONE, 1, 0, 3), undone.undo().orElseThrow());
        List<ImportObstacle> obstacles = bench.kontor.as(
                ImportBench.ANNA,
                () -> bench.kontor
                        .get(ImportFollowUp.class)
                        .obstacles(done.id(), PageRequest.first())
                        .items());
        assertEquals(
                List.of("Old One", "Anna Berg", "Bo Dahl"),
                obstacles.stream().map(ImportObstacle::displayName).toList());
        assertEquals(
                Set.of("CHANGED_SINCE"),
                obstacles.stream().map(ImportObstacle::code).collect(Collectors.toSet()));
        assertTrue(obstacles.get(2).message().contains("note.created"), obstacles.toString());
        assertEquals(3, bench.count("customer"));

        assertEquals(3, undo(done.id()).undo().orElseThrow().kept(), "asked again, it tries again");
    }

    @Test
    void aCustomerToWhomOthersReferStays() {
        ImportView done = bench.run("First,Last,Number\nAnna,Berg,1\nBo,Dahl,2\n", OnDuplicate.SKIP, false);
        bench.kontor.sql("update customer set account_type = 'PARENT' where first_name = 'Anna'");
        bench.run("First,Last,Number\nChild,One,3\n", OnDuplicate.SKIP, false);
        bench.kontor.sql("update customer set account_type = 'CHILD', parent_id = " + id("Anna Berg")
                + " where first_name = 'Child'");

        UndoView undone = undo(done.id()).undo().orElseThrow();

        assertEquals(new UndoView(UndoView.State.DONE, 1, 0, 1), undone);
    }

    @Test
    void anUndoThatDiesGoesOnWhereItWas() {
        StringBuilder file = new StringBuilder("First,Last,Number\n");
        for (int i = 0; i < 1_200; i++) {
            file.append("P,L,").append(i).append('\n');
        }
        ImportView done = bench.run(file.toString(), OnDuplicate.CREATE, false, 500);
        bench.kontor.as(
                ImportBench.ANNA, () -> bench.kontor.get(ImportFollowUp.class).undo(done.id()));

        assertThrows(ImportBench.Died.class, () -> bench.workUndo(done.id(), 2));
        assertEquals(1_200 - bench.find(done.id()).undo().orElseThrow().removed(), bench.count("customer"));
        bench.workUndo(done.id(), Integer.MAX_VALUE);

        assertEquals(1_200, bench.find(done.id()).undo().orElseThrow().removed());
        assertEquals(0, bench.count("customer"));
    }

    @Test
    void undoIsRefusedForDryRunsAndRunningImportsAndWithoutThePermissionToWrite() {
        ImportView dry = bench.run("First,Last\nAnna,Berg\n", OnDuplicate.SKIP, true);
        assertEquals(
                "IMPORT_IS_DRY_RUN", refusedUndo(ImportBench.ANNA, dry.id()).code());
        long waiting = bench.upload("First,Last\nBo,Dahl\n").id();
        bench.start(waiting, OnDuplicate.SKIP, false);
        assertEquals("IMPORT_NOT_ENDED", refusedUndo(ImportBench.ANNA, waiting).code());
        Caller importer = new Caller(8, "ida", Set.of("import:customer"));
        assertEquals(ErrorKind.FORBIDDEN, refusedUndo(importer, dry.id()).kind());
    }

    /** S3-27. */
    @Test
    void mendedRowsComeInUnderTheSameImport() {
        ImportView done = bench.run(
                "First,Last,Email,Born\nAnna,Berg,wrong,\nBo,Dahl,b@example.org,\nCleo,Falk,,bad\nDag,Holm,x,\n",
                OnDuplicate.SKIP,
                false);
        assertEquals(3, done.failed());
        String failed = bench.failedRows(done.id());
        assertTrue(failed.contains("Row 1: Email: ") && failed.contains(",Anna,Berg,wrong,"), failed);

        ImportView correction =
                correct(done.id(), failed.replace("wrong", "a@example.org").replace(",x,", ",,"));
        ImportView after = bench.find(done.id());

        assertEquals(List.of(3L, 2L, 1L), List.of(correction.rowsRead(), correction.created(), correction.failed()));
        assertEquals(List.of(4L, 3L, 1L), List.of(after.rowsRead(), after.created(), after.failed()));
        assertEquals(
                List.of(3L), after.problems().stream().map(ImportProblem::row).toList());
        assertEquals(done.id(), correction.correctionOf().orElseThrow());
        assertTrue(bench.failedRows(correction.id()).contains("Row 3: Born: "), "with the number it had");

        ImportView again = correct(correction.id(), failed.replace("bad", "1999-01-02"));
        assertEquals(List.of(1L, 2L), List.of(again.created(), again.failed()), "mended rows are not mended twice");
        assertEquals(0, bench.find(done.id()).failed());
        assertEquals(4, bench.count("customer"));
        assertEquals(
                List.of(again.id(), correction.id()),
                bench.kontor.as(
                        ImportBench.ANNA,
                        () ->
                                bench
                                        .kontor
                                        .get(ImportFollowUp.class)
                                        .corrections(done.id(), PageRequest.first())
                                        .items()
                                        .stream()
                                        .map(ImportView::id)
                                        .toList()));

        assertEquals(4, undo(done.id()).undo().orElseThrow().removed(), "taken back together");
    }

    @Test
    void aCorrectionWithoutReasonsIsRefusedWhole() {
        ImportView done = bench.run("First,Last,Email\nAnna,Berg,wrong\n", OnDuplicate.SKIP, false);
        AppException refused = assertThrows(
                AppException.class, () -> correct(done.id(), "First,Last,Email\nAnna,Berg,a@example.org\n"));
        assertEquals("REASON_MISSING", refused.errors().get(0).code());
        assertEquals(1, bench.count("import_run"));
    }

    private ImportView undo(long id) {
        bench.kontor.as(
                ImportBench.ANNA, () -> bench.kontor.get(ImportFollowUp.class).undo(id));
        bench.workUndo(id, Integer.MAX_VALUE);
        return bench.find(id);
    }

    private AppException refusedUndo(Caller caller, long id) {
        return assertThrows(
                AppException.class,
                () -> bench.kontor.as(
                        caller, () -> bench.kontor.get(ImportFollowUp.class).undo(id)));
    }

    private ImportView correct(long id, String file) {
        ImportView accepted = bench.kontor.as(
                ImportBench.ANNA,
                () -> bench.kontor
                        .get(ImportFollowUp.class)
                        .correct(id, "mended.csv", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))));
        bench.work(accepted.id(), 2);
        return bench.find(accepted.id());
    }

    private void edit(String displayName) {
        bench.kontor.as(ImportBench.ANNA, () -> {
            Customers customers = bench.kontor.get(Customers.class);
            CustomerView view = customers.find(id(displayName)).orElseThrow();
            bench.kontor.sql("update customer set occupation = 'x', version = version + 1 where id = " + view.id());
            bench.kontor.sql("insert into timeline_entry (customer_id, at, actor, kind, changes, details) values ("
                    + view.id() + ", now(), 'eve', 'customer.updated', '{}', '{}')");
            return view;
        });
    }

    private long id(String displayName) {
        return Long.parseLong(bench.kontor.sql("select id from customer where display_name = '" + displayName + "'"));
    }

    /** The customers with everything that belongs to them, without versions, times and history. */
    private String state() {
        return bench.kontor.sql(
                "select coalesce(string_agg((to_jsonb(c) - 'version' - 'updated_at' - 'entered_at')::text"
                        + " || (select coalesce(string_agg(address, ','), '') from customer_email e where e.customer_id = c.id)"
                        + " || (select coalesce(string_agg(number, ','), '') from customer_phone p where p.customer_id = c.id)"
                        + " || (select coalesce(string_agg(value, ','), '') from external_id x where x.customer_id = c.id), E'\\n'"
                        + " order by id), '') || (select count(*) from contact) || (select count(*) from note)"
                        + " from customer c");
    }
}
