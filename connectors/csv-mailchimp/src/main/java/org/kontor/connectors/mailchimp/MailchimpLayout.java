package org.kontor.connectors.mailchimp;

import static org.kontor.connectors.support.AddressPart.WHOLE;
import static org.kontor.connectors.support.CustomerField.BIRTHDATE;
import static org.kontor.connectors.support.CustomerField.COMPANY;
import static org.kontor.connectors.support.CustomerField.EMAIL;
import static org.kontor.connectors.support.CustomerField.FIRST_NAME;
import static org.kontor.connectors.support.CustomerField.LAST_NAME;
import static org.kontor.connectors.support.CustomerField.NOTES;
import static org.kontor.connectors.support.CustomerField.PHONE;
import static org.kontor.connectors.support.CustomerField.TAGS;
import static org.kontor.connectors.support.CustomerField.WEBSITE;

import org.kontor.connectors.support.CustomerRow;
import org.kontor.connectors.support.TableFormat;
import org.kontor.spi.ImportFormat;

/** An audience, with labels or merge tags as names. Mailchimp writes birthdays without a year, and tags each in quotes. */
final class MailchimpLayout {

    static final ImportFormat FORMAT = TableFormat.liberal("mailchimp", "Mailchimp", CustomerRow::person)
            .required("Email Address", EMAIL)
            .alias("Email")
            .optional("First Name", FIRST_NAME)
            .alias("FNAME")
            .optional("Last Name", LAST_NAME)
            .alias("LNAME")
            .optional("Phone Number", PHONE)
            .alias("Phone")
            .optional("Company", COMPANY)
            .optional("Address", WHOLE)
            .optional("Birthday", BIRTHDATE)
            .optional("Website", WEBSITE)
            .optional("NOTES", NOTES)
            .optional("TAGS", TAGS)
            .notImported(
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
                    "EUID",
                    "UNSUB",
                    "UNSUB_TIME",
                    "UNSUB_CAMPAIGN_TITLE",
                    "UNSUB_CAMPAIGN_ID",
                    "UNSUB_REASON",
                    "UNSUB_REASON_OTHER",
                    "CLEAN_TIME",
                    "CLEAN_CAMPAIGN_TITLE",
                    "CLEAN_CAMPAIGN_ID",
                    "BOUNCE",
                    "STATUS")
            .distinctive("MEMBER_RATING", "OPTIN_TIME", "LEID", "EUID")
            .build();

    private MailchimpLayout() {}
}
