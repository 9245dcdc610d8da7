package org.kontor.importing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a column of any file can be assigned to. */
public enum ImportField {
    ACCOUNT_NUMBER("accountNumber", "accountnumber accountno accountnr account customernumber customerno kundennummer"),
    CLASS("class", "class customerclass customertype kind persontype"),
    STATUS("status", "status customerstatus accountstatus"),
    COMPANY_NAME(
            "companyName",
            "companyname company organisation organization organizationname organisationname business businessname"
                    + " firma firmenname societe entreprise empresa"),
    FIRST_NAME("firstName", "firstname first givenname forename vorname prenom nombre fname"),
    MIDDLE_NAME("middleName", "middlename middle additionalname secondname"),
    LAST_NAME("lastName", "lastname last surname familyname nachname nom apellido apellidos lname"),
    FULL_NAME("fullName", "fullname name customername contactname client customer kunde displayas"),
    SUFFIX("suffix", "suffix namesuffix"),
    NICKNAME("nickname", "nickname preferredname knownas"),
    DISPLAY_NAME("displayName", "displayname"),
    EMAIL("email", "email emails emailaddress mail eml primaryemail emailaddresses correo courriel contactemail"),
    WEBSITE("website", "website web url homepage webpage webseite"),
    BILL_METHOD("billMethod", "billmethod billingmethod invoicemethod deliverymethod"),
    PHONE("phone", "phone phonenumber telephone tel telefon primaryphone telephonenumber telefono"),
    MOBILE_PHONE("mobilePhone", "mobile mobilephone cell cellphone mobilenumber handy cellular cellphonenumber"),
    HOME_PHONE("homePhone", "homephone phonehome"),
    WORK_PHONE("workPhone", "workphone businessphone officephone phonework"),
    FAX("fax", "fax faxnumber businessfax"),
    PHONES("phones", "phones"),
    STREET(
            "street",
            "street address address1 addressline1 streetaddress street1 strasse adresse direccion mailingstreet"),
    STREET_2("street2", "street2 address2 addressline2 apartment suite unit"),
    CITY("city", "city town ort stadt ville ciudad locality mailingcity"),
    STATE("state", "state province region county stateprovince bundesland provincecode statecode mailingstate"),
    POSTAL_CODE("postalCode", "postalcode zip zipcode postcode plz codepostal mailingpostalcode zippostalcode"),
    COUNTRY("country", "country land pays pais countrycode countryregion mailingcountry"),
    BIRTHDATE("birthdate", "birthdate birthday dateofbirth dob born geburtsdatum datedenaissance fechadenacimiento"),
    GENDER("gender", "gender sex geschlecht sexe"),
    OCCUPATION("occupation", "occupation profession job beruf metier jobtitle"),
    CURRENCY("currency", "currency currencycode waehrung devise"),
    NOTES("notes", "notes note comments comment memo remarks bemerkung bemerkungen description"),
    EXTERNAL_ID("externalId", "externalid id customerid clientid contactid recordid"),
    EXTERNAL_IDS("externalIds", "externalids");

    /** Fields that several columns can be assigned to. */
    private static final Set<ImportField> MANY =
            Set.of(EMAIL, PHONE, MOBILE_PHONE, HOME_PHONE, WORK_PHONE, FAX, PHONES, NOTES, EXTERNAL_ID, EXTERNAL_IDS);

    /** Fields whose values are a choice, so that those of a file can be assigned, too. */
    static final List<ImportField> CHOICES = List.of(CLASS, STATUS, GENDER, BILL_METHOD, COUNTRY);

    private final String wireName;
    private final String aliases;

    ImportField(String wireName, String aliases) {
        this.wireName = wireName;
        this.aliases = aliases;
    }

    /** Name in the REST contract. */
    public String wireName() {
        return wireName;
    }

    /** Whether more than one column can be assigned to it. */
    public boolean many() {
        return MANY.contains(this);
    }

    /** Names of columns that mean this field, as {@link #folded} gives them. */
    List<String> aliases() {
        return List.of(aliases.split(" ", -1));
    }

    /** The field with this name in the REST contract, such as {@code firstName}; what follows a colon says which system. */
    public static Optional<ImportField> named(String name) {
        String wanted = name.split(":", 2)[0].strip();
        return Arrays.stream(values())
                .filter(field -> field.wireName.equalsIgnoreCase(wanted))
                .findFirst();
    }

    /** A name without regard to case, blanks and punctuation. */
    static String folded(String name) {
        return java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replace("\u00df", "ss")
                .replaceAll("[^a-z0-9]", "");
    }
}
