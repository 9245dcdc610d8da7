package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.kontor.access.Permission;
import org.kontor.portal.PortalAccessView;
import org.kontor.portal.PortalAccesses;
import org.kontor.portal.PortalState;
import org.kontor.portal.PortalView;
import org.kontor.shared.AppException;

/** How the customer of the page stands with the portal (S4-61), and what staff does about it. Fetched when first asked for. */
@Named("portalBox")
@ViewScoped
public class PortalBox implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    PortalAccesses accesses;

    @Inject
    ShellPage shell;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private Optional<PortalView> view = Optional.empty();

    /** How a customer stands. */
    public PortalView of(long customer) {
        if (view.filter(seen -> seen.id() == customer).isEmpty()) {
            view = Optional.of(accesses.of(customer));
        }
        return view.orElseThrow();
    }

    /** Contacts that were invited. */
    public List<PortalAccessView> invited(long customer) {
        return of(customer).contacts().stream()
                .filter(contact -> contact.state() != PortalState.DISABLED)
                .toList();
    }

    /** How a contact of the customer stands, who was asked for before. */
    public PortalAccessView contact(long id) {
        return view.stream()
                .flatMap(seen -> seen.contacts().stream())
                .filter(contact -> contact.contactId() == id)
                .findFirst()
                .orElseGet(() -> new PortalAccessView(
                        id,
                        "",
                        "",
                        false,
                        PortalState.DISABLED,
                        Optional.<Instant>empty(),
                        "",
                        false,
                        Optional.empty()));
    }

    /** How a contact stands, in words. */
    public String label(long id) {
        PortalAccessView contact = contact(id);
        return texts.of(
                "portal.header", texts.of(contact.expired() ? "portal.expired" : "portalState." + contact.state()));
    }

    /** The class of the label of a state. */
    public String style(PortalState state) {
        return switch (state) {
            case ENABLED -> "k-status-open";
            case INVITED -> "k-status-pending";
            case SUSPENDED -> "k-status-closed";
            case DISABLED -> "";
        };
    }

    /** Whether the reader may invite. */
    public boolean isOffered() {
        return shell.may(Permission.INVITE_PORTAL.wireName());
    }

    /** Whether the reader may invite the contact now. */
    public boolean invites(long customer, long id) {
        return isOffered() && of(customer).ready() && contact(id).invitable();
    }

    /** Whether there is anything about the portal that the reader may do for the contact. */
    public boolean offers(long customer, long id) {
        of(customer);
        return invites(customer, id) || suspends(id) || enables(id);
    }

    /** Whether the reader may suspend the contact. */
    public boolean suspends(long id) {
        PortalState state = contact(id).state();
        return manages() && (state == PortalState.ENABLED || state == PortalState.INVITED);
    }

    /** Whether the reader may enable the contact again. */
    public boolean enables(long id) {
        return manages() && contact(id).state() == PortalState.SUSPENDED;
    }

    private boolean manages() {
        return shell.may(Permission.MANAGE_PORTAL.wireName());
    }

    /** Ends access until it is enabled again. */
    public void suspend(long id) {
        change(id, accesses::suspend, "portal.suspended");
    }

    /** Lets in again. */
    public void enable(long id) {
        change(id, accesses::enable, "portal.enabled");
    }

    /** Takes access away. */
    public void remove(long id) {
        change(id, accesses::remove, "portal.removed");
    }

    private void change(long id, LongFunction<PortalView> work, String told) {
        String name = contact(id).name();
        try {
            view = Optional.of(work.apply(id));
            notices.done(texts.of(told, name));
        } catch (AppException e) {
            view = Optional.empty();
            notices.refused(String.valueOf(e.getMessage()));
        }
    }
}
