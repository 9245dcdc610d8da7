package org.kontor.importing;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text in UTF-8 that somebody read as Windows-1252, as in "M\u00c3\u00bcller" for "M\u00fcller". */
final class ForeignText {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** Names are short; a text of a megabyte need not be turned about. */
    private static final int LONGEST = 2_000;

    private ForeignText() {}

    /** What was meant; empty where the text is what it seems. */
    static Optional<String> meant(String text) {
        if (text.length() > LONGEST || !hasLead(text)) {
            return Optional.empty();
        }
        try {
            ByteBuffer bytes = WINDOWS.newEncoder().encode(CharBuffer.wrap(text));
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Whether a character is there with which a sequence of UTF-8 begins; without one nothing needs to be tried. */
    private static boolean hasLead(String text) {
        for (int i = 0; i < text.length() - 1; i++) {
            char c = text.charAt(i);
            if (c >= '\u00c2' && c <= '\u00f4') {
                return true;
            }
        }
        return false;
    }
}
