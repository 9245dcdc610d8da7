package org.kontor.signing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.kontor.shared.AppException;

/** Lets the bytes of a PDF pass, and refuses at their end what is none: by what it holds, whatever its name says. */
final class PdfStream extends FilterInputStream {

    /** Where readers of PDFs look for its beginning and its end. */
    private static final int EDGE = 1024;

    private final byte[] head = new byte[EDGE];
    private final byte[] tail = new byte[EDGE];
    private int first;
    private int last;

    PdfStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read < 0) {
            check();
            return read;
        }
        int begun = Math.min(read, EDGE - first);
        System.arraycopy(bytes, offset, head, first, begun);
        first += begun;
        int fresh = Math.min(read, EDGE);
        int kept = Math.min(last, EDGE - fresh);
        System.arraycopy(tail, last - kept, tail, 0, kept);
        System.arraycopy(bytes, offset + read - fresh, tail, kept, fresh);
        last = kept + fresh;
        return read;
    }

    private void check() {
        if (!text(head, first).contains("%PDF-") || !text(tail, last).contains("%%EOF")) {
            throw AppException.invalid(
                    "file",
                    "NOT_A_PDF",
                    "Choose a PDF: this file is none, or it is not whole, whatever its name says.");
        }
    }

    /** Whether these bytes begin as a PDF does; for what a service gave, which is whole when it answers. */
    static boolean isPdf(byte[] bytes) {
        return text(bytes, Math.min(bytes.length, EDGE)).contains("%PDF-");
    }

    private static String text(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }
}
