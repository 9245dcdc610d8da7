package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.access.Permission;
import org.kontor.note.AttachmentContent;
import org.kontor.note.FileOwner.Role;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.signing.SignerView;
import org.kontor.signing.SigningAbility;
import org.kontor.signing.SigningDocumentView;
import org.kontor.signing.SigningDocuments;
import org.kontor.signing.SigningFileView;
import org.kontor.signing.SigningRequests;
import org.kontor.signing.SigningState;
import org.kontor.signing.SigningUpload;
import org.kontor.timeline.Timeline;
import org.primefaces.event.FileUploadEvent;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.StreamedContent;

/** The document for signature whose {@code id} stands in the address (S4-134). */
@Named("signingPage")
@ViewScoped
public class SigningPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    SigningDocuments documents;

    @Inject
    SigningRequests requests;

    @Inject
    Timeline timeline;

    @Inject
    ShellPage shell;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private long id;
    private Optional<SigningDocumentView> document = Optional.empty();
    private Optional<SigningAbility> ability = Optional.empty();
    private List<HistoryDay> history = List.of();
    private final Map<String, String> values = new HashMap<>();
    private final FieldErrors errors = new FieldErrors();

    /** Fetches what the page shows; called once when the page is opened. */
    public void open() {
        shell.require(Permission.READ_DOCUMENT);
        SigningDocumentView view = documents.find(id).orElseThrow(this::absent);
        document = Optional.of(view);
        texts.timesOf(view.entityId());
        ability = Optional.of(documents.ability(view.customerId()));
        values.put("hereAlone", "false");
        if (shell.may(Permission.READ_CUSTOMER.wireName())) {
            history = HistoryDay.of(timeline.ofDocument(view.customerId(), id), texts);
        }
    }

    /** Keeps the PDF that was chosen; it is read once, as a stream. */
    public void upload(FileUploadEvent event) {
        String name = event.getFile().getFileName();
        try (InputStream content = event.getFile().getInputStream()) {
            documents.attach(id, getDocument().version(), new SigningUpload(name, content));
        } catch (AppException e) {
            notices.refused(
                    e.errors().isEmpty()
                            ? String.valueOf(e.getMessage())
                            : e.errors().get(0).message());
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        notices.done(texts.of("signing.uploaded", name));
        notices.go("/document.xhtml?id=" + id);
    }

    /** Sends it. */
    public void send() {
        act(() -> requests.send(id, getDocument().version()), "signing.sendingNow");
    }

    /** Has a signer reminded. */
    public void remind(SignerView signer) {
        act(() -> requests.remind(id, getDocument().version(), signer.position()), "signing.remindingNow");
    }

    /** Takes it back for the reason that was typed. */
    public void withdraw() {
        act(
                () -> requests.withdraw(
                        id,
                        getDocument().version(),
                        Typed.text(values.get("reason")),
                        Boolean.parseBoolean(values.get("hereAlone"))),
                "signing.withdrawnNow");
    }

    /** Deletes it. */
    public void remove() {
        SigningDocumentView view = getDocument();
        try {
            documents.remove(id, view.version());
        } catch (AppException e) {
            errors.showOrBanner(e, texts, notices);
            return;
        }
        notices.done(texts.of("signing.removedNow", view.name()));
        notices.go("/customer.xhtml?id=" + view.customerId() + "&tab=documents");
    }

    private void act(Runnable action, String told) {
        errors.clear();
        try {
            action.run();
        } catch (AppException e) {
            errors.showOrBanner(e, texts, notices);
            return;
        }
        notices.done(texts.of(told));
        notices.go("/document.xhtml?id=" + id);
    }

    /** A file, to be downloaded and never to be shown by the browser. */
    public StreamedContent download(SigningFileView file) {
        AttachmentContent content = documents
                .content(id, file.role())
                .orElseThrow(
                        () -> new AppException(ErrorKind.ABSENT, "ATTACHMENT_NOT_FOUND", texts.of("attachment.gone")));
        return DefaultStreamedContent.builder()
                .name(file.name())
                .contentType("application/octet-stream")
                .contentLength(file.size())
                .writer(out -> {
                    try {
                        content.writeTo(out);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .build();
    }

    private AppException absent() {
        return new AppException(
                ErrorKind.ABSENT, "DOCUMENT_NOT_FOUND", texts.of("signing.notFound", Long.toString(id)));
    }

    /** The document. */
    public SigningDocumentView getDocument() {
        return document.orElseThrow(this::absent);
    }

    /** What can be done with documents of its customer now. */
    public SigningAbility getAbility() {
        return ability.orElseThrow(this::absent);
    }

    /** Why it cannot be sent as it is: a file or signers are missing, or nothing is sent now; empty when it can. */
    public String getMissing() {
        SigningDocumentView view = getDocument();
        if (!getAbility().ready()) {
            return texts.say(getAbility().reason());
        }
        return view.file(Role.ORIGINAL).isEmpty()
                ? texts.of("signing.needsFile")
                : view.signers().isEmpty() ? texts.of("signing.needsSigners") : "";
    }

    /** Whether it can be withdrawn. */
    public boolean isWithdrawable() {
        SigningDocumentView view = getDocument();
        return view.state() == SigningState.SENDING
                || view.state() == SigningState.SENT
                || (view.state() == SigningState.WITHDRAWING && !view.trouble().isEmpty());
    }

    /** Whether a signer can be reminded now. */
    public boolean remindable(SignerView signer) {
        return getDocument().state() == SigningState.SENT && getAbility().remind() && signer.open() && !signer.remind();
    }

    /** What happened to it, newest first, by day. */
    public List<HistoryDay> getHistory() {
        return history;
    }

    /** What stands in the inputs, by name of the field. */
    public Map<String, String> getValues() {
        return values;
    }

    /** What needs a correction. */
    public FieldErrors getErrors() {
        return errors;
    }

    /** Id of the document. */
    public long getId() {
        return id;
    }

    /** Sets the id of the document. */
    public void setId(long value) {
        id = value;
    }
}
