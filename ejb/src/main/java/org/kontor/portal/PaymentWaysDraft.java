package org.kontor.portal;

import java.util.List;
import org.kontor.receivable.PaymentWay;

/**
 * By which ways a customer may pay from now on.
 *
 * @param ways one or several; empty to say nothing
 */
public record PaymentWaysDraft(List<PaymentWay> ways) {

    /** Copies the list. */
    public PaymentWaysDraft {
        ways = List.copyOf(ways);
    }
}
