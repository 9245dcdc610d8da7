package org.kontor.portal;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.access.AccessLog;
import org.kontor.access.CustomerScope;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.customer.CustomerGate;
import org.kontor.customer.FieldCheck;
import org.kontor.portal.PortalRepository.Host;
import org.kontor.portal.PortalRepository.Row;
import org.kontor.shared.AppException;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.ErrorKind;

/** Access of contacts to the portal, for staff (S4-14, S4-61, X-23). */
@Stateless
public class PortalAccesses {

    private static final int MOST = 50;

    @Inject
    PortalRepository repository;

    @Inject
    PortalReadiness readiness;

    @Inject
    Inviting inviting;

    @Inject
    CustomerGate gate;

    @Inject
    CustomerScope scope;

    @Inject
    AccessLog log;

    @Inject
    Event<DomainEvent> happened;

    /**
     * How a customer and its contacts stand with the portal.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer
     */
    @Requires(Permission.READ_CUSTOMER)
    public PortalView of(long customerId) {
        gate.name(customerId);
        return view(customerId);
    }

    /**
     * The usual invitation, in the language of the customer's company entity.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer
     */
    @Requires(Permission.INVITE_PORTAL)
    public InvitationView invitation(long customerId) {
        gate.name(customerId);
        return InvitationText.usual(repository.host(customerId).locale());
    }

    /**
     * Sends invitations. A link that was sent before is good for nothing from then on. Who has access already keeps it, and gets a link
     * for a new password.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer; {@link ErrorKind#INVALID} naming each field; {@link
     *     ErrorKind#CONFLICT} while the portal is off ({@code PORTAL_OFF}), no e-mail can be sent ({@code NO_CHANNEL}, {@code
     *     BASE_URL_MISSING}), or the customer is archived ({@code CUSTOMER_ARCHIVED})
     */
    @Requires(Permission.INVITE_PORTAL)
    public PortalView invite(long customerId, InvitationDraft draft) {
        gate.lock(customerId);
        Host host = repository.host(customerId);
        readiness.missing(host.entityId()).ifPresent(missing -> {
            throw missing;
        });
        if (host.archived()) {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "CUSTOMER_ARCHIVED",
                    "Unarchive the customer first: who is archived has no portal.");
        }
        FieldCheck fields = new FieldCheck();
        List<Row> contacts = chosen(fields, repository.contacts(customerId), draft.contactIds());
        InvitationView mail =
                InvitationText.checked(fields, InvitationText.usual(host.locale()), draft.subject(), draft.text());
        if (!fields.errors().isEmpty()) {
            throw AppException.invalid(fields.errors());
        }
        contacts.forEach(contact -> inviting.invite(customerId, host, contact, mail));
        return view(customerId);
    }

    /**
     * Ends the access of a contact until it is enabled again, from its next request on.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#CONFLICT} for one without access
     */
    @Requires(Permission.MANAGE_PORTAL)
    public PortalView suspend(long contactId) {
        Held held = hold(contactId, "suspended");
        repository.suspend(contactId);
        return told(held, "portal.suspended");
    }

    /**
     * Lets a contact in again who was suspended; one who had not accepted is invited, and needs a new link.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#CONFLICT} for one without access
     */
    @Requires(Permission.MANAGE_PORTAL)
    public PortalView enable(long contactId) {
        Held held = hold(contactId, "enabled");
        if (held.contact().state() != PortalState.SUSPENDED) {
            throw new AppException(
                    ErrorKind.CONFLICT, "NOT_SUSPENDED", "Nothing to enable: the access is not suspended.");
        }
        repository.enable(contactId);
        return told(held, "portal.enabled");
    }

    /**
     * Takes the access of a contact away with its password, links and sessions.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#CONFLICT} for one without access
     */
    @Requires(Permission.MANAGE_PORTAL)
    public PortalView remove(long contactId) {
        Held held = hold(contactId, "removed");
        repository.remove(contactId);
        return told(held, "portal.removed");
    }

    private List<Row> chosen(FieldCheck fields, List<Row> all, List<Long> ids) {
        List<Long> wanted = ids.isEmpty()
                ? all.stream()
                        .filter(Row::primary)
                        .map(row -> row.view().contactId())
                        .toList()
                : ids.stream().distinct().toList();
        if (wanted.isEmpty() || wanted.size() > MOST) {
            fields.refuse("contactIds", "OUT_OF_RANGE", "Choose 1 to " + MOST + " contacts.");
        }
        List<Row> chosen = new ArrayList<>();
        for (long id : wanted) {
            Optional<Row> row =
                    all.stream().filter(each -> each.view().contactId() == id).findFirst();
            if (row.isEmpty()) {
                fields.refuse("contactIds", "CONTACT_UNKNOWN", "Choose contacts of this customer.");
            } else if (!row.get().view().invitable()) {
                fields.refuse("contactIds", "NOT_INVITABLE", cure(row.get().view()));
            } else {
                chosen.add(row.get());
            }
        }
        return chosen;
    }

    private static String cure(PortalAccessView contact) {
        if (contact.state() == PortalState.SUSPENDED) {
            return "Enable the access of " + contact.name() + " first: it is suspended.";
        }
        return contact.active()
                ? "Enter an e-mail address of " + contact.name() + " first."
                : "Set " + contact.name() + " active first.";
    }

    private record Held(long customerId, PortalAccessView contact) {}

    private Held hold(long contactId, String what) {
        long customerId = repository
                .customerOf(contactId)
                .filter(scope::sees)
                .orElseThrow(() -> new AppException(
                        ErrorKind.ABSENT,
                        "CONTACT_NOT_FOUND",
                        "Look for another contact: there is none with id " + contactId + "."));
        gate.lock(customerId);
        return repository.contacts(customerId).stream()
                .map(Row::view)
                .filter(contact -> contact.contactId() == contactId && contact.state() != PortalState.DISABLED)
                .findFirst()
                .map(contact -> new Held(customerId, contact))
                .orElseThrow(() -> new AppException(
                        ErrorKind.CONFLICT,
                        "NO_PORTAL_ACCESS",
                        "Invite the contact first: there is no access that could be " + what + "."));
    }

    private PortalView told(Held held, String what) {
        log.write(what, "contact " + held.contact().contactId() + " of customer " + held.customerId());
        happened.fire(Inviting.event(what, held.customerId(), held.contact()));
        return view(held.customerId());
    }

    private PortalView view(long customerId) {
        Host host = repository.host(customerId);
        List<PortalAccessView> contacts =
                repository.contacts(customerId).stream().map(Row::view).toList();
        Optional<AppException> missing = readiness.missing(host.entityId());
        return new PortalView(
                customerId,
                host.archived() ? PortalState.DISABLED : derived(contacts),
                missing.isEmpty() && !host.archived(),
                host.archived()
                        ? "Unarchive the customer first: who is archived has no portal."
                        : missing.map(each -> String.valueOf(each.getMessage())).orElse(""),
                contacts);
    }

    /** The furthest that an active contact is. */
    static PortalState derived(List<PortalAccessView> contacts) {
        List<PortalState> states = contacts.stream()
                .filter(PortalAccessView::active)
                .map(PortalAccessView::state)
                .toList();
        for (PortalState state : List.of(PortalState.ENABLED, PortalState.SUSPENDED, PortalState.INVITED)) {
            if (states.contains(state)) {
                return state;
            }
        }
        return PortalState.DISABLED;
    }
}
