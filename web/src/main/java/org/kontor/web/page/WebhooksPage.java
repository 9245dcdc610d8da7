package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.kontor.webhook.WebhookView;
import org.kontor.webhook.Webhooks;

/** The subscriptions that the reader may see. */
@Named("webhooksPage")
@ViewScoped
public class WebhooksPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Webhooks webhooks;

    @Inject
    Texts texts;

    private Page<WebhookView> shown = new Page<>(List.of(), Optional.empty());

    /** Fetches the first ones; called once when the page is opened. */
    public void open() {
        shown = webhooks.list(PageRequest.first());
    }

    /** Shows the next ones below those on the page. */
    public void next() {
        shown.nextCursor().ifPresent(cursor -> {
            Page<WebhookView> next = webhooks.list(new PageRequest(PageRequest.DEFAULT_LIMIT, Optional.of(cursor)));
            shown = new Page<>(
                    Stream.concat(shown.items().stream(), next.items().stream()).toList(), next.nextCursor());
        });
    }

    /** Its events in one line. */
    public String events(WebhookView webhook) {
        return String.join(", ", webhook.events());
    }

    /** How it does, in words. */
    public String state(WebhookView webhook) {
        return texts.of("webhookState." + name(webhook));
    }

    /** Style of how it does. */
    public String style(WebhookView webhook) {
        return switch (name(webhook)) {
            case "UP" -> "k-status-open";
            case "OFF" -> "k-status-closed";
            default -> "k-status-warn";
        };
    }

    private static String name(WebhookView webhook) {
        return !webhook.active() ? "OFF" : webhook.failures() == 0 ? "UP" : "FAILING";
    }

    /** Subscriptions on the page. */
    public List<WebhookView> getShown() {
        return shown.items();
    }

    /** Whether there are more. */
    public boolean isMore() {
        return shown.nextCursor().isPresent();
    }
}
