package org.kontor.note;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.kontor.shared.PieceStream;

/** A file to be given out: one piece in memory at a time. */
public final class AttachmentContent {

    private final AttachmentView view;
    private final PieceStream pieces;

    AttachmentContent(AttachmentView view, PieceStream pieces) {
        this.view = view;
        this.pieces = pieces;
    }

    /** What is said of it. */
    public AttachmentView view() {
        return view;
    }

    /**
     * Writes the bytes; may be called once.
     *
     * @throws IOException when they are not those that were uploaded: then the end is missing, so that the reader notices
     */
    public void writeTo(OutputStream out) throws IOException {
        try (InputStream in = pieces) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[64 * 1024];
            byte[] held = new byte[0];
            InputStream digested = new DigestInputStream(in, digest);
            for (int length = digested.read(buffer); length >= 0; length = digested.read(buffer)) {
                out.write(held);
                held = java.util.Arrays.copyOf(buffer, length);
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(view.sha256())) {
                throw new IOException("Attachment " + view.id() + " is damaged: its checksum differs");
            }
            out.write(held);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
