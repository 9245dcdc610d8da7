package org.kontor.receivable;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/** Takes numbers out of their ranges; apart, so that it can be a transaction of its own. */
@Stateless
public class NumberDraws {

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /** A number that no document has, and that is free again when the running transaction fails. */
    public String inThisTransaction(long entityId, DocumentKind kind) {
        return draw(entityId, kind, false);
    }

    /** A number that is used up whatever becomes of it, and for which nobody waits. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public String inItsOwn(long entityId, DocumentKind kind) {
        return draw(entityId, kind, true);
    }

    private String draw(long entityId, DocumentKind kind, boolean apart) {
        return Sql.one(
                        dataSource,
                        "select number_drawn(?, ?, ?, ?)",
                        Sql.of(entityId, kind.name(), kind == DocumentKind.INVOICE ? "INV-" : "CM-", apart),
                        row -> row.getString(1))
                .orElseThrow();
    }
}
