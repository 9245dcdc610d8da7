package org.kontor.settings;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The catalogue of company settings. A setting that is not here does not exist; a feature that needs one adds it here and
 * reads it through {@link CurrentSettings}.
 */
public enum CompanySetting {
    /** */
    DEFAULT_CUSTOMER_STATUS(
            "defaultCustomerStatus",
            Category.CUSTOMERS,
            "PENDING",
            "Status of a new customer when none is given",
            List.of("PENDING", "PROSPECT", "OPEN")),
    /** X-08, S1-21. */
    HEADER_CONTACT_FALLBACK(
            "headerContactFallback",
            Category.CUSTOMERS,
            false,
            "On a record without an active contact, show the customer’s own e-mail address and phone number in the header"),
    /** S2-32 to S2-34. */
    LINKED_IN_UPDATES(
            "linkedInUpdates",
            Category.CONTACTS,
            false,
            "Tell staff when the job of a contact with a LinkedIn link changes"),
    /** X-07, S1-13. */
    SENTIMENT_RECENCY(
            "sentimentRecency",
            Category.CUSTOMERS,
            false,
            "Let recent tickets weigh more in the sentiment of a customer: of two, the one that is 30 days older counts half"),
    /** */
    SENTIMENT_POSITIVE_FROM(
            "sentimentPositiveFrom",
            Category.CUSTOMERS,
            "0.1",
            "From which score on the sentiment of a customer is positive; scores go from −1 to 1",
            List.of("0.05", "0.1", "0.2", "0.3", "0.4", "0.5")),
    /** */
    SENTIMENT_NEGATIVE_TO(
            "sentimentNegativeTo",
            Category.CUSTOMERS,
            "-0.1",
            "Down from which score the sentiment of a customer is negative",
            List.of("-0.05", "-0.1", "-0.2", "-0.3", "-0.4", "-0.5")),
    /** X-14, S3-41. */
    MEDICAL_WITHOUT_PERMISSION(
            "medicalWithoutPermission",
            Category.CUSTOMERS,
            "COUNT",
            "What staff without medical:customer see of medical conditions",
            List.of("COUNT", "NONE")),
    /** X-30, S4-107. */
    MERGES_ARE_FINAL(
            "mergesAreFinal",
            Category.CUSTOMERS,
            false,
            "Merges cannot be taken back: nothing is kept of the customers that go"),
    /** S4-135. */
    ATTACHMENT_MAX_MB(
            "attachmentMaxMb",
            Category.CUSTOMERS,
            "25",
            "Largest attachment in MB",
            List.of("5", "10", "25", "50", "100", "250")),
    /** S4-135. */
    ATTACHMENT_TYPES(
            "attachmentTypes",
            Category.CUSTOMERS,
            "DOCUMENTS",
            "Which attachments are accepted: documents and pictures, or everything but programs",
            List.of("DOCUMENTS", "ALL_BUT_PROGRAMS")),
    /** X-25, S4-73. */
    CREDIT_POLICY(
            "creditPolicy",
            Category.RECEIVABLES,
            "OLDEST_DUE_FIRST",
            "What a new credit settles: nothing, what is due longest, or the invoice that is chosen with it",
            List.of("OFF", "OLDEST_DUE_FIRST", "CHOSEN")),
    /** Off where numbers must tell invoices apart. */
    DUPLICATE_INVOICE_NUMBERS(
            "duplicateInvoiceNumbers",
            Category.RECEIVABLES,
            false,
            "Accept an invoice with a number that another one has"),
    /** Off until somebody decides that customers reach this server. */
    CUSTOMER_PORTAL(
            "customerPortal",
            Category.PORTAL,
            false,
            "Customers who were invited see their own invoices and statements at /portal"),
    /** S4-62. */
    PORTAL_INVITATION_DAYS(
            "portalInvitationDays",
            Category.PORTAL,
            "7",
            "For how many days an invitation to the portal is good",
            List.of("1", "3", "7", "14", "30")),
    /** Manual messages are never held back. */
    SENDING_DAYS(
            "sendingDays",
            Category.COMMUNICATION,
            "MON_TO_FRI",
            "On which days cadences send by themselves",
            List.of("EVERY_DAY", "MON_TO_SAT", "MON_TO_FRI")),
    /** In the time zone of the company entity. */
    SENDING_FROM(
            "sendingFrom",
            Category.COMMUNICATION,
            "8",
            "From which hour on cadences send by themselves",
            List.of("0", "6", "7", "8", "9", "10", "12")),
    /** That hour itself is not in it. */
    SENDING_UNTIL(
            "sendingUntil",
            Category.COMMUNICATION,
            "18",
            "Up to which hour cadences send by themselves",
            List.of("14", "16", "17", "18", "19", "20", "22", "24")),
    /** 12 is the least that Kontor accepts. */
    PASSWORD_MIN_LENGTH(
            "passwordMinLength",
            Category.SECURITY,
            "12",
            "Fewest characters of a password that is chosen from now on",
            List.of("12", "14", "16", "20")),
    /** Who signs in by password alone is led to the set-up of codes, and to nothing else. */
    TWO_FACTOR_REQUIRED(
            "twoFactorRequired",
            Category.SECURITY,
            "NOBODY",
            "Who must sign in with a code of an authenticator app besides the password",
            List.of("NOBODY", "ADMINISTRATORS", "EVERYBODY"));

