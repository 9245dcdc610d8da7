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
import org.kontor.access.Permission;
import org.kontor.importing.ImportFollowUp;
import org.kontor.importing.ImportObstacle;
import org.kontor.importing.ImportView;
import org.kontor.importing.NearMatch;
import org.kontor.importing.UndoView;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.PageRequest;
import org.primefaces.PrimeFaces;
import org.primefaces.event.FileUploadEvent;

/** What follows an import that has ended, on the last step of {@link ImportPage}: corrections, near matches, undo. */
@Named("importResult")
@ViewScoped
public class ImportResultPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final PageRequest HUNDRED = new PageRequest(100, Optional.empty());

    @Inject
    ImportFollowUp followUp;

    @Inject
    ImportPage page;

    @Inject
    ShellPage shell;

    @Inject
    Notices notices;

    private List<ImportObstacle> obstacles = List.of();
    private List<NearMatch> near = List.of();
    private List<ImportView> corrections = List.of();

    /** Fetches what belongs to the import; called once when the page is opened, after {@link ImportPage#open}. */
    public void open() {
        if (page.getStep() == ImportPage.Step.RESULT) {
            corrections = followUp.corrections(page.getId(), HUNDRED).items();
            if (shell.may(Permission.READ_CUSTOMER.wireName())) {
                obstacles = followUp.obstacles(page.getId(), HUNDRED).items();
                near = followUp.nearMatches(page.getId(), HUNDRED).items();
            }
        }
    }

    private Optional<ImportView> view() {
        return page.getId() == 0 ? Optional.empty() : Optional.of(page.getView());
    }

    /** Takes the file of rejected rows, mended. */
    public void correct(FileUploadEvent event) {
        try (InputStream content = event.getFile().getInputStream()) {
            notices.go("/import.xhtml?id="
                    + followUp.correct(page.getId(), event.getFile().getFileName(), content)
                            .id());
        } catch (AppException e) {
            notices.refused(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the import back. */
    public void takeBack() {
        try {
            followUp.undo(page.getId());
            notices.go("/import.xhtml?id=" + page.getId());
        } catch (AppException e) {
            if (e.kind() != ErrorKind.CONFLICT) {
                throw e;
            }
            notices.refused(String.valueOf(e.getMessage()));
        }
    }

    /** Looks how far the undo is; the page is opened anew when it has ended. */
    public void pollUndo() {
        page.refresh();
        if (!isUndoing()) {
            PrimeFaces.current().executeScript("Kontor.reload()");
        }
    }

    /** Whether the import can be taken back, or what was kept can be tried again. */
    public boolean isUndoable() {
        return page.getStep() == ImportPage.Step.RESULT
                && !isUndoing()
                && page.getView().correctionOf().isEmpty()
                && page.getView()
                        .undo()
                        .filter(u -> u.state() == UndoView.State.DONE && u.kept() == 0)
                        .isEmpty()
                && page.getView().created() + page.getView().updated() > 0
                && shell.may(Permission.WRITE_CUSTOMER.wireName());
    }

    /** Whether the import is being taken back. */
    public boolean isUndoing() {
        return view().flatMap(ImportView::undo)
                .filter(u -> u.state() == UndoView.State.PENDING || u.state() == UndoView.State.RUNNING)
                .isPresent();
    }

    /** Whether the import was taken back, as far as that went. */
    public boolean isUndone() {
        return view().flatMap(ImportView::undo).isPresent() && !isUndoing();
    }

    /** How far the import was taken back. */
    public UndoView getUndo() {
        return page.getView().undo().orElseThrow();
    }

    /** Whether rejected rows can come again, mended. */
    public boolean isCorrectable() {
        return page.getStep() == ImportPage.Step.RESULT
                && page.getView().failed() > 0
                && page.getView().fileSize() > 0
                && page.getView().undo().isEmpty();
    }

    /** The import that the customers belong to: this one, or the one that it corrects. */
    public long getRoot() {
        return page.getView().correctionOf().orElse(page.getId());
    }

    /** Customers that the undo left as they are. */
    public List<ImportObstacle> getObstacles() {
        return obstacles;
    }

    /** New customers that resemble others. */
    public List<NearMatch> getNear() {
        return near;
    }

    /** Files that brought rejected rows again. */
    public List<ImportView> getCorrections() {
        return corrections;
    }
}
