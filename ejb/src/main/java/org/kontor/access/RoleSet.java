package org.kontor.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What roles allow together.
 *
 * @param roles in any order
 */
record RoleSet(Collection<Role> roles) {

    /** The union of their permissions, without those that are of no use to somebody who sees own customers alone. */
    Set<String> permissions() {
        Set<String> all = new HashSet<>();
        roles.forEach(role -> all.addAll(role.permissions()));
        if (scope() == RowScope.OWN) {
            Arrays.stream(Permission.values())
                    .filter(Permission::needsAllCustomers)
                    .forEach(permission -> all.remove(permission.wireName()));
        }
        return all;
    }

    /** One role that sees all customers is enough to see them all. */
    RowScope scope() {
        return !roles.isEmpty() && roles.stream().allMatch(Role::ownCustomersOnly) ? RowScope.OWN : RowScope.ALL;
    }

    boolean administrator() {
        return roles.stream().anyMatch(Role::allPermissions);
    }

    /** Their names, sorted. */
    List<String> names() {
        return roles.stream().map(Role::name).sorted().toList();
    }
}
