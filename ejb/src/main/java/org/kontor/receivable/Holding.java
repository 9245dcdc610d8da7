package org.kontor.receivable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.kontor.access.CustomerScope;
import org.kontor.customer.FieldCheck;
import org.kontor.receivable.ApplicationWriter.Standing;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** Takes hold of an item with everything that was applied to it or from it, and voids it. */
@ApplicationScoped
class Holding {

    @Inject
    LedgerWriter ledger;

    @Inject
    ApplicationWriter applications;

    @Inject
    Settlement settlement;

    @Inject
    Debtors debtors;

    @Inject
    CustomerScope scope;

    @Inject
    Clock clock;

    /**
     * What is held.
     *
     * @param debtor whose item it is
     * @param item the item
     * @param standing its applications that stand, the latest first
     */
    record Held(Debtor debtor, OpenItem item, List<Standing> standing) {}

    /** An item of these kinds that the caller sees. */
    OpenItem find(long itemId, Set<ItemKind> kinds, String noun) {
        return ledger.item(itemId)
                .filter(item -> kinds.contains(item.kind()) && scope.sees(item.customerId()))
                .orElseThrow(() -> absent(noun, itemId));
    }

    /** Locks everybody whom the item concerns, and reads it as it is then. */
    Held hold(long itemId, Set<ItemKind> kinds, String noun) {
        OpenItem seen = find(itemId, kinds, noun);
        Set<Long> concerned = concerned(seen, applications.standing(itemId));
        Map<Long, Debtor> locked = debtors.lock(concerned);
        OpenItem item = ledger.item(itemId).orElseThrow(Debtors::changedMeanwhile);
        List<Standing> standing = applications.standing(itemId);
        if (!concerned.containsAll(concerned(item, standing))) {
            throw Debtors.changedMeanwhile();
        }
        return new Held(
                Optional.ofNullable(locked.get(item.customerId())).orElseThrow(Debtors::changedMeanwhile),
                item,
                standing);
    }

    private static Set<Long> concerned(OpenItem item, List<Standing> standing) {
        Set<Long> customers = new TreeSet<>(Set.of(item.customerId()));
        standing.forEach(each -> customers.addAll(List.of(each.creditCustomer(), each.debitCustomer())));
        return customers;
    }

    /**
     * Voids an item: what was applied is taken back, and what it began with is taken out.
     *
     * @param wanted the day; empty means today, or the last day on which something moved it if that is later
     * @param against what it was posted against, turned round
     * @return the day
     */
    LocalDate voidIt(
            Held held, PostingKind kind, Optional<LocalDate> wanted, String reason, Map<Account, BigDecimal> against) {
        OpenItem item = held.item();
        refuseGivenUp(item);
        LocalDate effective = day(held, wanted, "effectiveDate");
        Set<Long> reopened =
                settlement.takeBack(item.id(), item, held.standing(), ApplicationRule.VOIDED, reason, effective);
        OpenItem whole = ledger.item(item.id()).orElseThrow();
        if (whole.open().compareTo(whole.amount()) != 0) {
            throw new AppException(
                    ErrorKind.CONFLICT, "REFUNDED", "It stays: some of it was refunded to the customer already.");
        }
        BigDecimal out = item.owed() ? item.amount().negate() : item.amount();
        ledger.move(kind, item.id(), item, effective, Map.of(item.id(), out), against);
        ledger.voided(item, effective);
        List<Long> others = new ArrayList<>(reopened);
        others.remove(item.id());
        settlement.adjust(new TreeSet<>(others), reason, effective);
        return effective;
    }

    /** The day of something that comes after everything else that moved an item. */
    LocalDate day(Held held, Optional<LocalDate> wanted, String field) {
        LocalDate last = lastMoved(held);
        LocalDate day = wanted.orElseGet(() -> Settlement.later(held.debtor().today(clock), last));
        if (day.isBefore(last)) {
            throw AppException.invalid(
                    field, "BEFORE_LAST_MOVEMENT", "Choose a day from " + last + " on: something moved it then.");
        }
        debtors.requireOpenPeriod(held.debtor(), day, field);
        return day;
    }

    private LocalDate lastMoved(Held held) {
        LocalDate last = ledger.lastMoved(held.item().id());
        for (Standing each : held.standing()) {
            last = Settlement.later(last, each.effective());
        }
        return last;
    }

    /** Refuses what is void or given up. */
    static void refuseGivenUp(OpenItem item) {
        if (item.voided()) {
            throw new AppException(ErrorKind.CONFLICT, "VOID", "Leave it as it is: it was voided.");
        }
        if (item.writtenOff()) {
            throw new AppException(ErrorKind.CONFLICT, "WRITTEN_OFF", "Leave it as it is: some of it was written off.");
        }
    }

    /** A reason, which is required. */
    static String reason(String text) {
        FieldCheck fields = new FieldCheck();
        String reason = fields.line("reason", text, 500);
        if (reason.isEmpty()) {
            fields.refuse("reason", "REQUIRED", "Say why, for whoever looks at it later.");
        }
        InvoiceRules.refuse(fields);
        return reason;
    }

    /** The refusal for what is not there. */
    static AppException absent(String noun, long id) {
        return new AppException(
                ErrorKind.ABSENT,
                noun.toUpperCase(Locale.ROOT).replace(' ', '_') + "_NOT_FOUND",
                "Look for another " + noun + ": there is none with id " + id + ".");
    }

    /** What may be taken from an item on a day. */
    BigDecimal capacity(OpenItem item, LocalDate day) {
        return ledger.capacity(List.of(item.id()), day).getOrDefault(item.id(), BigDecimal.ZERO);
    }

    /** Locks customers. */
    Map<Long, Debtor> lock(Collection<Long> customerIds) {
        return debtors.lock(customerIds);
    }
}
