package org.kontor.importing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kontor.access.Caller;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.connector.ConnectorRegistry.Provided;
import org.kontor.importing.ImportFiles.StoredFile;
import org.kontor.importing.ImportProblem.Outcome;
import org.kontor.importing.ProblemRepository.Placed;
import org.kontor.jobs.Jobs;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.kontor.spi.HeaderMatch;
import org.kontor.spi.ImportFormat;

/** Uploads, runs and reports imports. */
@Stateless
public class Imports {

    private static final int PROBLEMS_SHOWN = 100;

    /** Bytes of a file among which lines are looked for that tell its charset. */
    private static final int CHARSET_SAMPLE = 8 << 20;

    @Inject
    ImportRepository imports;

    @Inject
    ImportFiles files;

    @Inject
    ProblemRepository problems;

    @Inject
    TableSource tables;

    @Inject
    FormatChoice formats;

    @Inject
    MappingChoice mappings;

    @Inject
    UploadInspection inspection;

    @Inject
    Jobs jobs;

    /** The formats that registered connectors offer now, by name; then the one for any other file, whose columns are assigned. */
    @Requires(Permission.IMPORT_CUSTOMER)
    public List<ImportFormatView> formats() {
        List<ImportFormatView> all =
                new ArrayList<>(formats.all().stream().map(Imports::view).toList());
        all.add(new ImportFormatView(
                MappedFormat.ID,
                MappedFormat.NAME,
                "kontor",
                "",
                List.of(),
                Arrays.stream(ImportField.values()).map(ImportField::wireName).toList()));
        return all;
    }

    /**
     * Stores a file, streaming, and looks at its header.
     *
     * @param fileName name for people
     * @param content the bytes; read to the end, not closed
     * @param format id of the format; empty to detect it
     * @return the import in state UPLOADED; with {@code headerProblems} when the format does not fit
     * @throws AppException {@link ErrorKind#INVALID} when the file is empty, has no header or an unknown format is named;
     *     {@link ErrorKind#TOO_LARGE} over 512 MB
     */
    @Requires(Permission.IMPORT_CUSTOMER)
    public ImportView upload(String fileName, InputStream content, Optional<String> format) {
        return upload(fileName, content, format, ImportReading.FOUND);
    }

    /**
     * The same for a file whose charset or delimiter is known.
     *
     * @param reading what is known of it
     * @throws AppException as {@link #upload(String, InputStream, Optional)}; {@link ErrorKind#INVALID} for an unknown charset or
     *     delimiter
     */
    @Requires(Permission.IMPORT_CUSTOMER)
    public ImportView upload(String fileName, InputStream content, Optional<String> format, ImportReading reading) {
        reading.check();
        Optional<ImportFormat> named =
                format.filter(f -> !f.equals(MappedFormat.ID)).map(formats::named);
        long id = imports.nextId();
        StoredFile file = files.store(id, content, reading.chosenCharset());
        Caller caller = CallerContext.current();
        ImportView view = inspection.inspect(id, fileName, caller.login(), file, reading.chosenDelimiter(), named);
        imports.insert(view, caller.userId(), file.sha256());
        return mappedWhereAsked(view, named.isEmpty() && format.isPresent());
    }

    /** Takes a file for one whose columns are assigned, if that was asked for or the file is an export of Kontor. */
    private ImportView mappedWhereAsked(ImportView view, boolean asked) {
        if (asked || view.header().contains(MappedFormat.OWN_COLUMN)) {
            MappedFormat mapped = new MappedFormat(mappings.propose(view).mapping());
            imports.format(view.id(), mapped.id(), mapped.match(view.header()).ignored());
        }
        return whole(view.id());
    }

