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

    /** A condition of invoice {@code i}: not a void one that gave its number up when its import was taken back. */
    static final String HOLDS_ITS_NUMBER = " and (i.number_is_unique or not exists"
            + " (select from open_item o where o.id = i.id and o.voided_on is not null))";

    static final String TAKEN =
            "select 1 from invoice i where entity_id = ? and kind = ? and number collate \"C\" = ? and id <> ?"
                    + HOLDS_ITS_NUMBER;

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
