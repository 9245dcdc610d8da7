package org.kontor.customer;

import java.util.regex.Pattern;

/** Text of several lines in a field of one. */
final class LineBreaks {

    private static final Pattern BREAKS = Pattern.compile("[\\t\\n\\r]+");

    private LineBreaks() {}

    /** Each run of tabs and line breaks as one blank. */
    static String toBlank(String value) {
        return BREAKS.matcher(value).replaceAll(" ");
    }
}