    /**
     * Reads an uploaded file that nobody has started in another way, and looks at its header again.
     *
     * @param reading the charset and the delimiter; what is left open stays
     * @return the import, as {@link #upload} gives it
     * @throws AppException {@link ErrorKind#CONFLICT} when it was started; {@link ErrorKind#INVALID} when the charset or delimiter is
     *     not known, or the file is no text in it
     */
    @Requires(Permission.IMPORT_CUSTOMER)
    public ImportView reread(long id, ImportReading reading) {
        ImportView before = lock(id).view();
        reading.check();
        if (before.state() != ImportState.UPLOADED) {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "IMPORT_STARTED",
                    "Upload the file again to read it in another way: this import was started.");
        }
        StoredFile file = files.reread(
                before,
                reading.chosenCharset().orElseGet(() -> Charset.forName(before.charset())),
                before.charsetCertain() || reading.chosenCharset().isPresent());
        Optional<Character> delimiter = reading.chosenDelimiter()
                .or(() -> Optional.of(before.delimiter().charAt(0)));
        ImportView found =
                inspection.inspect(id, before.fileName(), before.createdBy(), file, delimiter, Optional.empty());
        Optional<ImportFormat> former = formats.byId(before.format()).map(Provided::capability);
        if (found.format().isEmpty() && former.isPresent()) {
            found = inspection.inspect(id, before.fileName(), before.createdBy(), file, delimiter, former);
        }
        imports.reread(found);
        return mappedWhereAsked(found, before.format().equals(MappedFormat.ID));
    }

    /** How lines of an uploaded file look in each charset that it could have, that in which it is read first. */
    @Requires(Permission.IMPORT_CUSTOMER)
    public List<CharsetSample> charsets(long id) {
        ImportView view = existing(id);
        return CharsetSample.of(files.beginning(id, CHARSET_SAMPLE), Charset.forName(view.charset()));
    }

    /**
     * Stores a file and starts at once. A file that cannot be imported is not kept.
     *
     * @throws AppException as {@link #upload} and {@link #start}
     */
    @Requires(Permission.IMPORT_CUSTOMER)
    public ImportView submit(String fileName, InputStream content, ImportChoice choice, ImportReading reading) {
        ImportView uploaded = upload(fileName, content, choice.format(), reading);
        return start(uploaded.id(), choice);
    }

    /**
     * The first rows as they will look.
     *
     * @param rows how many, 1 to 100
     */
    @Requires(Permission.IMPORT_CUSTOMER)
    public List<PreviewRow> preview(long id, int rows) {
        ImportView view = existing(id);
        Optional<ImportFormat> format = view.format().equals(MappedFormat.ID)
                ? Optional.of(new MappedFormat(
                        view.mapping().orElseGet(() -> mappings.propose(view).mapping())))
                : formats.byId(view.format()).map(Provided::capability);
        if (format.isEmpty() || !view.headerProblems().isEmpty()) {
            return List.of();
        }
        List<PreviewRow> preview = new ArrayList<>();
        try (Table table = tables.open(view)) {
            RowMapping mapping = new RowMapping(format.get(), table.header(), view.ignoredColumns());
            Optional<Table.Row> row = table.next();
            while (row.isPresent() && preview.size() < Math.min(rows, PROBLEMS_SHOWN)) {
                preview.add(mapping.preview(row.get()));
                row = table.next();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return preview;
    }

    /**
     * Starts the dry run or the run of an uploaded file; it goes on as a durable job. A finished dry run can be followed
     * by the run of the same import. While the connector that knew the file's header is away, the import waits for it
     * (PENDING, with the reason in {@code failure}) and goes on by itself.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#CONFLICT} when it runs already or has run;
     *     {@link ErrorKind#INVALID} when no format fits or the header is unusable (S3-10, S3-14, S3-26);
     *     {@link ErrorKind#FORBIDDEN} when customers shall be updated and the caller may not write them
     */
    @Requires(Permission.IMPORT_CUSTOMER)
    public ImportView start(long id, ImportChoice choice) {
        Caller caller = CallerContext.current();
        requirePermissions(caller, choice.onDuplicate());
        ImportView view = lock(id).view();
        boolean ended = view.state() == ImportState.SUCCEEDED
                || view.state() == ImportState.FAILED
                || view.state() == ImportState.CANCELLED;
        if (view.state() != ImportState.UPLOADED && !(ended && view.dryRun())) {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "IMPORT_STARTED",
                    ended
                            ? "Upload the file again to import it once more: this import has run."
                            : "Wait until this import has ended: it runs already.");
        }
        String format = choice.format().orElse(choice.mapping().isPresent() ? MappedFormat.ID : view.format());
        if (format.isEmpty()) {
            throw unusable(view.headerProblems());
        }
        if (choice.mapping().isPresent() && !format.equals(MappedFormat.ID)) {
            throw AppException.invalid(
                    "mapping",
                    "MAPPING_NOT_NEEDED",
                    "Leave the mapping out, or choose the format " + MappedFormat.ID + ": " + format
                            + " knows its columns by name.");
        }
        Optional<ImportMapping> mapping = format.equals(MappedFormat.ID)
                ? Optional.of(mappings.decide(view, choice.mapping()))
                : Optional.empty();
        if (mapping.isEmpty() && wasKnown(view, format) && formats.byId(format).isEmpty()) {
            imports.restart(id, format, view.ignoredColumns(), choice, caller.userId());
            imports.state(id, ImportState.PENDING, ImportJob.missing(format));
            jobs.enqueue(ImportJob.KIND, id);
            return whole(id);
        }
        ImportFormat chosen = mapping.<ImportFormat>map(MappedFormat::new).orElseGet(() -> formats.named(format));
        if (chosen.ledger()) {
            require(caller, Permission.WRITE_RECEIVABLE);
        }
        HeaderMatch match = FormatChoice.match(chosen, view.header());
        if (!match.usable()) {
            throw unusable(UploadInspection.problems(chosen, match));
        }
        imports.restart(id, chosen.id(), match.ignored(), choice.with(mapping), caller.userId());
        jobs.enqueue(ImportJob.KIND, id);
        return whole(id);
    }

    /** Whether the format took the header when the file was uploaded. */
    private static boolean wasKnown(ImportView view, String format) {
        return format.equals(view.format()) && view.headerProblems().isEmpty();
    }

    /** Refuses who may not import, or may not change customers and wants to. */
    static void requirePermissions(Caller caller, OnDuplicate onDuplicate) {
        List<Permission> needed = onDuplicate == OnDuplicate.UPDATE
                ? List.of(Permission.IMPORT_CUSTOMER, Permission.READ_CUSTOMER, Permission.WRITE_CUSTOMER)
                : List.of(Permission.IMPORT_CUSTOMER);
        needed.forEach(permission -> require(caller, permission));
    }

    private static void require(Caller caller, Permission permission) {
        if (!caller.may(permission.wireName())) {
            throw new AppException(
                    ErrorKind.FORBIDDEN,
                    "PERMISSION_MISSING",
                    "This needs the permission " + permission.wireName() + ". Ask an administrator for it.");
        }
    }

    private static AppException unusable(List<HeaderProblem> problems) {
        return AppException.invalid(problems.stream()
                .map(p -> new FieldError(p.column().isEmpty() ? "file" : p.column(), p.code(), p.message()))
                .toList());
    }

    /** The import with this id. */
    @Requires(Permission.IMPORT_CUSTOMER)
    public Optional<ImportView> find(long id) {
        return imports.find(id).map(run -> withProblems(run.view()));
    }

    /** Imports, newest first; without their problems. */
    @Requires(Permission.IMPORT_CUSTOMER)
    public Page<ImportView> list(PageRequest page) {
        long below = page.cursor().map(Imports::number).orElse(Long.MAX_VALUE);
        List<ImportView> found = imports.list(below, page.limit() + 1);
        if (found.size() <= page.limit()) {
            return new Page<>(found, Optional.empty());
        }
        List<ImportView> items = found.subList(0, page.limit());
        return new Page<>(
                items, Optional.of(Long.toString(items.get(items.size() - 1).id())));
    }

    /** Problems of an import in the order of the file. */
    @Requires(Permission.IMPORT_CUSTOMER)
    public Page<ImportProblem> problems(long id, Optional<ImportProblem.Outcome> outcome, PageRequest page) {
        existing(id);
        long row = 0;
        int position = -1;
        if (page.cursor().isPresent()) {
            String[] parts = page.cursor().get().split("-", 2);
            row = number(parts[0]);
            position = (int) number(parts.length > 1 ? parts[1] : "");
        }
        List<Placed> found = problems.list(id, outcome, row, position, page.limit() + 1);
        boolean more = found.size() > page.limit();
        List<Placed> items = more ? found.subList(0, page.limit()) : found;
        Optional<Placed> last = more ? Optional.of(items.get(items.size() - 1)) : Optional.empty();
        return new Page<>(
                items.stream().map(Placed::problem).toList(),
                last.map(l -> l.problem().row() + "-" + l.position()));
    }

    /**
     * Writes the rejected rows as they were, as CSV in UTF-8, with the reason as first column (S3-27); spreadsheet formulas
     * are neutralised.
     */
    @Requires(Permission.IMPORT_CUSTOMER)
    public void writeFailedRows(long id, OutputStream out) {
        ImportView view = existing(id);
        try (Table table = tables.open(view)) {
            new FailedRows(problems, view).write(table, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops a pending or running import after the piece it is working on. */
    @Requires(Permission.IMPORT_CUSTOMER)
    public ImportView cancel(long id) {
        ImportView view = lock(id).view();
        switch (view.state()) {
            case PENDING -> imports.state(id, ImportState.CANCELLED, "");
            case RUNNING -> imports.requestCancel(id);
            default ->
                throw new AppException(
                        ErrorKind.CONFLICT,
                        "IMPORT_NOT_RUNNING",
                        "There is nothing to stop: this import does not run.");
        }
        return whole(id);
    }

    /** Lets a cancelled or failed import go on at its checkpoint. */
    @Requires(Permission.IMPORT_CUSTOMER)
    public ImportView resume(long id) {
        ImportView view = lock(id).view();
        requirePermissions(CallerContext.current(), view.onDuplicate());
        if (view.state() != ImportState.CANCELLED && view.state() != ImportState.FAILED) {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "IMPORT_NOT_STOPPED",
                    "Only an import that was stopped or failed can go on; this one is "
                            + view.state().name().toLowerCase(java.util.Locale.ROOT) + ".");
        }
        imports.state(id, ImportState.PENDING, "");
        jobs.enqueue(ImportJob.KIND, id);
        return whole(id);
    }

    private ImportView whole(long id) {
        return withProblems(existing(id));
    }

    private ImportView existing(long id) {
        return imports.find(id).orElseThrow(Imports::absent).view();
    }

    private ImportRun lock(long id) {
        return imports.lock(id).orElseThrow(Imports::absent);
    }

    static AppException absent() {
        return new AppException(ErrorKind.ABSENT, "IMPORT_NOT_FOUND", "Go back to the list: there is no such import.");
    }

    private ImportView withProblems(ImportView v) {
        List<ImportProblem> first = problems.list(v.id(), Optional.<Outcome>empty(), 0, -1, PROBLEMS_SHOWN).stream()
                .map(Placed::problem)
                .toList();
        return v.withProblems(first);
    }

    private static long number(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw AppException.invalid(
                    "cursor", "UNKNOWN_CURSOR", "Start again without a cursor: this one is not known.");
        }
    }

    private static ImportFormatView view(Provided<ImportFormat> provided) {
        ImportFormat format = provided.capability();
        return new ImportFormatView(
                format.id(),
                format.name(),
                provided.connectorId(),
                provided.version(),
                format.columns().stream()
                        .filter(ImportFormat.Column::required)
                        .map(ImportFormat.Column::name)
                        .toList(),
                format.columns().stream().map(ImportFormat.Column::name).toList());
    }
}
