package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.importing.ImportState;
import org.kontor.importing.ImportView;
import org.kontor.importing.Imports;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/** The list of imports, newest first. */
@Named("importsPage")
@ViewScoped
public class ImportsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Imports imports;

    @Inject
    Texts texts;

    private Page<ImportView> shown = new Page<>(List.of(), Optional.empty());

    /** Fetches the first ones; called once when the page is opened. */
    public void open() {
        shown = imports.list(PageRequest.first());
    }

    /** Shows the next ones below those on the page. */
    public void more() {
        shown.nextCursor().ifPresent(cursor -> {
            Page<ImportView> next = imports.list(new PageRequest(PageRequest.DEFAULT_LIMIT, Optional.of(cursor)));
            shown = new Page<>(
                    Stream.concat(shown.items().stream(), next.items().stream()).toList(), next.nextCursor());
        });
    }

    /** Where an import stands, in words. */
    public String state(ImportView view) {
        return texts.of("importState."
                + (view.dryRun() && view.state() == ImportState.SUCCEEDED
                        ? "DRY"
                        : view.state().name()));
    }

    /** Style of the state. */
    public String style(ImportView view) {
        return switch (view.state()) {
            case UPLOADED -> "k-status-prospect";
            case PENDING, RUNNING -> "k-status-pending";
            case SUCCEEDED -> view.dryRun() ? "k-status-prospect" : "k-status-open";
            case FAILED -> "k-status-closed";
            case CANCELLED -> "k-status-warn";
        };
    }

    /** Imports on the page. */
    public List<ImportView> getShown() {
        return shown.items();
    }

    /** Whether there are more. */
    public boolean isMore() {
        return shown.nextCursor().isPresent();
    }
}
