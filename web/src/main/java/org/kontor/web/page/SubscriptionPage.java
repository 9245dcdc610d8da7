package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kontor.access.Permission;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.PageRequest;
import org.kontor.subscription.CancellationTime;
import org.kontor.subscription.SubscriptionInvoiceView;
import org.kontor.subscription.SubscriptionPreview;
import org.kontor.subscription.SubscriptionView;
import org.kontor.subscription.Subscriptions;
import org.kontor.timeline.Timeline;

/** The subscription whose {@code id} stands in the address (S4-132). */
@Named("subscriptionPage")
@ViewScoped
public class SubscriptionPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Subscriptions subscriptions;

    @Inject
    Timeline timeline;

    @Inject
    ShellPage shell;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private long id;
    private Optional<SubscriptionView> subscription = Optional.empty();
    private Optional<SubscriptionPreview> next = Optional.empty();
    private List<SubscriptionInvoiceView> invoices = List.of();
    private List<HistoryDay> history = List.of();
    private final Map<String, String> values = new HashMap<>();
    private final FieldErrors errors = new FieldErrors();

    /** Fetches what the page shows; called once when the page is opened. */
    public void open() {
        shell.require(Permission.READ_SUBSCRIPTION);
        SubscriptionView view = subscriptions.find(id).orElseThrow(this::absent);
        subscription = Optional.of(view);
        texts.timesOf(view.entityId());
        invoices = subscriptions.invoices(id, PageRequest.first()).items();
        values.put("when", CancellationTime.END_OF_PERIOD.name());
        if (shell.may(Permission.WRITE_RECEIVABLE.wireName())) {
            next = coming();
        }
        if (shell.may(Permission.READ_CUSTOMER.wireName())) {
            history = HistoryDay.of(timeline.ofDocument(view.customerId(), id), texts);
        }
    }

    /** Of an invoice that cannot be made as things are the page tells the problem, once the job found it. */
    private Optional<SubscriptionPreview> coming() {
        try {
            return subscriptions.next(id);
        } catch (AppException e) {
            if (e.kind() != ErrorKind.INVALID) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** Pauses it. */
    public void pause() {
        act(() -> subscriptions.pause(id, getSubscription().version()), "subscription.pausedNow");
    }

    /** Resumes it. */
    public void resume() {
        act(() -> subscriptions.resume(id, getSubscription().version()), "subscription.resumedNow");
    }

    /** Cancels it for the reason, and at the time, that were chosen. */
    public void cancel() {
        Optional<CancellationTime> when = Stream.of(CancellationTime.values())
                .filter(each -> each.name().equals(values.get("when")))
                .findFirst();
        act(
                () -> subscriptions.cancel(id, getSubscription().version(), when, Typed.text(values.get("reason"))),
                "subscription.cancelledNow");
    }

    /** Removes it. */
    public void remove() {
        SubscriptionView view = getSubscription();
        try {
            subscriptions.remove(id, view.version());
        } catch (AppException e) {
            errors.showOrBanner(e, texts, notices);
            return;
        }
        notices.done(texts.of("subscription.removedNow"));
        notices.go("/customer.xhtml?id=" + view.customerId() + "&tab=subscriptions");
    }

    private void act(Runnable action, String told) {
        try {
            action.run();
        } catch (AppException e) {
            errors.showOrBanner(e, texts, notices);
            return;
        }
        notices.done(texts.of(told));
        notices.go("/subscription.xhtml?id=" + id);
    }

    private AppException absent() {
        return new AppException(
                ErrorKind.ABSENT, "SUBSCRIPTION_NOT_FOUND", texts.of("subscription.notFound", Long.toString(id)));
    }

    /** The subscription. */
    public SubscriptionView getSubscription() {
        return subscription.orElseThrow(this::absent);
    }

    /** What it will invoice next; null for nothing, as expressions know no Optional. */
    public @Nullable SubscriptionPreview getNext() {
        return next.orElse(null);
    }

    /** The latest invoices that were made. */
    public List<SubscriptionInvoiceView> getInvoices() {
        return invoices;
    }

    /** Whether it can be removed: nothing was made of it. */
    public boolean isRemovable() {
        return getSubscription().made() == 0;
    }

    /** Whether it can be resumed. */
    public boolean isResumable() {
        SubscriptionView view = getSubscription();
        return view.open() && (!view.running() || view.cancelOn().isPresent());
    }

    /** Whether it can be paused. */
    public boolean isPausable() {
        SubscriptionView view = getSubscription();
        return view.running() && view.cancelOn().isEmpty();
    }

    /** When a cancellation can count. */
    public CancellationTime[] getTimes() {
        return CancellationTime.values();
    }

    /** What happened to it, newest first, by day. */
    public List<HistoryDay> getHistory() {
        return history;
    }

    /** What stands in the inputs, by name of the field. */
    public Map<String, String> getValues() {
        return values;
    }

    /** What needs a correction. */
    public FieldErrors getErrors() {
        return errors;
    }

    /** Id of the subscription. */
    public long getId() {
        return id;
    }

    /** Sets the id of the subscription. */
    public void setId(long value) {
        id = value;
    }
}
