package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.document.RunState;
import org.kontor.document.StatementKind;
import org.kontor.document.StatementQuery;
import org.kontor.document.StatementRunDraft;
import org.kontor.document.StatementRunView;
import org.kontor.document.StatementRuns;
import org.kontor.shared.AppException;
import org.kontor.shared.PageRequest;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.StreamedContent;

/** Statements for all customers with something open: starts a run, shows how far it is, gives out the archive. */
@Named("statementRunsPage")
@ViewScoped
public class StatementRunsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    StatementRuns runs;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private final FieldErrors errors = new FieldErrors();
    private final HashMap<String, String> values = new HashMap<>();
    private List<StatementRunView> shown = List.of();

    /** Fetches the runs; called when the page is opened and while one is at work. */
    public void open() {
        shown = runs.list(PageRequest.first()).items();
    }

    /** Starts a run. */
    public void start() {
        errors.clear();
        try {
            StatementQuery wanted = StatementForm.query(values::get);
            runs.start(new StatementRunDraft(
                    Optional.of(wanted.kind()), wanted.asOf(), wanted.from(), wanted.currency(), Optional.empty()));
            notices.done(texts.of("statementRuns.started"));
            open();
        } catch (AppException e) {
            errors.showOrThrow(e, texts);
        }
    }

    /** Stops a run. */
    public void cancel(StatementRunView run) {
        try {
            runs.cancel(run.id());
        } catch (AppException e) {
            notices.refused(String.valueOf(e.getMessage()));
        }
        open();
    }

    /** What a run made, as one file. */
    public StreamedContent file(StatementRunView run) {
        runs.begin(run.id());
        return DefaultStreamedContent.builder()
                .name("statements-" + run.id() + ".zip")
                .contentType("application/zip")
                .writer(out -> runs.writeTo(run.id(), out))
                .build();
    }

    /** Whether a run is at work or waits for it. */
    public boolean open(StatementRunView run) {
        return run.state() == RunState.PENDING || run.state() == RunState.RUNNING;
    }

    /** Whether any run is at work. */
    public boolean isRunning() {
        return shown.stream().anyMatch(this::open);
    }

    /** The latest runs, newest first. */
    public List<StatementRunView> getShown() {
        return shown;
    }

    /** What can be listed. */
    public StatementKind[] getKinds() {
        return StatementKind.values();
    }

    /** What stands in the form. */
    public Map<String, String> getValues() {
        return values;
    }

    /** What needs a correction. */
    public FieldErrors getErrors() {
        return errors;
    }
}
