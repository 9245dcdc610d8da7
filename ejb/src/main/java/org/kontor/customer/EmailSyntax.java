package org.kontor.customer;

/**
 * What counts as an e-mail address: {@code local@host}, in letters of any script.
 *
 * <p>Decided: a host without a dot ({@code email@localhost}) and a numeric host ({@code snail@127.0.0.1}) are accepted. Both
 * stand in real address books; refusing the row would lose a person over an address that may even work in the house.
 * Whether mail arrives is known only by sending. Quoted local parts and display names ({@code Anna <a@b.org>}) are not
 * accepted: nobody's mail program writes them into an address field on purpose.
 */
final class EmailSyntax {

    private static final int LOCAL_MAX = 64;
    private static final int HOST_MAX = 253;
    private static final int LABEL_MAX = 63;
    private static final String LOCAL_PUNCTUATION = ".!#$%&'*+/=?^_`{|}~-";

    private EmailSyntax() {}

    static boolean accepts(String email) {
        int at = email.lastIndexOf('@');
        return at > 0
                && at <= LOCAL_MAX
                && email.length() - at - 1 <= HOST_MAX
                && acceptsLocal(email, at)
                && acceptsHost(email, at + 1);
    }

    private static boolean acceptsLocal(String email, int end) {
        for (int i = 0; i < end; i++) {
            char c = email.charAt(i);
            if (!isWordCharacter(c) && LOCAL_PUNCTUATION.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean acceptsHost(String email, int start) {
        int label = start;
        for (int i = start; i <= email.length(); i++) {
            if (i == email.length() || email.charAt(i) == '.') {
                int length = i - label;
                if (length < 1 || length > LABEL_MAX || email.charAt(label) == '-' || email.charAt(i - 1) == '-') {
                    return false;
                }
                label = i + 1;
            } else if (!isWordCharacter(email.charAt(i)) && email.charAt(i) != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isWordCharacter(char c) {
        if (c < 128) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
