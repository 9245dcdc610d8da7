package org.kontor.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.kontor.access.AccessRules;
import org.kontor.access.Permission;

/** What the company settings say about signing in. */
@ApplicationScoped
public class CompanyAccessRules implements AccessRules {

    @Inject
    CurrentSettings settings;

    @Override
    public int passwordMinLength() {
        return Integer.parseInt(settings.text(CompanySetting.PASSWORD_MIN_LENGTH));
    }

    @Override
    public boolean requiresTwoFactor(Set<String> permissions) {
        return switch (settings.text(CompanySetting.TWO_FACTOR_REQUIRED)) {
            case "EVERYBODY" -> true;
            case "ADMINISTRATORS" -> Permission.administers(permissions);
            default -> false;
        };
    }
}
