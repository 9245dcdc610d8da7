package org.kontor.document;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.kontor.access.AccessLog;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** Makes statements: what a customer owes on any day, by age, with a slip to send back (S4-23, S4-24). */
@Stateless
public class Statements {

    @Inject
    Addressees addressees;

    @Inject
    StatementMaker maker;

    @Inject
    AccessLog log;

    /**
     * Looks whether there can be such a statement.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer; {@link ErrorKind#INVALID} for days in the wrong order
     */
    @Requires(Permission.READ_RECEIVABLE)
    public void check(long customerId, StatementQuery query) {
        maker.check(addressees.find(customerId), query);
    }

    /**
     * What the customer is called whom a statement would be for.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer
     */
    @Requires(Permission.READ_RECEIVABLE)
    public String addressee(long customerId) {
        return addressees.find(customerId).name();
    }

    /**
     * A statement in figures, a section for each currency.
     *
     * @throws AppException as {@link #pdf}
     */
    @Requires(Permission.READ_RECEIVABLE)
    public StatementView view(long customerId, StatementQuery query) {
        return maker.show(customerId, query);
    }

    /**
     * A statement as PDF/A-3, tagged, a section for each currency.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer; {@link ErrorKind#INVALID} for days in the wrong order and for more
     *     than 5,000 lines
     */
    @Requires(Permission.READ_RECEIVABLE)
    public Paper pdf(long customerId, StatementQuery query) {
        Paper made = maker.make(customerId, query);
        log.write("document.read", "statement of customer " + customerId + " as PDF");
        return made;
    }
}
