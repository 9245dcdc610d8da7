package org.kontor.access;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** Nobody hands out what they do not have themselves. */
final class Grants {

    private Grants() {}

    /** Refuses names that are not in the catalogue. */
    static void known(String field, List<String> permissions) {
        Set<String> unknown = new TreeSet<>(permissions);
        unknown.removeAll(Permission.names());
        if (!unknown.isEmpty()) {
            throw AppException.invalid(
                    field,
                    "UNKNOWN_PERMISSION",
                    "Choose from the permissions that exist; there is no " + String.join(", ", unknown) + ".");
        }
    }

    /** Refuses to let others see all customers when the caller does not. */
    static void scope(Caller caller, boolean seesAll) {
        if (seesAll && caller.scope() == RowScope.OWN) {
            throw new AppException(
                    ErrorKind.FORBIDDEN,
                    "BEYOND_OWN_CUSTOMERS",
                    "Ask somebody who sees all customers: you may only grant roles that see own customers.");
        }
    }

    /** Refuses roles that allow more, or let see more customers, than the caller's. */
    static void roles(Caller caller, Collection<Role> roles) {
        roles.forEach(role -> {
            within(caller, role.permissions());
            scope(caller, !role.ownCustomersOnly());
        });
    }

    /** Refuses to grant, or to touch a user or role that has, more than the caller has. */
    static void within(Caller caller, Collection<String> permissions) {
        Set<String> beyond = new TreeSet<>(permissions);
        beyond.removeAll(caller.permissions());
        if (!beyond.isEmpty()) {
            throw new AppException(
                    ErrorKind.FORBIDDEN,
                    "BEYOND_OWN_PERMISSIONS",
                    "Ask somebody who has these permissions: " + String.join(", ", beyond) + ".");
        }
    }
}
