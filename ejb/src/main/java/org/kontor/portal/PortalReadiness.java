package org.kontor.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.kontor.connector.MessageChannels;
import org.kontor.mail.BaseUrl;
import org.kontor.settings.CompanySetting;
import org.kontor.settings.CurrentSettings;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.spi.MessageChannel.Medium;

/** Whether somebody can be invited, and if not, what to do. */
@ApplicationScoped
class PortalReadiness {

    /** The page to which an invitation leads. */
    static final String PAGE = "/portal/accept";

    @Inject
    CurrentSettings settings;

    @Inject
    BaseUrl baseUrl;

    @Inject
    MessageChannels channels;

    /** Whether the company lets customers in at all. */
    boolean on() {
        return settings.on(CompanySetting.CUSTOMER_PORTAL);
    }

    /** Why nobody can be invited whoever it is; empty when somebody can. */
    Optional<AppException> missing() {
        if (!on()) {
            return Optional.of(new AppException(
                    ErrorKind.CONFLICT,
                    "PORTAL_OFF",
                    "Ask an administrator to switch the customer portal on, under Settings."));
        }
        if (baseUrl.of(PAGE).isEmpty()) {
            return Optional.of(new AppException(
                    ErrorKind.CONFLICT,
                    "BASE_URL_MISSING",
                    "Ask an administrator to set kontor.base-url: an invitation holds a link to this server."));
        }
        return Optional.empty();
    }

    /** Why no contact of a customer of this company entity can be invited; empty when one can. */
    Optional<AppException> missing(long entityId) {
        return missing()
                .or(() -> channels.of(Medium.EMAIL, entityId).isPresent()
                        ? Optional.empty()
                        : Optional.of(new AppException(
                                ErrorKind.CONFLICT,
                                "NO_CHANNEL",
                                "Ask an administrator to set up and enable a connection for e-mail under Connections: this customer’s"
                                        + " company entity has none.")));
    }

    /** Where an invitation leads; its token is put behind it. */
    Optional<String> page() {
        return baseUrl.of(PAGE);
    }

    int days() {
        return Integer.parseInt(settings.text(CompanySetting.PORTAL_INVITATION_DAYS));
    }
}
