package org.kontor.webhook;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kontor.access.AccessLog;
import org.kontor.access.Caller;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.encryption.FieldEncryption;
import org.kontor.jobs.Jobs;
import org.kontor.shared.AppException;
import org.kontor.shared.Cursor;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/**
 * Subscriptions to events. A subscription belongs to the user who made it and shows nothing that this user may not read; others
 * see it, and switch it off, with {@code write:user}.
 */
@Stateless
public class Webhooks {

    private static final String LIST = "webhooks";

    @Inject
    WebhookRepository repository;

    @Inject
    DeliveryRepository deliveries;

    @Inject
    WebhookTarget target;

    @Inject
    FieldEncryption encryption;

    @Inject
    AccessLog audit;

    @Inject
    Jobs jobs;

    @Inject
    Clock clock;

    /** The events that exist, with the permission that each needs. */
    @Requires(Permission.SUBSCRIBE_WEBHOOK)
    public List<WebhookEventView> events() {
        return Arrays.stream(WebhookEvent.values())
                .map(e -> new WebhookEventView(e.wireName(), e.permission().wireName(), e.description()))
                .toList();
    }

    /** The caller's subscriptions, oldest first; with {@code write:user} those of everybody. */
    @Requires(Permission.SUBSCRIBE_WEBHOOK)
    public Page<WebhookView> list(PageRequest page) {
        Caller caller = CallerContext.current();
        String list = LIST + seesAll(caller);
        long after = Cursor.decode(list, page.cursor())
                .map(values -> Long.parseLong(values.get(0)))
                .orElse(0L);
        List<WebhookView> found = repository.list(seesAll(caller) ? 0 : caller.userId(), after, page.limit() + 1);
        return piece(
                list,
                found,
                page.limit(),
                found.size() > page.limit() ? found.get(page.limit() - 1).id() : 0);
    }

    /** The subscription with this id, if the caller may see it. */
    @Requires(Permission.SUBSCRIBE_WEBHOOK)
    public Optional<WebhookView> find(long id) {
        return visible(id) ? repository.find(id) : Optional.empty();
    }

    /**
     * Subscribes.
     *
     * @throws AppException {@link ErrorKind#INVALID} with every field that is against a rule; {@link ErrorKind#FORBIDDEN} for an
     *     event whose permission the caller lacks
     */
    @Requires(Permission.SUBSCRIBE_WEBHOOK)
    public NewWebhook create(WebhookDraft draft) {
        check(draft);
        Caller caller = CallerContext.current();
        long id = repository.nextId();
        String secret = WebhookSignature.newSecret();
        byte[] encrypted = encryption.encrypt(WebhookSecrets.COLUMN, id, secret);
        repository.insert(id, caller.userId(), draft, encrypted, clock.instant(), caller.login());
        audit.write("webhook.created", "webhook " + id);
        return new NewWebhook(id, 1, secret);
    }

    /**
     * Replaces what is said of a subscription; what waits is tried at once. Somebody else's can only be switched off.
     *
     * @throws AppException as for {@link #create}; {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE};
     *     {@link ErrorKind#FORBIDDEN} for somebody else's
     */
    @Requires(Permission.SUBSCRIBE_WEBHOOK)
    public WebhookView revise(long id, long expectedVersion, WebhookDraft draft) {
        WebhookView before = load(id);
        boolean active = draft.active().orElse(before.active());
        boolean switchedOff = draft.url().equals(before.url()) && draft.events().equals(before.events()) && !active;
        if (!switchedOff) {
            // What is sent is what the subscriber may read: nobody else decides where to.
            own(id);
            check(draft);
        }
        if (!repository.revise(
                id,
                expectedVersion,
                draft,
                active,
                clock.instant(),
                CallerContext.current().login())) {
            throw AppException.stale();
        }
        audit.write("webhook.changed", "webhook " + id);
        jobs.enqueue(WebhookDelivery.KIND, id);
        return load(id);
    }

    /** Gives a subscription another secret; the one before is worthless from then on. */
    @Requires(Permission.SUBSCRIBE_WEBHOOK)
    public NewWebhook newSecret(long id) {
        load(id);
        own(id);
        String secret = WebhookSignature.newSecret();
        byte[] encrypted = encryption.encrypt(WebhookSecrets.COLUMN, id, secret);
        repository.newSecret(
                id, encrypted, clock.instant(), CallerContext.current().login());
        audit.write("webhook.changed", "secret of webhook " + id);
        return new NewWebhook(id, load(id).version(), secret);
    }

