package org.kontor.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kontor.customer.Address;
import org.kontor.lifecycle.MatchScore.Band;

/** Who is taken for the same, and why. */
class DuplicateMatcherTest {

    private static final Address MILL_LANE = new Address("6 Mill Lane", "", "Leeds", "", "LS1 4AP", "GB");

    /** S3-48, S3-49, S3-50. */
    @ParameterizedTest
    @CsvSource({
        "Smith,1971-06-24,' smith ',1971-06-24,true",
        "Smith,1971-06-24,SMITH,1971-06-24,true",
        "Smith,1971-06-24,Smith,1971-06-25,false",
        "Smith,1971-06-24,Smyth,1971-06-24,false",
        "'',1971-06-24,'',1971-06-24,false",
        "Smith,'',Smith,'',false"
    })
    void sameBirthdateAndSameLastNameIsTheRule(
            String last, String born, String otherLast, String otherBorn, boolean same) {
        MatchRecord a = person("Wanda", last, born, "", "", Address.NONE);
        MatchRecord b = person("Wanda", otherLast, otherBorn, "", "", Address.NONE);
        assertEquals(same, DuplicateMatcher.sameBirthdateAndLastName(a, b));
        assertEquals(same, DuplicateMatcher.compare(a, b).band() == Band.CERTAIN);
        assertEquals(same, DuplicateMatcher.compare(b, a).band() == Band.CERTAIN);
    }

    @Test
    void theRuleIsShownButNotAsCertainWhereAllTheRestContradicts() {
        MatchRecord a = person("Wanda", "Rook", "1971-06-24", "wanda@rook.example", "+49405550142", MILL_LANE);
        MatchRecord b = person(
                "Igor",
                "Rook",
                "1971-06-24",
                "igor@elsewhere.example",
                "+13035550102",
                new Address("9 Elm Way", "", "Denver", "", "80202", "US"));
        assertEquals(Band.LIKELY, DuplicateMatcher.compare(a, b).band());
    }

    @Test
    void mistypedPeopleAreLikelyTheSame() {
        MatchRecord a = person("Wanda", "Rook", "1971-06-24", "wanda@rook.example", "", MILL_LANE);
        assertEquals(Band.LIKELY, band(a, person("Wnada", "Rooke", "1971-06-42", "", "", MILL_LANE)));
        assertEquals(Band.LIKELY, band(a, person("Rook", "Wanda", "", "wanda@rook.example", "", Address.NONE)));
        assertEquals(
                Band.LIKELY,
                band(a, person("Wanda", "Miller", "1971-06-24", "wanda@rook.example", "", Address.NONE)),
                "married since");
    }

    @Test
    void twoOfOneHouseholdAreNot() {
        MatchRecord a = person("Wanda", "Rook", "1971-06-24", "", "+49405550142", MILL_LANE);
        assertEquals(Band.UNLIKELY, band(a, person("Igor", "Rook", "1968-02-11", "", "+49405550142", MILL_LANE)));
        assertEquals(Band.UNLIKELY, band(a, person("Igor", "Rook", "", "", "", MILL_LANE)));
    }

    @Test
    void aCommonNameAloneIsNotEnough() {
        assertEquals(
                Band.UNLIKELY,
                band(
                        person("Anna", "Smith", "", "", "", Address.NONE),
                        person("Anna", "Smith", "1980-01-01", "", "", MILL_LANE)));
    }

    @Test
    void companiesAreTheSameWhateverTheirLegalFormAndTheOrderOfWords() {
        MatchRecord a = company("Northwind Traders Ltd.", "+442071234567", MILL_LANE);
        assertEquals(Band.LIKELY, band(a, company("Traders, Northwind Limited", "", MILL_LANE)));
        assertEquals(Band.LIKELY, band(a, company("Nortwind Traders", "+44 20 7123 4567", Address.NONE)));
        assertEquals(Band.UNLIKELY, band(a, company("Harbour Bakery Ltd", "+442071234567", MILL_LANE)));
    }

