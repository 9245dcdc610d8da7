package org.kontor.settings;

import org.kontor.access.Permission;

/** Whose custom field it is (S4-41). A feature that can hold custom values adds its constant. */
public enum CustomFieldOwner {
    /** Customers. */
    CUSTOMER("customer", Permission.READ_CUSTOMER),
    /** People of customers. */
    CONTACT("contact", Permission.READ_CUSTOMER),
    /** Invoices and credit memos. */
    INVOICE("invoice", Permission.READ_RECEIVABLE),
    /** Payments. */
    PAYMENT("payment", Permission.READ_RECEIVABLE),
    /** Users. */
    EMPLOYEE("app_user", Permission.READ_USER);

    private final String table;
    private final Permission reads;

    CustomFieldOwner(String table, Permission reads) {
        this.table = table;
        this.reads = reads;
    }

    /** The table in whose rows the values stand, in the column {@code custom_values}. */
    String table() {
        return table;
    }

    /** What it takes to see the records, and so their fields. */
    Permission reads() {
        return reads;
    }
}
