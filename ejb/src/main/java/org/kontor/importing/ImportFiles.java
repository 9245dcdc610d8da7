package org.kontor.importing;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.PieceStream;

/** Keeps uploaded files in the database, so that any node can read them. */
@ApplicationScoped
public class ImportFiles {

    /** Largest file in bytes. */
    public static final long MAX_BYTES = 512L << 20;

    private static final int SAMPLE = 256 * 1024;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /**
     * Stores the table of an upload in the running transaction, unpacked, one piece in memory at a time, and looks at its
     * bytes on the way.
     *
     * @param upload text, or what {@link Unpacking} takes a text from
     * @param known the charset, if somebody knows it
     * @throws AppException {@link ErrorKind#TOO_LARGE} over {@link #MAX_BYTES}; {@link ErrorKind#INVALID} when it is no table
     */
    StoredFile store(long importId, InputStream upload, Optional<Charset> known) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            DigestInputStream hashed = new DigestInputStream(upload, digest);
            Text text = Unpacking.read(hashed, content -> storeText(importId, content, known));
            hashed.transferTo(OutputStream.nullOutputStream());
            return new StoredFile(
                    text.size(),
                    HexFormat.of().formatHex(digest.digest()),
                    text.charset(),
                    text.certain(),
                    text.sample());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Storing an uploaded file failed", e);
        } catch (IOException e) {
            throw new AppException(
                    ErrorKind.MALFORMED, "UPLOAD_INTERRUPTED", "Upload the file again: it did not arrive whole.");
        }
    }

    private Text storeText(long importId, InputStream content, Optional<Charset> known) throws IOException {
        CharsetSniffer sniffer = new CharsetSniffer();
        ByteArrayOutputStream sample = new ByteArrayOutputStream();
        long size = 0;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into import_piece (import_id, piece, content) values (?, ?, ?)")) {
            byte[] buffer = new byte[PieceStream.PIECE];
            int length = content.readNBytes(buffer, 0, buffer.length);
            for (int piece = 0; length > 0; piece++) {
                size += length;
                if (size > MAX_BYTES) {
                    throw CappedStream.tooLarge();
                }
                sniffer.update(buffer, length);
                sample.write(buffer, 0, Math.min(length, Math.max(0, SAMPLE - sample.size())));
                insert.setLong(1, importId);
                insert.setInt(2, piece);
                insert.setBytes(3, PieceStream.compress(buffer, length));
                insert.executeUpdate();
                length = content.readNBytes(buffer, 0, buffer.length);
            }
            Charset charset = known.orElseGet(sniffer::charset);
            boolean certain = known.isPresent() || sniffer.certain();
            return new Text(size, charset, certain, Unpacking.requireText(new String(sample.toByteArray(), charset)));
        } catch (SQLException e) {
            throw new IllegalStateException("Storing an uploaded file failed", e);
        }
    }

    /**
     * The bytes of a file. Fetches a piece when it is needed; holds no connection between.
     *
     * @throws AppException {@link ErrorKind#GONE} when it was removed because it held somebody who was erased
     */
    PieceStream open(long importId) {
        if (piece(importId, 0).isEmpty()) {
            throw new AppException(
                    ErrorKind.GONE,
                    "FILE_ERASED",
                    "Upload the rows again that you need: the file was removed with the data of somebody who was erased.");
        }
        return new PieceStream(piece -> piece(importId, piece));
    }

    /**
     * The beginning of a stored file.
     *
     * @param bytes how many at most
     */
    byte[] beginning(long importId, int bytes) {
        try (PieceStream content = open(importId)) {
            return content.readNBytes(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A stored file as {@link #store} tells of it, read in another charset. */
    StoredFile reread(ImportView view, Charset charset, boolean certain) {
        String sample = Unpacking.requireText(new String(beginning(view.id(), SAMPLE), charset));
        return new StoredFile(view.fileSize(), view.sha256(), charset, certain, sample);
    }

    private Optional<byte[]> piece(long importId, int piece) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select content from import_piece where import_id = ? and piece = ?")) {
            select.setLong(1, importId);
            select.setInt(2, piece);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Reading an uploaded file failed", e);
        }
    }

    private record Text(long size, Charset charset, boolean certain, String sample) {}

    /**
     * What was learned of a file while it was stored.
     *
     * @param size bytes of its text, unpacked
     * @param sha256 hash of the bytes as they were uploaded in hexadecimal digits
     * @param charset the charset that was said or found
     * @param certain whether it was said, or follows from the bytes
     * @param sample its first characters
     */
    record StoredFile(long size, String sha256, Charset charset, boolean certain, String sample) {}
}
