package org.kontor.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.ticket.SentimentModel.Reading;
import org.kontor.ticket.SentimentModel.Word;

/** S1-13. The model alone, without tickets. */
class SentimentModelTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please send invoice",
                "Dear Sir or Madam, please send us the invoice for March. Kind regards, Anna",
                "We would like to change our payment method and the interest on the credit account.",
                "Bitte senden Sie uns die Rechnung für März. Mit Grüßen, Anna",
                "",
                "   \n ",
                "42 -- !!"
            })
    void courtesyAndBusinessSayNothing(String text) {
        assertEquals(new Reading(0, List.of()), SentimentModel.read(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "positive | Thank you so much, the technician was friendly and everything works again.",
                "positive | Great support, problem solved within minutes!",
                "positive | Not bad at all, we are very happy with it.",
                "positive | The first call was a bit slow but the help we got was excellent.",
                "positive | Vielen Dank, das ging sehr schnell und ich bin sehr zufrieden.",
                "negative | The router crashed again and nobody answers. I am very disappointed.",
                "negative | Not good. We are still waiting and have been charged twice.",
                "negative | Your team was friendly, but the invoice is wrong for the third time!",
                "negative | This isn’t helpful.",
                "negative | Ich warte immer noch auf die Gutschrift, das ist nicht gut und sehr ärgerlich.",
                "neutral | Our office moves to another street on Monday."
            })
    void aTextReadsAsAReaderWouldRead(String wanted, String text) {
        double score = SentimentModel.read(text).score();
        String label = score >= 0.1 ? "positive" : score <= -0.1 ? "negative" : "neutral";
        assertEquals(wanted, label, () -> SentimentModel.read(text).toString());
    }

    @Test
    void eachWordThatMovedTheScoreIsNamedWithItsShare() {
        Reading reading = SentimentModel.read("The new plan is not good. Support was very friendly.");

        assertEquals(List.of(new Word("good", -1.6), new Word("friendly", 2.8)), reading.words());
        assertEquals(0.231, reading.score());
    }

    @Test
    void aTurnLetsTheEndOfASentenceCountMore() {
        assertEquals(
                List.of(new Word("good", 1.0), new Word("broken", -3.0)),
                SentimentModel.read("Good price but it came broken").words());
    }

    @Test
    void theScoreStaysInItsRangeAndIsTheSameEachTime() {
        String rant = "worst ever terrible fraud ".repeat(2000);
        Reading once = SentimentModel.read(rant);

        assertTrue(once.score() >= -1 && once.score() < -0.99, () -> "score " + once.score());
        assertEquals(once, SentimentModel.read(rant));
    }
}
