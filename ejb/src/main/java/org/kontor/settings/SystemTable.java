package org.kontor.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The lists of choices that a company makes its own. */
public enum SystemTable {
    /** What a contact is there for (S2-28). */
    CONTACT_TYPES,
    /** Tags of customers; the only table whose entries have a colour (S1-22). */
    TAGS,
    /** Flags for past behaviour, named {@code Category: Name} (S3-46). */
    FLAG_TYPES,
    /** What was done, in a journal entry. */
    JOURNAL_ACTION_TYPES,
    /** What a ticket is about. */
    TICKET_TYPES,
    /** How soon a ticket is wanted. */
    TICKET_PRIORITIES,
    /** How bad it is. */
    TICKET_SEVERITIES,
    /** By what invoices and credit memos are made (S4-57). */
    INVOICE_TEMPLATES;

    /** Name in addresses, such as {@code contact-types}. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether its entries have a colour. */
    public boolean coloured() {
        return this == TAGS;
    }

    /** The table with this name in addresses. */
    public static Optional<SystemTable> ofPath(String path) {
        return Arrays.stream(values()).filter(t -> t.path().equals(path)).findFirst();
    }
}
