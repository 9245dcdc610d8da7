package org.kontor.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.settings.SystemTableEntryView;
import org.kontor.shared.Stamped;
import org.kontor.ticket.TicketChoices.Chosen;

/** A request for service. It is never removed; one made by mistake is void. */
@Entity
@Table(name = "ticket")
@SuppressWarnings("NullAway.Init") // JPA fills the fields.
class Ticket extends Stamped {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "customer_id", updatable = false)
    private long customerId;

    private String subject;

    private String text;

    @Enumerated(EnumType.STRING)
    private TicketStatus status;

    @Column(name = "type_id")
    private @Nullable Long typeId;

    @Column(name = "priority_id")
    private @Nullable Long priorityId;

    @Column(name = "severity_id")
    private @Nullable Long severityId;

    @Column(name = "contact_id")
    private @Nullable Long contactId;

    private String phone;

    private String email;

    private String assignee;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(updatable = false)
    private String source;

    @Column(name = "source_id", updatable = false)
    private String sourceId;

    private BigDecimal sentiment;

    @Column(name = "sentiment_model")
    private int sentimentModel;

    /** For JPA. */
    protected Ticket() {}

    Ticket(long customerId, TicketDraft draft, Chosen chosen, Instant at, String by) {
        super(at, by);
        this.customerId = customerId;
        status = TicketStatus.NEW;
        source = draft.source();
        sourceId = draft.sourceId();
        revise(draft, chosen, at, by);
    }

    long id() {
        return id;
    }

    long customerId() {
        return customerId;
    }

    TicketStatus status() {
        return status;
    }

    /** Takes over what the draft says, and reads how the writer feels. */
    final void revise(TicketDraft draft, Chosen chosen, Instant at, String by) {
        subject = draft.subject();
        text = draft.text();
        typeId = chosen.type().orElse(null);
        priorityId = chosen.priority().orElse(null);
        severityId = chosen.severity().orElse(null);
        contactId = draft.contactId().orElse(null);
        phone = draft.phone();
        email = draft.email();
        assignee = draft.assignee();
        openedAt = draft.openedAt().orElse(at);
        status = draft.status().orElse(status);
        closedAt = status.over() ? Optional.ofNullable(closedAt).orElse(at) : null;
        sentiment = BigDecimal.valueOf(reading().score());
        sentimentModel = SentimentModel.VERSION;
        changed(at, by);
    }

    TicketView view(Map<Long, SystemTableEntryView> entries) {
        return new TicketView(
                id,
                version(),
                createdAt(),
                createdBy(),
                updatedAt(),
                updatedBy(),
                customerId,
                subject,
                text,
                status,
                TicketChoices.code(entries, typeId),
                TicketChoices.name(entries, typeId),
                TicketChoices.code(entries, priorityId),
                TicketChoices.name(entries, priorityId),
                TicketChoices.code(entries, severityId),
                TicketChoices.name(entries, severityId),
                Optional.ofNullable(contactId),
                phone,
                email,
                assignee,
                openedAt,
                Optional.ofNullable(closedAt),
                source,
                sourceId,
                sentiment.doubleValue(),
                reading().words());
    }

    private SentimentModel.Reading reading() {
        return SentimentModel.read(subject + "\n" + text);
    }
}
