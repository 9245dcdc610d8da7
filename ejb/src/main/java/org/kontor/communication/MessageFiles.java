package org.kontor.communication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.communication.MessageRepository.StoredFile;
import org.kontor.customer.FieldCheck;
import org.kontor.document.Documents;
import org.kontor.document.Paper;
import org.kontor.document.StatementQuery;
import org.kontor.document.Statements;
import org.kontor.note.AttachmentContent;
import org.kontor.note.AttachmentStore;
import org.kontor.note.AttachmentView;
import org.kontor.note.Attachments;
import org.kontor.receivable.DocumentKind;
import org.kontor.receivable.InvoiceView;
import org.kontor.receivable.Invoices;

/** Documents and files of customers as what goes along with a message. */
@ApplicationScoped
class MessageFiles {

    static final int MOST = 100;

    private static final int MOST_BYTES = 15 * 1024 * 1024;
    private static final String FIELD = "attachments";

    @Inject
    Invoices invoices;

    @Inject
    Documents documents;

    @Inject
    Statements statements;

    @Inject
    Attachments attachments;

    /** A file with its bytes. */
    record Loaded(String name, String type, ByteBuffer bytes) {}

    private record Sized(StoredFile file, long bytes) {}

    /** What these drafts mean; what is against a rule is noted. What the caller may not read is refused. */
    List<StoredFile> check(FieldCheck fields, long customerId, List<MessageFileDraft> drafts) {
        List<StoredFile> files = new ArrayList<>();
        long bytes = 0;
        if (drafts.size() > MOST) {
            fields.refuse(FIELD, "OUT_OF_RANGE", "Choose up to " + MOST + " files for one message.");
            return files;
        }
        for (MessageFileDraft draft : drafts) {
            MessageFileKind kind = draft.kind().orElse(null);
            if (kind == null || (kind != MessageFileKind.STATEMENT && draft.id().isEmpty())) {
                fields.refuse(FIELD, "REQUIRED", "Say of each file its kind and its id; a statement needs none.");
                continue;
            }
            Optional<Sized> file = file(fields, customerId, kind, draft);
            if (file.isPresent()) {
                files.add(file.get().file());
                bytes += file.get().bytes();
            }
        }
        if (bytes > MOST_BYTES) {
            fields.refuse(FIELD, "TOO_LARGE", "Send fewer or smaller files: together they may have up to 15 MB.");
        }
        return files;
    }

    private Optional<Sized> file(FieldCheck fields, long customerId, MessageFileKind kind, MessageFileDraft draft) {
        if (kind == MessageFileKind.STATEMENT) {
            Paper paper = statements.pdf(customerId, draft.statement().orElseGet(StatementQuery::open));
            return Optional.of(sized(kind, Optional.empty(), paper, Optional.of(ByteBuffer.wrap(paper.bytes()))));
        }
        long id = draft.id().orElseThrow();
        if (kind == MessageFileKind.ATTACHMENT) {
            return attachment(fields, customerId, id);
        }
        DocumentKind document = document(kind);
        Optional<InvoiceView> found = invoices.find(document, id).filter(each -> each.customerId() == customerId);
        if (found.isEmpty()) {
            fields.refuse(
                    FIELD, kind + "_NOT_FOUND", "Choose documents of this customer: " + id + " is none of theirs.");
        } else if (found.get().issuedAt().isEmpty()) {
            fields.refuse(FIELD, "NOT_ISSUED", "Issue it first: a draft is not sent.");
        } else {
            return Optional.of(sized(kind, Optional.of(id), documents.pdf(document, id), Optional.empty()));
        }
        return Optional.empty();
    }

    private Optional<Sized> attachment(FieldCheck fields, long customerId, long id) {
        Optional<AttachmentView> found = attachments.find(id).filter(each -> each.customerId() == customerId);
        if (found.isEmpty()) {
            fields.refuse(
                    FIELD, "ATTACHMENT_NOT_FOUND", "Choose files of this customer: " + id + " is none of theirs.");
        } else if (found.get().internal()) {
            fields.refuse(
                    FIELD,
                    "INTERNAL",
                    "Share the file with the customer first: “" + found.get().name() + "” is for staff alone.");
        } else {
            return Optional.of(new Sized(
                    new StoredFile(
                            new MessageFileView(
                                    MessageFileKind.ATTACHMENT,
                                    Optional.of(id),
                                    found.get().name()),
                            Optional.empty()),
                    found.get().size()));
        }
        return Optional.empty();
    }

    private static Sized sized(MessageFileKind kind, Optional<Long> id, Paper paper, Optional<ByteBuffer> content) {
        return new Sized(new StoredFile(new MessageFileView(kind, id, paper.name()), content), paper.bytes().length);
    }

    /**
     * The file with its bytes.
     *
     * @throws org.kontor.shared.AppException {@link org.kontor.shared.ErrorKind#ABSENT} when it was removed meanwhile
     */
    Loaded load(StoredFile file) {
        MessageFileView view = file.view();
        if (file.content().isPresent()) {
            return new Loaded(view.name(), Paper.PDF, file.content().get());
        }
        long id = view.id().orElseThrow();
        if (view.kind() != MessageFileKind.ATTACHMENT) {
            Paper paper = documents.pdf(document(view.kind()), id);
            return new Loaded(view.name(), paper.type(), ByteBuffer.wrap(paper.bytes()));
        }
        AttachmentContent content = attachments.content(id).orElseThrow(() -> AttachmentStore.absent(id));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            content.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Loaded(view.name(), "application/octet-stream", ByteBuffer.wrap(bytes.toByteArray()));
    }

    private static DocumentKind document(MessageFileKind kind) {
        return kind == MessageFileKind.INVOICE ? DocumentKind.INVOICE : DocumentKind.CREDIT_MEMO;
    }
}
