package org.kontor.web.page;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.ticket.TicketDraft;
import org.kontor.ticket.TicketStatus;

/** What stands in the inputs of a ticket form. */
public class TicketForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String subject = "";
    private String text = "";
    private TicketStatus status = TicketStatus.NEW;
    private String type = "";
    private String priority = "";
    private String severity = "";
    private long contactId;
    private String phone = "";
    private String email = "";
    private String assignee = "";
    private Optional<Instant> openedAt = Optional.empty();
    private String source = "";
    private String sourceId = "";

    /** Puts values into the inputs. */
    void fill(TicketDraft draft) {
        subject = draft.subject();
        text = draft.text();
        status = draft.status().orElse(status);
        type = draft.type();
        priority = draft.priority();
        severity = draft.severity();
        contactId = draft.contactId().orElse(0L);
        phone = draft.phone();
        email = draft.email();
        assignee = draft.assignee();
        openedAt = draft.openedAt();
        source = draft.source();
        sourceId = draft.sourceId();
    }

    /** What the inputs say. */
    TicketDraft draft() {
        return new TicketDraft(
                subject,
                text,
                Optional.of(status),
                type,
                priority,
                severity,
                contactId == 0 ? Optional.empty() : Optional.of(contactId),
                phone,
                email,
                assignee,
                openedAt,
                source,
                sourceId);
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** What it is about. */
    public String getSubject() {
        return subject;
    }

    /** Sets what it is about. */
    public void setSubject(@Nullable String value) {
        subject = orEmpty(value);
    }

    /** What the customer said. */
    public String getText() {
        return text;
    }

    /** Sets what the customer said. */
    public void setText(@Nullable String value) {
        text = orEmpty(value);
    }

    /** State. */
    public TicketStatus getStatus() {
        return status;
    }

    /** Sets the state. */
    public void setStatus(TicketStatus value) {
        status = value;
    }

    /** Kind of ticket. */
    public String getType() {
        return type;
    }

    /** Sets the kind of ticket. */
    public void setType(@Nullable String value) {
        type = orEmpty(value);
    }

    /** How soon. */
    public String getPriority() {
        return priority;
    }

    /** Sets how soon. */
    public void setPriority(@Nullable String value) {
        priority = orEmpty(value);
    }

    /** How bad. */
    public String getSeverity() {
        return severity;
    }

    /** Sets how bad. */
    public void setSeverity(@Nullable String value) {
        severity = orEmpty(value);
    }

    /** Id of the contact; 0 for none. */
    public long getContactId() {
        return contactId;
    }

    /** Sets the id of the contact. */
    public void setContactId(long value) {
        contactId = value;
    }

    /** Number to call back. */
    public String getPhone() {
        return phone;
    }

    /** Sets the number to call back. */
    public void setPhone(@Nullable String value) {
        phone = orEmpty(value);
    }

    /** Address to answer to. */
    public String getEmail() {
        return email;
    }

    /** Sets the address to answer to. */
    public void setEmail(@Nullable String value) {
        email = orEmpty(value);
    }

    /** Who works on it. */
    public String getAssignee() {
        return assignee;
    }

    /** Sets who works on it. */
    public void setAssignee(@Nullable String value) {
        assignee = orEmpty(value);
    }
}
