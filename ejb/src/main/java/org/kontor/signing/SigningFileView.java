package org.kontor.signing;

import java.time.Instant;
import org.kontor.note.FileOwner.Role;

/**
 * A file of a document for signature.
 *
 * @param role ORIGINAL, SIGNED or PROOF
 * @param name name of the file
 * @param size bytes
 * @param sha256 hash of the bytes in hexadecimal digits
 * @param createdAt when it came
 */
public record SigningFileView(Role role, String name, long size, String sha256, Instant createdAt) {}
