package org.kontor.portal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.customer.CustomerGate;
import org.kontor.customer.FieldCheck;
import org.kontor.customer.InvitesToPortal;
import org.kontor.portal.PortalRepository.Host;
import org.kontor.portal.PortalRepository.Row;
import org.kontor.shared.AppException;
import org.kontor.suppression.Identity;
import org.kontor.suppression.Suppressions;

/** Invites the primary contacts of a list (S4-14). Who was invited and has a good link, or has access, is left alone. */
@Stateless
public class BatchInvitations implements InvitesToPortal {

    @Inject
    PortalRepository repository;

    @Inject
    PortalReadiness readiness;

    @Inject
    Inviting inviting;

    @Inject
    Suppressions suppressions;

    @Inject
    CustomerGate gate;

    @Override
    @Requires(Permission.INVITE_PORTAL)
    public String check(String text) {
        readiness.missing().ifPresent(missing -> {
            throw missing;
        });
        FieldCheck fields = new FieldCheck();
        String kept = InvitationText.text(fields, "value", text);
        if (!fields.errors().isEmpty()) {
            throw AppException.invalid(fields.errors());
        }
        return kept;
    }

    @Override
    @Requires(Permission.INVITE_PORTAL)
    public Map<Long, String> invite(List<Long> customerIds, String text) {
        Map<Long, String> invited = new LinkedHashMap<>();
        for (long customerId : customerIds.stream().sorted().toList()) {
            if (gate.find(customerId).isEmpty()) {
                continue;
            }
            gate.lock(customerId);
            Host host = repository.host(customerId);
            Optional<Row> contact = repository.contacts(customerId).stream()
                    .filter(Row::primary)
                    .filter(row -> row.view().invitable()
                            && awaits(row.view())
                            && reached(row.view().email()))
                    .findFirst();
            if (!host.archived()
                    && contact.isPresent()
                    && readiness.missing(host.entityId()).isEmpty()) {
                InvitationView usual = InvitationText.usual(host.locale());
                inviting.invite(
                        customerId,
                        host,
                        contact.get(),
                        text.isEmpty() ? usual : new InvitationView(usual.subject(), text));
                invited.put(customerId, contact.get().view().state().name());
            }
        }
        return invited;
    }

    /** One who cannot be written to is left out; the others of the list are not kept from it. */
    private boolean reached(String email) {
        FieldCheck fields = new FieldCheck();
        String address = fields.email("email", email);
        return fields.errors().isEmpty()
                && suppressions
                        .recognise(List.of(new Identity(Set.of(address), Set.of(), "", Optional.empty(), List.of())))
                        .get(0)
                        .isEmpty();
    }

    private static boolean awaits(PortalAccessView contact) {
        return contact.state() == PortalState.DISABLED || contact.expired();
    }
}
