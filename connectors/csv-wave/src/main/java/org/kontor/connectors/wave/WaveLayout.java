package org.kontor.connectors.wave;

import static org.kontor.connectors.support.AddressPart.CITY;
import static org.kontor.connectors.support.AddressPart.COUNTRY;
import static org.kontor.connectors.support.AddressPart.LINE;
import static org.kontor.connectors.support.AddressPart.POSTAL_CODE;
import static org.kontor.connectors.support.AddressPart.STATE;
import static org.kontor.connectors.support.AddressPart.STREET;
import static org.kontor.connectors.support.CustomerField.DISPLAY_NAME;
import static org.kontor.connectors.support.CustomerField.EMAIL;
import static org.kontor.connectors.support.CustomerField.FAX;
import static org.kontor.connectors.support.CustomerField.FIRST_NAME;
import static org.kontor.connectors.support.CustomerField.LAST_NAME;
import static org.kontor.connectors.support.CustomerField.MOBILE;
import static org.kontor.connectors.support.CustomerField.PHONE;
import static org.kontor.connectors.support.CustomerField.WEBSITE;
import static org.kontor.connectors.support.CustomerField.WORK_PHONE;
import static org.kontor.connectors.support.CustomerField.externalId;

import org.kontor.connectors.support.CustomerRow;
import org.kontor.connectors.support.TableFormat;
import org.kontor.spi.ImportFormat;

/** The customers of Wave. The second address is where goods are sent. */
final class WaveLayout {

    static final ImportFormat FORMAT = TableFormat.liberal("wave", "Wave", CustomerRow::account)
            .required("customer_name", DISPLAY_NAME)
            .optional("email", EMAIL)
            .optional("contact_first_name", FIRST_NAME)
            .optional("contact_last_name", LAST_NAME)
            .optional("account_number", externalId("wave"))
            .optional("phone", WORK_PHONE)
            .optional("mobile", MOBILE)
            .optional("toll_free", PHONE)
            .optional("fax", FAX)
            .optional("website", WEBSITE)
            .optional("address_line_1", STREET)
            .optional("address_line_2", LINE)
            .optional("city", CITY)
            .optional("province/state", STATE)
            .optional("postal_code/zip_code", POSTAL_CODE)
            .optional("country", COUNTRY)
            .optional("ship-to_address_line_1", STREET.of(2))
            .optional("ship-to_address_line_2", LINE.of(2))
            .optional("ship-to_city", CITY.of(2))
            .optional("ship-to_province/state", STATE.of(2))
            .optional("ship-to_postal_code/zip_code", POSTAL_CODE.of(2))
            .optional("ship-to_country", COUNTRY.of(2))
            .notImported(
                    "customer_currency",
                    "shipping_address",
                    "ship-to_contact",
                    "ship-to_phone",
                    "delivery_instructions")
            .distinctive("ship-to_contact", "toll_free")
            .together("customer_name", "contact_first_name")
            .build();

    private WaveLayout() {}
}
