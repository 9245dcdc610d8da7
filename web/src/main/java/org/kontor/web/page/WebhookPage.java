package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.access.Permission;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.webhook.NewWebhook;
import org.kontor.webhook.WebhookDraft;
import org.kontor.webhook.WebhookEventView;
import org.kontor.webhook.WebhookView;
import org.kontor.webhook.Webhooks;

/** One subscription, or the form for a new one. */
@Named("webhookPage")
@ViewScoped
public class WebhookPage implements CheckedForm, Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Webhooks webhooks;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    @Inject
    ShellPage shell;

    private long id;
    private long version;
    private String url = "";
    private String description = "";
    private List<String> events = List.of();
    private boolean active = true;
    private String secret = "";
    private List<WebhookEventView> offered = List.of();
    private final FieldErrors errors = new FieldErrors();

    /** Fetches the subscription; called once when the page is opened. */
    public void open() {
        shell.require(Permission.SUBSCRIBE_WEBHOOK);
        offered = webhooks.events();
        if (id != 0) {
            fill(webhooks.find(id).orElseThrow(this::absent));
        }
    }

    private WebhookDraft typed() {
        return new WebhookDraft(url, description, events, Optional.of(active));
    }

    @Override
    public List<FieldErrors.Entry> wrong() {
        return FieldErrors.entries(webhooks.wrong(typed()), texts);
    }

    /** Saves what was typed; a new one shows its secret this once. */
    public synchronized void save() {
        errors.clear();
        try {
            if (id == 0) {
                show(webhooks.create(typed()));
            } else {
                fill(webhooks.revise(id, version, typed()));
            }
            notices.done(texts.of("webhook.saved"));
        } catch (AppException e) {
            if (e.kind() != ErrorKind.INVALID) {
                throw e;
            }
            errors.show(e.errors(), texts);
        }
    }

    /** Makes a new secret and shows it this once. */
    public void renew() {
        show(webhooks.newSecret(id));
        notices.done(texts.of("webhook.saved"));
    }

    /** Ends the subscription. */
    public void delete() {
        webhooks.delete(id, version);
        notices.done(texts.of("webhook.deleted"));
        notices.go("/webhooks.xhtml");
    }

    private void show(NewWebhook made) {
        id = made.id();
        secret = made.secret();
        fill(webhooks.find(id).orElseThrow(this::absent));
    }

    private void fill(WebhookView view) {
        version = view.version();
        url = view.url();
        description = view.description();
        events = view.events();
        active = view.active();
    }

    private AppException absent() {
        return new AppException(ErrorKind.ABSENT, "WEBHOOK_NOT_FOUND", texts.of("webhook.notFound", Long.toString(id)));
    }

    /** Whether a new one is made. */
    public boolean isFresh() {
        return id == 0;
    }

    /** The secret, right after it was made; empty text else. */
    public String getSecret() {
        return secret;
    }

    /** Events to choose from. */
    public List<WebhookEventView> getOffered() {
        return offered;
    }

    /** What needs a correction. */
    public FieldErrors getErrors() {
        return errors;
    }

    /** Id; 0 for a new one. */
    public long getId() {
        return id;
    }

    /** Sets the id. */
    public void setId(long value) {
        id = value;
    }

    /** Where to send. */
    public String getUrl() {
        return url;
    }

    /** Sets where to send. */
    public void setUrl(@Nullable String value) {
        url = value == null ? "" : value;
    }

    /** Words for people. */
    public String getDescription() {
        return description;
    }

    /** Sets the words for people. */
    public void setDescription(@Nullable String value) {
        description = value == null ? "" : value;
    }

    /** Chosen events. */
    public List<String> getEvents() {
        return events;
    }

    /** Sets the chosen events. */
    public void setEvents(List<String> value) {
        events = List.copyOf(value);
    }

    /** Whether it sends. */
    public boolean isActive() {
        return active;
    }

    /** Sets whether it sends. */
    public void setActive(boolean value) {
        active = value;
    }
}