    private static final JsonProvider JSON = JsonProvider.provider();

    private final String key;
    private final Category category;
    private final Kind kind;
    private final String defaultText;
    private final String description;
    // Error Prone knows no immutable List of the JDK; all of these are made by List.of.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> choices;

    /** Where a setting stands on the page. */
    public enum Category {
        CUSTOMERS,
        CONTACTS,
        RECEIVABLES,
        PORTAL,
        COMMUNICATION,
        SECURITY
    }

    /** What kind of value it has. */
    public enum Kind {
        /** {@code true} or {@code false}. */
        YES_NO,
        /** One of its choices. */
        CHOICE
    }

    CompanySetting(String key, Category category, boolean byDefault, String description) {
        this(key, category, Kind.YES_NO, Boolean.toString(byDefault), description, List.of());
    }

    CompanySetting(String key, Category category, String byDefault, String description, List<String> choices) {
        this(key, category, Kind.CHOICE, byDefault, description, choices);
    }

    CompanySetting(
            String key, Category category, Kind kind, String defaultText, String description, List<String> choices) {
        this.key = key;
        this.category = category;
        this.kind = kind;
        this.defaultText = defaultText;
        this.description = description;
        this.choices = choices;
    }

    /** Name in the REST contract and in the database. */
    public String key() {
        return key;
    }

    /** What is told about it. */
    public SettingView view() {
        return new SettingView(key, category, kind, json(defaultText), description, choices);
    }

    /** The setting with this key. */
    public static Optional<CompanySetting> ofKey(String key) {
        return Arrays.stream(values()).filter(s -> s.key.equals(key)).findFirst();
    }

    String defaultText() {
        return defaultText;
    }

    /** The value as text when it is one that this setting may have. */
    Optional<String> accepted(JsonValue value) {
        return switch (kind) {
            case YES_NO ->
                value == JsonValue.TRUE || value == JsonValue.FALSE ? Optional.of(value.toString()) : Optional.empty();
            case CHOICE ->
                value instanceof JsonString text && choices.contains(text.getString())
                        ? Optional.of(text.getString())
                        : Optional.empty();
        };
    }

    /** What to write, in the user's words. */
    String cure() {
        return switch (kind) {
            case YES_NO -> "Write " + key + " as true or false.";
            case CHOICE -> "Choose for " + key + " one of " + String.join(", ", choices) + ".";
        };
    }

    JsonValue json(String text) {
        return switch (kind) {
            case YES_NO -> Boolean.parseBoolean(text) ? JsonValue.TRUE : JsonValue.FALSE;
            case CHOICE -> JSON.createValue(text);
        };
    }
}
