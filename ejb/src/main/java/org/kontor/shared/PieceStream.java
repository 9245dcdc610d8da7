package org.kontor.shared;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Gives a stored file back, piece by piece; holds one piece at a time and counts what was read. */
public final class PieceStream extends InputStream {

    /** Bytes of the file in one piece. */
    public static final int PIECE = 1 << 20;

    private final IntFunction<Optional<byte[]>> pieces;
    private byte[] current = new byte[0];
    private int position;
    private int piece;
    private long count;
    private boolean ended;

    /**
     * @param pieces gives the compressed piece with this number, counted from 0; empty behind the last one
     */
    public PieceStream(IntFunction<Optional<byte[]>> pieces) {
        this.pieces = pieces;
    }

    /** A piece as it is stored: of the first {@code length} bytes. */
    public static byte[] compress(byte[] bytes, int length) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(bytes, 0, length);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(length / 3 + 64);
            byte[] buffer = new byte[64 * 1024];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** Bytes of the file read so far. */
    public long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        return fill() ? current[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int taken = Math.min(length, current.length - position);
        System.arraycopy(current, position, target, offset, taken);
        position += taken;
        count += taken;
        return taken;
    }

    private boolean fill() throws IOException {
        while (position == current.length && !ended) {
            Optional<byte[]> next = pieces.apply(piece++);
            if (next.isEmpty()) {
                ended = true;
            } else {
                current = expand(next.get());
                position = 0;
            }
        }
        return !ended;
    }

    private static byte[] expand(byte[] compressed) throws IOException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(compressed);
            byte[] out = new byte[PIECE];
            int length = 0;
            while (length < PIECE && !inflater.finished()) {
                int more = inflater.inflate(out, length, PIECE - length);
                if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new IOException("A stored piece of the file is damaged");
                }
                length += more;
            }
            return length == PIECE ? out : java.util.Arrays.copyOf(out, length);
        } catch (DataFormatException e) {
            throw new IOException("A stored piece of the file is damaged", e);
        } finally {
            inflater.end();
        }
    }
}
