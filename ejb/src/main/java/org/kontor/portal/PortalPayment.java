package org.kontor.portal;

import java.util.List;
import org.kontor.receivable.PaymentWay;

/**
 * How a customer may pay: what is stated of them and no other way (S4-56).
 *
 * @param ways in the order of their kind; empty when nothing is said
 * @param holder who a transfer goes to; empty when a transfer is none of the ways, or the letterhead names no account
 * @param iban the account
 * @param bic its bank
 */
public record PortalPayment(List<PaymentWay> ways, String holder, String iban, String bic) {

    /** Copies the list. */
    public PortalPayment {
        ways = List.copyOf(ways);
    }
}
