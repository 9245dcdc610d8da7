package org.kontor.receivable;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/** Gives documents their numbers. */
@ApplicationScoped
class NumberRanges {

    static final String TAKEN =
            "select 1 from invoice where entity_id = ? and kind = ? and number collate \"C\" = ? and id <> ?";

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    NumberDraws draws;

    /**
     * The next number that no document has. Of a range without gaps, drawn in the running transaction: whoever draws next waits
     * until it ends, and takes the same number when it is rolled back.
     */
    String draw(Debtor debtor, DocumentKind kind) {
        if (debtor.gapFree()) {
            return draws.inThisTransaction(debtor.entityId(), kind);
        }
        String drawn = draws.inItsOwn(debtor.entityId(), kind);
        // Until now nobody kept others from giving the same by hand.
        while (taken(debtor.entityId(), kind, drawn, 0)) {
            drawn = draws.inItsOwn(debtor.entityId(), kind);
        }
        return drawn;
    }

    /** Whether another document has the number. Until the transaction ends nobody else gets an answer for this number. */
    boolean taken(long entityId, DocumentKind kind, String number, long except) {
        Sql.many(
                dataSource,
                "select pg_advisory_xact_lock(hashtextextended(?, ?))",
                Sql.of(kind.name() + number, entityId),
                row -> 1);
        return Sql.one(dataSource, TAKEN, Sql.of(entityId, kind.name(), number, except), row -> 1)
                .isPresent();
    }
}
