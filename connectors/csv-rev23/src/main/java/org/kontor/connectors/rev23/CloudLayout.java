package org.kontor.connectors.rev23;

import static org.kontor.connectors.support.Cells.birthdate;
import static org.kontor.connectors.support.Cells.gender;
import static org.kontor.connectors.support.Cells.phone;
import static org.kontor.connectors.support.Cells.text;

import org.kontor.connectors.support.Dates;
import org.kontor.connectors.support.TableFormat;
import org.kontor.spi.CustomerProfile.PhoneType;
import org.kontor.spi.CustomerProfileBuilder;
import org.kontor.spi.ImportFormat;

/**
 * The layout that REV23 Cloud calls Other (S3-09, S3-16 to S3-24). Names must match letter by letter (S3-11); the other
 * names here are only for "did you mean" (S3-12). The first five are required (S3-15, X-11).
 */
final class CloudLayout {

    static final ImportFormat FORMAT = TableFormat.exact("rev23", "REV23 (file type Other)")
            .required("FirstName", "Given name", text(CustomerProfileBuilder::firstName))
            .alias("Given Name", "Forename")
            .required("LastName", "Family name", text(CustomerProfileBuilder::lastName))
            .alias("Family Name", "Surname")
            .required("Email", "E-mail address", text(CustomerProfileBuilder::email))
            .alias("E-mail", "Email Address", "E-mail Address", "Mail")
            .required("PhoneNumber", "Phone number", phone(PhoneType.OTHER))
            .alias("Phone", "Telephone", "Mobile", "Mobile Phone", "Cell Phone")
            .required("Birthdate", "Date of birth as year-month-day, such as 1988-05-01", birthdate(Dates.iso()))
            .alias("Birthday", "Date of Birth", "DOB")
            .optional("MiddleName", "Middle name or names", text(CustomerProfileBuilder::middleName))
            .optional("Nickname", "What the person likes to be called", text(CustomerProfileBuilder::nickname))
            .optional("Gender", "Female, Male, Other, or any text", gender())
            .alias("Sex")
            .optional("Street", "Street and number", text(CustomerProfileBuilder::street))
            .alias("Address", "Street Address")
            .optional("City", "City", text(CustomerProfileBuilder::city))
            .alias("Town")
            .optional("State", "State, province or region", text(CustomerProfileBuilder::state))
            .alias("Province", "Region", "StateProvince")
            .optional("PostalCode", "Postal code", text(CustomerProfileBuilder::postalCode))
            .alias("Zip", "Zip Code", "Postcode", "ZipPostal")
            .optional("Country", "Country", text(CustomerProfileBuilder::country))
            .optional("Occupation", "Profession", text(CustomerProfileBuilder::occupation))
            .alias("Job", "Job Title", "Profession")
            .optional("Notes", "Becomes the first note", text(CustomerProfileBuilder::notes))
            .alias("Note", "Comment", "Comments")
            .build();

    private CloudLayout() {}
}
