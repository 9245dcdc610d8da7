package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.communication.MessageFileKind;
import org.kontor.communication.MessageFileView;
import org.kontor.communication.MessageState;
import org.kontor.communication.MessageView;
import org.kontor.communication.Messages;
import org.kontor.contact.ContactView;
import org.kontor.contact.Contacts;
import org.kontor.customer.CustomerView;
import org.kontor.customer.Customers;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** The message whose {@code id} stands in the address, and what became of it. */
@Named("messagePage")
@ViewScoped
public class MessagePage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Messages messages;

    @Inject
    Contacts contacts;

    @Inject
    Customers customers;

    @Inject
    MessageWays ways;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private long id;
    private Optional<MessageView> message = Optional.empty();
    private Optional<CustomerView> customer = Optional.empty();
    private Optional<ContactView> contact = Optional.empty();

    /** Fetches what the page shows. */
    public void open() {
        MessageView view = messages.find(id).orElseThrow(this::absent);
        message = Optional.of(view);
        customer = customers.find(view.customerId());
        contact = view.contactId().flatMap(contacts::find);
    }

    /** Sends it again; the reader was asked where it may arrive twice. */
    public void sendAgain() {
        MessageView seen = getMessage();
        try {
            messages.sendAgain(id, seen.version(), seen.state() == MessageState.UNKNOWN);
            notices.done(texts.of("message.sending"));
        } catch (AppException e) {
            if (e.kind() != ErrorKind.CONFLICT && e.kind() != ErrorKind.STALE) {
                throw e;
            }
            notices.refused(String.valueOf(e.getMessage()));
        }
        open();
    }

    /** What the reader is asked before it is sent again; null for nothing, which leaves the attribute out. */
    public @Nullable String getQuestion() {
        return getMessage().state() == MessageState.UNKNOWN ? texts.of("message.againAsk") : null;
    }

    /** Where a file can be looked at, from the root of the application; empty for what is not kept for that. */
    public String link(MessageFileView file) {
        return file.id()
                .filter(document -> file.kind() != MessageFileKind.ATTACHMENT)
                .map(document -> "/documents/"
                        + (file.kind() == MessageFileKind.INVOICE ? "invoices/" : "credit-memos/") + document + ".pdf")
                .orElse("");
    }

    private AppException absent() {
        return new AppException(ErrorKind.ABSENT, "MESSAGE_NOT_FOUND", texts.of("message.notFound", Long.toString(id)));
    }

    /** The message. */
    public MessageView getMessage() {
        return message.orElseThrow(this::absent);
    }

    /** What it is called: its subject, or by which way it went. */
    public String getTitle() {
        return ways.title(getMessage());
    }

    /** The customer. */
    public CustomerView getCustomer() {
        return customer.orElseThrow(this::absent);
    }

    /** The contact; null for none, as expressions know no Optional. */
    public @Nullable ContactView getContact() {
        return contact.orElse(null);
    }

    /** Id of the message. */
    public long getId() {
        return id;
    }

    /** Sets the id of the message. */
    public void setId(long value) {
        id = value;
    }
}
