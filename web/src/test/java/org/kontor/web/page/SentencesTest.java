package org.kontor.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A sentence of the business is found in the catalogue whatever was put into it, and one that is not there stays as it is. */
class SentencesTest {

    private final Sentences german = Sentences.in("de");

    @Test
    void aSentenceWithoutValuesIsTranslated() {
        assertEquals(
                "Prüfen Sie Benutzernamen und Kennwort: Sie gehören nicht zusammen.",
                german.of("Check the user name and the password: they do not belong together."));
    }

    @Test
    void valuesGoToTheirPlaceInTheOtherLanguage() {
        assertEquals(
                "Berichtigen Sie den Betrag: Am 2026-03-31 ist von R-7 noch 10.00 offen, und von dem Geld ist noch 5.00 übrig.",
                german.of("Correct the amount: 10.00 is left of R-7 on 2026-03-31, and 5.00 of the money."));
    }

    @Test
    void whatIsPutInIsTranslatedWhereItIsKnown() {
        assertEquals(
                "Warten Sie 59 Sekunden, und versuchen Sie es dann noch einmal: Es gab zu viele Versuche.",
                german.of("Wait 59 seconds, then try again: there were too many tries."));
        assertEquals(
                "Warten Sie 15 Minuten, und versuchen Sie es dann noch einmal: Es gab zu viele Versuche.",
                german.of("Wait 15 minutes, then try again: there were too many tries."));
        assertEquals(
                "Wählen Sie ein Kennwort mit 10 bis 128 Zeichen, einem Großbuchstaben, einer Ziffer.",
                german.of("Choose a password with 10 to 128 characters, an upper case letter, a digit."));
        assertEquals(
                "Zeile 3 (Zeile 4 der Datei): Schreiben Sie den Betrag als 1234.50: „zehn“ kann nicht gelesen werden.",
                german.of("Row 3 (line 4): Write the amount as 1234.50: “zehn” cannot be read."));
    }

    @Test
    void whatSomebodyTypedStaysAsItWasTyped() {
        assertEquals(
                "Wählen Sie ein vorhandenes Schlagwort; keines heißt „customer“.",
                german.of("Choose a tag that there is; none is called “customer”."));
        assertEquals(
                "Wählen Sie ein vorhandenes Schlagwort; keines heißt „$1 {0} \\“.",
                german.of("Choose a tag that there is; none is called “$1 {0} \\”."));
    }

    @Test
    void theMostPreciseSentenceWins() {
        assertEquals(
                "Suchen Sie eine andere Rolle: Es gibt keine mit der ID 7.",
                german.of("Look for another role: there is none with id 7."));
        assertEquals(
                "Wählen Sie eines von a, b: „c“ ist nicht bekannt.",
                german.of("Choose one of a, b: “c” is not known."));
    }

    @Test
    void severalSentencesAreTranslatedOneByOne() {
        assertEquals(
                "Grenzen Sie ihn auf eine Währung ein, oder senden Sie die Rechnungen selbst. Ein Kontoauszug hat höchstens 5.000 Zeilen.",
                german.of(
                        "Narrow it to one currency, or send the invoices themselves. A statement has at most 5,000 lines."));
        assertEquals(
                "Northbooks wurde gefragt, und nichts wurde geändert. Aktualisieren Sie den Konnektor: Er ist gescheitert, statt zu antworten.",
                german.of(
                        "Northbooks was asked, and nothing was changed. Update the connector: it failed instead of answering."));
        assertEquals(
                "Geben Sie einen Namen ein. Geben Sie einen Betrag ein.", german.of("Enter a name. Enter an amount."));
    }

    @Test
    void whatIsNotKnownStaysAsItIs() {
        for (String text : new String[] {"", "Hello.", "Speichern Sie zuerst.", "Enter a name. Hello there."}) {
            assertEquals(text, german.of(text));
        }
        String english = "Check the user name and the password: they do not belong together.";
        assertEquals(english, Sentences.in("en").of(english));
    }

    @Test
    void aLongTextIsLookedUpInNoTime() {
        String hostile = "Choose from " + ", there is no ; there is no ".repeat(20_000);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertEquals(hostile, german.of(hostile)));
    }

    @Test
    void aCatalogueThatIsNotOneIsRefused() {
        assertThrows(IllegalStateException.class, () -> Sentences.of(Stream.of("en: One.", "en: Two.", "de: Zwei.")));
        assertThrows(IllegalStateException.class, () -> Sentences.of(Stream.of("de: Zwei.")));
    }
}
