package org.kontor.testing;

import java.util.List;
import org.kontor.access.SignInSettings;

/** Nothing is configured: everybody signs in by password. */
final class PasswordsAlone extends SignInSettings {

    @Override
    public boolean byPassword() {
        return true;
    }

    @Override
    public boolean createUsers() {
        return false;
    }

    @Override
    public List<String> newUserRoles() {
        return List.of();
    }
}
