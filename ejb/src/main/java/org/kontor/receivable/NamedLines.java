package org.kontor.receivable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.kontor.access.CustomerScope;
import org.kontor.customer.FieldCheck;
import org.kontor.receivable.Allocation.Link;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** The items that somebody names to be settled: whose they are, and how much of the money each takes. */
@ApplicationScoped
class NamedLines {

    private static final int MOST = 10_000;

    @Inject
    LedgerWriter ledger;

    @Inject
    Settlement settlement;

    @Inject
    CustomerScope scope;

    /** The customers of the named items; those that do not exist, or that the caller does not see, have none. */
    Set<Long> customers(List<AllocationLine> lines) {
        Set<Long> customers = new TreeSet<>();
        ledger.items(ids(lines)).values().forEach(item -> customers.add(item.customerId()));
        return scope.visible(customers);
    }

    /**
     * Reads the lines, with the customers of their items locked.
     *
     * @param field how the caller names the lines
     * @throws AppException {@link ErrorKind#INVALID} with every line that is against a rule
     */
    List<Link> read(
            OpenItem credit,
            Debtor payer,
            Map<Long, Debtor> locked,
            List<AllocationLine> lines,
            String field,
            LocalDate from) {
        FieldCheck fields = new FieldCheck();
        if (lines.size() > MOST) {
            throw AppException.invalid(field, "TOO_MANY", "Split it: at most " + MOST + " items are settled at once.");
        }
        Map<Long, OpenItem> items = new LinkedHashMap<>(ledger.items(ids(lines)));
        items.values().removeIf(item -> !inReach(credit, payer, locked, item));
        Map<Long, BigDecimal> available = settlement.available(items.values(), from);
        BigDecimal left = ledger.capacity(List.of(credit.id()), from).getOrDefault(credit.id(), BigDecimal.ZERO);
        List<Link> links = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String at = field + "[" + i + "].";
            AllocationLine line = lines.get(i);
            OpenItem item = items.get(line.itemId());
            if (item == null || !seen.add(line.itemId())) {
                fields.refuse(
                        at + "itemId",
                        "ITEM_UNKNOWN",
                        "Choose, once, an invoice that is owed in " + credit.currency()
                                + " by this customer or another of the same account tree.");
                continue;
            }
            BigDecimal open = available.getOrDefault(item.id(), BigDecimal.ZERO);
            BigDecimal amount = line.amount().isPresent()
                    ? Amounts.positive(fields, at + "amount", line.amount(), credit.currency())
                    : open.min(left);
            check(fields, at, amount, open, left, credit.currency());
            left = left.subtract(amount);
            if (amount.signum() > 0) {
                links.add(new Link(credit.id(), item.id(), amount));
            }
        }
        InvoiceRules.refuse(fields);
        return links;
    }

    /** The items of links, for telling what became of them. */
    Collection<OpenItem> items(List<Link> links) {
        return ledger.items(links.stream().map(Link::debitId).toList()).values();
    }

    private static void check(
            FieldCheck fields, String at, BigDecimal amount, BigDecimal open, BigDecimal left, String currency) {
        if (amount.compareTo(open) > 0) {
            fields.refuse(
                    at + "amount",
                    "MORE_THAN_OPEN",
                    "Apply at most " + Amounts.text(open, currency) + ": no more is left of it on that day.");
        } else if (amount.compareTo(left) > 0) {
            fields.refuse(
                    at + "amount",
                    "MORE_THAN_REMAINS",
                    "Apply at most " + Amounts.text(left.max(BigDecimal.ZERO), currency)
                            + " here: no more remains of the money.");
        }
    }

    private static boolean inReach(OpenItem credit, Debtor payer, Map<Long, Debtor> locked, OpenItem item) {
        Debtor debtor = locked.get(item.customerId());
        return item.owed()
                && !item.voided()
                && item.currency().equals(credit.currency())
                && item.entityId() == credit.entityId()
                && debtor != null
                && debtor.treeId() == payer.treeId();
    }

    private static List<Long> ids(List<AllocationLine> lines) {
        return lines.stream().map(AllocationLine::itemId).distinct().toList();
    }
}
