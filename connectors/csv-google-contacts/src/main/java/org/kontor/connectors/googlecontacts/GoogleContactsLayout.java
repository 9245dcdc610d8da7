package org.kontor.connectors.googlecontacts;

import static org.kontor.connectors.support.Cells.gender;
import static org.kontor.connectors.support.Cells.text;

import java.util.List;
import org.kontor.connectors.support.GroupField;
import org.kontor.connectors.support.TableFormat;
import org.kontor.spi.CustomerProfileBuilder;
import org.kontor.spi.ImportFormat;

/**
 * One layout for both headers: the person who exported the file need not know which one it has. The names of the older
 * header are the second ones.
 */
final class GoogleContactsLayout {

    private static final GroupField LABEL = new GroupField("Label", "Type", "Such as Work; a star marks the main one");

    static final ImportFormat FORMAT = TableFormat.liberal("google-contacts", "Google Contacts", ContactRow::new)
            .required("First Name", "Given name", ContactRow::firstName)
            .alias("Given Name")
            .optional("Middle Name", "Middle name or names", text(CustomerProfileBuilder::middleName))
            .alias("Additional Name")
            .required("Last Name", "Family name", ContactRow::lastName)
            .alias("Family Name")
            .optional("Name Suffix", "Such as Jr.", text(CustomerProfileBuilder::suffix))
            .optional("Nickname", "What the person likes to be called", text(CustomerProfileBuilder::nickname))
            .optional("Organization Name", "Where the person works, or the customer itself", ContactRow::organization)
            .optional("Organization Title", "Profession", ContactRow::title)
            .optional("Birthday", "Date as year-month-day; left out when it has no year", ContactRow::birthday)
            .optional("Notes", "Becomes the first note", text(CustomerProfileBuilder::notes))
            .optional("Labels", "Become tags, except Google's own such as * myContacts", ContactRow::labels)
            .alias("Group Membership")
            .optional("Name", "In older exports; used when the parts of the name are empty", ContactRow::wholeName)
            .optional("Gender", "In older exports", gender())
            .optional("Occupation", "In older exports", ContactRow::occupation)
            .group("E-mail", List.of(LABEL, GroupField.of("Value", "E-mail address")), ContactRow::email)
            .group("Phone", List.of(LABEL, GroupField.of("Value", "Phone number")), ContactRow::phone)
            .group(
                    "Address",
                    List.of(
                            LABEL,
                            GroupField.of("Formatted", "Used when the parts are empty"),
                            GroupField.of("Street", "Street and number"),
                            GroupField.of("City", "City"),
                            GroupField.of("PO Box", "Post office box"),
                            GroupField.of("Region", "State, province or region"),
                            GroupField.of("Postal Code", "Postal code"),
                            GroupField.of("Country", "Country"),
                            GroupField.of("Extended Address", "Second line")),
                    ContactRow::address)
            .group("Website", List.of(LABEL, GroupField.of("Value", "Address of the website")), ContactRow::website)
            .group(
                    "Organization",
                    List.of(GroupField.of("Name", "In older exports"), GroupField.of("Title", "In older exports")),
                    ContactRow::organizationGroup)
            .distinctive("E-mail", "Phone", "Address", "Website", "Organization")
            .build();

    private GoogleContactsLayout() {}
}
