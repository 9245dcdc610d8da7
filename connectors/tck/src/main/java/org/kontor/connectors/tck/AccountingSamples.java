package org.kontor.connectors.tck;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kontor.spi.AccountingRecord;
import org.kontor.spi.Amount;
import org.kontor.spi.CustomerProfile;

/** A record of each kind. */
public final class AccountingSamples {

    private AccountingSamples() {}

    /** A usual record of this kind. */
    public static AccountingRecord of(AccountingRecord.Kind kind) {
        Amount amount = Amount.of("120.00", "USD");
        return switch (kind) {
            case CUSTOMER ->
                new AccountingRecord.Customer(
                        "A-4711",
                        "Rook Hardware",
                        CustomerProfile.builder()
                                .companyName("Rook Hardware")
                                .email("wanda@rook.example")
                                .build(),
                        Optional.empty(),
                        true);
            case INVOICE, CREDIT_MEMO ->
                new AccountingRecord.Document(
                        kind,
                        "R-1",
                        "1",
                        LocalDate.of(2026, 3, 31),
                        Optional.of(LocalDate.of(2026, 4, 30)),
                        List.of(new AccountingRecord.Line(
                                "Hinges", BigDecimal.TEN, Amount.of("12.00", "USD"), Amount.of("0", "USD"))),
                        amount,
                        amount,
                        false);
            case PAYMENT ->
                new AccountingRecord.Payment(
                        "1",
                        LocalDate.of(2026, 4, 2),
                        amount,
                        "R-1",
                        List.of(new AccountingRecord.Application("1", amount)),
                        false);
        };
    }
}
