package org.kontor.subscription;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.customer.CustomerGate;
import org.kontor.customer.FieldCheck;
import org.kontor.receivable.Amounts;
import org.kontor.receivable.DocumentKind;
import org.kontor.receivable.Invoices;
import org.kontor.shared.AppException;
import org.kontor.shared.Cursor;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.kontor.shared.Pieces;
import org.kontor.subscription.SubscriptionRules.Checked;

/**
 * Makes subscriptions of customers, changes, pauses, resumes, cancels and shows them (S4-132). Invoices are made of them by
 * {@link SubscriptionJob}. Whoever writes one, the job among them, holds the customer.
 */
@Stateless
public class Subscriptions {

    private static final int DAYS_SHOWN = 6;

    @Inject
    SubscriptionRepository repository;

    @Inject
    SubscriptionRules rules;

    @Inject
    Invoices invoices;

    @Inject
    CustomerGate gate;

    @Inject
    Event<DomainEvent> happened;

    /**
     * What a new subscription would invoice first; nothing is stored.
     *
     * @throws AppException as {@link #make}
     */
    @Requires(Permission.WRITE_SUBSCRIPTION)
    public SubscriptionPreview preview(long customerId, SubscriptionDraft draft) {
        gate.name(customerId);
        LocalDate today = repository.today(customerId);
        Checked checked = rules.check(customerId, draft, today, Optional.empty());
        return preview(customerId, checked, Optional.empty(), today);
    }

    /**
     * What a subscription would invoice next if it said this; nothing is stored.
     *
     * @throws AppException as {@link #change}
     */
    @Requires(Permission.WRITE_SUBSCRIPTION)
    public SubscriptionPreview previewOf(long id, SubscriptionDraft draft) {
        SubscriptionView seen = existing(id);
        LocalDate today = repository.today(seen.customerId());
        Checked checked = rules.check(seen.customerId(), draft, today, Optional.of(seen));
        return preview(seen.customerId(), checked, Optional.of(seen), today);
    }

    /**
     * What a subscription will invoice next; empty for one that is paused, cancelled or over, or about to be.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#INVALID} when the invoice cannot be made as things are
     */
    @Requires(Permission.READ_SUBSCRIPTION)
    public Optional<SubscriptionPreview> next(long id) {
        SubscriptionView seen = existing(id);
        if (seen.nextOn().isEmpty()) {
            return Optional.empty();
        }
        Checked stored = new Checked(
                seen.toDraft(),
                seen.lines().stream().map(SubscriptionLineView::net).toList());
        return Optional.of(preview(seen.customerId(), stored, Optional.of(seen), repository.today(seen.customerId())));
    }

    private SubscriptionPreview preview(
            long customerId, Checked checked, Optional<SubscriptionView> stored, LocalDate today) {
        SubscriptionDraft draft = checked.draft();
        Charge charge = Charge.next(
                        draft, stored.map(SubscriptionView::nextPeriod).orElse(0))
                .orElseThrow(() -> AppException.invalid(
                        "lines",
                        "NOTHING_CHARGED",
                        "Let at least one line be charged: the time of all of them is over."));
        Optional<LocalDate> end = stored.flatMap(SubscriptionView::cancelOn);
        int left = draft.invoices().orElse(Integer.MAX_VALUE)
                - stored.map(SubscriptionView::made).orElse(0);
        BigDecimal net = charge.lines().stream()
                .filter(i -> !draft.lines().get(i).once())
                .map(checked.nets()::get)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new SubscriptionPreview(
                charge.startsOn(),
                charge.endsOn(),
                invoices.preview(DocumentKind.INVOICE, charge.invoice(customerId, draft, today)),
                IntStream.range(charge.period(), charge.period() + Math.min(DAYS_SHOWN, left))
                        .mapToObj(draft::day)
                        .filter(day -> end.filter(last -> !day.isBefore(last)).isEmpty())
                        .toList(),
                Charge.monthly(
                        net,
                        draft.currency(),
                        draft.interval().orElseThrow(),
                        draft.every().orElse(1)));
    }

