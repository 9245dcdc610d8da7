package org.kontor.shared;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Several texts in one, with a separator between, as they stand in an address. Where the separator is part of a text, a backslash stands
 * before it, and a backslash is doubled; a backslash before anything else is one, so that most texts stand as they are.
 */
public final class EscapedList {

    private static final char ESCAPE = '\\';

    private EscapedList() {}

    /**
     * The texts, stripped; those that are empty are left out.
     *
     * @param separator between texts, no backslash
     */
    public static List<String> split(String all, char separator) {
        return pieces(all, separator).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /**
     * The texts as they stand, with blanks, and also those that are empty; so there is one at least.
     *
     * @param separator between texts, no backslash
     */
    public static List<String> pieces(String all, char separator) {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < all.length(); i++) {
            char c = all.charAt(i);
            char next = i + 1 < all.length() ? all.charAt(i + 1) : 0;
            if (c == ESCAPE && (next == separator || next == ESCAPE)) {
                text.append(next);
                i++;
            } else if (c == separator) {
                add(text, texts);
            } else {
                text.append(c);
            }
        }
        add(text, texts);
        return texts;
    }

    private static void add(StringBuilder text, List<String> texts) {
        texts.add(text.toString());
        text.setLength(0);
    }

    /** The texts as one, which {@link #split} reads. */
    public static String join(Collection<String> texts, char separator) {
        return texts.stream().map(text -> escape(text, separator)).collect(Collectors.joining("" + separator));
    }

    /** One text as it stands among others. */
    public static String escape(String text, char separator) {
        return text.replace("\\", "\\\\").replace("" + separator, "\\" + separator);
    }
}
