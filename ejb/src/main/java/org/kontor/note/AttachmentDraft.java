package org.kontor.note;

/**
 * What can be said of a file.
 *
 * @param name name of the file, 1 to 200 characters; its ending must be one that is accepted
 * @param description what it is, up to 500 characters
 * @param internal whether only staff may see it; shared with the customer when not
 */
public record AttachmentDraft(String name, String description, boolean internal) {}
