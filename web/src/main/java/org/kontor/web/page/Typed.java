package org.kontor.web.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.shared.FieldError;

/** Reads amounts, counts and days out of inputs, and collects what is none. */
final class Typed {

    private final List<FieldError> errors = new ArrayList<>();
    private final Texts texts;

    Typed(Texts texts) {
        this.texts = texts;
    }

    /** What could not be read. */
    List<FieldError> errors() {
        return errors;
    }

    /** An amount as readers of the page's language type it; empty for an empty input. */
    Optional<BigDecimal> amount(String field, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        TypedNumber.Reading reading = TypedNumber.read(text, texts.locale());
        if (reading instanceof TypedNumber.Value number) {
            return Optional.of(number.value());
        }
        errors.add(new FieldError(
                field,
                "WRONG_TYPE",
                reading instanceof TypedNumber.Doubtful doubtful
                        ? texts.of(
                                "form.amountDoubtful",
                                texts.typed(doubtful.asThousands()),
                                texts.typed(doubtful.asFraction()))
                        : texts.of("form.amountWrong")));
        return Optional.empty();
    }

    /** A whole number of things, in digits; empty for an empty input. */
    Optional<Integer> count(String field, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        if (text.strip().matches("\\d{1,9}")) {
            return Optional.of(Integer.valueOf(text.strip()));
        }
        errors.add(new FieldError(field, "WRONG_TYPE", texts.of("form.countWrong")));
        return Optional.empty();
    }

    /** A day; empty for an empty input. */
    Optional<LocalDate> date(String field, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException e) {
            errors.add(new FieldError(field, "WRONG_TYPE", texts.of("form.dateWrong")));
            return Optional.empty();
        }
    }

    /** An input that was left empty is submitted as null. */
    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
