package org.kontor.ticket;

import java.math.BigDecimal;
import org.kontor.settings.CompanySetting;
import org.kontor.settings.CurrentSettings;

/**
 * How the scores of tickets become the sentiment of a customer, as the company settings say.
 *
 * <p>A weight halves every {@link #HALF_LIFE_DAYS}. So the ratio of two tickets never changes as time goes by: what is stored stays
 * true until a ticket comes, changes, or leaves the window.
 *
 * @param recency whether recent tickets weigh more
 * @param positiveFrom from this mean on it is positive
 * @param negativeTo down from this mean it is negative
 */
record SentimentRule(boolean recency, BigDecimal positiveFrom, BigDecimal negativeTo) {

    /** How much older a ticket is that counts half. */
    static final int HALF_LIFE_DAYS = 30;

    static SentimentRule of(CurrentSettings settings) {
        return new SentimentRule(
                settings.on(CompanySetting.SENTIMENT_RECENCY),
                new BigDecimal(settings.text(CompanySetting.SENTIMENT_POSITIVE_FROM)),
                new BigDecimal(settings.text(CompanySetting.SENTIMENT_NEGATIVE_TO)));
    }

    /** What a weight is multiplied by in each half-life. */
    BigDecimal base() {
        return recency ? new BigDecimal("0.5") : BigDecimal.ONE;
    }

    /** In words of the database. */
    String text() {
        return base().toPlainString() + " " + positiveFrom.toPlainString() + " " + negativeTo.toPlainString();
    }
}
