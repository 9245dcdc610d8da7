package org.kontor.suppression;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.access.AccessLog;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.AppException;
import org.kontor.shared.Cursor;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.kontor.shared.Sql;

/** Shows and lifts what keeps erased people from coming in again. */
@Stateless
public class SuppressionList {

    private static final String LIST = "suppressions";
    private static final String SELECT = "select erasure_id, min(created_at), count(*) filter (where kind = 'EMAIL'),"
            + " count(*) filter (where kind = 'PHONE'), count(*) filter (where kind = 'BIRTHDATE'),"
            + " count(*) filter (where kind = 'EXTERNAL_ID') from suppression";

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    Suppressions suppressions;

    @Inject
    AccessLog log;

    /** All, newest erasure first. */
    @Requires(Permission.LIFT_SUPPRESSION)
    public Page<SuppressionView> list(PageRequest page) {
        long before = Cursor.decode(LIST, page.cursor())
                .map(values -> Long.parseLong(values.get(0)))
                .orElse(Long.MAX_VALUE);
        List<SuppressionView> found = Sql.many(
                dataSource,
                SELECT + " where erasure_id < ? group by erasure_id order by erasure_id desc limit ?",
                Sql.of(before, page.limit() + 1),
                SuppressionList::view);
        if (found.size() <= page.limit()) {
            return new Page<>(found, Optional.empty());
        }
        List<SuppressionView> piece = found.subList(0, page.limit());
        long last = piece.get(piece.size() - 1).erasureId();
        return new Page<>(piece, Optional.of(Cursor.encode(LIST, Long.toString(last))));
    }

    /** That of one erasure; empty when it was lifted, or there was none. */
    @Requires(Permission.LIFT_SUPPRESSION)
    public Optional<SuppressionView> find(long erasureId) {
        return Sql.one(
                dataSource,
                SELECT + " where erasure_id = ? group by erasure_id",
                Sql.of(erasureId),
                SuppressionList::view);
    }

    /**
     * Lets the person of an erasure come in again: their hashes are forgotten. Stands in the audit log.
     *
     * @throws AppException {@link ErrorKind#ABSENT} when there is nothing to lift
     */
    @Requires(Permission.LIFT_SUPPRESSION)
    public void lift(long erasureId) {
        if (suppressions.forget(erasureId) == 0) {
            throw new AppException(
                    ErrorKind.ABSENT,
                    "SUPPRESSION_NOT_FOUND",
                    "Look for another erasure: nobody is kept out by number " + erasureId + ".");
        }
        log.write("suppression.lifted", "erasure " + erasureId);
    }

    private static SuppressionView view(ResultSet row) throws SQLException {
        return new SuppressionView(
                row.getLong(1), Sql.instant(row, 2), row.getInt(3), row.getInt(4), row.getInt(5), row.getInt(6));
    }
}
