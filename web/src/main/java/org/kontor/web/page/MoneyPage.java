package org.kontor.web.page;

import org.kontor.access.Permission;

/**
 * A form that adds money for a customer, or takes it off.
 *
 * @param <V> what was added
 * @param <D> what can be said of it
 * @param <P> what it would settle; {@link Void} for what settles nothing
 */
public abstract class MoneyPage<V extends Record, D extends Record, P> extends AddingPage<V, D, P> {

    private static final long serialVersionUID = 1L;

    private String currency = "";

    /** @param draftType record class of the drafts */
    protected MoneyPage(Class<D> draftType) {
        super(draftType);
    }

    /** Fetches the customer; called once when the page is opened. */
    public void open() {
        currency = begin(Permission.WRITE_RECEIVABLE).currency();
    }

    /** Currency of the account. */
    public String getCurrency() {
        return currency;
    }
}
