package org.kontor.connectors.rev23;

import static org.kontor.connectors.support.Cells.birthdate;
import static org.kontor.connectors.support.Cells.gender;
import static org.kontor.connectors.support.Cells.phone;
import static org.kontor.connectors.support.Cells.text;

import java.util.Map;
import org.kontor.connectors.support.Dates;
import org.kontor.connectors.support.TableFormat;
import org.kontor.spi.CustomerProfile.PhoneType;
import org.kontor.spi.CustomerProfileBuilder;
import org.kontor.spi.ImportFormat;

/**
 * The layout of REV23 Desktop. It differs from that of Cloud in several phone numbers, gender as a number and a birthday
 * with a time. IdentificationNumber and IdentificationState are left out: the number of a passport or a driving licence is
 * no profile information, and nothing in Kontor needs it.
 */
final class DesktopLayout {

    static final ImportFormat FORMAT = TableFormat.exact("rev23-desktop", "REV23 Desktop")
            .required("FirstName", "Given name", text(CustomerProfileBuilder::firstName))
            .required("LastName", "Family name", text(CustomerProfileBuilder::lastName))
            .optional("MiddleName", "Middle name or names", text(CustomerProfileBuilder::middleName))
            .optional("Nickname", "What the person likes to be called", text(CustomerProfileBuilder::nickname))
            .optional("Street", "Street and number", text(CustomerProfileBuilder::street))
            .optional("City", "City", text(CustomerProfileBuilder::city))
            .optional("StateProvince", "State, province or region", text(CustomerProfileBuilder::state))
            .optional("ZipPostal", "Postal code", text(CustomerProfileBuilder::postalCode))
            .optional("MobilePhoneNumber", "Mobile phone; the primary number when filled", phone(PhoneType.MOBILE))
            .optional("HomePhoneNumber", "Phone at home", phone(PhoneType.HOME))
            .optional("CallbackPhoneNumber", "Number to call back", phone(PhoneType.OTHER))
            .optional("OtherPhoneNumber", "Another number", phone(PhoneType.OTHER))
            .optional("EmergencyPhoneNumber", "Whom to call in an emergency", phone(PhoneType.EMERGENCY))
            .optional("Email", "E-mail address", text(CustomerProfileBuilder::email))
            .optional("Birthday", "Such as 1988-05-01 or 1988-05-01 00:00:00.000", birthdate(Dates.iso()))
            .optional("Gender", "1 is female, 2 is male; any text is kept", gender(Map.of("1", "FEMALE", "2", "MALE")))
            .distinctive(
                    "StateProvince",
                    "ZipPostal",
                    "MobilePhoneNumber",
                    "HomePhoneNumber",
                    "CallbackPhoneNumber",
                    "OtherPhoneNumber",
                    "EmergencyPhoneNumber",
                    "Birthday")
            .build();

    private DesktopLayout() {}
}
