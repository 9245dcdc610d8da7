package org.kontor.connectors.xero;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.connectors.tck.Fixture;
import org.kontor.connectors.tck.ImportFormatContract;
import org.kontor.spi.ImportFormat;

class XeroLayoutTest implements ImportFormatContract {

    @Override
    public ImportFormat testee() {
        return XeroLayout.FORMAT;
    }

    @Override
    public Map<String, String> goodRow() {
        return Map.of(
                "ContactName",
                "Birch Books",
                "EmailAddress",
                "books@birch.example",
                "FirstName",
                "Wanda",
                "LastName",
                "Rook",
                "POAddressLine1",
                "1 Main St");
    }

    /** S3-08. */
    @Test
    void aFileAsTheAppWritesItIsReadAndItsHistoryIgnored() {
        Fixture fixture = Fixture.of(testee(), ',', """
                *ContactName,AccountNumber,EmailAddress,FirstName,LastName,POAttentionTo,POAddressLine1,POAddressLine2,POAddressLine3,POAddressLine4,POCity,PORegion,POPostalCode,POCountry,SAAttentionTo,SAAddressLine1,SAAddressLine2,SAAddressLine3,SAAddressLine4,SACity,SARegion,SAPostalCode,SACountry,PhoneNumber,FaxNumber,MobileNumber,DDINumber,SkypeName,BankAccountNumber,TaxNumber,DueDateSalesDay,Website,Person1FirstName,Person1Email
                Birch Books,B-17,books@birch.example,Wanda,Rook,Accounts,1 Main St,Level 2,,,Wellington,,6011,New Zealand,,,,,,,,,,+64 4 555 0101,,,,,12-3456-7890123-00,,20,birch.example,Otto,otto@birch.example
                Wanda Rook,,wanda@rook.example,Wanda,Rook,,,,,,,,,,,9 Side St,,,,Nelson,,7010,New Zealand,,,+64 21 555 010,,,,,,,,
                """);
        assertEquals(2, fixture.size());
        assertEquals(
                "kind=ORGANISATION, companyName=Birch Books, firstName=Wanda, lastName=Rook, "
                        + "emails=books@birch.example, phones=WORK:+64 4 555 0101, website=birch.example, "
                        + "line1=1 Main St, line2=Level 2, city=Wellington, postalCode=6011, "
                        + "country=New Zealand, externalIds=xero:customer:B-17",
                fixture.row(0));
        assertEquals(
                "kind=PERSON, firstName=Wanda, lastName=Rook, emails=wanda@rook.example, "
                        + "phones=MOBILE:+64 21 555 010, line1=9 Side St, city=Nelson, postalCode=7010, "
                        + "country=New Zealand",
                fixture.row(1));
        assertEquals(
                List.of(
                        "POAttentionTo",
                        "SAAttentionTo",
                        "SkypeName",
                        "BankAccountNumber",
                        "TaxNumber",
                        "DueDateSalesDay",
                        "Person1FirstName",
                        "Person1Email"),
                fixture.ignored());
    }
}
