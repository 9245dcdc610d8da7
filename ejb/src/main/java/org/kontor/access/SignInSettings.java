package org.kontor.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the operator configured about signing in by a provider of OpenID Connect, as far as it decides who is let in. */
@ApplicationScoped
public class SignInSettings {

    /** Whether a password lets in, {@code kontor.oidc.local-sign-in}; only a configured provider can take its place. */
    public boolean byPassword() {
        return text("kontor.oidc.issuer").isEmpty()
                || !text("kontor.oidc.local-sign-in").equalsIgnoreCase("false");
    }

    /** Whether somebody whom nobody here knows becomes a user, {@code kontor.oidc.create-users}. */
    public boolean createUsers() {
        return text("kontor.oidc.create-users").equalsIgnoreCase("true");
    }

    /** Names of the roles of such a user, {@code kontor.oidc.new-user-roles}, parted by commas. */
    public List<String> newUserRoles() {
        return Arrays.stream(text("kontor.oidc.new-user-roles").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static String text(String key) {
        return ConfigProvider.getConfig()
                .getOptionalValue(key, String.class)
                .map(String::strip)
                .orElse("");
    }
}
