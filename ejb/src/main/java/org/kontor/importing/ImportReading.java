package org.kontor.importing;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.shared.AppException;
import org.kontor.shared.FieldError;

/**
 * How the bytes of a file are to be read where somebody knows better than what was found (S3-29).
 *
 * @param charset such as {@code windows-1252}; empty to find it
 * @param delimiter comma, semicolon, tab or vertical bar; empty to find it
 */
public record ImportReading(String charset, String delimiter) {

    /** Everything is found. */
    public static final ImportReading FOUND = new ImportReading("", "");

    /** Charsets to choose from besides the one that was found. */
    static final List<String> CHARSETS = List.of("UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-1");

    /** Delimiters to choose from. */
    static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");

    /** @throws AppException when there is no such charset, or this is no delimiter of tables */
    void check() {
        List<FieldError> errors = new ArrayList<>();
        try {
            chosenCharset();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            errors.add(new FieldError(
                    "charset",
                    "UNKNOWN_CHARSET",
                    "Choose one of " + String.join(", ", CHARSETS) + ": \u201c" + charset + "\u201d is not known."));
        }
        if (!delimiter.isEmpty() && !DELIMITERS.contains(delimiter)) {
            errors.add(new FieldError(
                    "delimiter", "NOT_A_CHOICE", "Choose a comma, a semicolon, a tab or a vertical bar (|)."));
        }
        if (!errors.isEmpty()) {
            throw AppException.invalid(errors);
        }
    }

    Optional<Charset> chosenCharset() {
        return charset.isBlank() ? Optional.empty() : Optional.of(Charset.forName(charset.strip()));
    }

    Optional<Character> chosenDelimiter() {
        return delimiter.isEmpty() ? Optional.empty() : Optional.of(delimiter.charAt(0));
    }
}
