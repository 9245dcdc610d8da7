package org.kontor.connectors.wave;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.connectors.tck.Fixture;
import org.kontor.connectors.tck.ImportFormatContract;
import org.kontor.spi.ImportFormat;

class WaveLayoutTest implements ImportFormatContract {

    @Override
    public ImportFormat testee() {
        return WaveLayout.FORMAT;
    }

    @Override
    public Map<String, String> goodRow() {
        return Map.of(
                "customer_name",
                "Birch Books",
                "email",
                "books@birch.example",
                "contact_first_name",
                "Wanda",
                "contact_last_name",
                "Rook",
                "city",
                "Toronto");
    }

    /** S3-08. */
    @Test
    void aFileAsTheAppWritesItIsReadAndItsHistoryIgnored() {
        Fixture fixture = Fixture.of(testee(), ',', """
                customer_name,email,contact_first_name,contact_last_name,customer_currency,account_number,phone,fax,mobile,toll_free,website,country,province/state,address_line_1,address_line_2,city,postal_code/zip_code,shipping_address,ship-to_contact,ship-to_country,ship-to_province/state,ship-to_address_line_1,ship-to_address_line_2,ship-to_city,ship-to_postal_code/zip_code,ship-to_phone,delivery_instructions
                Birch Books,books@birch.example,Wanda,Rook,CAD,17,555-010-1001,,,,birch.example,Canada,Ontario,1 Main St,,Toronto,M5H 2N2,False,,,,,,,,,
                """);
        assertEquals(1, fixture.size());
        assertEquals(
                "kind=ORGANISATION, companyName=Birch Books, firstName=Wanda, lastName=Rook, "
                        + "emails=books@birch.example, phones=WORK:555-010-1001, website=birch.example, "
                        + "line1=1 Main St, city=Toronto, state=Ontario, postalCode=M5H 2N2, country=Canada, "
                        + "externalIds=wave:customer:17",
                fixture.row(0));
        assertEquals(
                List.of(
                        "customer_currency",
                        "shipping_address",
                        "ship-to_contact",
                        "ship-to_phone",
                        "delivery_instructions"),
                fixture.ignored());
    }
}
