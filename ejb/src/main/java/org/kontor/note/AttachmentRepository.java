package org.kontor.note;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.note.FileOwner.SigningFile;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.PieceStream;
import org.kontor.shared.Sql;

/** Files and what is said of them. Plain rows: the bytes never go through an entity. */
@ApplicationScoped
class AttachmentRepository {

    private static final String COLUMNS =
            "id, version, created_at, created_by, updated_at, updated_by, customer_id, name,"
                    + " description, internal, size, sha256, document_id";
    private static final String NONE = "0".repeat(64);

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /** A file without bytes yet; they follow by {@link #store}. */
    long add(FileOwner owner, AttachmentDraft draft, Instant at, String by) {
        return Sql.one(
                        dataSource,
                        "insert into attachment (created_at, created_by, updated_at, updated_by, customer_id, document_id,"
                                + " signing_id, signing_role, name, description, internal, size, sha256)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?) returning id",
                        Sql.of(
                                at,
                                by,
                                at,
                                by,
                                owner.customerId(),
                                owner.documentId().orElse(null),
                                owner.signing().map(SigningFile::documentId).orElse(null),
                                owner.signing().map(file -> file.role().name()).orElse(null),
                                draft.name(),
                                draft.description(),
                                draft.internal(),
                                NONE),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    /**
     * Stores the bytes, one piece in memory at a time.
     *
     * @throws AppException {@link ErrorKind#TOO_LARGE}; {@link ErrorKind#INVALID} for a program; {@link ErrorKind#MALFORMED} when
     *     they do not arrive whole
     */
    void store(long id, InputStream content, long maxBytes) {
        long size = 0;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into attachment_piece (attachment_id, piece, content) values (?, ?, ?)")) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[PieceStream.PIECE];
            int length = content.readNBytes(buffer, 0, buffer.length);
            AttachmentRules.mustNotBeProgram(buffer, length);
            for (int piece = 0; length > 0; piece++) {
                size += length;
                if (size > maxBytes) {
                    throw new AppException(
                            ErrorKind.TOO_LARGE,
                            "FILE_TOO_LARGE",
                            "Choose a smaller file: at most " + (maxBytes >> 20) + " MB are accepted.");
                }
                digest.update(buffer, 0, length);
                insert.setLong(1, id);
                insert.setInt(2, piece);
                insert.setBytes(3, PieceStream.compress(buffer, length));
                insert.executeUpdate();
                length = content.readNBytes(buffer, 0, buffer.length);
            }
            Sql.execute(
                    dataSource,
                    "update attachment set size = ?, sha256 = ? where id = ?",
                    Sql.of(size, HexFormat.of().formatHex(digest.digest()), id));
        } catch (NoSuchAlgorithmException | SQLException e) {
            throw new IllegalStateException("Storing an attachment failed", e);
        } catch (IOException e) {
            throw new AppException(
                    ErrorKind.MALFORMED, "UPLOAD_INTERRUPTED", "Upload the file again: it did not arrive whole.");
        }
    }

    /** The bytes; a piece is fetched when it is needed, and no connection is held between. */
    PieceStream open(long id) {
        return new PieceStream(piece -> Sql.one(
                dataSource,
                "select content from attachment_piece where attachment_id = ? and piece = ?",
                Sql.of(id, piece),
                row -> row.getBytes(1)));
    }

    /** A file; those of documents for signature, which have a service of their own, are not found. */
    Optional<AttachmentView> find(long id) {
        return find(id, " and signing_id is null");
    }

    /** A file, whatever it belongs to. */
    Optional<AttachmentView> any(long id) {
        return find(id, "");
    }

    private Optional<AttachmentView> find(long id, String condition) {
        return Sql.one(
                dataSource,
                "select " + COLUMNS + " from attachment where id = ?" + condition,
                Sql.of(id),
                AttachmentRepository::view);
    }

    /** The files of documents for signature. */
    List<SigningAttachment> ofSigning(Collection<Long> documents) {
        return Sql.many(
                dataSource,
                "select " + COLUMNS + ", signing_id, signing_role from attachment where signing_id = any(?::bigint[])"
                        + " order by id",
                Sql.of((Object) documents.toArray(Long[]::new)),
                row -> new SigningAttachment(
                        new SigningFile(row.getLong(14), FileOwner.Role.valueOf(row.getString(15))), view(row)));
    }

    /** Files with an id below {@code before}, newest first. */
    List<AttachmentView> of(FileOwner owner, long before, int limit) {
        return Sql.many(
                dataSource,
                "select " + COLUMNS + " from attachment where "
                        + (owner.documentId().isPresent()
                                ? "document_id = ?"
                                : "customer_id = ? and document_id is null and signing_id is null")
                        + " and id < ? order by id desc limit ?",
                Sql.of(owner.documentId().orElse(owner.customerId()), before, limit),
                AttachmentRepository::view);
    }

    /** Files of a customer that are not internal, without those of documents, with an id below {@code before}, newest first. */
    List<AttachmentView> shared(long customerId, long before, int limit) {
        return Sql.many(
                dataSource,
                "select " + COLUMNS
                        + " from attachment where customer_id = ? and document_id is null and signing_id is null"
                        + " and not internal and id < ? order by id desc limit ?",
                Sql.of(customerId, before, limit),
                AttachmentRepository::view);
    }

    /** How many files of a customer somebody added since. */
    int addedSince(long customerId, String by, Instant since) {
        return Sql.one(
                        dataSource,
                        "select count(*) from attachment where customer_id = ? and created_by = ? and created_at > ?",
                        Sql.of(customerId, by, since),
                        row -> row.getInt(1))
                .orElse(0);
    }

    /** Whether the version was still this one. */
    boolean revise(long id, long version, AttachmentDraft draft, Instant at, String by) {
        return Sql.execute(
                        dataSource,
                        "update attachment set name = ?, description = ?, internal = ?, updated_at = ?, updated_by = ?,"
                                + " version = version + 1 where id = ? and version = ?",
                        Sql.of(draft.name(), draft.description(), draft.internal(), at, by, id, version))
                == 1;
    }

    void remove(long id) {
        Sql.execute(dataSource, "delete from attachment where id = ?", Sql.of(id));
    }

    private static AttachmentView view(ResultSet row) throws SQLException {
        return new AttachmentView(
                row.getLong(1),
                row.getLong(2),
                Sql.instant(row, 3),
                row.getString(4),
                Sql.instant(row, 5),
                row.getString(6),
                row.getLong(7),
                Optional.ofNullable(row.getObject(13, Long.class)),
                row.getString(8),
                row.getString(9),
                row.getBoolean(10),
                row.getLong(11),
                row.getString(12));
    }
}
