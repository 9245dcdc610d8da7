package org.kontor.customer;

import java.util.Locale;

/** What counts as the address of a website: http or https, a host, no sign-in data, nothing that could break out of a link. */
final class WebAddress {

    private static final String FORBIDDEN = "<>\"`{}|\\^";

    private WebAddress() {}

    static boolean accepts(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        int host = lower.startsWith("https://") ? 8 : lower.startsWith("http://") ? 7 : -1;
        if (host < 0) {
            return false;
        }
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || FORBIDDEN.indexOf(c) >= 0) {
                return false;
            }
        }
        int end = host;
        while (end < address.length() && "/?#".indexOf(address.charAt(end)) < 0) {
            end++;
        }
        String authority = address.substring(host, end);
        return !authority.isEmpty()
                && authority.indexOf('@') < 0
                && Character.isLetterOrDigit(authority.codePointAt(0))
                && !authority.contains("..");
    }
}
