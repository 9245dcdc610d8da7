package org.kontor.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.customer.CustomerGate;
import org.kontor.receivable.Amounts;
import org.kontor.receivable.DocumentKind;
import org.kontor.receivable.InvoiceView;
import org.kontor.receivable.Invoices;
import org.kontor.shared.DomainEvent;

/**
 * Makes what is due of one subscription. It holds the customer first and reads then, so that whoever comes second, on another node or
 * because a run was killed, finds that there is nothing to do; the key of {@code subscription_invoice} is behind that.
 */
@ApplicationScoped
class SubscriptionBilling {

    private static final Duration PAUSE = Duration.ofHours(1);

    @Inject
    SubscriptionRepository repository;

    @Inject
    Invoices invoices;

    @Inject
    CustomerGate gate;

    @Inject
    Clock clock;

    @Inject
    Event<DomainEvent> happened;

    /** Invoices one period of a subscription, or does what else is due; answers whether there may be more to do. */
    boolean bill(long id) {
        Optional<SubscriptionView> held = held(id);
        if (held.isEmpty()) {
            return false;
        }
        SubscriptionView seen = held.get();
        LocalDate today = repository.today(seen.customerId());
        if (seen.nextOn().filter(day -> !day.isAfter(today)).isEmpty()) {
            if (seen.cancelOn().filter(day -> !day.isAfter(today)).isPresent()) {
                repository.cancel(id, seen.cancelledBy(), seen.cancelReason());
                happened.fire(SubscriptionEvents.of(seen, "cancelled", Map.of("reason", seen.cancelReason())));
            }
            return false;
        }
        if (repository.archived(seen.customerId())) {
            // Nothing is invoiced in the archive, nor made up for afterwards by itself: somebody decides.
            repository.pause(id);
            happened.fire(SubscriptionEvents.of(seen, "paused", Map.of("reason", "The customer is in the archive.")));
            return false;
        }
        invoice(seen, today);
        return true;
    }

    /** The subscription under the lock of its customer, if it is running. */
    private Optional<SubscriptionView> held(long id) {
        Optional<Long> customer = repository.customerOf(id);
        if (customer.isEmpty() || gate.find(customer.get()).isEmpty()) {
            return Optional.empty();
        }
        gate.lock(customer.get());
        // Merged meanwhile into another customer: the next run finds it there.
        return repository.find(List.of(id)).stream()
                .filter(SubscriptionView::running)
                .filter(each -> each.customerId() == customer.get())
                .findFirst();
    }

    private void invoice(SubscriptionView seen, LocalDate today) {
        SubscriptionDraft draft = seen.toDraft();
        Optional<Charge> charge = Charge.of(draft, seen.nextPeriod());
        List<Integer> gone = charge.map(each -> each.once(draft)).orElse(List.of());
        charge.ifPresent(each -> make(seen, each, draft, today));
        repository.removeLines(seen.id(), gone);
        int next = seen.nextPeriod() + 1;
        int made = seen.made() + (charge.isPresent() ? 1 : 0);
        if (seen.invoices().filter(limit -> limit <= made).isPresent() || !Charge.anyLeft(draft, next, gone)) {
            repository.end(seen.id());
            happened.fire(SubscriptionEvents.of(seen, "ended", Map.of()));
        } else {
            repository.advance(seen.id(), next, draft.day(next));
        }
    }

    private void make(SubscriptionView seen, Charge charge, SubscriptionDraft draft, LocalDate today) {
        InvoiceView made = invoices.create(DocumentKind.INVOICE, charge.invoice(seen.customerId(), draft, today));
        repository.made(seen.id(), charge, made.id());
        happened.fire(SubscriptionEvents.of(
                seen,
                "invoiced",
                Map.of(
                        "invoiceId",
                        Long.toString(made.id()),
                        "amount",
                        Amounts.text(made.total(), made.currency()),
                        "number",
                        made.number().isEmpty() ? "#" + made.id() : made.number())));
    }

    /** Notes why the next invoice could not be made: on the page, and for subscribers when it is something else than before. */
    void failed(long id, String why) {
        Optional<SubscriptionView> held = held(id);
        if (held.isEmpty()) {
            return;
        }
        repository.problem(id, why, clock.instant().plus(PAUSE));
        if (!held.get().problem().equals(why)) {
            happened.fire(SubscriptionEvents.of(held.get(), "failed", Map.of("reason", why)));
        }
    }
}
