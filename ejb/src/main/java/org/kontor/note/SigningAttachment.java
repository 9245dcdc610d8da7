package org.kontor.note;

import org.kontor.note.FileOwner.SigningFile;

/**
 * A file of a document for signature.
 *
 * @param place of which document, and what it is of it
 * @param file what is said of it
 */
public record SigningAttachment(SigningFile place, AttachmentView file) {}
