package org.kontor.receivable;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/** Gives documents their numbers. */
@ApplicationScoped
class NumberRanges {

    private static final String DEFAULT =
            "insert into number_range (entity_id, kind, prefix, digits, next_number, gap_free) values (?, ?, ?, 6, 1, true)"
                    + " on conflict do nothing";

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    NumberDraws draws;

    /**
     * The next number that no document has. Of a range without gaps, drawn in the running transaction: whoever draws next waits
     * until it ends, and takes the same number when it is rolled back.
     */
    String draw(Debtor debtor, DocumentKind kind) {
        while (true) {
            Optional<String> drawn = debtor.gapFree()
                    ? draws.inThisTransaction(debtor.entityId(), kind)
                    : draws.inItsOwn(debtor.entityId(), kind);
            if (drawn.isEmpty()) {
                Sql.execute(
                        dataSource,
                        DEFAULT,
                        Sql.of(debtor.entityId(), kind.name(), kind == DocumentKind.INVOICE ? "INV-" : "CM-"));
            } else if (!taken(debtor.entityId(), kind, drawn.get(), 0)) {
                return drawn.get();
            }
        }
    }

    /** Whether another document has the number. Until the transaction ends nobody else gets an answer for this number. */
    boolean taken(long entityId, DocumentKind kind, String number, long except) {
        Sql.many(
                dataSource,
                "select pg_advisory_xact_lock(hashtextextended(?, ?))",
                Sql.of(kind.name() + number, entityId),
                row -> 1);
        return Sql.one(
                        dataSource,
                        "select 1 from invoice where entity_id = ? and kind = ? and number collate \"C\" = ? and id <> ?",
                        Sql.of(entityId, kind.name(), number, except),
                        row -> 1)
                .isPresent();
    }
}
