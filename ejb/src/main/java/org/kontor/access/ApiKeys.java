package org.kontor.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/** Makes, lists and revokes API keys. */
@Stateless
public class ApiKeys {

    private static final String MARK = "ktr_";
    private static final int PREFIX_LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    AccessRepository repository;

    @Inject
    AccessLog log;

    @Inject
    Clock clock;

    /**
     * Makes a key for whoever is asking.
     *
     * @return the key itself, this once
     * @throws AppException {@link ErrorKind#INVALID}; {@link ErrorKind#FORBIDDEN} for permissions that the caller lacks
     */
    @Requires(Permission.MANAGE_API_KEY)
    public NewApiKey create(ApiKeyDraft draft) {
        Caller caller = CallerContext.current();
        Instant now = clock.instant();
        check(draft, now);
        Grants.within(caller, draft.permissions());
        User owner = repository.user(caller.userId()).orElseThrow(() -> notFound(caller.userId()));
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        String key = MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        ApiKey stored = new ApiKey(owner, draft, key.substring(0, PREFIX_LENGTH), hash(key), now);
        repository.add(stored);
        repository.flush();
        log.write("api-key.created", caller.login(), CallerContext.address(), key.substring(0, PREFIX_LENGTH));
        return new NewApiKey(stored.id(), key.substring(0, PREFIX_LENGTH), key);
    }

    /** The caller's own keys, oldest first; with {@code write:user} the keys of everybody. Revoked ones are shown, too. */
    @Requires(Permission.MANAGE_API_KEY)
    public Page<ApiKeyView> list(PageRequest page) {
        Caller caller = CallerContext.current();
        long owner = seesAll(caller) ? 0 : caller.userId();
        List<ApiKey> found = repository.apiKeys(owner, IdCursor.after(page), page.limit() + 1);
        return IdCursor.page(found.stream().map(ApiKey::view).toList(), page.limit(), ApiKeyView::id);
    }

    /** The key with this id, if the caller may see it. */
    @Requires(Permission.MANAGE_API_KEY)
    public Optional<ApiKeyView> find(long id) {
        return visible(id).map(ApiKey::view);
    }

    /**
     * Revokes a key, at once and for good. Revoking again changes nothing.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#FORBIDDEN} for the key of somebody who may do more
     */
    @Requires(Permission.MANAGE_API_KEY)
    public void revoke(long id) {
        Caller caller = CallerContext.current();
        ApiKey key = visible(id).orElseThrow(() -> notFound(id));
        if (key.owner().id() != caller.userId()) {
            Grants.within(caller, key.owner().permissions());
        }
        key.revoke(clock.instant());
        log.write(
                "api-key.revoked",
                caller.login(),
                CallerContext.address(),
                key.view().prefix());
    }

    private Optional<ApiKey> visible(long id) {
        Caller caller = CallerContext.current();
        return repository
                .apiKey(id)
                .filter(key -> seesAll(caller) || key.owner().id() == caller.userId());
    }

    private static boolean seesAll(Caller caller) {
        return caller.may(Permission.WRITE_USER.wireName());
    }

    private static AppException notFound(long id) {
        return new AppException(
                ErrorKind.ABSENT, "API_KEY_NOT_FOUND", "Look for another API key: there is none with id " + id + ".");
    }

    private static void check(ApiKeyDraft draft, Instant now) {
        if (!draft.wrong(now).isEmpty()) {
            throw AppException.invalid(draft.wrong(now));
        }
        Grants.known("permissions", draft.permissions());
    }

    /** SHA-256 of a key; only this is stored. */
    public static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
