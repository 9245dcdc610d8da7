package org.kontor.access;

import java.util.Set;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/**
 * On whose behalf something is done.
 *
 * @param userId id of the user, 0 for Kontor itself
 * @param login sign-in name, or {@code system}; this is what history shows
 * @param permissions permissions in {@code verb:noun} form
 * @param scope which customers they see
 */
public record Caller(long userId, String login, Set<String> permissions, RowScope scope) {

    /** Kontor itself, with every permission; for work that no person started. */
    public static final Caller SYSTEM = new Caller(0, "system", Permission.names());

    /** Copies the set. */
    public Caller {
        permissions = Set.copyOf(permissions);
    }

    /** Somebody who sees all customers. */
    public Caller(long userId, String login, Set<String> permissions) {
        this(userId, login, permissions, RowScope.ALL);
    }

    /** Whether this is no person but a device at the door, which sends entries and does nothing else. */
    private boolean isDevice() {
        return permissions.equals(Set.of(Permission.CREATE_KIOSK_ENTRY.wireName()));
    }

    /**
     * Refuses what is about a person.
     *
     * @throws AppException {@link ErrorKind#FORBIDDEN} for a device
     */
    void requirePerson() {
        if (isDevice()) {
            throw new AppException(ErrorKind.FORBIDDEN, "NOT_A_PERSON", "Sign in as yourself: a kiosk is no user.");
        }
    }

    /** Whether this caller has the permission. */
    public boolean may(String permission) {
        return permissions.contains(permission);
    }
}
