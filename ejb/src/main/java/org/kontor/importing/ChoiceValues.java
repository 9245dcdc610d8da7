package org.kontor.importing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kontor.customer.AccountType;
import org.kontor.customer.CustomerHealth;
import org.kontor.spi.CustomerProfile.BillMethod;
import org.kontor.spi.CustomerProfile.Status;
import org.kontor.spi.LedgerEntry;

/** Values of fields with a choice, and the words by which other apps call them. */
final class ChoiceValues {

    private static final Map<String, String> CLASS = Map.ofEntries(
            Map.entry("business", "BUSINESS"),
            Map.entry("company", "BUSINESS"),
            Map.entry("organisation", "BUSINESS"),
            Map.entry("organization", "BUSINESS"),
            Map.entry("commercial", "BUSINESS"),
            Map.entry("firma", "BUSINESS"),
            Map.entry("b2b", "BUSINESS"),
            Map.entry("residential", "RESIDENTIAL"),
            Map.entry("person", "RESIDENTIAL"),
            Map.entry("individual", "RESIDENTIAL"),
            Map.entry("private", "RESIDENTIAL"),
            Map.entry("consumer", "RESIDENTIAL"),
            Map.entry("b2c", "RESIDENTIAL"));
    private static final Map<String, String> STATUS = Map.of(
            "active", "OPEN",
            "current", "OPEN",
            "customer", "OPEN",
            "lead", "PROSPECT",
            "inactive", "CLOSED",
            "former", "CLOSED",
            "new", "PENDING");
    private static final Map<String, String> GENDER = Map.of(
            "f", "FEMALE", "w", "FEMALE", "female", "FEMALE", "woman", "FEMALE", "m", "MALE", "male", "MALE", "man",
            "MALE", "other", "OTHER", "x", "OTHER");
    private static final Map<String, String> BILL_METHOD =
            Map.of("paper", "PRINT", "mail", "PRINT", "post", "PRINT", "both", "PRINT_AND_EMAIL");

    private static final Map<String, String> YES_OR_NO = Map.of(
            "true", "YES", "1", "YES", "ja", "YES", "on", "YES", "false", "NO", "0", "NO", "nein", "NO", "off", "NO");
    private static final Map<String, String> DOCUMENT_KIND = Map.ofEntries(
            Map.entry("inv", "INVOICE"),
            Map.entry("rechnung", "INVOICE"),
            Map.entry("accrec", "INVOICE"),
            Map.entry("credit note", "CREDIT_MEMO"),
            Map.entry("creditnote", "CREDIT_MEMO"),
            Map.entry("accreccredit", "CREDIT_MEMO"),
            Map.entry("gutschrift", "CREDIT_MEMO"),
            Map.entry("pmt", "PAYMENT"),
            Map.entry("receipt", "PAYMENT"),
            Map.entry("zahlung", "PAYMENT"),
            Map.entry("eröffnungssaldo", "OPENING_BALANCE"));

    /** No word that is known has more characters; changing the case of a long cell of nothing but ß would take minutes. */
    private static final int LONGEST_WORD = 40;

    private ChoiceValues() {}

    /** What can be chosen for a field; empty for any text. */
    static List<String> choices(ImportField field) {
        return switch (field) {
            case CLASS -> List.of("BUSINESS", "RESIDENTIAL");
            case STATUS -> Arrays.stream(Status.values()).map(Enum::name).toList();
            case BILL_METHOD ->
                Arrays.stream(BillMethod.values()).map(Enum::name).toList();
            case ACCOUNT_TYPE ->
                Arrays.stream(AccountType.values()).map(Enum::name).toList();
            case HEALTH ->
                Arrays.stream(CustomerHealth.values()).map(Enum::name).toList();
            case AUTO_PAYMENTS, LATE_FEES -> List.of("YES", "NO");
            case DOCUMENT_KIND ->
                Arrays.stream(LedgerEntry.Kind.values()).map(Enum::name).toList();
            default -> List.of();
        };
    }

    /** The value that a word means by itself; empty when it is not known. */
    static Optional<String> known(ImportField field, String word) {
        String bare = word.strip();
        if (bare.length() > LONGEST_WORD) {
            return Optional.empty();
        }
        String folded = bare.toLowerCase(Locale.ROOT).replace("-", "");
        String constant = bare.toUpperCase(Locale.ROOT).replaceAll("[ &-]+", "_");
        if (choices(field).contains(constant)) {
            return Optional.of(constant);
        }
        Map<String, String> words = switch (field) {
            case CLASS -> CLASS;
            case STATUS -> STATUS;
            case GENDER -> GENDER;
            case BILL_METHOD -> BILL_METHOD;
            case DOCUMENT_KIND -> DOCUMENT_KIND;
            case AUTO_PAYMENTS, LATE_FEES -> YES_OR_NO;
            default -> Map.of();
        };
        return Optional.ofNullable(words.get(folded));
    }
}
