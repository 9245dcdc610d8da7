package org.kontor.signing;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.kontor.access.CallerContext;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;
import org.kontor.spi.RemoteRef;

/** Writes documents for signature, and finds those about which something is to be done. */
@ApplicationScoped
class SigningRepository {

    private static final String TOUCHED = ", version = version + 1, updated_at = ?, updated_by = ? where id = ?";

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    Clock clock;

    /** Company entity and date of a customer, and whether they are in the archive. */
    record Place(long entityId, LocalDate today, boolean archived) {}

    Place place(long customerId) {
        return Sql.one(
                        dataSource,
                        "select e.id, e.time_zone, c.archived from customer c join company_entity e on e.id = c.entity_id"
                                + " where c.id = ?",
                        Sql.of(customerId),
                        row -> new Place(
                                row.getLong(1),
                                LocalDate.ofInstant(clock.instant(), ZoneId.of(row.getString(2))),
                                row.getBoolean(3)))
                .orElseThrow();
    }

    long add(long customerId, SigningDocumentDraft draft) {
        Instant now = now();
        long id = Sql.one(
                        dataSource,
                        "insert into signing_document (created_at, created_by, updated_at, updated_by, customer_id, name, message,"
                                + " in_order, expires_on, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'DRAFT') returning id",
                        Sql.of(
                                now,
                                login(),
                                now,
                                login(),
                                customerId,
                                draft.name(),
                                draft.message(),
                                draft.inOrder().orElse(false),
                                draft.expiresOn().orElse(null)),
                        row -> row.getLong(1))
                .orElseThrow();
        signers(id, draft);
        return id;
    }

    /** Replaces what it says; it is a draft again. */
    void update(long id, SigningDocumentDraft draft) {
        Sql.execute(
                dataSource,
                "update signing_document set name = ?, message = ?, in_order = ?, expires_on = ?, state = 'DRAFT', trouble = ''"
                        + TOUCHED,
                Sql.of(
                        draft.name(),
                        draft.message(),
                        draft.inOrder().orElse(false),
                        draft.expiresOn().orElse(null),
                        now(),
                        login(),
                        id));
        Sql.execute(dataSource, "delete from signing_signer where document_id = ?", Sql.of(id));
        signers(id, draft);
    }

    private void signers(long id, SigningDocumentDraft draft) {
        IntStream.range(0, draft.signers().size())
                .forEach(i -> Sql.execute(
                        dataSource,
                        "insert into signing_signer (document_id, position, name, email) values (?, ?, ?, ?)",
                        Sql.of(
                                id,
                                i,
                                draft.signers().get(i).name(),
                                draft.signers().get(i).email())));
    }

    void delete(long id) {
        Sql.execute(dataSource, "delete from signing_document where id = ?", Sql.of(id));
    }

    /** It is to be sent. */
    void queue(long id, String key) {
        Instant now = now();
        Sql.execute(
                dataSource,
                "update signing_document set state = 'SENDING', sending_key = ?, queued_at = ?, due_at = ?, tries = 0, trouble = '',"
                        + " reason = '', maybe_there = false, unheard = false" + TOUCHED,
                Sql.of(key, now, now, now, login(), id));
    }

    /** The service is asked now; if nobody tells how that ended, again from then on. */
    void begin(long id, Instant again, boolean sends, Optional<Long> connectionId, String connection) {
        Sql.execute(
                dataSource,
                "update signing_document set calls = calls + 1, tries = tries + 1, due_at = ?, maybe_there = maybe_there or ?,"
                        + " connection_id = coalesce(?, connection_id), connection_name = coalesce(nullif(?, ''), connection_name)"
                        + " where id = ?",
                Sql.of(again, sends, connectionId.orElse(null), connection, id));
    }

    /** Nothing new was heard: what stands in the way, and when the service is asked again. */
    void wait(long id, String trouble, boolean maybeThere, Optional<Instant> again) {
        Sql.execute(
                dataSource,
                "update signing_document set version = version + (trouble <> ?)::int, trouble = ?, maybe_there = ?, due_at = ?"
                        + " where id = ?",
                Sql.of(trouble, trouble, maybeThere, again.orElse(null), id));
    }

    /** Nothing could be asked: the reason goes when the service is heard again. */
    void waitAgain(long id, String trouble, Instant again) {
        Sql.execute(
                dataSource,
                "update signing_document set version = version + (trouble <> ?)::int, trouble = ?, unheard = true, tries = tries + 1,"
                        + " due_at = ? where id = ?",
                Sql.of(trouble, trouble, again, id));
    }

    /** The service did not tell how far it is: the reason goes when it does. */
    void unheard(long id, String trouble, Instant again) {
        Sql.execute(
                dataSource,
                "update signing_document set version = version + (trouble <> ?)::int, trouble = ?, unheard = true, due_at = ?"
                        + " where id = ?",
                Sql.of(trouble, trouble, again, id));
    }

    /** Something new was heard while it goes on; what stood in the way of hearing it does so no more, or nothing at all. */
    void heard(long id, Instant again, boolean nothing) {
        Sql.execute(
                dataSource,
                "update signing_document set trouble = case when unheard or ? then '' else trouble end, unheard = false, tries = 0,"
                        + " due_at = ?" + TOUCHED,
                Sql.of(nothing, again, now(), login(), id));
    }

