package org.kontor.access;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The catalogue of permissions. A permission that is not here does not exist. */
public enum Permission {
    READ_CUSTOMER("read:customer", "See customers, their contacts, notes and timeline"),
    WRITE_CUSTOMER("write:customer", "Create and change customers, their contacts and notes"),
    IMPORT_CUSTOMER("import:customer", "Import customers from files"),
    EXPORT_CUSTOMER("export:customer", "Download customer lists"),
    FIND_DUPLICATE("find:duplicate", "Search all customers for duplicates, and say which are none"),
    ERASE_CUSTOMER("erase:customer", "Erase customers for good, see erasures and their certificates"),
    EXPORT_PERSONAL_DATA("export:personal-data", "Download everything that Kontor holds of one customer"),
    LIFT_SUPPRESSION("lift:suppression", "Let people come in again whose data was erased"),
    MERGE_CUSTOMER("merge:customer", "Merge customers into one, and take a merge back"),
    SYNC_CUSTOMER("sync:customer", "Read one customer again from the accounting system"),
    MEDICAL_CUSTOMER("medical:customer", "See and change medical conditions"),
    READ_RECEIVABLE("read:receivable", "See invoices, payments, credits and what customers owe"),
    WRITE_RECEIVABLE("write:receivable", "Issue and void invoices, record payments and credits, apply and refund them"),
    EXPORT_RECEIVABLE("export:receivable", "Download reports of what customers owe"),
    POST_LOCKED_PERIOD("post:locked-period", "Post with a date in a period that is locked"),
    PROVE_RECEIVABLE("prove:receivable", "Run the proof that the ledger balances, over all customers"),
    READ_PAYMENT_PLAN("read:payment-plan", "See payment plans: which invoices are paid in instalments"),
    WRITE_PAYMENT_PLAN("write:payment-plan", "Agree payment plans with customers, and cancel them"),
    READ_SUBSCRIPTION("read:subscription", "See subscriptions: what customers are invoiced for again and again"),
    WRITE_SUBSCRIPTION(
            "write:subscription",
            "Change, pause, resume and cancel subscriptions; making and changing them needs write:receivable, too"),
    READ_MESSAGE("read:message", "See messages to customers and from them"),
    SEND_MESSAGE("send:message", "Send e-mails, text messages and letters to customers, write down calls"),
    READ_DOCUMENT("read:document", "See documents that customers sign electronically, and download them"),
    WRITE_DOCUMENT(
            "write:document",
            "Make documents for electronic signature, send them, remind signers and withdraw documents"),
    INVITE_PORTAL("invite:portal", "Invite contacts of customers to the customer portal"),
    MANAGE_PORTAL("manage:portal", "Suspend, enable and remove access to the customer portal"),
    READ_CADENCE("read:cadence", "See cadences, and which one a customer has"),
    WRITE_CADENCE("write:cadence", "Build cadences: steps that are sent to customers by themselves"),
    ASSIGN_CADENCE("assign:cadence", "Put cadences on customers, change and remove them"),
    READ_TO_DO("read:to-do", "See to-dos, with the amounts that their texts tell"),
    WRITE_TO_DO("write:to-do", "Add to-dos, change, approve and complete them"),
    READ_CONNECTOR(
            "read:connector",
            "See which connectors are installed and how they are, and connections without their secrets"),
    WRITE_CONNECTOR("write:connector", "Set up, change, test and remove connections to other systems"),
    READ_SETTINGS("read:settings", "See system tables, company settings and company entities"),
    WRITE_SETTINGS("write:settings", "Change system tables, company settings and company entities"),
    CREATE_KIOSK_ENTRY("create:kiosk-entry", "Send what customers type at a kiosk; reads nothing"),
    START_KIOSK("start:kiosk", "Turn a device into a kiosk for customers, see which ones run, end them"),
    SUBSCRIBE_WEBHOOK("subscribe:webhook", "Send events to other systems, as far as own permissions reach"),
    READ_AUDIT("read:audit", "See the audit log: sign-ins, refusals, changes to permissions, exports"),
    READ_USER("read:user", "See users, user groups, roles and permissions"),
    WRITE_USER("write:user", "Create and change users, user groups and roles"),
    MANAGE_API_KEY("manage:api-key", "Create and revoke API keys");

    private final String wireName;
    private final String description;

    Permission(String wireName, String description) {
        this.wireName = wireName;
        this.description = description;
    }

    /** Name in {@code verb:noun} form, as stored and as used in the REST contract. */
    public String wireName() {
        return wireName;
    }

    /** What it allows, for the person who grants it. */
    public String description() {
        return description;
    }

    /** Whether it is of use only to somebody who sees all customers: an import and a search for duplicates compare with all of them. */
    boolean needsAllCustomers() {
        return this == IMPORT_CUSTOMER || this == FIND_DUPLICATE;
    }

    /** Whether somebody with these permissions administers Kontor: a stolen password of theirs opens more than their own work. */
    public static boolean administers(Set<String> permissions) {
        return Stream.of(WRITE_USER, MANAGE_API_KEY, WRITE_SETTINGS, WRITE_CONNECTOR)
                .anyMatch(permission -> permissions.contains(permission.wireName));
    }

    /** All names in {@code verb:noun} form. */
    public static Set<String> names() {
        return Arrays.stream(values()).map(Permission::wireName).collect(Collectors.toUnmodifiableSet());
    }
}
