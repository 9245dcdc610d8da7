package org.kontor.shared;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table with rows that belong to customers, and what becomes of them. Everything here is a constant of the feature that
 * stores them: names and expressions become part of SQL statements.
 *
 * @param noun what one row is called, such as {@code journal-entry}: in REST, in texts ({@code owned.journal-entry}), in a certificate
 * @param table name of the table
 * @param reach how its rows are reached from a customer
 * @param merge what a merge of customers does with the rows
 * @param sameBy with {@link Merge#RECORD} and {@link Merge#UNITES}, what makes two rows the same: an SQL expression over one row; empty
 *     when no two are, or when nothing need be conserved
 * @param money what a merge conserves per currency; empty when the rows hold no amounts
 * @param erase what becomes of the rows when the customer is erased
 * @param keptBecause with {@link Erase#KEEP}, why, in a sentence for the person who was erased; else empty
 * @param export columns that the data export of a customer shows, in order; JSON names are theirs in camel case
 * @param permission what a reader needs to see the rows, or how many there are
 */
public record OwnedTable(
        String noun,
        String table,
        Reach reach,
        Merge merge,
        String sameBy,
        Optional<Money> money,
        Erase erase,
        String keptBecause,
        List<String> export,
        String permission) {

    /** Accepts plain names alone where names are meant. */
    public OwnedTable {
        export = List.copyOf(export);
        Stream.of(Stream.of(table, reach.table(), reach.key()), reach.columns().stream(), export.stream())
                .flatMap(names -> names)
                .filter(name -> !name.matches("[a-z][a-z0-9_]{0,62}"))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("Not a plain name: " + name + " of " + table);
                });
    }

    /** What a merge does with rows of the customers that go, and its undo with all of them. */
    public enum Merge {
        /** They are fields of the record: the record's own rules unite them. */
        RECORD,
        /** Each goes over to the customer that stays, as it is. Their key is {@code id}. */
        MOVES,
        /** The feature brings them to the customer that stays when {@link CustomersMerged} is fired; the undo is done for it. */
        UNITES,
        /** The feature does both by itself, when {@link CustomersMerged} and {@link CustomersUnmerged} are fired. */
        OBSERVES,
        /** They go with the record, and come back with it. */
        GOES,
        /** They stay as they are: they follow what they belong to, or may name a customer who is no more. */
        STAYS
    }

    /** What an erasure does with the rows. */
    public enum Erase {
        /** They are deleted. */
        DELETE,
        /** They stay and no longer name the customer: the columns by which they are reached become null. */
        DETACH,
        /** They stay, since they tell nothing of a person. */
        KEEP
    }

    /**
     * The way from a customer to the rows.
     *
     * @param columns columns with the id of the customer, or of its {@code key} in the table between; any of them counts
     * @param table {@code customer}, or another declared table between
     * @param key column of {@code table} to which the columns refer
     */
    public record Reach(List<String> columns, String table, String key) {

        /** Copies the list. */
        public Reach {
            columns = List.copyOf(columns);
        }

        /** Whether the rows name the customer themselves. */
        public boolean direct() {
            return table.equals("customer");
        }
    }

    /**
     * Amounts that add up.
     *
     * @param amount SQL expression over one row
     * @param currency SQL expression over one row: ISO 4217 code
     */
    public record Money(String amount, String currency) {}

    /** Rows with the id of the customer in one of these columns; a merge moves them, an erasure deletes them. */
    public static OwnedTable of(String noun, String table, String... columns) {
        return new OwnedTable(noun, table, new Reach(List.of(columns), "customer", "id"), Merge.MOVES);
    }

    /** Rows that belong to a row of another declared table, whose {@code key} they have in one of these columns. */
    public static OwnedTable through(String noun, String table, String other, String key, String... columns) {
        return new OwnedTable(noun, table, new Reach(List.of(columns), other, key), Merge.STAYS);
    }

    private OwnedTable(String noun, String table, Reach reach, Merge merge) {
        this(noun, table, reach, merge, "", Optional.empty(), Erase.DELETE, "", List.of(), "read:customer");
    }

    /** The same with this rule of a merge. */
    public OwnedTable merged(Merge rule) {
        return merged(rule, "");
    }

    /** The same with this rule of a merge, and what makes two rows the same. */
    public OwnedTable merged(Merge rule, String same) {
        return new OwnedTable(noun, table, reach, rule, same, money, erase, keptBecause, export, permission);
    }

    /** The same with amounts. */
    public OwnedTable adding(String amount, String currency) {
        Optional<Money> amounts = Optional.of(new Money(amount, currency));
        return new OwnedTable(noun, table, reach, merge, sameBy, amounts, erase, keptBecause, export, permission);
    }

    /** The same; an erasure takes the customer out of the rows. */
    public OwnedTable detached() {
        return new OwnedTable(noun, table, reach, merge, sameBy, money, Erase.DETACH, "", export, permission);
    }

    /** The same; an erasure leaves the rows, for this reason. */
    public OwnedTable kept(String because) {
        return new OwnedTable(noun, table, reach, merge, sameBy, money, Erase.KEEP, because, export, permission);
    }

    /** The same with these columns in a data export. */
    public OwnedTable exported(String... columns) {
        return new OwnedTable(
                noun, table, reach, merge, sameBy, money, erase, keptBecause, List.of(columns), permission);
    }

    /** The same, seen with this permission. */
    public OwnedTable seenWith(String needed) {
        return new OwnedTable(noun, table, reach, merge, sameBy, money, erase, keptBecause, export, needed);
    }
}
