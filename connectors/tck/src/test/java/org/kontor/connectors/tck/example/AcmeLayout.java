package org.kontor.connectors.tck.example;

import static org.kontor.connectors.support.Cells.birthdate;
import static org.kontor.connectors.support.Cells.phone;
import static org.kontor.connectors.support.Cells.text;

import org.kontor.connectors.support.Cell;
import org.kontor.connectors.support.Dates;
import org.kontor.connectors.support.TableFormat;
import org.kontor.connectors.support.TableRow;
import org.kontor.spi.CustomerProfile.PhoneType;
import org.kontor.spi.CustomerProfileBuilder;
import org.kontor.spi.ImportFormat;

/** The layout of a made-up app; the guide for integrators shows it. */
final class AcmeLayout {

    static final ImportFormat FORMAT = TableFormat.liberal("acme", "Acme Clients")
            .required("Client No.", "Acme's own number", AcmeLayout::clientNumber)
            .required("Surname", "Family name", text(CustomerProfileBuilder::lastName))
            .alias("Last Name")
            .optional("First Name", "Given name", text(CustomerProfileBuilder::firstName))
            .optional("Mail", "E-mail address", text(CustomerProfileBuilder::email))
            .alias("E-mail", "Email")
            .optional("Cell", "Mobile phone", phone(PhoneType.MOBILE))
            .optional(
                    "Born",
                    "Such as 1.5.1988 or 1988-05-01",
                    birthdate(Dates.iso().andPattern("d.M.uuuu")))
            .distinctive("Client No.")
            .build();

    private AcmeLayout() {}

    private static void clientNumber(TableRow row, Cell cell) {
        if (cell.text().startsWith("X")) {
            row.reject(cell, "CLIENT_NUMBER_PROVISIONAL", "Give the client a final number in Acme and export again.");
            return;
        }
        row.profile().externalId("acme", "client", cell.text());
    }
}
