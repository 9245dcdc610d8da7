package org.kontor.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.kontor.access.Permission;
import org.kontor.subscription.SubscriptionView;

/** What pages of a customer tell and offer of subscriptions (S4-132). */
@Named("subscriptionBox")
@RequestScoped
public class SubscriptionBox {

    @Inject
    ShellPage shell;

    @Inject
    Texts texts;

    /** Whether the reader may see subscriptions. */
    public boolean isAllowed() {
        return shell.may(Permission.READ_SUBSCRIPTION.wireName());
    }

    /** Whether the reader may pause, resume and cancel them. */
    public boolean isManaged() {
        return isAllowed() && shell.may(Permission.WRITE_SUBSCRIPTION.wireName());
    }

    /** Whether the reader may make and change them: invoices come of it. */
    public boolean isOffered() {
        return isManaged() && shell.may(Permission.WRITE_RECEIVABLE.wireName());
    }

    /** Style of where one stands. */
    public String style(SubscriptionView subscription) {
        if (!subscription.problem().isEmpty()) {
            return "k-status-warn";
        }
        return switch (subscription.state()) {
            case ACTIVE -> "k-status-open";
            case TRIAL, PAUSED -> "k-status-pending";
            case CANCELLED, ENDED -> "k-status-closed";
        };
    }

    /** How often one is invoiced, in words. */
    public String rhythm(SubscriptionView subscription) {
        String interval = subscription.interval().name();
        return subscription.every() == 1
                ? texts.of("subscriptionInterval." + interval)
                : texts.of("subscriptionEvery." + interval, subscription.every());
    }
}
