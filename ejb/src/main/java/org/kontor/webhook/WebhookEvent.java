package org.kontor.webhook;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.access.Permission;

/** The events that can be subscribed to, with the permission that each needs (S3-67). */
public enum WebhookEvent {
    /** A customer came into being, whatever the way in (S3-66, S3-68). */
    CUSTOMER_CREATED("customer.created", Permission.READ_CUSTOMER, Subject.CUSTOMER, "A customer was created"),
    /** Fields of a customer were changed. */
    CUSTOMER_UPDATED("customer.updated", Permission.READ_CUSTOMER, Subject.CUSTOMER, "A customer was changed"),
    /** A customer was hidden from lists. */
    CUSTOMER_ARCHIVED("customer.archived", Permission.READ_CUSTOMER, Subject.CUSTOMER, "A customer was archived"),
    /** A customer is shown in lists again. */
    CUSTOMER_RESTORED(
            "customer.restored",
            Permission.READ_CUSTOMER,
            Subject.CUSTOMER,
            "A customer was taken back from the archive"),
    /** A customer is gone for good; what arrives is the number alone. */
    CUSTOMER_ERASED("customer.erased", Permission.READ_CUSTOMER, Subject.NUMBER, "A customer was erased for good"),
    /**
     * Others became one with a customer (S4-126). Beside the record, {@code data} has {@code mergeId}, {@code mergedIds}, the numbers
     * that lead to the customer from now on, and {@code mergedInto}, its own. What waited for one of those is not sent any more.
     */
    CUSTOMER_MERGED(
            "customer.merged",
            Permission.READ_CUSTOMER,
            Subject.CUSTOMER,
            "Other customers were merged into a customer"),
    /**
     * A merge was taken back; told of each of its customers, with the same three: {@code mergedIds} are all for the customer who had
     * stayed, and its own number alone for each who is there again.
     */
    CUSTOMER_UNMERGED("customer.unmerged", Permission.READ_CUSTOMER, Subject.CUSTOMER, "A merge was taken back"),
    /** Somebody added a contact; the one that a Residential customer brings along comes with the customer. */
    CONTACT_CREATED("contact.created", Permission.READ_CUSTOMER, Subject.CONTACT, "A contact was added to a customer"),
    /** Fields of a contact were changed. */
    CONTACT_UPDATED("contact.updated", Permission.READ_CUSTOMER, Subject.CONTACT, "A contact was changed"),
    /** The job of a contact changed, as LinkedIn tells it, and the company wants to know (S2-32); {@code GET .../job-changes} has them. */
    CONTACT_JOB_CHANGED(
            "contact.job-changed", Permission.READ_CUSTOMER, Subject.CONTACT, "The job of a contact changed"),
    /** A ticket was opened, whatever the way in (S1-13). */
    TICKET_CREATED("ticket.created", Permission.READ_CUSTOMER, Subject.TICKET, "A ticket was opened"),
    /** A ticket was changed, closed or voided. */
    TICKET_UPDATED("ticket.updated", Permission.READ_CUSTOMER, Subject.TICKET, "A ticket was changed"),
    /** An e-mail, a text message or a letter went to a customer (S4-05 to S4-07). */
    MESSAGE_SENT("message.sent", Permission.READ_MESSAGE, Subject.MESSAGE, "A message was sent to a customer"),
    /** An e-mail, a text message or a letter of a customer was written down (S4-129). */
    MESSAGE_RECEIVED(
            "message.received", Permission.READ_MESSAGE, Subject.MESSAGE, "A message of a customer was received"),
    /** A message was not sent, or nobody knows whether it was; its state tells which. */
    MESSAGE_FAILED(
            "message.failed",
            Permission.READ_MESSAGE,
            Subject.MESSAGE,
            "A message was not sent, or nobody knows whether it was"),
    /** A phone call was written down (S4-08). */
    CALL_LOGGED("call.logged", Permission.READ_MESSAGE, Subject.MESSAGE, "A phone call was written down"),
    /** An invoice is owed from now on. */
    INVOICE_ISSUED("invoice.issued", Permission.READ_RECEIVABLE, Subject.DOCUMENT, "An invoice was issued"),
    /** Nothing is left of an invoice. */
    INVOICE_PAID("invoice.paid", Permission.READ_RECEIVABLE, Subject.DOCUMENT, "An invoice was settled"),
    /** A settled invoice has a balance again. */
    INVOICE_REOPENED(
            "invoice.reopened", Permission.READ_RECEIVABLE, Subject.DOCUMENT, "A settled invoice has a balance again"),
    /** An invoice was never valid. */
    INVOICE_VOIDED("invoice.voided", Permission.READ_RECEIVABLE, Subject.DOCUMENT, "An invoice was voided"),
    /** Money arrived. */
    PAYMENT_CREATED("payment.created", Permission.READ_RECEIVABLE, Subject.PAYMENT, "A payment was recorded"),
    /** Money did not arrive after all. */
    PAYMENT_VOIDED("payment.voided", Permission.READ_RECEIVABLE, Subject.PAYMENT, "A payment was voided"),
    /** A customer got a credit. */
    CREDIT_CREATED("credit.created", Permission.READ_RECEIVABLE, Subject.CREDIT, "A credit was added for a customer"),
    /** A customer got a credit memo. */
    CREDIT_MEMO_ISSUED("credit-memo.issued", Permission.READ_RECEIVABLE, Subject.DOCUMENT, "A credit memo was issued"),
    /** Open invoices are to be paid in instalments. */
    PAYMENT_PLAN_CREATED(
            "payment-plan.created", Permission.READ_PAYMENT_PLAN, Subject.PAYMENT_PLAN, "A payment plan was agreed"),
    /** What was agreed no longer holds. */
    PAYMENT_PLAN_CANCELLED(
            "payment-plan.cancelled",
            Permission.READ_PAYMENT_PLAN,
            Subject.PAYMENT_PLAN,
            "A payment plan was cancelled"),
    /** A customer is to be invoiced again and again. */
    SUBSCRIPTION_CREATED(
            "subscription.created", Permission.READ_SUBSCRIPTION, Subject.SUBSCRIPTION, "A subscription was made"),
    /** What a subscription says was changed. */
    SUBSCRIPTION_UPDATED(
            "subscription.updated", Permission.READ_SUBSCRIPTION, Subject.SUBSCRIPTION, "A subscription was changed"),
    /** An invoice was made of a subscription. */
    SUBSCRIPTION_INVOICED(
            "subscription.invoiced",
            Permission.READ_SUBSCRIPTION,
            Subject.SUBSCRIPTION,
            "An invoice was made of a subscription"),
    /** The next invoice cannot be made. */
    SUBSCRIPTION_FAILED(
            "subscription.failed",
            Permission.READ_SUBSCRIPTION,
            Subject.SUBSCRIPTION,
            "The next invoice of a subscription could not be made"),
    /** Nothing is invoiced for now. */
    SUBSCRIPTION_PAUSED(
            "subscription.paused", Permission.READ_SUBSCRIPTION, Subject.SUBSCRIPTION, "A subscription was paused"),
    /** It goes on, or is not cancelled after all. */
    SUBSCRIPTION_RESUMED(
            "subscription.resumed", Permission.READ_SUBSCRIPTION, Subject.SUBSCRIPTION, "A subscription was resumed"),
    /** Nothing more is invoiced. */
    SUBSCRIPTION_CANCELLED(
            "subscription.cancelled",
            Permission.READ_SUBSCRIPTION,
            Subject.SUBSCRIPTION,
            "A subscription was cancelled"),
    /** All its invoices were made. */
    SUBSCRIPTION_ENDED(
            "subscription.ended", Permission.READ_SUBSCRIPTION, Subject.SUBSCRIPTION, "A subscription ended"),
    /** Its signers are asked. */
    DOCUMENT_SENT("document.sent", Permission.READ_DOCUMENT, Subject.SIGNING, "A document was sent for signature"),
    /** Everybody signed. */
    DOCUMENT_SIGNED("document.signed", Permission.READ_DOCUMENT, Subject.SIGNING, "A document was signed by everybody"),
    /** Somebody will not sign. */
    DOCUMENT_DECLINED("document.declined", Permission.READ_DOCUMENT, Subject.SIGNING, "A signer declined a document"),
    /** Its time is over. */
    DOCUMENT_EXPIRED(
            "document.expired",
            Permission.READ_DOCUMENT,
            Subject.SIGNING,
            "A document expired before everybody signed"),
    /** It was taken back. */
    DOCUMENT_WITHDRAWN("document.withdrawn", Permission.READ_DOCUMENT, Subject.SIGNING, "A document was withdrawn"),
    /** It could not be sent. */
    DOCUMENT_FAILED(
            "document.failed", Permission.READ_DOCUMENT, Subject.SIGNING, "A document could not be sent for signature");

