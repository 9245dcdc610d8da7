package org.kontor.web.api;

import java.util.Locale;
import java.util.function.Supplier;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** The refusal for something that is not there. */
public final class Absent {

    private Absent() {}

    /** There is no such thing with this id; {@code noun} in lower case, such as {@code api key}. */
    public static Supplier<AppException> of(String noun, long id) {
        return () -> new AppException(
                ErrorKind.ABSENT,
                noun.toUpperCase(Locale.ROOT).replace(' ', '_') + "_NOT_FOUND",
                "Look for another " + noun + ": there is none with id " + id + ".");
    }
}
