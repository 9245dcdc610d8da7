package org.kontor.connectors.square;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.connectors.tck.Fixture;
import org.kontor.connectors.tck.ImportFormatContract;
import org.kontor.spi.ImportFormat;

class SquareLayoutTest implements ImportFormatContract {

    @Override
    public ImportFormat testee() {
        return SquareLayout.FORMAT;
    }

    @Override
    public Map<String, String> goodRow() {
        return Map.of(
                "First Name",
                "Wanda",
                "Last Name",
                "Rook",
                "Email Address",
                "wanda@rook.example",
                "Phone Number",
                "+1 555 010 0199",
                "City",
                "Portland");
    }

    /** S3-08. */
    @Test
    void aFileAsTheAppWritesItIsReadAndItsHistoryIgnored() {
        Fixture fixture = Fixture.of(testee(), ',', """
                First Name,Last Name,Email Address,Phone Number,Nickname,Company Name,Street Address 1,Street Address 2,City,State,Postal Code,Birthday,Memo,Reference ID,Square Customer ID,Creation Source,First Visit,Last Visit,Transaction Count,Lifetime Spend,Email Subscription Status,Instant Profile
                Wanda,Rook,wanda@rook.example,+15550100199,,,12 Elm St,Apt 4,Portland,OR,97201,1988-05-01,"Likes tea",R-7,SQ1ABC,Directory,2024-01-02,2025-03-04,7,$120.50,subscribed,No
                ,,office@birch.example,+15550100200,,Birch & Sons,,,,,,,,,SQ2DEF,Merge,,,0,$0.00,unknown,No
                """);
        assertEquals(2, fixture.size());
        assertEquals(
                "kind=PERSON, firstName=Wanda, lastName=Rook, emails=wanda@rook.example, "
                        + "phones=MOBILE:+15550100199, birthdate=1988-05-01, line1=12 Elm St, line2=Apt 4, "
                        + "city=Portland, state=OR, postalCode=97201, notes=Likes tea, "
                        + "externalIds=square-reference:customer:R-7 square:customer:SQ1ABC",
                fixture.row(0));
        assertEquals(
                "kind=ORGANISATION, companyName=Birch & Sons, emails=office@birch.example, "
                        + "phones=MOBILE:+15550100200, externalIds=square:customer:SQ2DEF",
                fixture.row(1));
        assertEquals(
                List.of(
                        "Creation Source",
                        "First Visit",
                        "Last Visit",
                        "Transaction Count",
                        "Lifetime Spend",
                        "Email Subscription Status",
                        "Instant Profile"),
                fixture.ignored());
    }
}