    /** What the body of a delivery shows. */
    enum Subject {
        /** The customer as REST shows it. */
        CUSTOMER,
        /** The number of a customer of whom nothing else is left. */
        NUMBER,
        /** The contact. */
        CONTACT,
        /** The ticket. */
        TICKET,
        /** The message, or the call. */
        MESSAGE,
        /** The invoice or the credit memo. */
        DOCUMENT,
        /** The payment. */
        PAYMENT,
        /** The credit. */
        CREDIT,
        /** The payment plan. */
        PAYMENT_PLAN,
        /** The subscription. */
        SUBSCRIPTION,
        /** The document for signature. */
        SIGNING
    }

    /** What the history calls messages: each way has a noun of its own there. */
    private static final Set<String> WAYS = Set.of("email", "sms", "letter");

    private static final Map<String, WebhookEvent> OF_MESSAGES = Map.of(
            "sent", MESSAGE_SENT, "received", MESSAGE_RECEIVED, "failed", MESSAGE_FAILED, "unknown", MESSAGE_FAILED);

    private final String wireName;
    private final Permission permission;
    private final Subject subject;
    private final String description;

    WebhookEvent(String wireName, Permission permission, Subject subject, String description) {
        this.wireName = wireName;
        this.permission = permission;
        this.subject = subject;
        this.description = description;
    }

    /** Name in REST and in what is sent: noun and past participle. */
    public String wireName() {
        return wireName;
    }

    /** What a subscriber needs, when subscribing and at each delivery. */
    public Permission permission() {
        return permission;
    }

    Subject subject() {
        return subject;
    }

    /** What happened, for the person who chooses. */
    public String description() {
        return description;
    }

    /** The event that subscribers know for what the business calls so, such as {@code email.sent}; empty for what is not told. */
    static Optional<WebhookEvent> told(String kind) {
        int dot = kind.indexOf('.');
        return dot > 0 && WAYS.contains(kind.substring(0, dot))
                ? Optional.ofNullable(OF_MESSAGES.get(kind.substring(dot + 1)))
                : of(kind);
    }

    /** The event of this name. */
    public static Optional<WebhookEvent> of(String wireName) {
        return Arrays.stream(values()).filter(e -> e.wireName.equals(wireName)).findFirst();
    }
}
