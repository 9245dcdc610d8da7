package org.kontor.portal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.communication.FillsMessage;
import org.kontor.communication.MessageView;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Sql;

/**
 * Makes the link of an invitation when its mail leaves: what is stored with the message, and shown to staff, opens nothing. Each try to
 * send makes it anew; one that is sent again later leaves the link before good for nothing.
 */
@ApplicationScoped
class InvitationLinks implements FillsMessage {

    private static final String GOOD = """
            select a.id from portal_access a join contact c on c.id = a.contact_id join customer k on k.id = c.customer_id
            where a.message_id = ? and a.state in ('INVITED', 'ENABLED') and a.email = lower(btrim(?))
              and a.email = lower(btrim(c.email)) and c.status = 'ACTIVE' and not k.archived
            for no key update of a
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    PortalReadiness readiness;

    @Inject
    Clock clock;

    @Override
    public Optional<String> fill(MessageView message) {
        boolean invitation = Sql.one(
                        dataSource,
                        "select 1 from portal_invitation where message_id = ?",
                        Sql.of(message.id()),
                        row -> 1)
                .isPresent();
        if (!invitation) {
            return Optional.empty();
        }
        readiness.missing().ifPresent(missing -> {
            throw missing;
        });
        long access = Sql.one(dataSource, GOOD, Sql.of(message.id(), message.address()), row -> row.getLong(1))
                .orElseThrow(() -> new AppException(
                        ErrorKind.GONE,
                        "INVITATION_OVER",
                        "Invite again if it is still wanted: the contact, or its access, is another one since."));
        String token = Tokens.random();
        Sql.execute(
                dataSource,
                "update portal_access set token_hash = ?, token_expires_at = ? where id = ?",
                Sql.of(Tokens.hash(token), clock.instant().plus(Duration.ofDays(readiness.days())), access));
        return Optional.of(
                message.text().replace(InvitationText.LINK, readiness.page().orElseThrow() + "?token=" + token));
    }
}
