package org.kontor.document;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.kontor.access.AccessLog;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** How company entities present themselves on paper. What was issued keeps the letterhead that it was made with. */
@Stateless
public class Letterheads {

    /** Most bytes of a logo. */
    public static final int LOGO_MAX = 512 * 1024;

    @Inject
    LetterheadRepository repository;

    @Inject
    AccessLog log;

    @Inject
    Clock clock;

    /** The letterhead of a company entity. */
    @Requires(Permission.READ_SETTINGS)
    public Optional<LetterheadView> find(long entityId) {
        return repository.current(entityId).map(Letterhead::view);
    }

    /** The logo of a company entity as an address that holds the picture; empty for none. */
    @Requires(Permission.READ_SETTINGS)
    public String logo(long entityId) {
        return existing(entityId).logo().dataUri();
    }

    /**
     * Replaces what a letterhead says; its logo stays.
     *
     * @param expectedVersion the version that the caller saw
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#INVALID} with every field that is
     *     against a rule
     */
    @Requires(Permission.WRITE_SETTINGS)
    public LetterheadView revise(long entityId, long expectedVersion, LetterheadDraft draft) {
        Letterhead before = existing(entityId);
        if (before.view().version() != expectedVersion) {
            throw AppException.stale();
        }
        return store(before, LetterheadRules.check(draft), before.logo());
    }

    /**
     * Puts a picture on a letterhead.
     *
     * @param picture a PNG or JPEG file
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#INVALID} for what is no picture or too large
     */
    @Requires(Permission.WRITE_SETTINGS)
    public LetterheadView replaceLogo(long entityId, byte[] picture) {
        Letterhead before = existing(entityId);
        return store(before, before.view().toDraft(), LetterheadRules.logo(picture));
    }

    /**
     * Takes the picture off a letterhead.
     *
     * @throws AppException {@link ErrorKind#ABSENT}
     */
    @Requires(Permission.WRITE_SETTINGS)
    public LetterheadView removeLogo(long entityId) {
        Letterhead before = existing(entityId);
        return store(before, before.view().toDraft(), Logo.NONE);
    }

    private LetterheadView store(Letterhead before, LetterheadDraft draft, Logo logo) {
        long entityId = before.view().id();
        long version = before.view().version() + 1;
        if (!repository.add(
                entityId,
                version,
                draft,
                logo,
                clock.instant(),
                CallerContext.current().login())) {
            throw AppException.stale();
        }
        log.write("letterhead.changed", "company entity " + entityId + ", version " + version);
        return existing(entityId).view();
    }

    private Letterhead existing(long entityId) {
        return repository
                .current(entityId)
                .orElseThrow(() -> new AppException(
                        ErrorKind.ABSENT,
                        "COMPANY_ENTITY_NOT_FOUND",
                        "Look for another company entity: there is none with id " + entityId + "."));
    }
}
