package org.kontor.connectors.support;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.BiConsumer;
import org.kontor.spi.CustomerProfile.PhoneType;
import org.kontor.spi.CustomerProfileBuilder;

/** The usual targets of columns. */
public final class Cells {

    /** Nobody who could be a customer was born before. */
    private static final LocalDate FIRST_BIRTHDATE = LocalDate.of(1850, 1, 1);

    private static final Map<String, String> GENDERS = Map.of(
            "f", "FEMALE", "female", "FEMALE", "woman", "FEMALE", "m", "MALE", "male", "MALE", "man", "MALE", "o",
            "OTHER", "other", "OTHER");

    private Cells() {}

    /**
     * The text as it stands, without blanks around it: formulas, markup and the like are text too.
     *
     * @param setter such as {@code CustomerProfileBuilder::firstName}
     */
    public static CellTarget<TableRow> text(BiConsumer<CustomerProfileBuilder, String> setter) {
        return (row, cell) -> setter.accept(row.profile(), cell.text());
    }

    /** A phone number of this type, as it stands. */
    public static CellTarget<TableRow> phone(PhoneType type) {
        return (row, cell) -> row.profile().phone(type, cell.text());
    }

    /**
     * A date of birth. A cell that cannot be read without guessing rejects the row with {@code DATE_AMBIGUOUS},
     * {@code DATE_FORMAT} or {@code DATE_IMPOSSIBLE}, one before 1850 with {@code DATE_UNLIKELY}.
     */
    public static CellTarget<TableRow> birthdate(Dates dates) {
        return (row, cell) -> {
            Dates.Reading reading = dates.read(cell.text());
            reading.date()
                    .ifPresentOrElse(
                            date -> setBirthdate(row, cell, date),
                            () -> row.reject(cell, reading.code(), reading.message()));
        };
    }

    private static void setBirthdate(TableRow row, Cell cell, LocalDate date) {
        if (date.isBefore(FIRST_BIRTHDATE)) {
            row.reject(cell, "DATE_UNLIKELY", "Correct the year, or leave the cell empty: birthdates begin with 1850.");
        } else {
            row.profile().birthdate(date);
        }
    }

    /** A gender: the English words and their first letters become the known values, any other text is kept (S3-21). */
    public static CellTarget<TableRow> gender() {
        return gender(Map.of());
    }

    /**
     * A gender that the other app writes in its own way.
     *
     * @param codes its way, in lower case, to the known values, such as {@code "1"} to {@code FEMALE}
     */
    public static CellTarget<TableRow> gender(Map<String, String> codes) {
        Map<String, String> own = Map.copyOf(codes);
        return (row, cell) -> {
            String key = Names.lower(cell.text());
            String known = own.getOrDefault(key, GENDERS.getOrDefault(key, cell.text()));
            row.profile().gender(known);
        };
    }
}
