package org.kontor.receivable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Spreads money over what is owed: never more than is left of the money, never more than is left of an item. Pure. */
final class Allocation {

    /** What is due longest first; of the same day the older one. */
    static final Comparator<OpenItem> BY_DUE_DATE = Comparator.comparing(OpenItem::dueDate)
            .thenComparing(OpenItem::issueDate)
            .thenComparing(OpenItem::id);

    private Allocation() {}

    /**
     * A piece of money for an item.
     *
     * @param creditId where the money comes from
     * @param debitId what it settles
     * @param amount more than zero
     */
    record Link(long creditId, long debitId, BigDecimal amount) {}

    /**
     * Spreads what is left of a payment or credit.
     *
     * @param creditId where the money comes from
     * @param remainder what is left of it
     * @param owed items with something left, in any order
     * @param order in which they are settled
     */
    static List<Link> spread(long creditId, BigDecimal remainder, List<OpenItem> owed, Comparator<OpenItem> order) {
        List<Link> links = new ArrayList<>();
        BigDecimal left = remainder;
        for (OpenItem item : owed.stream().sorted(order).toList()) {
            if (left.signum() <= 0) {
                break;
            }
            BigDecimal amount = left.min(item.open());
            if (amount.signum() > 0) {
                links.add(new Link(creditId, item.id(), amount));
                left = left.subtract(amount);
            }
        }
        return links;
    }
}
