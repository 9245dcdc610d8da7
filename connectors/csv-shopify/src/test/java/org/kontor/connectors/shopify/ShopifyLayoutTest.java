package org.kontor.connectors.shopify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.connectors.tck.Fixture;
import org.kontor.connectors.tck.ImportFormatContract;
import org.kontor.spi.ImportFormat;

class ShopifyLayoutTest implements ImportFormatContract {

    @Override
    public ImportFormat testee() {
        return ShopifyLayout.FORMAT;
    }

    @Override
    public Map<String, String> goodRow() {
        return Map.of(
                "Customer ID",
                "'6001",
                "First Name",
                "Wanda",
                "Last Name",
                "Rook",
                "Email",
                "wanda@rook.example",
                "Default Address City",
                "Portland");
    }

    /** S3-08. */
    @Test
    void aFileAsTheAppWritesItIsReadAndItsHistoryIgnored() {
        Fixture fixture = Fixture.of(testee(), ',', """
                Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,Default Address Address2,Default Address City,Default Address Province Code,Default Address Country Code,Default Address Zip,Default Address Phone,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags
                '6001,Wanda,Rook,wanda@rook.example,yes,,1 Main St,,Portland,OR,US,'01234,'+15550100200,'+15550100199,no,150.00,3,,no,"VIP, spring"
                """);
        assertEquals(1, fixture.size());
        assertEquals(
                "kind=PERSON, firstName=Wanda, lastName=Rook, emails=wanda@rook.example, "
                        + "phones=MOBILE:+15550100199 OTHER:+15550100200, line1=1 Main St, city=Portland, "
                        + "state=OR, postalCode=01234, country=US, tags=VIP spring, "
                        + "externalIds=shopify:customer:6001",
                fixture.row(0));
        assertEquals(
                List.of(
                        "Accepts Email Marketing",
                        "Accepts SMS Marketing",
                        "Total Spent",
                        "Total Orders",
                        "Tax Exempt"),
                fixture.ignored());
    }

    @Test
    void anotherHeaderOfTheAppIsReadToo() {
        Fixture fixture = Fixture.of(testee(), ',', """
                First Name,Last Name,Email,Accepts Email Marketing,Company,Address1,Address2,City,Province,Province Code,Country,Country Code,Zip,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Tags,Note,Tax Exempt
                Wanda,Rook,wanda@rook.example,yes,,1 Main St,,Portland,Oregon,OR,United States,US,'01234,,no,150.00,3,,,no
                """);
        assertEquals(1, fixture.size());
        assertEquals(
                "kind=PERSON, firstName=Wanda, lastName=Rook, emails=wanda@rook.example, "
                        + "line1=1 Main St, city=Portland, state=Oregon, postalCode=01234, "
                        + "country=United States",
                fixture.row(0));
        assertEquals(
                List.of(
                        "Accepts Email Marketing",
                        "Accepts SMS Marketing",
                        "Total Spent",
                        "Total Orders",
                        "Tax Exempt"),
                fixture.ignored());
    }
}
