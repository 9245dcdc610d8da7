package org.kontor.web.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kontor.document.StatementKind;
import org.kontor.document.StatementQuery;
import org.kontor.shared.AppException;

/** Reads which statement an address means: {@code kind}, {@code asOf}, {@code from}, {@code currency}. */
final class StatementForm {

    private StatementForm() {}

    /**
     * The statement.
     *
     * @param parameter the parameter of the address with a name; null for none
     * @throws AppException {@link org.kontor.shared.ErrorKind#INVALID} for what is no day
     */
    static StatementQuery query(UnaryOperator<@Nullable String> parameter) {
        String kind = text(parameter.apply("kind"));
        return new StatementQuery(
                Arrays.stream(StatementKind.values())
                        .filter(each -> each.name().equals(kind))
                        .findFirst()
                        .orElse(StatementKind.OPEN_ITEM),
                day("asOf", text(parameter.apply("asOf"))),
                day("from", text(parameter.apply("from"))),
                text(parameter.apply("currency")));
    }

    private static Optional<LocalDate> day(String field, String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw AppException.invalid(field, "WRONG_VALUE", "Enter a day such as 2026-03-31.");
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
