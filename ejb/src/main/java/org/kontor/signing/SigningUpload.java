package org.kontor.signing;

import java.io.InputStream;

/**
 * A file that somebody uploads to be signed.
 *
 * @param name of the file
 * @param content its bytes; read once, not closed
 */
public record SigningUpload(String name, InputStream content) {}
