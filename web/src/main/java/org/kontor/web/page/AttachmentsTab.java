package org.kontor.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.InputStream;
import java.util.Optional;
import org.kontor.note.AttachmentContent;
import org.kontor.note.AttachmentDraft;
import org.kontor.note.AttachmentView;
import org.kontor.note.Attachments;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/** Files of the customer that the record page shows. Fetched when the tab is first shown. */
@Named("attachmentsTab")
@ViewScoped
public class AttachmentsTab extends AttachmentsBox {

    private static final long serialVersionUID = 1L;

    @Inject
    Attachments attachments;

    @Inject
    CustomerPage page;

    @PostConstruct
    void open() {
        fetch();
    }

    @Override
    Page<AttachmentView> list(PageRequest request) {
        return attachments.ofCustomer(page.getId(), request);
    }

    @Override
    AttachmentView add(AttachmentDraft draft, InputStream content) {
        return attachments.add(page.getId(), draft, content);
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
