package org.kontor.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.note.AttachmentContent;
import org.kontor.note.AttachmentDraft;
import org.kontor.note.AttachmentView;
import org.kontor.note.Attachments;
import org.kontor.shared.AppException;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.primefaces.event.FileUploadEvent;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.StreamedContent;

/** Files of the customer that the record page shows. Fetched when the tab is first shown. */
@Named("attachmentsTab")
@ViewScoped
public class AttachmentsTab implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Attachments attachments;

    @Inject
    CustomerPage page;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private boolean internal;
    private Page<AttachmentView> shown = new Page<>(List.of(), Optional.empty());

    @PostConstruct
    void open() {
        shown = attachments.ofCustomer(page.getId(), PageRequest.first());
    }

    /** Keeps an uploaded file; it is read once, as a stream. */
    public void upload(FileUploadEvent event) {
        try (InputStream content = event.getFile().getInputStream()) {
            AttachmentView kept = attachments.add(
                    page.getId(), new AttachmentDraft(event.getFile().getFileName(), "", internal), content);
            notices.done(texts.of("attachment.added", kept.name()));
            open();
        } catch (AppException e) {
            notices.refused(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file, to be downloaded and never to be shown by the browser. */
    public StreamedContent download(AttachmentView file) {
        AttachmentContent content = attachments
                .content(file.id())
                .orElseThrow(() -> new AppException(
                        org.kontor.shared.ErrorKind.ABSENT, "ATTACHMENT_NOT_FOUND", texts.of("attachment.gone")));
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

    /** Shares a file with the customer, or makes it internal. */
    public void toggle(AttachmentView file) {
        attachments.revise(
                file.id(), file.version(), new AttachmentDraft(file.name(), file.description(), !file.internal()));
        notices.done(texts.of(file.internal() ? "attachment.nowShared" : "attachment.nowInternal", file.name()));
        open();
    }

    /** Removes a file. */
    public void remove(AttachmentView file) {
        attachments.remove(file.id());
        notices.done(texts.of("attachment.removed", file.name()));
        open();
    }

    /** Shows the next piece below those on the page. */
    public void more() {
        shown.nextCursor().ifPresent(cursor -> {
            Page<AttachmentView> next = attachments.ofCustomer(
                    page.getId(), new PageRequest(PageRequest.DEFAULT_LIMIT, Optional.of(cursor)));
            shown = new Page<>(
                    Stream.concat(shown.items().stream(), next.items().stream()).toList(), next.nextCursor());
        });
    }

    /** Files, newest first. */
    public List<AttachmentView> getShown() {
        return shown.items();
    }

    /** Whether there are more. */
    public boolean isMore() {
        return shown.nextCursor().isPresent();
    }

    /** Whether only staff may see the next file. */
    public boolean isInternal() {
        return internal;
    }

    /** Sets whether only staff may see the next file. */
    public void setInternal(boolean value) {
        internal = value;
    }
}
