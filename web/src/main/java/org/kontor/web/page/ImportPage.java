package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kontor.importing.ImportChoice;
import org.kontor.importing.ImportFormatView;
import org.kontor.importing.ImportMapping;
import org.kontor.importing.ImportProblem;
import org.kontor.importing.ImportState;
import org.kontor.importing.ImportView;
import org.kontor.importing.Imports;
import org.kontor.importing.MatchBy;
import org.kontor.importing.OnDuplicate;
import org.kontor.importing.PreviewRow;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;
import org.kontor.shared.PageRequest;
import org.primefaces.PrimeFaces;
import org.primefaces.event.FileUploadEvent;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.StreamedContent;

/**
 * One import, step by step. Its {@code id} stands in the address; which step is shown follows from where the import stands,
 * so that a reload or another reader sees the same. {@code show} narrows the list of problems.
 */
@Named("importPage")
@ViewScoped
public class ImportPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PREVIEW = 8;
    private static final String GENERIC = "generic";
    private static final PageRequest HUNDRED = new PageRequest(100, Optional.empty());

    @Inject
    Imports imports;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    @Inject
    Lines lines;

    private long id;
    private String show = "";
    private boolean map;
    private String format = "";
    private OnDuplicate onDuplicate = OnDuplicate.SKIP;
    private List<String> matchBy = names(MatchBy.ALL);
    private Optional<ImportView> view = Optional.empty();
    private List<PreviewRow> preview = List.of();
    private List<ImportProblem> problems = List.of();
    private List<ImportFormatView> formats = List.of();

    /** Steps of an import. */
    public enum Step {
        /** Choose a file. */
        FILE,
        /** See what was recognised. */
        DETECTION,
        /** Say what the columns of an unknown file mean. */
        MAPPING,
        /** See what would happen. */
        DRY,
        /** Watch it run. */
        RUN,
        /** See what happened. */
        RESULT
    }

    /** Fetches where the import stands; called once when the page is opened. */
    public void open() {
        formats = imports.formats();
        if (id == 0) {
            return;
        }
        ImportView current = imports.find(id).orElseThrow(this::absent);
        view = Optional.of(current);
        format = current.format().isEmpty() ? GENERIC : current.format();
        onDuplicate = current.onDuplicate();
        matchBy = names(current.matchBy());
        if (getStep() == Step.DETECTION
                && !current.format().isEmpty()
                && current.headerProblems().isEmpty()) {
            preview = imports.preview(id, PREVIEW);
        }
        if (!isMoving() && getStep() != Step.DETECTION && getStep() != Step.MAPPING) {
            problems = imports.problems(id, outcome(), HUNDRED).items();
        }
    }

    /** Takes an uploaded file; it is read once, as a stream. */
    public void upload(FileUploadEvent event) {
        try (InputStream content = event.getFile().getInputStream()) {
            ImportView uploaded = imports.upload(
                    event.getFile().getFileName(), content, Optional.of(format).filter(f -> !f.isEmpty()));
            notices.go("/import.xhtml?id=" + uploaded.id());
        } catch (AppException e) {
            notices.refused(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the dry run; a file of no known format is asked about first. */
    public void dryRun() {
        if (format.equals(GENERIC)) {
            notices.go("/import.xhtml?id=" + id + "&map=true");
        } else {
            start(true, Optional.empty());
        }
    }

    /** Starts the dry run with what was said of the columns. */
    public void dryRun(ImportMapping mapping) {
        format = GENERIC;
        start(true, Optional.of(mapping));
    }

    /** Starts the import. */
    public void run() {
        start(false, Optional.empty());
    }

    private void start(boolean dry, Optional<ImportMapping> mapping) {
        if (matchBy.isEmpty() && onDuplicate != OnDuplicate.CREATE) {
            notices.refused(texts.of("import.matchBy.none"));
            return;
        }
        try {
            imports.start(
                    id,
                    new ImportChoice(
                            Optional.of(format).filter(f -> !f.isEmpty()),
                            onDuplicate,
                            matchBy.stream().map(MatchBy::valueOf).collect(Collectors.toSet()),
                            dry,
                            mapping));
            notices.go("/import.xhtml?id=" + id);
        } catch (AppException e) {
            if (e.kind() != ErrorKind.INVALID && e.kind() != ErrorKind.CONFLICT) {
                throw e;
            }
            notices.refused(
                    e.errors().isEmpty()
                            ? String.valueOf(e.getMessage())
                            : e.errors().stream()
                                    .map(FieldError::message)
                                    .distinct()
                                    .collect(Collectors.joining(" ")));
        }
    }

    /** Looks where the import stands. */
    public void refresh() {
        view = Optional.of(imports.find(id).orElseThrow(this::absent));
    }

    /** The same; the page is opened anew when it has come to rest. */
    public void poll() {
        refresh();
        if (!isMoving()) {
            PrimeFaces.current().executeScript("Kontor.reload()");
        }
    }

    /** Stops the import after the piece that it is working on. */
    public void cancel() {
        imports.cancel(id);
        notices.go("/import.xhtml?id=" + id);
    }

    /** Lets a stopped import go on. */
    public void resume() {
        imports.resume(id);
        notices.go("/import.xhtml?id=" + id);
    }

    /** The rejected rows as a file. */
    public StreamedContent getFailedRows() {
        return DefaultStreamedContent.builder()
                .name("rejected-rows-" + id + ".csv")
                .contentType("text/csv; charset=UTF-8")
                .writer(out -> imports.writeFailedRows(id, out))
                .build();
    }

    /** The step that is shown. */
    public Step getStep() {
        return view.map(this::step).orElse(Step.FILE);
    }

    private Step step(ImportView current) {
        if (current.state() == ImportState.UPLOADED) {
            return map ? Step.MAPPING : Step.DETECTION;
        }
        if (current.dryRun()) {
            return Step.DRY;
        }
        return current.state() == ImportState.PENDING || current.state() == ImportState.RUNNING
                ? Step.RUN
                : Step.RESULT;
    }

    /** Style of a step: done, now or ahead. */
    public String style(Step step) {
        int order = step.compareTo(getStep());
        return order == 0 ? "is-now" : order < 0 ? "is-done" : "";
    }

    /** All steps; that of the mapping only for a file that needs it. */
    public List<Step> getSteps() {
        return Stream.of(Step.values())
                .filter(s -> s != Step.MAPPING || format.equals(GENERIC))
                .toList();
    }

    /** Whether a worker has it or will take it. */
    public boolean isMoving() {
        return view.filter(v -> v.state() == ImportState.PENDING || v.state() == ImportState.RUNNING)
                .isPresent();
    }

    /** How much of the file is read, 0 to 100. */
    public int getPercent() {
        return view.filter(v -> v.fileSize() > 0)
                .map(v -> (int) Math.min(100, v.bytesRead() * 100 / v.fileSize()))
                .orElse(0);
    }

    /** Name of the format for people; empty while none fits. */
    public String getFormatName() {
        return formats.stream()
                .filter(f -> f.id().equals(format))
                .map(ImportFormatView::name)
                .findFirst()
                .orElse(format);
    }

    /** Whether two formats know the header nearly alike. */
    public boolean isUndecided() {
        return getView().headerProblems().stream()
                .anyMatch(problem -> problem.code().equals("FORMAT_AMBIGUOUS"));
    }

    /** Points of the recognised format, 0 to 100. */
    public int getScore() {
        return view.stream()
                .flatMap(v -> v.candidates().stream())
                .filter(c -> c.format().equals(format))
                .mapToInt(ImportView.Candidate::score)
                .findFirst()
                .orElse(0);
    }

    private static List<String> names(Set<MatchBy> several) {
        return several.stream().sorted().map(Enum::name).toList();
    }

    /** Name of the delimiter of the file. */
    public String getDelimiterName() {
        return delimiterName(getView().delimiter());
    }

    /** Name of a delimiter. */
    public String delimiterName(String delimiter) {
        return texts.find("delimiter." + (delimiter.isEmpty() ? "" : Integer.toString(delimiter.codePointAt(0))))
                .orElse(delimiter);
    }

    /** What was imported, when and by whom; demo data come from no file and have no size. */
    public String getMeta() {
        ImportView v = getView();
        String at = texts.moment(v.createdAt());
        return v.fileSize() == 0
                ? texts.of("import.metaWithoutFile", v.fileName(), at, v.createdBy())
                : texts.of("import.meta", v.fileName(), texts.size(v.fileSize()), at, v.createdBy());
    }

    /** Columns left out, with commas. */
    public String getIgnored() {
        return String.join(", ", getView().ignoredColumns());
    }

    /** Address of a row of the preview in one line. */
    public String addressLine(PreviewRow row) {
        return lines.address(row.draft().address());
    }

    private Optional<ImportProblem.Outcome> outcome() {
        return List.of(ImportProblem.Outcome.values()).stream()
                .filter(o -> o.name().equalsIgnoreCase(show))
                .findFirst();
    }

    private AppException absent() {
        return new AppException(ErrorKind.ABSENT, "IMPORT_NOT_FOUND", texts.of("import.notFound", Long.toString(id)));
    }

    /** The import. */
    public ImportView getView() {
        return view.orElseThrow(this::absent);
    }

    /** Whether the rows are documents of the ledger. */
    public boolean isLedger() {
        return preview.stream().anyMatch(row -> row.document().isPresent());
    }

    /** The first rows as they will look. */
    public List<PreviewRow> getPreview() {
        return preview;
    }

    /** Problems of rows, in the order of the file. */
    public List<ImportProblem> getProblems() {
        return problems;
    }

    /** Formats to choose from. */
    public List<ImportFormatView> getFormats() {
        return formats;
    }

    /** What may happen to rows whose customer exists. */
    public OnDuplicate[] getDuplicateChoices() {
        return OnDuplicate.values();
    }

    /** By what a row and a customer can be found to be the same. */
    public MatchBy[] getMatchChoices() {
        return MatchBy.values();
    }

    /** Names of what makes a row and a customer the same. */
    public List<String> getMatchBy() {
        return matchBy;
    }

    /** Sets what makes a row and a customer the same. */
    public void setMatchBy(List<String> value) {
        matchBy = List.copyOf(value);
    }

    /** Id of the import; 0 before the upload. */
    public long getId() {
        return id;
    }

    /** Sets the id of the import. */
    public void setId(long value) {
        id = value;
    }

    /** Whether the columns are to be assigned. */
    public boolean isMap() {
        return map;
    }

    /** Sets whether the columns are to be assigned. */
    public void setMap(boolean value) {
        map = value;
    }

    /** Outcome whose problems are shown; empty for all. */
    public String getShow() {
        return show;
    }

    /** Sets the outcome whose problems are shown. */
    public void setShow(@Nullable String value) {
        show = value == null ? "" : value;
    }

    /** Format chosen; empty to detect it. */
    public String getFormat() {
        return format;
    }

    /** Sets the format. */
    public void setFormat(@Nullable String value) {
        format = value == null ? "" : value;
    }

    /** What happens to rows whose customer exists. */
    public OnDuplicate getOnDuplicate() {
        return onDuplicate;
    }

    /** Sets what happens to rows whose customer exists. */
    public void setOnDuplicate(OnDuplicate value) {
        onDuplicate = value;
    }
}
