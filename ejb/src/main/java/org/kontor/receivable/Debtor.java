package org.kontor.receivable;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.kontor.customer.Address;

/**
 * A customer as the ledger sees them, with how their company entity works.
 *
 * @param id the customer
 * @param treeId the customer at the top of their tree; themselves when there is none
 * @param name display name
 * @param accountNumber account number; may be empty
 * @param currency currency of the account
 * @param address postal address
 * @param entityId company entity
 * @param entityName its name
 * @param entityCountry its country
 * @param zone its time zone
 * @param lockedThrough last day that is locked
 * @param termsDays days until an invoice is due
 * @param notes text of new invoices
 * @param rounding where tax is rounded
 * @param pricesIncludeTax whether prices contain tax
 * @param allocation how payments are spread when nothing is said
 * @param gapFree whether numbers of documents are drawn without gaps
 */
record Debtor(
        long id,
        long treeId,
        String name,
        String accountNumber,
        String currency,
        Address address,
        long entityId,
        String entityName,
        String entityCountry,
        ZoneId zone,
        Optional<LocalDate> lockedThrough,
        int termsDays,
        String notes,
        TaxRounding rounding,
        boolean pricesIncludeTax,
        AllocationPolicy allocation,
        boolean gapFree) {

    /** The day that it is there. */
    LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** How a document names the customer. */
    Party asParty() {
        return new Party(name, address, accountNumber);
    }

    /** How a document names the company entity. */
    Party seller() {
        return new Party(entityName, new Address("", "", "", "", "", entityCountry), "");
    }
}
