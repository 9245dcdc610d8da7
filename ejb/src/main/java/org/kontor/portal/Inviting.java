package org.kontor.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.access.AccessLog;
import org.kontor.access.Caller;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.communication.MessageDraft;
import org.kontor.communication.MessageKind;
import org.kontor.communication.Messages;
import org.kontor.portal.PortalRepository.Host;
import org.kontor.portal.PortalRepository.Row;
import org.kontor.shared.DomainEvent;

/** Invites contacts of whom it is settled that they may be. */
@ApplicationScoped
class Inviting {

    @Inject
    PortalRepository repository;

    @Inject
    PortalReadiness readiness;

    @Inject
    Messages messages;

    @Inject
    AccessLog log;

    @Inject
    Event<DomainEvent> happened;

    void invite(long customerId, Host host, Row contact, InvitationView mail) {
        PortalAccessView to = contact.view();
        long accessId = repository.invited(contact);
        int days = readiness.days();
        MessageDraft draft = new MessageDraft(
                Optional.of(MessageKind.EMAIL),
                Optional.empty(),
                to.email(),
                Optional.of(to.contactId()),
                InvitationText.subject(mail.subject(), to, host, days),
                InvitationText.filled(mail.text(), to, host, days),
                List.of(),
                Optional.empty());
        repository.sentBy(
                accessId,
                PortalCallers.as(mailing(CallerContext.current()), () -> messages.add(customerId, draft))
                        .id());
        log.write("portal.invited", "contact " + to.contactId() + " of customer " + customerId);
        happened.fire(event("portal.invited", customerId, to));
    }

    /** Who may invite need not be somebody who writes to customers: this one mail is part of the invitation. */
    private static Caller mailing(Caller caller) {
        Set<String> permissions = new HashSet<>(caller.permissions());
        permissions.add(Permission.SEND_MESSAGE.wireName());
        permissions.add(Permission.READ_CUSTOMER.wireName());
        return new Caller(caller.userId(), caller.login(), permissions, caller.scope());
    }

    static DomainEvent event(String kind, long customerId, PortalAccessView contact) {
        return new DomainEvent(
                kind,
                customerId,
                Map.of(),
                Map.of("contactId", Long.toString(contact.contactId()), "name", contact.name()));
    }
}
