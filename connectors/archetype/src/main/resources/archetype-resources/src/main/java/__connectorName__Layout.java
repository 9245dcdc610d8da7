package ${package};

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

/** The file that ${connectorName} exports, column by column. */
final class ${connectorName}Layout {

    static final ImportFormat FORMAT = TableFormat.liberal("${artifactId}", "${connectorName}")
            .required("${connectorName} No.", "Number of the customer in ${connectorName}", ${connectorName}Layout::number)
            .required("Last Name", "Family name", text(CustomerProfileBuilder::lastName))
            .alias("Surname")
            .optional("First Name", "Given name", text(CustomerProfileBuilder::firstName))
            .optional("E-mail", "E-mail address", text(CustomerProfileBuilder::email))
            .optional("Mobile", "Mobile phone", phone(PhoneType.MOBILE))
            .optional("Born", "Such as 1988-05-01 or 1.5.1988", birthdate(Dates.iso().andPattern("d.M.uuuu")))
            .distinctive("${connectorName} No.")
            .build();

    private ${connectorName}Layout() {}

    /** A column with a rule of its own. */
    private static void number(TableRow row, Cell cell) {
        if (cell.text().startsWith("X")) {
            row.reject(cell, "NUMBER_PROVISIONAL", "Give the customer a final number in ${connectorName} and export again.");
            return;
        }
        row.profile().externalId("${artifactId}", "customer", cell.text());
    }
}
