package org.kontor.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import org.kontor.customer.Sentiment;
import org.kontor.receivable.InvoiceStatus;
import org.kontor.receivable.ItemKind;
import org.kontor.settings.EntityZones;

/** Words, numbers and dates in the reader's language. */
@Named("t")
@ApplicationScoped
public class Texts {

    private static final String BUNDLE = "org.kontor.web.page.messages";
    private static final String ENTITY = "kontor.times-of-entity";

    @Inject
    EntityZones zones;

    @Inject
    Clock clock;

    /** The text with this key; {@code {0}} and so on take the values. A key without text is shown as it is. */
    public String of(String key, Object... values) {
        Locale locale = locale();
        String text = find(key).orElse(key);
        return values.length == 0 ? text : new MessageFormat(text, locale).format(values);
    }

    /** The text with this key, if there is one. */
    public Optional<String> find(String key) {
        try {
            return Optional.of(ResourceBundle.getBundle(BUNDLE, locale()).getString(key));
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }

    /** A sentence of the business in a language, such as {@code de}, where there is no page that has one. */
    public static String say(String sentence, Locale language) {
        return Sentences.in(language.getLanguage()).of(sentence);
    }

    /** A sentence of the business, which is English, in the reader's language; one that is not known stays as it is. */
    public String say(String sentence) {
        return Sentences.in(getLanguage()).of(sentence);
    }

    /** Language of the page, for {@code lang}. */
    public String getLanguage() {
        return locale().getLanguage();
    }

    /** Names of fields as the pages call them, with commas. */
    public String labels(List<String> fields) {
        return String.join(", ", fields.stream().map(f -> of("field." + f)).toList());
    }

    /** Texts with commas between. */
    public String join(List<String> several) {
        return String.join(", ", several);
    }

    /** A whole number with the thousands separated. */
    public String number(long value) {
        return NumberFormat.getIntegerInstance(locale()).format(value);
    }

    /** An amount with the thousands separated and its own decimals. */
    public String amount(BigDecimal value) {
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        format.setMinimumFractionDigits(Math.max(0, value.scale()));
        format.setMaximumFractionDigits(Math.max(0, value.scale()));
        return format.format(value).replace('-', '\u2212');
    }

    /** A number as it stands in an input: with the decimal sign of the language, without signs between thousands. */
    public String typed(BigDecimal value) {
        return TypedNumber.write(value, locale());
    }

    /** What a column of an aging report is called: days where its key says no more. */
    public String agingColumn(String key) {
        return find("aging.column." + key)
                .orElseGet(() -> key.endsWith("Plus")
                        ? of("aging.column.older", key.substring(1, key.length() - 4))
                        : of("aging.column.days", key.substring(1).replace('_', '\u2013')));
    }

    /** What people call an item of the ledger: its kind, and its number or else its id. */
    public String item(ItemKind kind, long id, String number) {
        return of("itemKind." + kind) + " " + (number.isEmpty() ? "#" + id : number);
    }

    /** A size in bytes as KB or MB. */
    public String size(long bytes) {
        if (bytes < 1024) {
            return of("size.bytes", bytes);
        }
        boolean small = bytes < 1024 * 1024;
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        format.setMaximumFractionDigits(small ? 0 : 1);
        return of(small ? "size.kb" : "size.mb", format.format(bytes / (small ? 1024.0 : 1024.0 * 1024.0)));
    }

    /** A date such as 21 Nov 2026. */
    public String date(LocalDate date) {
        return pattern("format.date").format(date);
    }

    /** The day of an instant: Today, Yesterday or a date. */
    public String day(Instant instant) {
        LocalDate day = local(instant).toLocalDate();
        LocalDate today = LocalDate.now(clock.withZone(zone()));
        if (day.equals(today)) {
            return of("format.today");
        }
        return day.equals(today.minusDays(1)) ? of("format.yesterday") : date(day);
    }

    /** Time of day, such as 09:12. */
    public String time(Instant instant) {
        return pattern("format.time").format(local(instant));
    }

    /** Day and time, such as "Today, 09:12". */
    public String moment(Instant instant) {
        return day(instant) + ", " + time(instant);
    }

    /** Day and time in full, for a tooltip. */
    public String exact(Instant instant) {
        return pattern("format.exact").format(local(instant));
    }

    /** Up to two letters for the round picture of a person or company. */
    public String initials(String name) {
        StringBuilder letters = new StringBuilder();
        for (String part : name.trim().split("[^\\p{L}\\p{N}]+", -1)) {
            if (!part.isEmpty() && letters.length() < 2) {
                letters.appendCodePoint(Character.toUpperCase(part.codePointAt(0)));
            }
        }
        return letters.isEmpty() ? "?" : letters.toString();
    }

    /** A score from −1 to 1 with two decimals. */
    public String score(double value) {
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(value).replace('-', '\u2212');
    }

    /** A weight with its sign, so that it is understood without colour. */
    public String signed(double value) {
        return value > 0 ? "+" + score(value) : score(value);
    }

    /** Style of a sentiment: the colours of the status dots. */
    public String feeling(Sentiment.Label label) {
        return switch (label) {
            case POSITIVE -> "open";
            case NEUTRAL -> "pending";
            case NEGATIVE -> "closed";
        };
    }

    /** Style of where a document stands: the colours of the status dots. */
    public String standing(InvoiceStatus status) {
        return switch (status) {
            case PAID -> "open";
            case PAST_DUE, VOID, WRITTEN_OFF -> "closed";
            case DRAFT, OPEN, PARTIALLY_PAID -> "pending";
        };
    }

    /** Whether a text is an address that a link may lead to. */
    public boolean safeLink(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://");
    }

    private DateTimeFormatter pattern(String key) {
        return DateTimeFormatter.ofPattern(of(key), locale());
    }

    private ZonedDateTime local(Instant instant) {
        return instant.atZone(zone());
    }

    /** Times on this page are those of this company entity, until the reader leaves it. */
    void timesOf(long entityId) {
        FacesContext.getCurrentInstance().getViewRoot().getViewMap().put(ENTITY, entityId);
    }

    /** The zone of the company entity that the page is about, else of the first one; asked for once a request. */
    ZoneId zone() {
        FacesContext context = FacesContext.getCurrentInstance();
        if (context == null) {
            return zones.of(Optional.empty());
        }
        Optional<Long> entity = Optional.ofNullable(context.getViewRoot())
                .map(root -> root.getViewMap(false))
                .map(map -> (Long) map.get(ENTITY));
        return (ZoneId) context.getAttributes().computeIfAbsent(ENTITY + entity.orElse(0L), key -> zones.of(entity));
    }

    /** The language of the page, with the signs that its numbers have. */
    Locale locale() {
        FacesContext context = FacesContext.getCurrentInstance();
        if (context == null) {
            return Locale.ENGLISH;
        }
        return context.getViewRoot() == null
                ? context.getApplication().getViewHandler().calculateLocale(context)
                : context.getViewRoot().getLocale();
    }
}
