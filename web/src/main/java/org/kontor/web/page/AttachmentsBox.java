package org.kontor.web.page;

import jakarta.inject.Inject;
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
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.primefaces.event.FileUploadEvent;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.StreamedContent;

/** Files of what a page shows: its list, and what can be done with them. */
public abstract class AttachmentsBox implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private boolean internal;
    private Page<AttachmentView> shown = new Page<>(List.of(), Optional.empty());

    abstract Page<AttachmentView> list(PageRequest page);

    abstract AttachmentView add(AttachmentDraft draft, InputStream content);

    abstract AttachmentView revise(AttachmentView file, AttachmentDraft draft);

    abstract void delete(AttachmentView file);

    abstract Optional<AttachmentContent> content(AttachmentView file);

    /** Fetches the first piece. */
    void fetch() {
        shown = list(PageRequest.first());
    }

    /** Keeps an uploaded file; it is read once, as a stream. */
    public void upload(FileUploadEvent event) {
        try (InputStream content = event.getFile().getInputStream()) {
            AttachmentView kept = add(new AttachmentDraft(event.getFile().getFileName(), "", internal), content);
            notices.done(texts.of("attachment.added", kept.name()));
            fetch();
        } catch (AppException e) {
            notices.refused(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file, to be downloaded and never to be shown by the browser. */
    public StreamedContent download(AttachmentView file) {
        AttachmentContent content = content(file)
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

    /** Shares a file with the customer, or makes it internal. */
    public void toggle(AttachmentView file) {
        revise(file, new AttachmentDraft(file.name(), file.description(), !file.internal()));
        notices.done(texts.of(file.internal() ? "attachment.nowShared" : "attachment.nowInternal", file.name()));
        fetch();
    }

    /** Removes a file. */
    public void remove(AttachmentView file) {
        delete(file);
        notices.done(texts.of("attachment.removed", file.name()));
        fetch();
    }

    /** Shows the next piece below those on the page. */
    public void more() {
        shown.nextCursor().ifPresent(cursor -> {
            Page<AttachmentView> next = list(new PageRequest(PageRequest.DEFAULT_LIMIT, Optional.of(cursor)));
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
