package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.access.Permission;
import org.kontor.customer.CustomerView;
import org.kontor.customer.Customers;
import org.kontor.portal.InvitationDraft;
import org.kontor.portal.InvitationView;
import org.kontor.portal.PortalAccessView;
import org.kontor.portal.PortalAccesses;
import org.kontor.portal.PortalState;
import org.kontor.portal.PortalView;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.primefaces.PrimeFaces;

/** Invites contacts of {@code customer} to the portal (S4-14): who, and what the e-mail says. {@code contact} is chosen at first. */
@Named("portalInvitePage")
@ViewScoped
public class PortalInvitePage implements CheckedForm, Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    PortalAccesses accesses;

    @Inject
    Customers customers;

    @Inject
    ShellPage shell;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private final FieldErrors errors = new FieldErrors();
    private long customerId;
    private long contact;
    private String customerName = "";
    private Optional<PortalView> view = Optional.empty();
    private List<PortalAccessView> recipients = List.of();
    private Long[] chosen = {};
    private String subject = "";
    private String text = "";

    /** Fetches who can be invited, and the usual text; called once when the page is opened. */
    public void open() {
        shell.require(Permission.INVITE_PORTAL);
        customerName = customers
                .find(customerId)
                .map(CustomerView::displayName)
                .orElseThrow(() -> new AppException(
                        ErrorKind.ABSENT,
                        "CUSTOMER_NOT_FOUND",
                        texts.of("customer.notFound", Long.toString(customerId))));
        view = Optional.of(accesses.of(customerId));
        recipients = getView().contacts().stream()
                .filter(PortalAccessView::invitable)
                .toList();
        List<Long> first = new ArrayList<>();
        recipients.stream()
                .filter(each -> contact == 0 ? each.state() == PortalState.DISABLED : each.contactId() == contact)
                .map(PortalAccessView::contactId)
                .limit(1)
                .forEach(first::add);
        chosen = first.toArray(Long[]::new);
        InvitationView usual = accesses.invitation(customerId);
        subject = usual.subject();
        text = usual.text();
    }

    @Override
    public List<FieldErrors.Entry> wrong() {
        return FieldErrors.entries(new InvitationDraft(List.of(chosen), subject, text).wrong(), texts);
    }

    /** Sends the invitations. */
    public synchronized void send() {
        errors.clear();
        if (chosen.length == 0) {
            errors.add("contactIds", texts.of("invite.who"), texts.of("invite.chooseOne"));
            return;
        }
        try {
            accesses.invite(customerId, new InvitationDraft(List.of(chosen), subject, text));
        } catch (AppException e) {
            errors.showOrBanner(e, texts, notices);
            return;
        }
        PrimeFaces.current().ajax().addCallbackParam("saved", true);
        notices.done(texts.of("invite.sent", chosen.length));
        notices.go("/customer.xhtml?id=" + customerId + "&tab=contacts");
    }

    /** Name and address of a contact, and how it stands. */
    public String label(PortalAccessView one) {
        return one.name() + " <" + one.email() + ">"
                + (one.state() == PortalState.DISABLED ? "" : " – " + texts.of("portalState." + one.state()));
    }

    /** How the customer stands. */
    public PortalView getView() {
        return view.orElseThrow();
    }

    /** Who can be invited. */
    public List<PortalAccessView> getRecipients() {
        return recipients;
    }

    /** What needs a correction. */
    public FieldErrors getErrors() {
        return errors;
    }

    /** Display name of the customer. */
    public String getCustomerName() {
        return customerName;
    }

    /** Ids of the contacts that are chosen. */
    public Long[] getChosen() {
        return chosen.clone();
    }

    /** Sets them. */
    public void setChosen(Long @Nullable [] value) {
        chosen = value == null ? new Long[0] : value.clone();
    }

    /** Subject of the e-mail. */
    public String getSubject() {
        return subject;
    }

    /** Sets it. */
    public void setSubject(@Nullable String value) {
        subject = value == null ? "" : value;
    }

    /** Text of the e-mail. */
    public String getText() {
        return text;
    }

    /** Sets it. */
    public void setText(@Nullable String value) {
        text = value == null ? "" : value;
    }

    /** Id of the customer. */
    public long getCustomerId() {
        return customerId;
    }

    /** Sets it. */
    public void setCustomerId(long value) {
        customerId = value;
    }

    /** Id of the contact that is chosen at first; 0 for the first who was not invited. */
    public long getContact() {
        return contact;
    }

    /** Sets it. */
    public void setContact(long value) {
        contact = value;
    }
}
