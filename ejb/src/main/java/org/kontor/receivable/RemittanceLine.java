package org.kontor.receivable;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A row of a remittance advice.
 *
 * @param row where it stands in the file, the first one below the header is 1
 * @param number number of the invoice that is paid; empty when the row names none
 * @param amount how much of the payment is for it; empty means what is open of it
 */
public record RemittanceLine(long row, String number, Optional<BigDecimal> amount) {

    /** Trims the number. */
    public RemittanceLine {
        number = number.strip();
    }
}
