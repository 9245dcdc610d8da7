package org.kontor.importing;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
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
    EXTERNAL_IDS("externalIds", "externalids"),
    ACCOUNT_TYPE("accountType", "accounttype"),
    PARENT("parentAccountNumber", "parentaccountnumber"),
    COMPANY_ENTITY("companyEntity", "companyentity"),
    FLAGS("flags", "flags"),
    HEALTH("health", "health"),
    AUTO_PAYMENTS("autoPayments", "autopayments"),
    LATE_FEES("lateFees", "latefees"),
    DOCUMENT_KIND("documentKind", "documentkind documenttype transactiontype type belegart"),
    DOCUMENT_NUMBER(
            "documentNumber",
            "documentnumber docnumber invoicenumber invoiceno invoicenr invoiceid invoice rechnungsnummer rechnungsnr"
                    + " creditmemonumber creditnotenumber paymentnumber paymentid num"),
    DOCUMENT_DATE(
            "documentDate",
            "documentdate invoicedate dateissued issuedate dateofissue rechnungsdatum belegdatum paymentdate datereceived"
                    + " transactiondate date datum"),
    DUE_DATE("dueDate", "duedate due faelligkeit faelligam faelligkeitsdatum"),
    AMOUNT(
            "amount",
            "amount invoiceamount invoicetotal total totalamount paymentamount amountpaid betrag rechnungsbetrag gesamtbetrag"),
    OPEN_AMOUNT("openAmount", "openamount openbalance balance balancedue amountdue outstanding offenerbetrag offen"),
    SETTLED_ON("settledOn", "settledon settleddate paidon paiddate fullypaidondate cleardate bezahltam"),
    DOCUMENT_STATUS("documentStatus", "documentstatus invoicestatus paymentstatus status"),
    DISPUTED("disputed", "disputed dispute strittig"),
    SETTLES("settles", "settles appliesto appliedto paysinvoice invoices"),
    REFERENCE("reference", "reference ref checknumber purchaseorder ponumber referenz verwendungszweck"),
    LINE_DESCRIPTION("lineDescription", "linedescription itemdescription productservice positionstext"),
    QUANTITY("quantity", "quantity qty menge anzahl"),
    UNIT_PRICE("unitPrice", "unitprice unitamount rate einzelpreis"),
    DISCOUNT("discount", "discount discountpercent rabatt"),
    TAX_RATE("taxRate", "taxrate vatrate steuersatz mwstsatz"),
    TAX_AMOUNT("taxAmount", "taxamount vatamount steuerbetrag"),
    TAGS("tags", "tags tag labels label categories keywords schlagworte schlagwort etiquetas"),
    /** Followed by a colon and the part, such as {@code owner:salesRep}. */
    OWNER("owner", ""),
    /** Followed by a colon and the key of the field. */
    CUSTOM_FIELD("customField", ""),
    /** Followed by a colon and the key of a custom field of invoices and credit memos, or of payments. */
    DOCUMENT_FIELD("documentField", "");

    /** What a column says of money: a file with a number or an amount is one of the ledger. */
    private static final Set<ImportField> LEDGER = EnumSet.range(DOCUMENT_KIND, TAX_AMOUNT);

    /** Fields that hold a day. */
    static final List<ImportField> DATES = List.of(BIRTHDATE, DOCUMENT_DATE, DUE_DATE, SETTLED_ON);

    /** Fields that several columns can be assigned to. */
    private static final Set<ImportField> MANY = Set.of(
            EMAIL,
            PHONE,
            MOBILE_PHONE,
            HOME_PHONE,
            WORK_PHONE,
            FAX,
            PHONES,
            NOTES,
            EXTERNAL_ID,
            EXTERNAL_IDS,
            TAGS,
            OWNER,
            CUSTOM_FIELD,
            DOCUMENT_FIELD);

    /** Fields whose values are a choice, so that those of a file can be assigned, too. */
    static final List<ImportField> CHOICES = List.of(
            CLASS, STATUS, GENDER, BILL_METHOD, COUNTRY, ACCOUNT_TYPE, HEALTH, AUTO_PAYMENTS, LATE_FEES, DOCUMENT_KIND);

    /** What only Kontor says of customers; in other files columns of these names mean something else, until somebody assigns them. */
    private static final Set<ImportField> OWN = EnumSet.range(ACCOUNT_TYPE, LATE_FEES);

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

    /** Whether a column is assigned to a part of it, which stands behind a colon. */
    public boolean parted() {
        return this == OWNER || this == CUSTOM_FIELD || this == DOCUMENT_FIELD;
    }

    /** Whether more than one column can be assigned to it. */
    public boolean many() {
        return MANY.contains(this);
    }

    /** Whether only Kontor's own files are thought to have it. */
    boolean own() {
        return OWN.contains(this);
    }

    /** Whether it is no part of a customer's profile, but a mark that only Kontor knows. */
    boolean mark() {
        return own() || parted();
    }

    /** Whether it says something of money. */
    boolean ledger() {
        return LEDGER.contains(this);
    }

    /** Whether files with columns of these fields bring documents: an amount, or lines with prices. */
    static boolean ledger(Collection<String> names) {
        return names.stream()
                .flatMap(name -> named(name).stream())
                .anyMatch(field -> field == AMOUNT || field == UNIT_PRICE);
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
