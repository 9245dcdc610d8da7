package org.kontor.customer;

import java.util.List;

/**
 * Who is there already and may be the same as somebody who comes in, whatever the way: a form, the API, a kiosk, a file. It warns, or
 * fills a queue; it keeps nobody out. The feature that compares customers implements it, so that those before it can ask.
 */
public interface EntryCheck {

    /**
     * Customers who may be the same as each of these, in their order, the surest first; with a few index reads a draft in one
     * statement for all. What is typed need not be complete or right, and is compared as it stands after
     * {@link CustomerRules#check}. Not narrowed to what the caller sees: whoever shows it narrows it.
     */
    List<List<Alike>> alike(List<CustomerDraft> drafts);

    /**
     * A customer who may be the same.
     *
     * @param customerId who
     * @param certain same birthdate and same last name; otherwise likely
     */
    record Alike(long customerId, boolean certain) {}
}
