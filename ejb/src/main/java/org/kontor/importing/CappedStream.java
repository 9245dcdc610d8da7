package org.kontor.importing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** Counts the bytes that pass, and refuses what expands beyond reason while it expands. */
final class CappedStream extends FilterInputStream {

    /** Most bytes that one packed file may expand to; sheets are wordy. */
    private static final long MAX_EXPANDED = 4L << 30;

    /** How many times its packed size a file may have; tables seldom reach 50, bombs begin with 1,000. */
    private static final long MAX_RATIO = 400;

    /** Up to here any ratio is harmless. */
    private static final long HARMLESS = 16L << 20;

    private final long most;
    private final LongSupplier packed;
    private long count;

    private CappedStream(InputStream in, long most, LongSupplier packed) {
        super(in);
        this.most = most;
        this.packed = packed;
    }

    /** A stream as it was uploaded. */
    static CappedStream counting(InputStream in) {
        return new CappedStream(in, ImportFiles.MAX_BYTES, () -> Long.MAX_VALUE / MAX_RATIO);
    }

    /**
     * A stream that expands.
     *
     * @param packed bytes that it was expanded from so far, or in the whole
     */
    static CappedStream of(InputStream in, LongSupplier packed) {
        return new CappedStream(in, MAX_EXPANDED, packed);
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) {
            counted(1);
        }
        return b;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (read > 0) {
            counted(read);
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void counted(int read) {
        count += read;
        if (count > most) {
            throw tooLarge();
        }
        if (count > HARMLESS && count / MAX_RATIO > packed.getAsLong()) {
            throw AppException.invalid(
                    "file",
                    "FILE_EXPANDS_TOO_MUCH",
                    "Upload the file unpacked: it grows to more than " + MAX_RATIO
                            + " times its size, as no table does.");
        }
    }

    static AppException tooLarge() {
        return new AppException(
                ErrorKind.TOO_LARGE,
                "FILE_TOO_LARGE",
                "Split the file: it is larger than " + (ImportFiles.MAX_BYTES >> 20) + " MB.");
    }
}
