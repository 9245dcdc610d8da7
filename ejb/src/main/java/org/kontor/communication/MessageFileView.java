package org.kontor.communication;

import java.util.Optional;

/**
 * What went along with a message.
 *
 * @param kind what it is
 * @param id of the document or of the attachment; empty for a statement
 * @param name name of the file
 */
public record MessageFileView(MessageFileKind kind, Optional<Long> id, String name) {}