    @Test
    void aNumberInAnotherSystemSaysMoreThanAnyName() {
        MatchRecord a = MatchRecord.folded(
                false,
                "Wanda",
                "",
                "Rook",
                "",
                "",
                List.of(),
                List.of(),
                Address.NONE,
                Set.of("stripe:customer:cus_1"));
        MatchRecord b = MatchRecord.folded(
                false, "W.", "", "Rook", "", "", List.of(), List.of(), Address.NONE, Set.of("stripe:customer:cus_1"));
        assertEquals(Band.LIKELY, band(a, b));
    }

    @Test
    void everyFieldThatBothHaveSaysWhatItAddsAndTheRestSaysNothing() {
        MatchScore score = DuplicateMatcher.compare(
                person("Wanda", "Rook", "1971-06-24", "wanda@rook.example", "", Address.NONE),
                person("Wanda", "Rook", "1971-06-24", "", "+49405550142", MILL_LANE));
        assertEquals(
                List.of("birthdate", "lastName", "firstName"),
                score.reasons().stream().map(MatchReason::field).toList());
        assertEquals(
                score.weight(),
                score.reasons().stream().mapToDouble(MatchReason::weight).sum(),
                0.001);
        assertTrue(score.score() > 0.99 && score.score() <= 1, score::toString);
    }

    @Test
    void theOrderOfTheTwoDoesNotMatter() {
        Made made = new Made();
        for (int i = 0; i < 300; i++) {
            MatchRecord a = made.person(i).record();
            MatchRecord b = i % 2 == 0
                    ? made.person(i + 1000).record()
                    : made.again(made.person(i), 3).record();
            MatchScore there = DuplicateMatcher.compare(a, b);
            MatchScore back = DuplicateMatcher.compare(b, a);
            assertEquals(there.weight(), back.weight(), 0.001);
            assertEquals(there.band(), back.band());
        }
    }

    /** A company and somebody who shares its number and its street are not one, unless it is called after them. */
    @Test
    void aCompanyIsNotWhoeverSharesItsPhone() {
        MatchRecord company = company("Copperfield Tools", "+13035550104", MILL_LANE);
        assertEquals(
                Band.UNLIKELY,
                band(company, person("Leila", "Marchetti", "1971-06-24", "", "+13035550104", MILL_LANE)));
        assertEquals(
                Band.LIKELY, band(company, person("Ada", "Copperfield", "1971-06-24", "", "+13035550104", MILL_LANE)));
    }

    /** What is called the same is the same: another house of the street is not. */
    @Test
    void onlyTheSameHouseIsTheSameStreet() {
        MatchRecord here = person("Wanda", "Rook", "", "", "", MILL_LANE);
        assertEquals(1, street(here, person("Wanda", "Rook", "", "", "", MILL_LANE)));
        Address next = new Address("8 Mill Lane", "", "Leeds", "", "LS1 4AP", "GB");
        assertTrue(street(here, person("Wanda", "Rook", "", "", "", next)) < 0.995);
        Address flat = new Address("6 Mill Lane", "Flat 2", "Leeds", "", "LS1 4AP", "GB");
        Address other = new Address("6 Mill Lane", "Flat 9", "Leeds", "", "LS1 4AP", "GB");
        assertTrue(street(person("W", "Rook", "", "", "", flat), person("W", "Rook", "", "", "", other)) < 0.995);
    }

    private static double street(MatchRecord a, MatchRecord b) {
        return DuplicateMatcher.compare(a, b).reasons().stream()
                .filter(reason -> reason.field().equals("address.street"))
                .findFirst()
                .orElseThrow()
                .similarity();
    }

    private static Band band(MatchRecord a, MatchRecord b) {
        return DuplicateMatcher.compare(a, b).band();
    }

    private static MatchRecord person(
            String first, String last, String born, String email, String phone, Address address) {
        return MatchRecord.folded(
                false,
                first,
                "",
                last,
                "",
                born,
                email.isEmpty() ? List.of() : List.of(email),
                phone.isEmpty() ? List.of() : List.of(phone),
                address,
                Set.of());
    }

    private static MatchRecord company(String name, String phone, Address address) {
        return MatchRecord.folded(
                true, "", "", "", name, "", List.of(), phone.isEmpty() ? List.of() : List.of(phone), address, Set.of());
    }
}
