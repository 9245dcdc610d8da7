package org.kontor.connectors.mailchimp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.connectors.tck.Fixture;
import org.kontor.connectors.tck.ImportFormatContract;
import org.kontor.spi.ImportFormat;

class MailchimpLayoutTest implements ImportFormatContract {

    @Override
    public ImportFormat testee() {
        return MailchimpLayout.FORMAT;
    }

    @Override
    public Map<String, String> goodRow() {
        return Map.of("Email Address", "wanda@rook.example", "First Name", "Wanda", "Last Name", "Rook");
    }

    /** S3-08. */
    @Test
    void aFileAsTheAppWritesItIsReadAndItsHistoryIgnored() {
        Fixture fixture = Fixture.of(testee(), ',', """
                "Email Address","First Name","Last Name","Phone Number",Birthday,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,LAST_CHANGED,LEID,EUID,NOTES,TAGS
                wanda@rook.example,Wanda,Rook,555-010-1001,05/01,2,"2025-01-01 10:00:00",192.0.2.1,"2025-01-01 10:05:00",192.0.2.1,40.7,-74.0,-5,-4,America/New_York,US,NY,"2025-01-15 09:00:00",1234,abcd,,""\"VIP"",""spring""\"
                """);
        assertEquals(1, fixture.size());
        assertEquals(
                "kind=PERSON, firstName=Wanda, lastName=Rook, emails=wanda@rook.example, "
                        + "phones=OTHER:555-010-1001, tags=VIP spring, BIRTHDATE_WITHOUT_YEAR",
                fixture.row(0));
        assertEquals(
                List.of(
                        "MEMBER_RATING",
                        "OPTIN_TIME",
                        "OPTIN_IP",
                        "CONFIRM_TIME",
                        "CONFIRM_IP",
                        "LATITUDE",
                        "LONGITUDE",
                        "GMTOFF",
                        "DSTOFF",
                        "TIMEZONE",
                        "CC",
                        "REGION",
                        "LAST_CHANGED",
                        "LEID",
                        "EUID"),
                fixture.ignored());
    }
}
