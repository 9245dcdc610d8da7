package org.kontor.communication;

import java.util.Optional;
import org.kontor.document.StatementQuery;

/**
 * What is to go along with a message.
 *
 * @param kind what it is
 * @param id of the document or of the attachment, which must be the customer's; empty for a statement
 * @param statement which statement; empty for what is open today, and for everything else
 */
public record MessageFileDraft(Optional<MessageFileKind> kind, Optional<Long> id, Optional<StatementQuery> statement) {

    /** A document or an attachment. */
    public static MessageFileDraft of(MessageFileKind kind, long id) {
        return new MessageFileDraft(Optional.of(kind), Optional.of(id), Optional.empty());
    }

    /** A statement. */
    public static MessageFileDraft of(StatementQuery query) {
        return new MessageFileDraft(Optional.of(MessageFileKind.STATEMENT), Optional.empty(), Optional.of(query));
    }
}