    /**
     * Makes one. Its first invoice is made on its first day, or soon when that has passed.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer; {@link ErrorKind#INVALID} naming each field;
     *     {@link ErrorKind#FORBIDDEN} for who may not write receivables: invoices come of it
     */
    @Requires(Permission.WRITE_SUBSCRIPTION)
    public SubscriptionView make(long customerId, SubscriptionDraft draft) {
        gate.lock(customerId);
        LocalDate today = repository.today(customerId);
        Checked checked = rules.check(customerId, draft, today, Optional.empty());
        preview(customerId, checked, Optional.empty(), today);
        SubscriptionView made = existing(repository.add(customerId, checked.draft(), checked.nets()));
        happened.fire(SubscriptionEvents.of(made, "created", Map.of()));
        return made;
    }

    /**
     * Replaces what one says. It counts from the next invoice on.
     *
     * @param version the version that the caller saw
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#INVALID} naming each field;
     *     {@link ErrorKind#CONFLICT} ({@code OVER}) when it was cancelled or has ended; {@link ErrorKind#FORBIDDEN} as {@link #make}
     */
    @Requires(Permission.WRITE_SUBSCRIPTION)
    public SubscriptionView change(long id, long version, SubscriptionDraft draft) {
        SubscriptionView before = locked(id, version);
        LocalDate today = repository.today(before.customerId());
        Checked checked = rules.check(before.customerId(), draft, today, Optional.of(before));
        preview(before.customerId(), checked, Optional.of(before), today);
        repository.update(id, checked.draft(), checked.nets(), before.nextPeriod());
        SubscriptionView after = existing(id);
        happened.fire(SubscriptionEvents.changed(before, after));
        return after;
    }

    /**
     * Removes one of which no invoice was made.
     *
     * @param version the version that the caller saw
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#CONFLICT} ({@code INVOICED}) when an
     *     invoice was made
     */
    @Requires(Permission.WRITE_SUBSCRIPTION)
    public void remove(long id, long version) {
        gate.lock(existing(id).customerId());
        SubscriptionView now = existing(id);
        if (now.version() != version) {
            throw AppException.stale();
        }
        if (now.made() > 0) {
            throw new AppException(ErrorKind.CONFLICT, "INVOICED", "Cancel it instead: invoices were made of it.");
        }
        repository.delete(id);
        happened.fire(SubscriptionEvents.of(now, "deleted", Map.of()));
    }

