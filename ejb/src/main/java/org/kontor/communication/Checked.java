package org.kontor.communication;

import java.util.List;

/**
 * A message that keeps the rules.
 *
 * @param channel by which way
 * @param direction who began
 * @param draft what is said, trimmed, with the address that it goes to
 * @param files what goes along
 */
record Checked(
        MessageKind channel,
        MessageDirection direction,
        MessageDraft draft,
        List<MessageRepository.StoredFile> files) {}
