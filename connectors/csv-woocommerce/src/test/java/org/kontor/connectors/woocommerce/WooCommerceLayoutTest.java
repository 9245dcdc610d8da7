package org.kontor.connectors.woocommerce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.connectors.tck.Fixture;
import org.kontor.connectors.tck.ImportFormatContract;
import org.kontor.spi.ImportFormat;

class WooCommerceLayoutTest implements ImportFormatContract {

    @Override
    public ImportFormat testee() {
        return WooCommerceLayout.FORMAT;
    }

    @Override
    public Map<String, String> goodRow() {
        return Map.of(
                "customer_id",
                "17",
                "first_name",
                "Wanda",
                "last_name",
                "Rook",
                "billing_email",
                "wanda@rook.example",
                "billing_city",
                "Tampa");
    }

    /** S3-08. */
    @Test
    void aFileAsTheAppWritesItIsReadAndItsHistoryIgnored() {
        Fixture fixture = Fixture.of(testee(), ',', """
                customer_id,user_login,user_email,first_name,last_name,billing_first_name,billing_last_name,billing_company,billing_address_1,billing_address_2,billing_city,billing_state,billing_postcode,billing_country,billing_email,billing_phone,shipping_first_name,shipping_address_1,shipping_city,total_spent
                17,wanda,wanda@rook.example,Wanda,Rook,Wanda,Rook,,1 Main St,,Tampa,FL,33602,US,wanda@rook.example,555-010-1001,,,,120.00
                """);
        assertEquals(1, fixture.size());
        assertEquals(
                "kind=PERSON, firstName=Wanda, lastName=Rook, emails=wanda@rook.example, "
                        + "phones=OTHER:555-010-1001, line1=1 Main St, city=Tampa, state=FL, "
                        + "postalCode=33602, country=US, externalIds=woocommerce:customer:17",
                fixture.row(0));
        assertEquals(List.of("user_login", "shipping_first_name", "total_spent"), fixture.ignored());
    }

    @Test
    void anotherHeaderOfTheAppIsReadToo() {
        Fixture fixture = Fixture.of(testee(), ',', """
                Name,Username,Last Active,Sign Up,Email,Orders,Total Spend,AOV,Country / Region,City,Region,Postal Code
                Wanda Rook,wanda,2025-03-04 10:00,2024-01-02 09:00,wanda@rook.example,3,120.00,40.00,US,Tampa,FL,33602
                """);
        assertEquals(1, fixture.size());
        assertEquals(
                "kind=PERSON, firstName=Wanda, lastName=Rook, emails=wanda@rook.example, "
                        + "city=Tampa, state=FL, postalCode=33602, country=US, NAME_DIVIDED",
                fixture.row(0));
        assertEquals(List.of("Username", "Last Active", "Sign Up", "Orders", "Total Spend", "AOV"), fixture.ignored());
    }
}