    /** The service has it. */
    void sent(long id, RemoteRef ref, Instant again) {
        Instant now = now();
        Sql.execute(
                dataSource,
                "update signing_document set state = 'SENT', remote_id = ?, remote_version = ?, sent_at = ?, maybe_there = false,"
                        + " trouble = '', unheard = false, tries = 0, due_at = ?" + TOUCHED,
                Sql.of(ref.id(), ref.version(), now, again, now, login(), id));
    }

    /** It is in another state; the service is asked then, if at all. */
    void become(long id, SigningState state, String trouble, String reason, Optional<Instant> again) {
        Instant now = now();
        boolean ended = !state.editable() && !state.underWay();
        Sql.execute(
                dataSource,
                "update signing_document set state = ?, trouble = ?, reason = ?, ended_at = ?, maybe_there = false, unheard = false, tries = 0,"
                        + " due_at = ?"
                        + TOUCHED,
                Sql.of(state.name(), trouble, reason, ended ? now : null, again.orElse(null), now, login(), id));
    }

    /** The ids of the signers at the service. */
    void signerIds(long id, List<String> ids) {
        IntStream.range(0, ids.size())
                .forEach(i -> Sql.execute(
                        dataSource,
                        "update signing_signer set remote_id = ? where document_id = ? and position = ?",
                        Sql.of(ids.get(i), id, i)));
    }

    /** What a signer did last. */
    void signer(long id, int position, SignerState state, Optional<Instant> at) {
        Sql.execute(
                dataSource,
                "update signing_signer set state = ?, at = ? where document_id = ? and position = ?",
                Sql.of(state.name(), at.orElse(null), id, position));
    }

    /** Whether a signer is to be reminded. */
    void remind(long id, int position, boolean wanted) {
        Sql.execute(
                dataSource,
                "update signing_signer set remind = ? where document_id = ? and position = ?",
                Sql.of(wanted, id, position));
    }

    /** A signer was reminded. */
    void reminded(long id, int position) {
        Sql.execute(
                dataSource,
                "update signing_signer set reminded_at = ? where document_id = ? and position = ?",
                Sql.of(now(), id, position));
    }

    /** Nobody is to be reminded any more. */
    void remindNobody(long id) {
        Sql.execute(dataSource, "update signing_signer set remind = false where document_id = ?", Sql.of(id));
    }

    /** Somebody wants something of the service now. */
    void ask(long id) {
        Instant now = now();
        Sql.execute(
                dataSource,
                "update signing_document set trouble = '', due_at = ?" + TOUCHED,
                Sql.of(now, now, login(), id));
    }

    /** The service is asked again then. */
    void dueAt(long id, Instant again) {
        Sql.execute(dataSource, "update signing_document set due_at = ? where id = ?", Sql.of(again, id));
    }

    /** Documents about which a service is to be asked, what waits longest first. */
    List<Long> due(int most) {
        return Sql.many(
                dataSource,
                "select id from signing_document where due_at <= ? order by due_at limit ?",
                Sql.of(now(), most),
                row -> row.getLong(1));
    }

    /** Names of documents of a customer that people can sign, or soon can. */
    List<String> underWay(long customerId) {
        return Sql.many(
                dataSource,
                "select name from signing_document where customer_id = ? and state in ('SENDING', 'SENT', 'WITHDRAWING') order by id",
                Sql.of(customerId),
                row -> "“" + row.getString(1) + "”");
    }

    /** How many documents need a connection: people can sign them, or their files have not been fetched yet. */
    long behind(long connectionId) {
        return Sql.one(
                        dataSource,
                        "select count(*) from signing_document where connection_id = ? and (state in ('SENT', 'WITHDRAWING') or"
                                + " state = 'SENDING' and maybe_there or state = 'SIGNED' and due_at is not null)",
                        Sql.of(connectionId),
                        row -> row.getLong(1))
                .orElse(0L);
    }

    /** Files of documents of these customers that are somebody else's become theirs. */
    void bringFiles(List<Long> customers) {
        Sql.execute(
                dataSource,
                "update attachment a set customer_id = d.customer_id from signing_document d"
                        + " where d.customer_id = any(?::bigint[]) and a.signing_id = d.id and a.customer_id <> d.customer_id",
                Sql.of((Object) customers.toArray(Long[]::new)));
    }

    /** What happened to documents of these customers while they were somebody else's becomes part of their history; a merge is taken back. */
    void bringHistory(long from, List<Long> customers) {
        Sql.execute(
                dataSource,
                "update timeline_entry t set customer_id = d.customer_id from signing_document d"
                        + " where d.customer_id = any(?::bigint[]) and t.customer_id = ? and t.kind like 'document.%'"
                        + " and t.details ->> 'documentId' = d.id::text",
                Sql.of(customers.toArray(Long[]::new), from));
    }

    /** Notes of a document that was closed here alone that the service may have it all the same. */
    void perhapsThere(long id) {
        Sql.execute(dataSource, "update signing_document set maybe_there = true where id = ?", Sql.of(id));
    }

    /** Whose it is. */
    Optional<Long> customerOf(long id) {
        return Sql.one(
                dataSource, "select customer_id from signing_document where id = ?", Sql.of(id), row -> row.getLong(1));
    }

    private static String login() {
        return CallerContext.current().login();
    }

    private Instant now() {
        return clock.instant();
    }
}
