package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.InputStream;
import java.util.Optional;
import org.kontor.note.AttachmentContent;
import org.kontor.note.AttachmentDraft;
import org.kontor.note.AttachmentView;
import org.kontor.receivable.DocumentAttachments;
import org.kontor.receivable.DocumentKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/** Files of the invoice or credit memo that a page shows. */
@Named("documentAttachments")
@ViewScoped
public class DocumentAttachmentsBox extends AttachmentsBox {

    private static final long serialVersionUID = 1L;

    @Inject
    DocumentAttachments attachments;

    private DocumentKind kind = DocumentKind.INVOICE;
    private long id;

    /** Shows the files of this document. */
    void open(DocumentKind ofKind, long document) {
        kind = ofKind;
        id = document;
        fetch();
    }

    @Override
    Page<AttachmentView> list(PageRequest request) {
        return attachments.ofDocument(kind, id, request);
    }

    @Override
    AttachmentView add(AttachmentDraft draft, InputStream content) {
        return attachments.add(kind, id, draft, content);
    }

    @Override
    AttachmentView revise(AttachmentView file, AttachmentDraft draft) {
        return attachments.revise(file.id(), file.version(), draft);
    }

    @Override
    void delete(AttachmentView file) {
        attachments.remove(file.id());
    }

    @Override
    Optional<AttachmentContent> content(AttachmentView file) {
        return attachments.content(file.id());
    }
}
