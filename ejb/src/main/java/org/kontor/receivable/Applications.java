package org.kontor.receivable;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.database.DatabaseDefinition;
import org.kontor.receivable.Allocation.Link;
import org.kontor.receivable.ApplicationWriter.Standing;
import org.kontor.shared.AppException;
import org.kontor.shared.Cursor;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.kontor.shared.Pieces;
import org.kontor.shared.Rehearsal;

/** Applies money that is held to what is owed, and takes it back. Both are entries of their own; none is ever changed. */
@Stateless
public class Applications {

    private static final Set<ItemKind> ANY = Set.of(ItemKind.values());

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    ApplicationRepository repository;

    @Inject
    ApplicationWriter applications;

    @Inject
    LedgerWriter ledger;

    @Inject
    Settlement settlement;

    @Inject
    NamedLines named;

    @Inject
    Holding holding;

    @Inject
    Debtors debtors;

    @Inject
    Clock clock;

    /**
     * Applies what is left of a payment or credit.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#CONFLICT} when it is void or nothing is left; {@link ErrorKind#INVALID} with
     *     every line that is against a rule
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public AppliedView apply(ApplicationDraft draft) {
        OpenItem seen = holding.find(draft.creditItemId(), ANY, "payment or credit");
        Set<Long> concerned = new TreeSet<>(named.customers(draft.lines()));
        concerned.add(seen.customerId());
        Map<Long, Debtor> locked = debtors.lock(concerned);
        OpenItem credit = ledger.item(seen.id()).orElseThrow(Debtors::changedMeanwhile);
        Debtor payer = Optional.ofNullable(locked.get(credit.customerId())).orElseThrow(Debtors::changedMeanwhile);
        if (credit.owed()) {
            throw AppException.invalid(
                    "creditItemId", "NOT_HELD", "Choose a payment or credit: this is owed by the customer.");
        }
        if (credit.open().signum() == 0) {
            throw new AppException(ErrorKind.CONFLICT, "NOTHING_LEFT", "Choose another one: nothing of it is left.");
        }
        LocalDate today = payer.today(clock);
        LocalDate day = draft.effectiveDate().orElseGet(() -> Settlement.later(today, credit.issueDate()));
        if (day.isBefore(credit.issueDate())) {
            throw AppException.invalid(
                    "effectiveDate", "BEFORE_MONEY", "Choose a day from " + credit.issueDate() + " on.");
        }
        debtors.requireOpenPeriod(payer, day, "effectiveDate");
        AllocationPolicy policy = draft.allocation().orElse(AllocationPolicy.MANUAL);
        List<Long> ids;
        if (policy.named()) {
            if (draft.lines().isEmpty()) {
                throw AppException.invalid("lines", "REQUIRED", "Choose at least one item that is to be settled.");
            }
            List<Link> links = named.read(credit, payer, locked, draft.lines(), "lines", day);
            ids = settlement.named(credit, links, named.items(links), policy.rule(), day);
        } else {
            ids = policy.order()
                    .map(order -> settlement.spread(credit, Set.of(payer.id()), order, policy.rule(), day, today))
                    .orElse(List.of());
        }
        return AppliedView.of(ledger.item(credit.id()).orElseThrow(), repository.find(ids));
    }

    /**
     * What {@link #apply} would do; nothing is changed.
     *
     * @throws AppException as {@link #apply}
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public AppliedView preview(ApplicationDraft draft) {
        return Rehearsal.of(dataSource, () -> apply(draft));
    }

    /**
     * Takes an application back by a counter-entry.
     *
     * @param effective from which day on, not before the application; empty means today, or the day of the application if that is
     *     later
     * @param reason why; required
     * @return the counter-entry
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#CONFLICT} when it was taken back already; {@link ErrorKind#INVALID}
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public ApplicationView reverse(long id, Optional<LocalDate> effective, String reason) {
        String why = Holding.reason(reason);
        ApplicationView seen = find(id).orElseThrow(() -> Holding.absent("application", id));
        Standing concerned = applications.find(id).orElseThrow(Applications::takenBack);
        Map<Long, Debtor> locked = debtors.lock(List.of(concerned.creditCustomer(), concerned.debitCustomer()));
        Standing standing = applications.find(id).orElseThrow(Applications::takenBack);
        Debtor debtor =
                Optional.ofNullable(locked.get(standing.creditCustomer())).orElseThrow(Debtors::changedMeanwhile);
        LocalDate day = effective.orElseGet(() -> Settlement.later(debtor.today(clock), standing.effective()));
        if (day.isBefore(standing.effective())) {
            throw AppException.invalid(
                    "effectiveDate", "BEFORE_APPLICATION", "Choose a day from " + standing.effective() + " on.");
        }
        debtors.requireOpenPeriod(debtor, day, "effectiveDate");
        OpenItem credit = ledger.item(standing.creditId()).orElseThrow();
        Set<Long> reopened = settlement.takeBack(id, credit, List.of(standing), ApplicationRule.TAKEN_BACK, why, day);
        settlement.adjust(reopened, why, day);
        return repository
                .list(Optional.of(seen.creditItemId()), Long.MAX_VALUE, 1)
                .get(0);
    }

    /** The application, or counter-entry, with this id. */
    @Requires(Permission.READ_RECEIVABLE)
    public Optional<ApplicationView> find(long id) {
        return repository.find(List.of(id)).stream().findFirst();
    }

    /** Applications and counter-entries, of an item when one is given, the latest first. */
    @Requires(Permission.READ_RECEIVABLE)
    public Page<ApplicationView> list(Optional<Long> itemId, PageRequest page) {
        String list = "applications|" + itemId;
        long before = Cursor.decode(list, page.cursor())
                .map(values -> Long.parseLong(values.get(0)))
                .orElse(Long.MAX_VALUE);
        return Pieces.of(repository.list(itemId, before, page.limit() + 1), page, list, ApplicationView::id);
    }

    private static AppException takenBack() {
        return new AppException(
                ErrorKind.CONFLICT,
                "TAKEN_BACK",
                "Leave it as it is: it was taken back, or takes back another one itself.");
    }
}