    /**
     * Ends a subscription; what waits is not sent, and its log goes with it.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}
     */
    @Requires(Permission.SUBSCRIBE_WEBHOOK)
    public void delete(long id, long expectedVersion) {
        load(id);
        if (!repository.delete(id, expectedVersion)) {
            throw AppException.stale();
        }
        audit.write("webhook.deleted", "webhook " + id);
    }

    /** The delivery log, newest first. */
    @Requires(Permission.SUBSCRIBE_WEBHOOK)
    public Page<DeliveryView> deliveries(long id, Optional<DeliveryState> state, PageRequest page) {
        load(id);
        String list = "deliveries|" + id + "|" + state;
        long before = Cursor.decode(list, page.cursor())
                .map(values -> Long.parseLong(values.get(0)))
                .orElse(Long.MAX_VALUE);
        List<DeliveryView> found = deliveries.log(id, state, before, page.limit() + 1);
        return piece(
                list,
                found,
                page.limit(),
                found.size() > page.limit() ? found.get(page.limit() - 1).id() : 0);
    }

    /**
     * Sends once more what was settled, as the subscriber may read it now.
     *
     * @throws AppException {@link ErrorKind#INVALID} when nothing is said of what to send; {@link ErrorKind#ABSENT}
     */
    @Requires(Permission.SUBSCRIBE_WEBHOOK)
    public Replayed replay(long id, ReplayDraft what) {
        load(id);
        if (what.ids().isEmpty()
                && what.from().isEmpty()
                && what.to().isEmpty()
                && !what.failed().orElse(false)) {
            throw AppException.invalid(
                    "ids", "REQUIRED", "Say what to send once more: ids, from and to, or failed = true.");
        }
        int count = deliveries.replay(id, what, clock.instant());
        audit.write("webhook.replayed", count + " deliveries of webhook " + id);
        jobs.enqueue(WebhookDelivery.KIND, id);
        return new Replayed(count);
    }

    private static <T> Page<T> piece(String list, List<T> found, int limit, long last) {
        return found.size() <= limit
                ? new Page<>(found, Optional.empty())
                : new Page<>(found.subList(0, limit), Optional.of(Cursor.encode(list, Long.toString(last))));
    }

    /** What is against a rule that needs neither the database nor the network. */
    @Requires(Permission.SUBSCRIBE_WEBHOOK)
    public List<FieldError> wrong(WebhookDraft draft) {
        List<FieldError> wrong = new ArrayList<>(target.form(draft.url()));
        wrong.addAll(draft.wrong());
        return wrong;
    }

    private void check(WebhookDraft draft) {
        List<FieldError> errors = new ArrayList<>();
        try {
            target.check(draft.url());
        } catch (AppException e) {
            errors.addAll(e.errors());
        }
        errors.addAll(draft.wrong());
        for (String event : draft.events()) {
            if (WebhookEvent.of(event).isEmpty()) {
                String known = String.join(
                        ", ", events().stream().map(WebhookEventView::name).toList());
                errors.add(new FieldError(
                        "events", "UNKNOWN_EVENT", "Choose from " + known + "; there is no " + event + "."));
            }
        }
        if (!errors.isEmpty()) {
            throw AppException.invalid(errors);
        }
        for (String event : draft.events()) {
            String needed = WebhookEvent.of(event).orElseThrow().permission().wireName();
            if (!CallerContext.current().may(needed)) {
                throw new AppException(
                        ErrorKind.FORBIDDEN,
                        "PERMISSION_MISSING",
                        "The event " + event + " needs the permission " + needed + ". Ask an administrator for it.");
            }
        }
    }

    private WebhookView load(long id) {
        return find(id).orElseThrow(() -> new AppException(
                ErrorKind.ABSENT, "WEBHOOK_NOT_FOUND", "Look for another webhook: there is none with id " + id + "."));
    }

    private boolean visible(long id) {
        Caller caller = CallerContext.current();
        return seesAll(caller)
                || repository
                        .ownerOf(id)
                        .filter(owner -> owner == caller.userId())
                        .isPresent();
    }

    private void own(long id) {
        if (repository
                .ownerOf(id)
                .filter(owner -> owner == CallerContext.current().userId())
                .isEmpty()) {
            throw new AppException(
                    ErrorKind.FORBIDDEN,
                    "NOT_YOUR_WEBHOOK",
                    "Switch it off, or let its subscriber change it: it sends what the subscriber may read.");
        }
    }

    private static boolean seesAll(Caller caller) {
        return caller.may(Permission.WRITE_USER.wireName());
    }
}
