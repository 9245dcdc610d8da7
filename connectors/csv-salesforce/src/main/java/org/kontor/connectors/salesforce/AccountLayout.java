package org.kontor.connectors.salesforce;

import static org.kontor.connectors.support.AddressPart.CITY;
import static org.kontor.connectors.support.AddressPart.COUNTRY;
import static org.kontor.connectors.support.AddressPart.POSTAL_CODE;
import static org.kontor.connectors.support.AddressPart.STATE;
import static org.kontor.connectors.support.AddressPart.STREET;
import static org.kontor.connectors.support.CustomerField.COMPANY;
import static org.kontor.connectors.support.CustomerField.FAX;
import static org.kontor.connectors.support.CustomerField.NOTES;
import static org.kontor.connectors.support.CustomerField.WEBSITE;
import static org.kontor.connectors.support.CustomerField.WORK_PHONE;
import static org.kontor.connectors.support.CustomerField.externalId;

import org.kontor.connectors.support.CustomerRow;
import org.kontor.connectors.support.TableFormat;
import org.kontor.spi.ImportFormat;

/** Accounts, with the names of the Data Loader and the export service or those of a report. */
final class AccountLayout {

    static final ImportFormat FORMAT = TableFormat.liberal(
                    "salesforce-account", "Salesforce accounts", CustomerRow::account)
            .optional("Id", externalId("salesforce-account"))
            .alias("Account ID")
            .required("Name", COMPANY)
            .alias("Account Name")
            .optional("BillingStreet", STREET)
            .optional("BillingCity", CITY)
            .optional("BillingState", STATE)
            .alias("Billing State/Province")
            .optional("BillingPostalCode", POSTAL_CODE)
            .alias("Billing Zip/Postal Code")
            .optional("BillingCountry", COUNTRY)
            .optional("ShippingStreet", STREET.of(2))
            .optional("ShippingCity", CITY.of(2))
            .optional("ShippingState", STATE.of(2))
            .alias("Shipping State/Province")
            .optional("ShippingPostalCode", POSTAL_CODE.of(2))
            .alias("Shipping Zip/Postal Code")
            .optional("ShippingCountry", COUNTRY.of(2))
            .optional("Phone", WORK_PHONE)
            .optional("Fax", FAX)
            .optional("Website", WEBSITE)
            .optional("Description", NOTES)
            .notImported(
                    "IsDeleted",
                    "MasterRecordId",
                    "OwnerId",
                    "CreatedDate",
                    "CreatedById",
                    "LastModifiedDate",
                    "LastModifiedById",
                    "SystemModstamp",
                    "LastActivityDate",
                    "LastViewedDate",
                    "LastReferencedDate",
                    "PhotoUrl",
                    "Type",
                    "ParentId",
                    "AccountNumber",
                    "BillingLatitude",
                    "BillingLongitude",
                    "BillingGeocodeAccuracy",
                    "ShippingLatitude",
                    "ShippingLongitude",
                    "ShippingGeocodeAccuracy",
                    "Sic",
                    "SicDesc",
                    "Industry",
                    "AnnualRevenue",
                    "NumberOfEmployees",
                    "Ownership",
                    "TickerSymbol",
                    "Rating",
                    "Site",
                    "AccountSource")
            .together("Id", "Name", "BillingStreet")
            .together("Name", "BillingStreet", "BillingPostalCode")
            .together("Account Name", "Billing Zip/Postal Code")
            .together("Account Name", "Billing State/Province")
            .build();

    private AccountLayout() {}
}
