package org.kontor.customer;

/**
 * A customer that PSA does not get (S0-12).
 *
 * @param id numeric customer id
 * @param displayName its name
 * @param accountType place in a hierarchy
 * @param reason why
 */
public record PsaSkipped(long id, String displayName, AccountType accountType, Reason reason) {

    /** Why PSA does not get a customer. */
    public enum Reason {
        /** It is a Parent or a Child, and PSA supports Standard only. */
        ACCOUNT_TYPE,
        /** It has no address, which PSA requires. */
        ADDRESS_MISSING
    }
}
