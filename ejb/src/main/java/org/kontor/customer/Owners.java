package org.kontor.customer;

import java.util.Optional;

/**
 * Who looks after a customer, by sign-in name (S4-33, S4-63 to S4-65).
 *
 * @param billingOwner primarily responsible for what is owed
 * @param accountManager included where the account is looked after
 * @param salesRep included where it is sold to
 * @param manager sees the customer even with a limited role
 */
public record Owners(
        Optional<String> billingOwner,
        Optional<String> accountManager,
        Optional<String> salesRep,
        Optional<String> manager) {

    /** Nobody. */
    public static final Owners NONE =
            new Owners(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** The parts that somebody can play, in the order of the components. */
    public enum Part {
        BILLING_OWNER("billingOwner", "billing_owner_id"),
        ACCOUNT_MANAGER("accountManager", "account_manager_id"),
        SALES_REP("salesRep", "sales_rep_id"),
        MANAGER("manager", "manager_id");

        private final String field;
        private final String column;

        Part(String field, String column) {
            this.field = field;
            this.column = column;
        }

        /** Name in the REST contract. */
        public String field() {
            return field;
        }

        /** Column of the table {@code customer}. */
        public String column() {
            return column;
        }
    }

    /** Who plays the part. */
    public Optional<String> of(Part part) {
        return switch (part) {
            case BILLING_OWNER -> billingOwner;
            case ACCOUNT_MANAGER -> accountManager;
            case SALES_REP -> salesRep;
            case MANAGER -> manager;
        };
    }

    /** The same with another one in this part. */
    public Owners with(Part part, Optional<String> login) {
        return new Owners(
                part == Part.BILLING_OWNER ? login : billingOwner,
                part == Part.ACCOUNT_MANAGER ? login : accountManager,
                part == Part.SALES_REP ? login : salesRep,
                part == Part.MANAGER ? login : manager);
    }
}
