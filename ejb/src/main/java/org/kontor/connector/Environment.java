package org.kontor.connector;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resolves references such as {@code ${env:ACME_KEY}}, so that a secret need not be in the database. Kontor's own variables
 * ({@code KONTOR_...}) cannot be referred to: whoever may set up a connection must not read the database password with it.
 */
@ApplicationScoped
public class Environment {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{env:([A-Za-z_][A-Za-z0-9_]{0,99})}");

    /** The name that a value refers to; empty when it is no reference. */
    Optional<String> reference(String value) {
        Matcher matcher = REFERENCE.matcher(value);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Whether a name may be referred to. */
    boolean allowed(String name) {
        return !name.toUpperCase(java.util.Locale.ROOT).startsWith("KONTOR_");
    }

    /** The value of a variable of this process; empty when it is not set. */
    protected Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isEmpty());
    }
}
