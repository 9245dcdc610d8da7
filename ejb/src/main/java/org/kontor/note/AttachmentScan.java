package org.kontor.note;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Looks into files before they are kept, such as a virus scanner. Every CDI bean of this type is asked, within the transaction
 * of the upload: while it works, nobody else sees the file, and what it finds leaves nothing behind.
 */
public interface AttachmentScan {

    /**
     * Looks into a file.
     *
     * @param name name of the file
     * @param content its bytes; need not be read to the end
     * @return what was found, in words for the person who uploads; empty when nothing was
     * @throws IOException when it cannot be looked into: then the file is not kept either
     */
    Optional<String> threat(String name, InputStream content) throws IOException;
}
