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
    /** Somebody added a contact; the one that a Residential customer brings along comes with the customer. */
    CONTACT_CREATED("contact.created", Permission.READ_CUSTOMER, "A contact was added to a customer"),
    /** Fields of a contact were changed. */
    CONTACT_UPDATED("contact.updated", Permission.READ_CUSTOMER, "A contact was changed");

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
