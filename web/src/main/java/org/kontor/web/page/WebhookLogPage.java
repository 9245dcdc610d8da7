package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.kontor.webhook.DeliveryState;
import org.kontor.webhook.DeliveryView;
import org.kontor.webhook.ReplayDraft;
import org.kontor.webhook.Webhooks;

/** The log of a subscription, newest first, narrowed to a state by the address; what is in it is sent once more. */
@Named("webhookLog")
@ViewScoped
public class WebhookLogPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Webhooks webhooks;

    @Inject
    WebhookPage page;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private String state = "";
    private String from = "";
    private String to = "";
    private boolean failedOnly;
    private Page<DeliveryView> log = new Page<>(List.of(), Optional.empty());
    private final FieldErrors errors = new FieldErrors();

    /** Fetches the start of the log; called once when the page is opened, after the subscription. */
    public void open() {
        if (page.getId() != 0) {
            log = webhooks.deliveries(page.getId(), chosen(), PageRequest.first());
        }
    }

    /** The state that the address names; one that there is not narrows nothing. */
    private Optional<DeliveryState> chosen() {
        return Arrays.stream(DeliveryState.values())
                .filter(each -> each.name().equals(state))
                .findFirst();
    }

    /** Sends one delivery once more. */
    public void replay(long delivery) {
        replay(new ReplayDraft(List.of(delivery), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /** Sends once more what failed. */
    public void replayFailed() {
        replay(new ReplayDraft(List.of(), Optional.empty(), Optional.empty(), Optional.of(true)));
    }

    /** Sends once more what happened between two times, to the minute; or of that what failed. */
    public void replayRange() {
        errors.clear();
        Optional<Instant> first = time("from", from, 0);
        Optional<Instant> last = time("to", to, 1);
        if (errors.getList().isEmpty() && !first.orElseThrow().isBefore(last.orElseThrow())) {
            errors.add("to", texts.of("webhook.to"), texts.of("webhook.toBeforeFrom"));
        }
        if (errors.getList().isEmpty()) {
            replay(new ReplayDraft(List.of(), first, last.map(end -> end.minusNanos(1_000)), Optional.of(failedOnly)));
        }
    }

    /** The start of a minute, or of the one so many later, in the reader's zone; what cannot be read is told beside its field. */
    private Optional<Instant> time(String field, String typed, int later) {
        try {
            return Optional.of(LocalDateTime.parse(typed)
                    .plusMinutes(later)
                    .atZone(texts.zone())
                    .toInstant());
        } catch (DateTimeParseException e) {
            errors.add(field, texts.of("webhook." + field), texts.of("webhook.timeForm"));
            return Optional.empty();
        }
    }

    private void replay(ReplayDraft what) {
        notices.done(
                texts.of("webhook.replayed", webhooks.replay(page.getId(), what).count()));
        open();
    }

    /** Shows the next deliveries below those on the page. */
    public void next() {
        log.nextCursor().ifPresent(cursor -> {
            Page<DeliveryView> next = webhooks.deliveries(
                    page.getId(), chosen(), new PageRequest(PageRequest.DEFAULT_LIMIT, Optional.of(cursor)));
            log = new Page<>(
                    Stream.concat(log.items().stream(), next.items().stream()).toList(), next.nextCursor());
        });
    }

    /** What came back, in one line. */
    public String answer(DeliveryView delivery) {
        return (delivery.status().map(s -> s + " ").orElse("") + texts.say(delivery.answer())).strip();
    }

    /** Style of a state. */
    public String style(DeliveryView delivery) {
        return switch (delivery.state()) {
            case PENDING -> "k-status-pending";
            case DELIVERED -> "k-status-open";
            case FAILED -> "k-status-warn";
            case DROPPED -> "k-status-closed";
        };
    }

    /** States to narrow the log to. */
    public DeliveryState[] getStates() {
        return DeliveryState.values();
    }

    /** Deliveries on the page. */
    public List<DeliveryView> getDeliveries() {
        return log.items();
    }

    /** Whether there are more. */
    public boolean isMore() {
        return log.nextCursor().isPresent();
    }

    /** What needs a correction. */
    public FieldErrors getErrors() {
        return errors;
    }

    /** State that the log is narrowed to; empty for all. */
    public String getState() {
        return state;
    }

    /** Sets the state that the log is narrowed to. */
    public void setState(@Nullable String value) {
        state = value == null ? "" : value;
    }

    /** First minute, as 2026-11-21T09:30. */
    public String getFrom() {
        return from;
    }

    /** Sets the first minute. */
    public void setFrom(@Nullable String value) {
        from = value == null ? "" : value;
    }

    /** Last minute, as 2026-11-21T09:30. */
    public String getTo() {
        return to;
    }

    /** Sets the last minute. */
    public void setTo(@Nullable String value) {
        to = value == null ? "" : value;
    }

    /** Whether only what failed or was not sent is sent again. */
    public boolean isFailedOnly() {
        return failedOnly;
    }

    /** Sets whether only what failed or was not sent is sent again. */
    public void setFailedOnly(boolean value) {
        failedOnly = value;
    }
}
