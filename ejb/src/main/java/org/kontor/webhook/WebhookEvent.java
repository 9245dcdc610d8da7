package org.kontor.webhook;

import java.util.Arrays;
import java.util.Optional;
import org.kontor.access.Permission;

/** The events that can be subscribed to, with the permission that each needs (S3-67). */
public enum WebhookEvent {
    /** A customer came into being, whatever the way in (S3-66, S3-68). */
    CUSTOMER_CREATED("customer.created", Permission.READ_CUSTOMER, "A customer was created"),
    /** Fields of a customer were changed. */
    CUSTOMER_UPDATED("customer.updated", Permission.READ_CUSTOMER, "A customer was changed"),
    /** A customer was hidden from lists. */
    CUSTOMER_ARCHIVED("customer.archived", Permission.READ_CUSTOMER, "A customer was archived"),
    /** A customer is shown in lists again. */
    CUSTOMER_RESTORED("customer.restored", Permission.READ_CUSTOMER, "A customer was taken back from the archive"),
    /** A customer is gone for good; what arrives is the number alone. */
    CUSTOMER_ERASED("customer.erased", Permission.READ_CUSTOMER, "A customer was erased for good"),
    /** Others became one with a customer; their ids are among its former ids (S4-126). */
    CUSTOMER_MERGED("customer.merged", Permission.READ_CUSTOMER, "Other customers were merged into a customer"),
    /** A merge was taken back; told of each of its customers. */
    CUSTOMER_UNMERGED("customer.unmerged", Permission.READ_CUSTOMER, "A merge was taken back"),
    /** Somebody added a contact; the one that a Residential customer brings along comes with the customer. */
    CONTACT_CREATED("contact.created", Permission.READ_CUSTOMER, "A contact was added to a customer"),
    /** Fields of a contact were changed. */
    CONTACT_UPDATED("contact.updated", Permission.READ_CUSTOMER, "A contact was changed"),
    /** An invoice is owed from now on. */
    INVOICE_ISSUED("invoice.issued", Permission.READ_RECEIVABLE, "An invoice was issued"),
    /** Nothing is left of an invoice. */
    INVOICE_PAID("invoice.paid", Permission.READ_RECEIVABLE, "An invoice was settled"),
    /** A settled invoice has a balance again. */
    INVOICE_REOPENED("invoice.reopened", Permission.READ_RECEIVABLE, "A settled invoice has a balance again"),
    /** An invoice was never valid. */
    INVOICE_VOIDED("invoice.voided", Permission.READ_RECEIVABLE, "An invoice was voided"),
    /** Money arrived. */
    PAYMENT_CREATED("payment.created", Permission.READ_RECEIVABLE, "A payment was recorded"),
    /** Money did not arrive after all. */
    PAYMENT_VOIDED("payment.voided", Permission.READ_RECEIVABLE, "A payment was voided"),
    /** A customer got a credit. */
    CREDIT_CREATED("credit.created", Permission.READ_RECEIVABLE, "A credit was added for a customer"),
    /** A customer got a credit memo. */
    CREDIT_MEMO_ISSUED("credit-memo.issued", Permission.READ_RECEIVABLE, "A credit memo was issued");

    private final String wireName;
    private final Permission permission;
    private final String description;

    WebhookEvent(String wireName, Permission permission, String description) {
        this.wireName = wireName;
        this.permission = permission;
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

    /** What happened, for the person who chooses. */
    public String description() {
        return description;
    }

    /** The event of this name. */
    public static Optional<WebhookEvent> of(String wireName) {
        return Arrays.stream(values()).filter(e -> e.wireName.equals(wireName)).findFirst();
    }
}
