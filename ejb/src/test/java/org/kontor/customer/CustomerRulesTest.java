package org.kontor.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.customer.CustomerRules.Checked;
import org.kontor.shared.FieldError;

class CustomerRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void theLeastThatCanBeStored_S0_09_S0_26_S0_27() {
        assertEquals(List.of(), errors(Drafts.business("Acme")));
        assertEquals(List.of(), errors(Drafts.person("", "Muster")));
        assertEquals(List.of(), errors(Drafts.person("Ana", "")));
    }

    @Test
    void aNameIsRequired_S0_08_X_01() {
        assertEquals(List.of("companyName REQUIRED"), errors(Drafts.business(" \t ")));
        assertEquals(List.of("lastName REQUIRED"), errors(Drafts.person(" ", "")));
    }

    @ParameterizedTest
    @EnumSource(
            value = BillMethod.class,
            names = {"EMAIL", "PRINT_AND_EMAIL"})
    void emailIsRequiredWhenTheBillGoesByEmail_S0_17_S0_18(BillMethod method) {
        assertEquals(
                List.of("emails BILL_METHOD_NEEDS_EMAIL"),
                errors(Drafts.business("Acme").billMethod(method).emails(" ")));
        assertEquals(
                List.of(), errors(Drafts.business("Acme").billMethod(method).emails("a@x.org")));
    }

    @Test
    void theMessageOfTheBillMethodNamesBothEnds() {
        FieldError error = Drafts.business("Acme")
                .billMethod(BillMethod.PRINT_AND_EMAIL)
                .checked()
                .errors()
                .get(0);

        assertEquals(
                "Bill method “Print & e-mail” needs an e-mail address. Enter one or change the bill method.",
                error.message());
    }

    @Test
    void emailIsNotRequiredOtherwise_S0_19() {
        assertEquals(List.of(), errors(Drafts.business("Acme").billMethod(BillMethod.PRINT)));
    }

    @Test
    void oneMemberMayHoldSeveralAddresses_S0_22() {
        Checked checked =
                Drafts.business("Acme").emails("a@x.org, b@x.org;c@x.org,").checked();

        assertEquals(List.of("a@x.org", "b@x.org", "c@x.org"), checked.draft().emails());
    }

    @Test
    void addressesAreTrimmedAndNotRepeatedAndEachBadOneIsNamed_S0_24() {
        Checked checked = Drafts.business("Acme")
                .emails(" A@x.org ", "a@X.ORG", "bad", "b@x.org", "worse@")
                .checked();

        assertEquals(
                List.of("A@x.org", "bad", "b@x.org", "worse@"), checked.draft().emails());
        assertEquals(
                List.of("emails[1] EMAIL_FORMAT", "emails[3] EMAIL_FORMAT"),
                checked.errors().stream().map(e -> e.field() + " " + e.code()).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@x.org",
                "email@localhost",
                "snail@127.0.0.1",
                "first.last+tag@sub.example.co.uk",
                "o'neil@x.org",
                "jörg@müller.example",
                "用户@例子.例",
                "a..b@x.org",
                "x@1and1.com"
            })
    void addressesThatRealPeopleHaveAreAccepted_S0_24(String email) {
        assertEquals(List.of(), errors(Drafts.business("Acme").emails(email)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "@x.org",
                "a@",
                "a b@x.org",
                "a@x..org",
                "a@-x.org",
                "a@x-.org",
                "a@.org",
                "a@x.org.",
                "<a@x.org>",
                "Ana <a@x.org>",
                "a@x@",
                "a@x_y.org",
                "\"a\"@x.org",
                "javascript:a@x.org",
                "a@x.org/b"
            })
    void whatIsNoAddressIsRefused_S0_24(String email) {
        assertEquals(
                List.of("emails[0] EMAIL_FORMAT"),
                errors(Drafts.business("Acme").emails(email)));
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com/a?b=c#d, https://example.com/a?b=c#d",
        "HTTP://EXAMPLE.COM, HTTP://EXAMPLE.COM",
        "example.com, https://example.com",
        "www.bücher.example/über, https://www.bücher.example/über",
        "http://localhost:8080/, http://localhost:8080/",
    })
    void websitesAreHttp_S0_15_S0_16(String given, String stored) {
        Checked checked = Drafts.business("Acme").website(given).checked();

        assertEquals(List.of(), checked.errors());
        assertEquals(stored, checked.draft().website());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "ftp://example.com", "https://",
                "https:///path", "https://user:secret@example.com", "https://exa mple.com", "https://x.org/\"onclick=",
                        "//",
                "mailto:a@x.org", "https://?q", "<b>"
            })
    void otherAddressesAreRefused_S0_16(String given) {
        assertEquals(
                List.of("website WEBSITE_FORMAT"),
                errors(Drafts.business("Acme").website(given)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "303-202-7332     |               | +13032027332",
                "(303) 202 7332   | US            | +13032027332",
                "1 303 202 7332   | Canada        | +13032027332",
                "+1 303.202.7332  | DE            | +13032027332",
                "030 123456       | Germany       | +4930123456",
                "+49 (0)30 123456 |               | +4930123456",
                "020 7946 0958    | UK            | +442079460958",
                "030 1234567      |               | 030 1234567",
                "+1 555 0199      | US            | +1 555 0199",
                "303-202-7332 x12 | US            | 303-202-7332 x12",
                "ask for Bob      | US            | ask for Bob",
                "0111 111 1111    | US            | 0111 111 1111",
            })
    void phonesAreE164WhereTheyAreUnderstoodAndElseAsTyped_S0_29(String typed, String country, String stored) {
        Checked checked = Drafts.business("Acme")
                .country(country == null ? "" : country)
                .phone(PhoneType.HOME, typed)
                .checked();

        assertEquals(List.of(), checked.errors());
        assertEquals(stored, checked.draft().phones().get(0).number());
    }

    @Test
    void thePrimaryPhoneIsTheFirstAndKeepsWhatIsKnownOfIt_S0_29() {
        Checked checked = Drafts.business("Acme")
                .phone(PhoneType.HOME, "303-202-0001")
                .phone(PhoneType.MOBILE, "303-202-7332")
                .phone(PhoneType.MOBILE, "+1 (303) 202-7332")
                .primaryPhone("(303) 202-7332")
                .checked();

        assertEquals(
                List.of(new Phone(PhoneType.MOBILE, "+13032027332"), new Phone(PhoneType.HOME, "+13032020001")),
                checked.draft().phones());
        assertEquals("", checked.draft().primaryPhone());
    }

    @ParameterizedTest
    @CsvSource({
        "US,US",
        "us,US",
        "USA,US",
        "U.S.A.,US",
        "United States,US",
        "united states of america,US",
        "Deutschland,DE",
        "Österreich,AT",
        "uk,GB",
        "Great Britain,GB",
        "DEU,DE",
        "Atlantis,Atlantis"
    })
    void countriesBecomeCodesWhereTheyAreKnown_S0_28(String given, String stored) {
        assertEquals(
                stored,
                Drafts.business("Acme")
                        .country(given)
                        .checked()
                        .draft()
                        .address()
                        .country());
    }

    @Test
    void birthdatesLieInTheLifeOfAPerson() {
        assertEquals(List.of(), errors(Drafts.person("Ana", "Muster").born(TODAY)));
        assertEquals(
                List.of("birthdate IN_FUTURE"), errors(Drafts.person("Ana", "M").born(TODAY.plusDays(1))));
        assertEquals(
                List.of("birthdate TOO_EARLY"), errors(Drafts.person("Ana", "M").born(LocalDate.of(1849, 12, 31))));
    }

    @Test
    void onlyAChildHasAParent_S4_42() {
        assertEquals(
                List.of("parentId REQUIRED"), errors(Drafts.business("Acme").childOf(null)));
        assertEquals(List.of(), errors(Drafts.business("Acme").childOf(1L)));
        assertEquals(
                List.of("parentId NOT_ALLOWED"), errors(Drafts.business("Acme").parentId(1)));
    }

    @Test
    void currenciesAreIso4217() {
        assertEquals(
                "EUR",
                Drafts.business("Acme").currency(" eur").checked().draft().currency());
        assertEquals(
                List.of("currency CURRENCY_UNKNOWN"),
                errors(Drafts.business("Acme").currency("EURO")));
    }

    @Test
    void externalIdsHaveAllThreePartsAndAreNotRepeated() {
        Checked checked = Drafts.business("Acme")
                .externalId(" revio", "customer", "1 ")
                .externalId("revio", "customer", "1")
                .externalId("", "customer", "1")
                .checked();

        assertEquals(
                new ExternalId("revio", "customer", "1"),
                checked.draft().externalIds().get(0));
        assertEquals(2, checked.draft().externalIds().size());
        assertEquals("externalIds[2].system", checked.errors().get(0).field());
    }

    @Test
    void whatCannotBeStoredOrShownIsNamed() {
        String half = String.valueOf(Character.toChars(0x1F600)[0]);
        String nul = String.valueOf((char) 0);

        assertEquals(List.of("companyName CONTROL_CHARACTER"), errors(Drafts.business("a" + nul + "b")));
        assertEquals(List.of("companyName CONTROL_CHARACTER"), errors(Drafts.business("a" + half)));
        assertEquals(List.of("companyName TOO_LONG"), errors(Drafts.business("x".repeat(201))));
        assertEquals("a b", Drafts.business(" a\r\n\tb ").checked().displayName());
        assertEquals("😀", Drafts.business("😀").checked().displayName());
    }

    @Test
    void theDisplayNameIsComposedUnlessItIsGiven_S0_27_S4_40() {
        Drafts person = Drafts.person("Ana", "Núñez").middleName("María").suffix("Jr.");

        assertEquals("Ana María Núñez Jr.", person.checked().displayName());
        assertEquals("Boss", person.displayName(" Boss ").checked().displayName());
        assertEquals(
                "", person.displayName("Ana María Núñez Jr.").checked().draft().displayName());
    }

    @Test
    void whatTheRulesGivePassesThemUnchanged() {
        Random random = new Random(20261121);
        for (int i = 0; i < 2_000; i++) {
            Checked once = random(random).checked();
            Checked twice = CustomerRules.check(once.draft(), TODAY);

            if (once.errors().isEmpty()) {
                assertEquals(once, twice);
            }
        }
    }

    @Test
    void whateverIsTypedTheEmailsAreDistinctAndNothingIsThrown() {
        Random random = new Random(42);
        for (int i = 0; i < 2_000; i++) {
            List<String> emails = random(random).checked().draft().emails();
            Set<String> lower = new HashSet<>();

            assertTrue(emails.stream().allMatch(email -> lower.add(email.toLowerCase(Locale.ROOT))), emails.toString());
        }
    }

    @Test
    void theDisplayNameIsNeverBlankAndHasNoDoubledBlanksBetweenItsParts() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            Checked checked = random(random).checked();

            if (checked.errors().isEmpty()) {
                assertEquals(checked.displayName().strip(), checked.displayName());
                assertTrue(!checked.displayName().isEmpty());
            }
        }
    }

    private static Drafts random(Random random) {
        List<String> emails = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            emails.add(text(random, "aB@. ,;ü", 8));
        }
        Drafts drafts = random.nextBoolean()
                ? Drafts.business(text(random, "Ab c\tüß田😀'", 6))
                : Drafts.person(text(random, "Ab ü", 3), text(random, "Cd '", 3))
                        .middleName(text(random, "m ", 2));
        return drafts.emails(emails.toArray(String[]::new))
                .phone(PhoneType.OTHER, text(random, "+0123456789 -()x", 14))
                .primaryPhone(text(random, "+0123456789 -()x", 14))
                .country(text(random, "USDEusade", 2))
                .displayName(text(random, "A b", 3));
    }

    private static String text(Random random, String characters, int length) {
        StringBuilder text = new StringBuilder();
        int[] points = characters.codePoints().toArray();
        for (int i = random.nextInt(length + 1); i > 0; i--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }

    private static List<String> errors(Drafts drafts) {
        return CustomerRules.check(drafts.draft(), TODAY).errors().stream()
                .map(e -> e.field() + " " + e.code())
                .toList();
    }
}
