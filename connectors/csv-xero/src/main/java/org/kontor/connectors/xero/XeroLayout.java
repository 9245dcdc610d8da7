package org.kontor.connectors.xero;

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

/** The star before ContactName does not count. Further persons of a contact, bank accounts and defaults of invoices are
 * ignored and named. */
final class XeroLayout {

    static final ImportFormat FORMAT = TableFormat.liberal("xero", "Xero contacts", CustomerRow::account)
            .required("ContactName", DISPLAY_NAME)
            .optional("AccountNumber", externalId("xero"))
            .optional("EmailAddress", EMAIL)
            .optional("FirstName", FIRST_NAME)
            .optional("LastName", LAST_NAME)
            .optional("POAddressLine1", STREET)
            .optional("POAddressLine2", LINE)
            .optional("POAddressLine3", LINE)
            .optional("POAddressLine4", LINE)
            .optional("POCity", CITY)
            .optional("PORegion", STATE)
            .optional("POPostalCode", POSTAL_CODE)
            .optional("POCountry", COUNTRY)
            .optional("SAAddressLine1", STREET.of(2))
            .optional("SAAddressLine2", LINE.of(2))
            .optional("SAAddressLine3", LINE.of(2))
            .optional("SAAddressLine4", LINE.of(2))
            .optional("SACity", CITY.of(2))
            .optional("SARegion", STATE.of(2))
            .optional("SAPostalCode", POSTAL_CODE.of(2))
            .optional("SACountry", COUNTRY.of(2))
            .optional("PhoneNumber", WORK_PHONE)
            .optional("MobileNumber", MOBILE)
            .optional("DDINumber", PHONE)
            .optional("FaxNumber", FAX)
            .optional("Website", WEBSITE)
            .notImported(
                    "POAttentionTo",
                    "SAAttentionTo",
                    "SkypeName",
                    "BankAccountName",
                    "BankAccountNumber",
                    "BankAccountParticulars",
                    "TaxNumberName",
                    "TaxNumber",
                    "AccountsReceivableTaxCodeName",
                    "AccountsPayableTaxCodeName",
                    "LegalName",
                    "Discount",
                    "CompanyNumber",
                    "DueDateBillDay",
                    "DueDateBillTerm",
                    "DueDateSalesDay",
                    "DueDateSalesTerm",
                    "SalesAccount",
                    "PurchasesAccount",
                    "TrackingName1",
                    "SalesTrackingOption1",
                    "PurchasesTrackingOption1",
                    "TrackingName2",
                    "SalesTrackingOption2",
                    "PurchasesTrackingOption2",
                    "BrandingTheme",
                    "DefaultTaxBills",
                    "DefaultTaxBillsName",
                    "DefaultTaxSales",
                    "DefaultTaxSalesName",
                    "Person1FirstName",
                    "Person1LastName",
                    "Person1Email",
                    "Person1IncludeInEmails",
                    "Person1IncludeInEmail",
                    "Person2FirstName",
                    "Person2LastName",
                    "Person2Email",
                    "Person2IncludeInEmails",
                    "Person2IncludeInEmail",
                    "Person3FirstName",
                    "Person3LastName",
                    "Person3Email",
                    "Person3IncludeInEmails",
                    "Person3IncludeInEmail",
                    "Person4FirstName",
                    "Person4LastName",
                    "Person4Email",
                    "Person4IncludeInEmails",
                    "Person4IncludeInEmail",
                    "Person5FirstName",
                    "Person5LastName",
                    "Person5Email",
                    "Person5IncludeInEmails",
                    "Person5IncludeInEmail")
            .distinctive("SAAddressLine1", "DDINumber", "Person1FirstName", "BankAccountParticulars")
            .build();

    private XeroLayout() {}
}
