package org.kontor.shared;

import java.util.List;

/**
 * A feature that stores something of customers says where, once. A CDI bean of this type is found by itself; merge and its undo,
 * erasure and the export of all data of a customer work through these declarations and name no feature. A test fails for a table
 * that leads to a customer and is not declared.
 */
public interface HoldsOwned {

    /** Every table of the feature with rows that belong to a customer. */
    List<OwnedTable> ownedTables();
}
