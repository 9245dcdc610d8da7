package org.kontor.portal;

import java.util.List;
import org.kontor.receivable.PaymentWay;

/**
 * By which ways a customer may pay (S4-56).
 *
 * @param id the customer
 * @param ways in the order of their kind; empty when nothing is said
 */
public record PaymentWaysView(long id, List<PaymentWay> ways) {

    /** Copies the list. */
    public PaymentWaysView {
        ways = List.copyOf(ways);
    }
}
