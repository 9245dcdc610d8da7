package org.kontor.signing;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.kontor.access.CustomerScope;
import org.kontor.database.DatabaseDefinition;
import org.kontor.note.AttachmentStore;
import org.kontor.note.AttachmentView;
import org.kontor.note.SigningAttachment;
import org.kontor.shared.Sql;
import org.kontor.spi.RemoteRef;

/** Reads documents for signature with their signers and files. */
@ApplicationScoped
class SigningRows {

    private static final String SELECT = """
            select d.id, d.version, d.created_at, d.created_by, d.updated_at, d.updated_by, d.customer_id, c.display_name, c.entity_id,
                   d.name, d.message, d.in_order, d.expires_on, d.state, d.trouble, d.reason, coalesce(x.name, d.connection_name),
                   d.sent_at, d.ended_at, e.time_zone, c.archived, d.connection_id, d.sending_key, d.maybe_there, d.remote_id,
                   d.remote_version, d.queued_at, d.tries, d.calls, d.due_at, d.unheard
            from signing_document d
                join customer c on c.id = d.customer_id
                join company_entity e on e.id = c.entity_id
                left join connection x on x.id = d.connection_id
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    AttachmentStore files;

    /** A signer in the database. */
    private record Signer(long document, String remoteId, SignerView view) {}

    /** Documents by their ids that the caller sees. */
    List<SigningRow> find(Collection<Long> ids) {
        return read(" where d.id = any(?::bigint[])", " order by d.id", (Object) ids.toArray(Long[]::new));
    }

    /** Documents of a customer with ids below this one, the latest first; none of a customer whom the caller does not see. */
    List<SigningRow> ofCustomer(long customerId, long before, int limit) {
        return read(" where d.customer_id = ? and d.id < ?", " order by d.id desc limit ?", customerId, before, limit);
    }

    private List<SigningRow> read(String where, String order, Object... values) {
        String scope = CustomerScope.condition();
        List<SigningRow> rows = Sql.many(
                dataSource,
                SELECT + where + (scope.isEmpty() ? "" : " and " + scope) + order,
                Sql.of(values),
                SigningRows::row);
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Long> ids = rows.stream().map(SigningRow::id).toList();
        Map<Long, List<Signer>> signers = Sql.many(
                        dataSource,
                        "select document_id, remote_id, position, name, email, state, at, remind, reminded_at from signing_signer"
                                + " where document_id = any(?::bigint[]) order by document_id, position",
                        Sql.of((Object) ids.toArray(Long[]::new)),
                        SigningRows::signer)
                .stream()
                .collect(Collectors.groupingBy(Signer::document));
        Map<Long, List<SigningAttachment>> attached = files.ofSigning(ids).stream()
                .collect(Collectors.groupingBy(file -> file.place().documentId()));
        return rows.stream()
                .map(row -> with(
                        row, signers.getOrDefault(row.id(), List.of()), attached.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static Signer signer(ResultSet row) throws SQLException {
        return new Signer(
                row.getLong(1),
                row.getString(2),
                new SignerView(
                        row.getInt(3),
                        row.getString(4),
                        row.getString(5),
                        SignerState.valueOf(row.getString(6)),
                        instant(row, 7),
                        row.getBoolean(8),
                        instant(row, 9)));
    }

    private static SigningRow row(ResultSet row) throws SQLException {
        String remoteId = row.getString(25);
        long connection = row.getLong(22);
        return new SigningRow(
                new SigningDocumentView(
                        row.getLong(1),
                        row.getLong(2),
                        Sql.instant(row, 3),
                        row.getString(4),
                        Sql.instant(row, 5),
                        row.getString(6),
                        row.getLong(7),
                        row.getString(8),
                        row.getLong(9),
                        row.getString(10),
                        row.getString(11),
                        row.getBoolean(12),
                        Optional.ofNullable(row.getObject(13, LocalDate.class)),
                        SigningState.valueOf(row.getString(14)),
                        row.getString(15),
                        row.getString(16),
                        row.getString(17),
                        instant(row, 18),
                        instant(row, 19),
                        List.of(),
                        List.of()),
                ZoneId.of(row.getString(20)),
                row.getBoolean(21),
                connection == 0 ? Optional.empty() : Optional.of(connection),
                row.getString(23),
                row.getBoolean(24),
                remoteId.isEmpty() ? Optional.empty() : Optional.of(new RemoteRef(remoteId, row.getString(26))),
                instant(row, 27),
                row.getInt(28),
                row.getLong(29),
                instant(row, 30),
                row.getBoolean(31),
                List.of(),
                List.of());
    }

    private static SigningRow with(SigningRow row, List<Signer> signers, List<SigningAttachment> attached) {
        SigningDocumentView v = row.view();
        return new SigningRow(
                new SigningDocumentView(
                        v.id(),
                        v.version(),
                        v.createdAt(),
                        v.createdBy(),
                        v.updatedAt(),
                        v.updatedBy(),
                        v.customerId(),
                        v.customerName(),
                        v.entityId(),
                        v.name(),
                        v.message(),
                        v.inOrder(),
                        v.expiresOn(),
                        v.state(),
                        v.trouble(),
                        v.reason(),
                        v.connection(),
                        v.sentAt(),
                        v.endedAt(),
                        signers.stream().map(Signer::view).toList(),
                        attached.stream().map(SigningRows::file).toList()),
                row.zone(),
                row.archived(),
                row.connectionId(),
                row.key(),
                row.maybeThere(),
                row.ref(),
                row.queuedAt(),
                row.tries(),
                row.calls(),
                row.dueAt(),
                row.unheard(),
                signers.stream().map(Signer::remoteId).toList(),
                attached);
    }

    private static SigningFileView file(SigningAttachment attached) {
        AttachmentView file = attached.file();
        return new SigningFileView(attached.place().role(), file.name(), file.size(), file.sha256(), file.createdAt());
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
