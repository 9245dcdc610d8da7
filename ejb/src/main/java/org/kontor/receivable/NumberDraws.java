package org.kontor.receivable;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/** Takes numbers out of their ranges; apart, so that it can be a transaction of its own. */
@Stateless
public class NumberDraws {

    private static final String DRAW = """
            update number_range set next_number = next_number + 1 where entity_id = ? and kind = ?
            returning prefix || case when length((next_number - 1)::text) >= digits then (next_number - 1)::text
                                     else lpad((next_number - 1)::text, digits, '0') end
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /** A number that is free again when the running transaction fails; empty when there is no range yet. */
    public Optional<String> inThisTransaction(long entityId, DocumentKind kind) {
        return draw(entityId, kind);
    }

    /** A number that is used up whatever becomes of it, and for which nobody waits. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<String> inItsOwn(long entityId, DocumentKind kind) {
        return draw(entityId, kind);
    }

    private Optional<String> draw(long entityId, DocumentKind kind) {
        return Sql.one(dataSource, DRAW, Sql.of(entityId, kind.name()), row -> row.getString(1));
    }
}
