package org.kontor.connectors.support;

import java.util.Locale;

/** How names of columns are compared. */
public enum Names {
    /** The name must stand in the header letter by letter; blanks around it do not count (S3-11). */
    EXACT {
        @Override
        String key(String name) {
            return trimmed(name);
        }
    },
    /** Case, blanks and punctuation do not count: {@code E-mail 1 - Value} is {@code email1value}. */
    LIBERAL {
        @Override
        String key(String name) {
            return letters(name);
        }
    };

    /** What two names must have in common to be the same; empty when there is no name at all. */
    abstract String key(String name);

    /** The name without what cannot be seen around it: blanks of any kind, byte order mark, zero width characters. */
    static String trimmed(String name) {
        int from = 0;
        int to = name.length();
        while (from < to && invisible(name.charAt(from))) {
            from++;
        }
        while (to > from && invisible(name.charAt(to - 1))) {
            to--;
        }
        return name.substring(from, to);
    }

    /** Letters and digits of the name, in lower case. */
    static String letters(String name) {
        StringBuilder key = new StringBuilder(name.length());
        name.codePoints().filter(Character::isLetterOrDigit).forEach(key::appendCodePoint);
        return lower(key.toString());
    }

    /** The name as it is spelled, blanks and punctuation inside it included, in lower case. */
    static String spelled(String name) {
        return lower(trimmed(name));
    }

    /**
     * The text in lower case, of any length in one go. The one letter that becomes longer is replaced first: where the JDK
     * meets it, it copies the whole text anew each time, which takes minutes for a file of nothing else.
     */
    public static String lower(String text) {
        return text.replace("\u0130", "i\u0307").toLowerCase(Locale.ROOT);
    }

    private static boolean invisible(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }

    /**
     * How many letters must be added, removed, replaced or swapped with their neighbour to make one name of the other;
     * stops counting above {@code limit}.
     */
    static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) {
            return limit + 1;
        }
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (least > limit) {
                return limit + 1;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }
}
