package org.kontor.jobs;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.concurrent.Callable;

/** One transaction around a piece of a job. */
@Stateless
public class JobTransactions {

    /** Runs work in a transaction of its own; whatever it throws rolls the transaction back. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public <T> T call(Callable<T> work) throws Exception {
        try {
            return work.call();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Exception e) {
            // A checked exception would let the container commit.
            throw new RolledBack(e);
        }
    }

    /** Carries a checked exception out of the transaction. */
    static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RolledBack(Exception cause) {
            super(cause);
        }
    }
}
