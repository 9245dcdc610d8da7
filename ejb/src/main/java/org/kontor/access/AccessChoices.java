package org.kontor.access;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.kontor.shared.FieldError;

/** Roles, user groups and users that somebody named; what does not exist becomes an error of the field. */
@Dependent
class AccessChoices {

    @Inject
    AccessRepository repository;

    Set<Role> roles(List<String> names, List<FieldError> errors) {
        return chosen("roles", "ROLE", "roles", names, repository.rolesNamed(names), Role::name, errors);
    }

    Set<UserGroup> groups(List<String> names, List<FieldError> errors) {
        return chosen("groups", "GROUP", "user groups", names, repository.groupsNamed(names), UserGroup::name, errors);
    }

    Set<User> users(List<String> logins, List<FieldError> errors) {
        return chosen("users", "USER", "users", logins, repository.usersNamed(logins), User::login, errors);
    }

    private static <T> Set<T> chosen(
            String field,
            String code,
            String what,
            List<String> names,
            Collection<T> found,
            Function<T, String> name,
            List<FieldError> errors) {
        Set<String> unknown = new TreeSet<>(names);
        found.forEach(one -> unknown.remove(name.apply(one)));
        if (!unknown.isEmpty()) {
            errors.add(new FieldError(
                    field,
                    "UNKNOWN_" + code,
                    "Choose from the " + what + " that exist; there is no " + String.join(", ", unknown) + "."));
        }
        return new HashSet<>(found);
    }
}
