package org.kontor.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.kontor.subscription.RecurringRevenue;
import org.kontor.subscription.SubscriptionView;
import org.kontor.subscription.Subscriptions;

/** Subscriptions of the customer that the record page shows (S4-132). Fetched when the tab is first shown. */
@Named("subscriptionsTab")
@ViewScoped
public class SubscriptionsTab implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Subscriptions subscriptions;

    @Inject
    CustomerPage page;

    private Page<SubscriptionView> shown = new Page<>(List.of(), Optional.empty());
    private List<RecurringRevenue> revenue = List.of();

    @PostConstruct
    void open() {
        shown = subscriptions.ofCustomer(page.getId(), PageRequest.first());
        revenue = subscriptions.revenue(page.getId());
    }

    /** Shows the next piece below those on the page. */
    public void more() {
        shown.nextCursor().ifPresent(cursor -> {
            Page<SubscriptionView> next = subscriptions.ofCustomer(
                    page.getId(), new PageRequest(PageRequest.DEFAULT_LIMIT, Optional.of(cursor)));
            shown = new Page<>(
                    Stream.concat(shown.items().stream(), next.items().stream()).toList(), next.nextCursor());
        });
    }

    /** Subscriptions, the latest made first. */
    public List<SubscriptionView> getShown() {
        return shown.items();
    }

    /** What recurs in a month, by currency. */
    public List<RecurringRevenue> getRevenue() {
        return revenue;
    }

    /** Whether there are more. */
    public boolean isMore() {
        return shown.nextCursor().isPresent();
    }
}