    /**
     * Pauses one: nothing is invoiced until somebody resumes it.
     *
     * @param version the version that the caller saw
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#CONFLICT} when it is not running
     *     ({@code OVER}, {@code PAUSED}) or about to be cancelled ({@code TO_BE_CANCELLED})
     */
    @Requires(Permission.WRITE_SUBSCRIPTION)
    public SubscriptionView pause(long id, long version) {
        SubscriptionView now = locked(id, version);
        if (now.state() == SubscriptionState.PAUSED) {
            throw new AppException(ErrorKind.CONFLICT, "PAUSED", "Leave it as it is: it is paused.");
        }
        if (now.cancelOn().isPresent()) {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "TO_BE_CANCELLED",
                    "Resume it first: it will be cancelled at the end of its period.");
        }
        repository.pause(id);
        happened.fire(SubscriptionEvents.of(now, "paused", Map.of()));
        return existing(id);
    }

    /**
     * Resumes one that is paused, from the first period on that begins today or later; or takes back that it will be cancelled.
     *
     * @param version the version that the caller saw
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#CONFLICT} when it is over ({@code OVER}) or
     *     running anyway ({@code RUNNING})
     */
    @Requires(Permission.WRITE_SUBSCRIPTION)
    public SubscriptionView resume(long id, long version) {
        SubscriptionView now = locked(id, version);
        SubscriptionDraft draft = now.toDraft();
        if (now.state() == SubscriptionState.PAUSED) {
            int period = BillingDates.from(
                    now.firstOn(), now.interval(), now.every(), now.nextPeriod(), repository.today(now.customerId()));
            repository.resume(id, period, draft.day(period));
        } else if (now.cancelOn().isPresent()) {
            repository.resume(id, now.nextPeriod(), draft.day(now.nextPeriod()));
        } else {
            throw new AppException(
                    ErrorKind.CONFLICT, "RUNNING", "Leave it as it is: it is neither paused nor cancelled.");
        }
        happened.fire(SubscriptionEvents.of(now, "resumed", Map.of()));
        return existing(id);
    }

    /**
     * Cancels one. Invoices that were made stay.
     *
     * @param version the version that the caller saw
     * @param when when it counts; empty means at once
     * @param reason why; required, at most 500 characters
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#INVALID}; {@link ErrorKind#CONFLICT}
     *     ({@code OVER}) when it is over
     */
    @Requires(Permission.WRITE_SUBSCRIPTION)
    public SubscriptionView cancel(long id, long version, Optional<CancellationTime> when, String reason) {
        SubscriptionView now = locked(id, version);
        FieldCheck fields = new FieldCheck();
        String why = fields.line("reason", reason, 500);
        if (why.isEmpty()) {
            fields.refuse("reason", "REQUIRED", "Say why, for whoever looks at it later.");
        }
        if (!fields.errors().isEmpty()) {
            throw AppException.invalid(fields.errors());
        }
        if (when.orElse(CancellationTime.NOW) == CancellationTime.END_OF_PERIOD && now.running()) {
            LocalDate tomorrow = repository.today(now.customerId()).plusDays(1);
            LocalDate day = now.toDraft()
                    .day(BillingDates.from(now.firstOn(), now.interval(), now.every(), now.nextPeriod(), tomorrow));
            repository.cancelOn(id, day, why);
            happened.fire(SubscriptionEvents.of(
                    now, "cancellation-scheduled", Map.of("reason", why, "effective", day.toString())));
        } else {
            repository.cancel(id, CallerContext.current().login(), why);
            happened.fire(SubscriptionEvents.of(now, "cancelled", Map.of("reason", why)));
        }
        return existing(id);
    }

    /** One by its id; empty for one of a customer whom the caller does not see. */
    @Requires(Permission.READ_SUBSCRIPTION)
    public Optional<SubscriptionView> find(long id) {
        return repository.find(List.of(id)).stream().findFirst();
    }

    /** Subscriptions by their ids, as far as the caller sees them. */
    @Requires(Permission.READ_SUBSCRIPTION)
    public List<SubscriptionView> findAll(Collection<Long> ids) {
        return repository.find(ids);
    }

    /**
     * Subscriptions of a customer, the latest made first.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer
     */
    @Requires(Permission.READ_SUBSCRIPTION)
    public Page<SubscriptionView> ofCustomer(long customerId, PageRequest page) {
        gate.name(customerId);
        String list = "subscriptions|" + customerId;
        long before = Cursor.decode(list, page.cursor())
                .map(values -> Long.parseLong(values.get(0)))
                .orElse(Long.MAX_VALUE);
        return Pieces.of(repository.ofCustomer(customerId, before, page.limit() + 1), page, list, SubscriptionView::id);
    }

    /**
     * Invoices that were made of a subscription, the latest period first.
     *
     * @throws AppException {@link ErrorKind#ABSENT}
     */
    @Requires(Permission.READ_SUBSCRIPTION)
    public Page<SubscriptionInvoiceView> invoices(long id, PageRequest page) {
        existing(id);
        String list = "subscription-invoices|" + id;
        int before = Cursor.decode(list, page.cursor())
                .map(values -> Integer.parseInt(values.get(0)))
                .orElse(Integer.MAX_VALUE);
        return Pieces.of(
                repository.invoices(id, before, page.limit() + 1), page, list, SubscriptionInvoiceView::period);
    }

    /**
     * What recurs of a customer in a month (MRR), by currency. Currencies are never added.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer
     */
    @Requires(Permission.READ_SUBSCRIPTION)
    public List<RecurringRevenue> revenue(long customerId) {
        gate.name(customerId);
        Map<String, RecurringRevenue> byCurrency = new TreeMap<>();
        repository.active(customerId).stream()
                .filter(each -> each.mrr().signum() != 0)
                .forEach(each -> byCurrency.merge(
                        each.currency(),
                        new RecurringRevenue(each.currency(), 1, Amounts.scaled(each.mrr(), each.currency())),
                        (one, two) -> new RecurringRevenue(
                                one.currency(),
                                one.subscriptions() + 1,
                                one.mrr().add(two.mrr()))));
        return List.copyOf(byCurrency.values());
    }

    /** One that is not over, held by this transaction. */
    private SubscriptionView locked(long id, long version) {
        gate.lock(existing(id).customerId());
        SubscriptionView now = existing(id);
        if (now.version() != version) {
            throw AppException.stale();
        }
        if (!now.open()) {
            throw new AppException(ErrorKind.CONFLICT, "OVER", "Make another one: this subscription is over.");
        }
        return now;
    }

    private SubscriptionView existing(long id) {
        return repository.find(List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new AppException(
                        ErrorKind.ABSENT,
                        "SUBSCRIPTION_NOT_FOUND",
                        "Look for another subscription: there is none with id " + id + "."));
    }
}
