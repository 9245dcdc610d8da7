package org.kontor.connector;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resolves references such as {@code ${env:ACME_KEY}}, so that a secret need not be in the database. Variables that carry what
 * Kontor itself is let in with cannot be referred to, since whoever may set up a connection must not read the database password
 * with it: Kontor's own ({@code KONTOR_...}), those of its server and its database ({@code AS_ADMIN_...}, {@code PAYARA_...},
 * {@code PG...}, {@code POSTGRES_...}), and options of a Java ({@code JAVA_OPTS}, {@code JDK_JAVA_OPTIONS} and the like), where
 * {@code -Dkontor.db.password} may stand.
 */
@ApplicationScoped
public class Environment {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{env:([A-Za-z_][A-Za-z0-9_]{0,99})}");

    /** Code of a refusal of a name. */
    static final String NOT_ALLOWED = "VARIABLE_NOT_ALLOWED";

    /** What is told with it. */
    static final String CHOOSE_ANOTHER =
            "Choose another environment variable: those of Kontor itself, its server, its database and its Java cannot"
                    + " be used.";

    private static final Pattern OF_KONTOR_ITSELF =
            Pattern.compile("(KONTOR_|AS_ADMIN_|PAYARA_|PG|POSTGRES_).*|.*(JAVA|JVM).*(OPTS|OPTIONS|ARGS)");

    /** The name that a value refers to, blanks around it aside, which are not stored; empty when it is no reference. */
    Optional<String> reference(String value) {
        Matcher matcher = REFERENCE.matcher(value.strip());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Whether a name may be referred to. */
    boolean allowed(String name) {
        return !OF_KONTOR_ITSELF.matcher(name.toUpperCase(Locale.ROOT)).matches();
    }

    /** The value of a variable of this process; empty when it is not set. */
    protected Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isEmpty());
    }
}
