package org.kontor.importing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.kontor.access.Caller;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.jobs.Jobs;
import org.kontor.shared.AppException;
import org.kontor.shared.Cursor;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/** What follows an import that has ended: mending its rejected rows, looking through near matches, taking it back. */
@Stateless
public class ImportFollowUp {

    @Inject
    Imports imports;

    @Inject
    ImportRepository repository;

    @Inject
    JournalRepository journal;

    @Inject
    UndoRepository undos;

    @Inject
    Jobs jobs;

    /**
     * Takes back what an import did, as a durable job: customers that it created are removed, those that it changed get back
     * their former values. A customer that somebody has changed since stays as it is, and {@link #obstacles} tells why.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#CONFLICT} for a dry run, a correction, an import that
     *     still runs or one whose undo does; {@link ErrorKind#FORBIDDEN} for whoever may not change customers
     */
    @Requires(Permission.IMPORT_CUSTOMER)
    public ImportView undo(long id) {
        Caller caller = CallerContext.current();
        Imports.requirePermissions(caller, OnDuplicate.UPDATE);
        ImportView view = ended(id);
        refuse(
                view.correctionOf().isPresent(),
                "IMPORT_IS_CORRECTION",
                "Undo the import whose rows this file mends: both are taken back together.");
        refuse(view.dryRun(), "IMPORT_IS_DRY_RUN", "There is nothing to undo: a dry run changes nothing.");
        refuse(
                view.undo()
                        .filter(u -> u.state() == UndoView.State.PENDING || u.state() == UndoView.State.RUNNING)
                        .isPresent(),
                "UNDO_RUNNING",
                "Wait until the undo has ended: it runs already.");
        refuse(
                repository.corrections(id, Long.MAX_VALUE, PageRequest.MAX_LIMIT).stream()
                        .anyMatch(c -> moving(c.state())),
                "CORRECTION_RUNNING",
                "Wait until the correction of this import has ended.");
        undos.ask(id, caller.userId());
        jobs.enqueue(ImportUndoJob.KIND, id);
        return imports.find(id).orElseThrow();
    }

    /**
     * Customers that were not taken back, by id.
     *
     * @throws AppException {@link ErrorKind#ABSENT}
     */
    @Requires(Permission.READ_CUSTOMER)
    public Page<ImportObstacle> obstacles(long id, PageRequest page) {
        existing(id);
        String list = "import-obstacles|" + id;
        long after = Cursor.decode(list, page.cursor())
                .map(values -> Long.parseLong(values.get(0)))
                .orElse(0L);
        return page(list, undos.obstacles(id, after, page.limit() + 1), page, o ->
                new String[] {Long.toString(o.customerId())});
    }

    /**
     * New customers that share an e-mail address or a phone number with another, in the order of their creation.
     *
     * @throws AppException {@link ErrorKind#ABSENT}
     */
    @Requires(Permission.READ_CUSTOMER)
    public Page<NearMatch> nearMatches(long id, PageRequest page) {
        existing(id);
        String list = "import-near-matches|" + id;
        Optional<List<String>> after = Cursor.decode(list, page.cursor());
        List<NearMatch> found = journal.near(
                id,
                after.map(values -> Long.parseLong(values.get(0))).orElse(0L),
                after.map(values -> values.get(1)).orElse(""),
                page.limit() + 1);
        return page(list, found, page, n -> new String[] {
            Long.toString(n.customerId()), n.otherId() + n.reason().name()
        });
    }

    /**
     * Takes the file of an import's rejected rows, mended. Its rows come in under that import: what goes well counts there no
     * longer as failed.
     *
     * @param id the import, or an earlier correction of it
     * @param content a file as {@link Imports#writeFailedRows} writes it, with its column Reason
     * @return the correction, an import of its own to watch
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#CONFLICT} when the import still runs, has no failed rows
     *     or was undone; {@link ErrorKind#INVALID} as for {@link Imports#upload}, or without the column Reason
     */
    @Requires(Permission.IMPORT_CUSTOMER)
    public ImportView correct(long id, String fileName, InputStream content) {
        long root = existing(id).correctionOf().orElse(id);
        ImportView corrected = ended(root);
        Imports.requirePermissions(CallerContext.current(), corrected.onDuplicate());
        refuse(corrected.dryRun(), "IMPORT_IS_DRY_RUN", "Run the import first; a dry run has no rows to mend.");
        refuse(corrected.undo().isPresent(), "IMPORT_UNDONE", "Import the file anew: this import was undone.");
        refuse(
                corrected.failed() == 0,
                "NOTHING_TO_CORRECT",
                "There is nothing to mend: no row of this import failed.");
        ImportView uploaded = imports.upload(fileName, content, Optional.of(corrected.format()));
        if (FailedRows.reasonColumn(uploaded.header()) < 0) {
            throw AppException.invalid(
                    "file",
                    "REASON_MISSING",
                    "Keep the column Reason of the downloaded file: it tells which rows are mended.");
        }
        repository.correctionOf(uploaded.id(), root);
        return imports.start(
                uploaded.id(),
                new ImportChoice(
                        Optional.empty(),
                        corrected.onDuplicate(),
                        corrected.matchBy(),
                        false,
                        corrected.mapping().map(ImportFollowUp::once)));
    }

    /** Corrections of an import, newest first; without their problems. */
    @Requires(Permission.IMPORT_CUSTOMER)
    public Page<ImportView> corrections(long id, PageRequest page) {
        existing(id);
        String list = "import-corrections|" + id;
        long below = Cursor.decode(list, page.cursor())
                .map(values -> Long.parseLong(values.get(0)))
                .orElse(Long.MAX_VALUE);
        return page(list, repository.corrections(id, below, page.limit() + 1), page, c ->
                new String[] {Long.toString(c.id())});
    }

    /** The same mapping, not kept once more. */
    private static ImportMapping once(ImportMapping mapping) {
        return new ImportMapping("", mapping.columns(), mapping.values(), mapping.dateOrder());
    }

    private ImportView ended(long id) {
        ImportView view = repository.lock(id).orElseThrow(Imports::absent).view();
        refuse(
                view.state() == ImportState.UPLOADED || moving(view.state()),
                "IMPORT_NOT_ENDED",
                "Wait until this import has run and ended.");
        return view;
    }

    private ImportView existing(long id) {
        return repository.find(id).orElseThrow(Imports::absent).view();
    }

    private static boolean moving(ImportState state) {
        return state == ImportState.PENDING || state == ImportState.RUNNING;
    }

    private static void refuse(boolean condition, String code, String message) {
        if (condition) {
            throw new AppException(ErrorKind.CONFLICT, code, message);
        }
    }

    private static <T> Page<T> page(String list, List<T> found, PageRequest page, Function<T, String[]> position) {
        if (found.size() <= page.limit()) {
            return new Page<>(found, Optional.empty());
        }
        List<T> items = new ArrayList<>(found.subList(0, page.limit()));
        return new Page<>(items, Optional.of(Cursor.encode(list, position.apply(items.get(items.size() - 1)))));
    }
}
