package org.kontor.customer;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text as it is compared: lower case, without accents, in Latin letters, single blanks between words. The one class for what
 * is stored to be found and for what is typed to find it, so that both agree whatever the locale of the database.
 */
public final class Folding {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private Folding() {}

    /** The text in the form in which it is compared. */
    public static String fold(String text) {
        String folded = isAscii(text) ? text : toLatin(text);
        return singleBlanks(folded.toLowerCase(Locale.ROOT));
    }

    /** The digits of a text. */
    public static String digits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            }
        }
        return digits.toString();
    }

    /** Whether the text is written with ASCII characters alone. */
    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    private static String toLatin(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        if (isAscii(bare)) {
            return bare;
        }
        StringBuilder latin = new StringBuilder(text.length() + 8);
        for (String word : BLANKS.split(text.strip(), -1)) {
            if (latin.length() > 0) {
                latin.append(' ');
            }
            // Scripts without blanks get some between syllables; inside of a word they would keep a part from being
            // found.
            latin.append(BLANKS.matcher(Latin.ANY.transliterate(word)).replaceAll(""));
        }
        return latin.toString();
    }

    private static String singleBlanks(String text) {
        boolean clean = true;
        boolean blankBefore = true;
        for (int i = 0; i < text.length() && clean; i++) {
            boolean blank = text.charAt(i) <= ' ';
            clean = !(blank && (blankBefore || text.charAt(i) != ' '));
            blankBefore = blank;
        }
        return clean && !blankBefore
                ? text
                : BLANKS.matcher(text).replaceAll(" ").strip();
    }

    /** Loaded when the first text needs it: the tables are big. */
    private static final class Latin {
        static final Transliterator ANY = Transliterator.getInstance("Any-Latin; Latin-ASCII");
    }
}
