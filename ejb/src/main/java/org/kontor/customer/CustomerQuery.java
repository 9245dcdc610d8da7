package org.kontor.customer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Which customers a list shows, and in which order.
 *
 * @param text every word must occur in name, company, e-mail, phone, account number or an external id; blank for all
 * @param statuses only these; empty set for all
 * @param customerClass only this
 * @param accountType only this
 * @param archived only archived or only not archived; empty for both
 * @param sort order
 * @param descending whether the order is turned round
 * @param marked by tags, flags, health, owner and custom fields
 * @param importId only customers that this import brought or changed
 * @param ids only these customers; empty for all, at most {@link #MOST_CHOSEN}
 * @param facts by what the record says
 * @param standing by how the customer stands, and by what is not there
 */
public record CustomerQuery(
        String text,
        Set<CustomerStatus> statuses,
        Optional<CustomerClass> customerClass,
        Optional<AccountType> accountType,
        Optional<Boolean> archived,
        Sort sort,
        boolean descending,
        Marked marked,
        Optional<Long> importId,
        Set<Long> ids,
        Facts facts,
        Standing standing) {

    /** How many customers can be chosen one by one. */
    public static final int MOST_CHOSEN = 1_000;

    /**
     * Narrows a list by marks; what is empty does not narrow. Texts are compared regardless of case.
     *
     * @param tags one of these texts
     * @param flags a flag of one of these types
     * @param health one of these
     * @param owner sign-in name of somebody who plays any part
     * @param customFields keys and values as text; each must hold
     * @param quietDays no e-mail was sent to them in so many days, 1 to {@link #MOST_QUIET_DAYS} (S4-55); who asks needs {@code read:message}
     */
    public record Marked(
            Set<String> tags,
            Set<String> flags,
            Set<CustomerHealth> health,
            Optional<String> owner,
            Map<String, String> customFields,
            Optional<Integer> quietDays) {

        /** How many days can be asked for. */
        public static final int MOST_QUIET_DAYS = 3_650;

        /** Does not narrow. */
        public static final Marked ANY = new Marked(Set.of(), Set.of(), Set.of(), Optional.empty(), Map.of());

        /** Copies the collections, each in an order of its own. */
        public Marked {
            tags = Collections.unmodifiableSet(new TreeSet<>(tags));
            flags = Collections.unmodifiableSet(new TreeSet<>(flags));
            health = Collections.unmodifiableSet(new TreeSet<>(health));
            customFields = Collections.unmodifiableMap(new TreeMap<>(customFields));
        }

        /** Whoever was written to when. */
        public Marked(
                Set<String> tags,
                Set<String> flags,
                Set<CustomerHealth> health,
                Optional<String> owner,
                Map<String, String> customFields) {
            this(tags, flags, health, owner, customFields, Optional.empty());
        }

        /** The same, only those to whom no e-mail was sent in so many days; empty for all. */
        public Marked quietFor(Optional<Integer> days) {
            return new Marked(tags, flags, health, owner, customFields, days);
        }
    }

    /**
     * Narrows a list by what the record says; what is empty does not narrow. Texts are compared regardless of case.
     *
     * @param entityId of this company entity
     * @param parentId children of this customer (S4-42)
     * @param sentiments one of these
     * @param country this country, as the address has it
     * @param place this city, or this state, province or region
     * @param createdFrom created on this day or later, in the time zone of the first company entity
     * @param createdTo created on this day or before, in the same zone
     * @param currency ISO 4217 code of the record
     */
    public record Facts(
            Optional<Long> entityId,
            Optional<Long> parentId,
            Set<Sentiment.Label> sentiments,
            String country,
            String place,
            Optional<LocalDate> createdFrom,
            Optional<LocalDate> createdTo,
            String currency) {

        /** Does not narrow. */
        public static final Facts ANY =
                new Facts(Optional.empty(), Optional.empty(), Set.of(), "", "", Optional.empty(), Optional.empty(), "");

        /** Copies the set, in an order of its own. */
        public Facts {
            sentiments = Collections.unmodifiableSet(new TreeSet<>(sentiments));
            country = country.strip();
            place = place.strip();
            currency = currency.strip();
        }
    }

    /**
     * Narrows a list by how customers stand, and by what they lack; what is empty does not narrow. Amounts are in the currency of the
     * customer's record.
     *
     * @param balance what is owed less what is held; who asks needs {@code read:receivable}
     * @param pastDue what is owed and past due today, where the company entity is; who asks needs {@code read:receivable}
     * @param portal one of these
     * @param cadences one of these names, regardless of case; who asks needs {@code read:cadence}
     * @param without each of these is lacking; who asks for {@link Lack#CADENCE} needs {@code read:cadence}
     */
    public record Standing(Range balance, Range pastDue, Set<Portal> portal, Set<String> cadences, Set<Lack> without) {

        /** Does not narrow. */
        public static final Standing ANY = new Standing(Range.ANY, Range.ANY, Set.of(), Set.of(), Set.of());

        /** Copies the sets, each in an order of its own. */
        public Standing {
            portal = Collections.unmodifiableSet(new TreeSet<>(portal));
            cadences = Collections.unmodifiableSet(new TreeSet<>(cadences));
            without = Collections.unmodifiableSet(new TreeSet<>(without));
        }
    }

    /** Amounts from one to another, both included; an end that is empty is open. */
    public record Range(Optional<BigDecimal> from, Optional<BigDecimal> to) {

        /** Every amount. */
        public static final Range ANY = new Range(Optional.empty(), Optional.empty());

        /** No amount, so that nobody is in it: for one that cannot be read. */
        public static final Range NONE = new Range(Optional.of(BigDecimal.ONE), Optional.of(BigDecimal.ZERO));

        /** Whether it says nothing. */
        public boolean any() {
            return from.isEmpty() && to.isEmpty();
        }

        /** Whether whoever has no amount at all is in it. */
        boolean holdsNothing() {
            return from.filter(amount -> amount.signum() > 0).isEmpty()
                    && to.filter(amount -> amount.signum() < 0).isEmpty();
        }
    }

    /** How a customer as a whole stands with the portal (S4-61, X-23): the furthest that an active contact is. */
    public enum Portal {
        /** Nobody was invited, or the customer is archived. */
        DISABLED,
        /** Invited, and not accepted. */
        INVITED,
        /** Somebody signs in. */
        ENABLED,
        /** Ended by staff. */
        SUSPENDED
    }

    /** What a customer may lack. */
    public enum Lack {
        /** Nobody plays any part. */
        OWNER,
        /** No tag. */
        TAG,
        /** No flag. */
        FLAG,
        /** No e-mail address of the record. */
        EMAIL,
        /** No phone number of the record. */
        PHONE,
        /** No cadence. */
        CADENCE
    }

    /** A list that is not narrowed by marks. */
    public CustomerQuery(
            String text,
            Set<CustomerStatus> statuses,
            Optional<CustomerClass> customerClass,
            Optional<AccountType> accountType,
            Optional<Boolean> archived,
            Sort sort,
            boolean descending) {
        this(
                text,
                statuses,
                customerClass,
                accountType,
                archived,
                sort,
                descending,
                Marked.ANY,
                Optional.empty(),
                Set.of(),
                Facts.ANY,
                Standing.ANY);
    }

    /** The same, narrowed by marks. */
    public CustomerQuery with(Marked other) {
        return changed(parts -> parts.marked = other);
    }

    /** The same, narrowed by what the record says. */
    public CustomerQuery with(Facts other) {
        return changed(parts -> parts.facts = other);
    }

    /** The same, narrowed by how customers stand. */
    public CustomerQuery with(Standing other) {
        return changed(parts -> parts.standing = other);
    }

    /** The same in another order. */
    public CustomerQuery sorted(Sort other, boolean turned) {
        return changed(parts -> {
            parts.sort = other;
            parts.descending = turned;
        });
    }

    /** The same, only customers of this account type. */
    public CustomerQuery ofType(AccountType other) {
        return changed(parts -> parts.accountType = Optional.of(other));
    }

    /** The same, only customers that an import brought or changed. */
    public CustomerQuery ofImport(Optional<Long> other) {
        return changed(parts -> parts.importId = other);
    }

    /** The same, only these customers; empty for all. */
    public CustomerQuery of(Set<Long> others) {
        return changed(parts -> parts.ids = others);
    }

    private CustomerQuery changed(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return new CustomerQuery(
                text,
                statuses,
                customerClass,
                parts.accountType,
                archived,
                parts.sort,
                parts.descending,
                parts.marked,
                parts.importId,
                parts.ids,
                parts.facts,
                parts.standing);
    }

    /** What a query may differ in from the one that it is made of. */
    private static final class Parts {
        private Optional<AccountType> accountType;
        private Sort sort;
        private boolean descending;
        private Marked marked;
        private Optional<Long> importId;
        private Set<Long> ids;
        private Facts facts;
        private Standing standing;

        Parts(CustomerQuery query) {
            accountType = query.accountType;
            sort = query.sort;
            descending = query.descending;
            marked = query.marked;
            importId = query.importId;
            ids = query.ids;
            facts = query.facts;
            standing = query.standing;
        }
    }

    /** These customers, archived or not. */
    public static CustomerQuery chosen(Set<Long> ids) {
        return new CustomerQuery("", Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Sort.NAME, false)
                .of(ids);
    }

    /** Order of a list; the id decides between equals, so that a cursor is stable. */
    public enum Sort {
        /** By display name, without regard to case. */
        NAME,
        /** By account number. */
        ACCOUNT_NUMBER,
        /** By status. */
        STATUS,
        /** By time of creation. */
        CREATED,
        /** By time of the last change. */
        UPDATED,
        /** By when an e-mail was last sent (S4-55), whoever never got one first; who asks needs {@code read:message}. */
        CONTACTED,
        /** By id. */
        ID
    }

    /** Copies the sets, the ids in order. */
    public CustomerQuery {
        statuses = Set.copyOf(statuses);
        ids = Collections.unmodifiableSet(new TreeSet<>(ids));
    }

    /** All customers that are not archived, by name. */
    public static CustomerQuery all() {
        return new CustomerQuery(
                "", Set.of(), Optional.empty(), Optional.empty(), Optional.of(false), Sort.NAME, false);
    }
}
