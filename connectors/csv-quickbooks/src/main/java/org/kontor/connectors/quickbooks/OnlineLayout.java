package org.kontor.connectors.quickbooks;

import static org.kontor.connectors.support.AddressPart.CITY;
import static org.kontor.connectors.support.AddressPart.COUNTRY;
import static org.kontor.connectors.support.AddressPart.POSTAL_CODE;
import static org.kontor.connectors.support.AddressPart.STATE;
import static org.kontor.connectors.support.AddressPart.STREET;
import static org.kontor.connectors.support.AddressPart.WHOLE;
import static org.kontor.connectors.support.CustomerField.COMPANY;
import static org.kontor.connectors.support.CustomerField.DISPLAY_NAME;
import static org.kontor.connectors.support.CustomerField.EMAIL;
import static org.kontor.connectors.support.CustomerField.FAX;
import static org.kontor.connectors.support.CustomerField.FIRST_NAME;
import static org.kontor.connectors.support.CustomerField.FULL_NAME;
import static org.kontor.connectors.support.CustomerField.LAST_NAME;
import static org.kontor.connectors.support.CustomerField.MOBILE;
import static org.kontor.connectors.support.CustomerField.NOTES;
import static org.kontor.connectors.support.CustomerField.WEBSITE;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kontor.connectors.support.Cell;
import org.kontor.connectors.support.CustomerRow;
import org.kontor.connectors.support.TableFormat;
import org.kontor.spi.CustomerProfile.PhoneType;
import org.kontor.spi.ImportFormat;

/** The customers and the report Customer Contact List. The report has its title above the table and when it was made below. */
final class OnlineLayout {

    private static final Pattern TOTAL = Pattern.compile("totals?( for .{0,200})?", Pattern.CASE_INSENSITIVE);

    /** On which basis the report was made, and when: {@code Saturday, November 22, 2025 09:12 AM GMT-8}. */
    private static final Pattern FOOTER = Pattern.compile(
            "(cash|accrual) basis.{0,200}|.{0,100}\\d{1,2}:\\d{2}.{0,20}(gmt|utc).{0,40}", Pattern.CASE_INSENSITIVE);

    /** Without quotes around it the footer falls into cells at its commas. */
    private static final int MOST_CELLS_OF_FOOTER = 4;

    private static final Pattern PHONE = Pattern.compile(
            "(?:(phone|mobile|fax|other|pager|alternate)\\s?:?\\s?)?([+\\d(][^a-z:]{3,40})", Pattern.CASE_INSENSITIVE);

    static final ImportFormat FORMAT = TableFormat.liberal(
                    "quickbooks-online", "QuickBooks Online", CustomerRow::account)
            .optional("Customer", DISPLAY_NAME)
            .alias("Customer full name", "Name")
            .optional("Company Name", COMPANY)
            .alias("Company")
            .optional("Full Name", FULL_NAME)
            .optional("First Name", FIRST_NAME)
            .optional("Last Name", LAST_NAME)
            .optional("Email", EMAIL)
            .alias("Main Email")
            .optional("Phone Numbers", "Phone numbers, each with its kind before it or not", OnlineLayout::phones)
            .alias("Phone")
            .optional("Mobile", MOBILE)
            .optional("Fax", FAX)
            .optional("Website", WEBSITE)
            .alias("Web Site")
            .optional("Billing Address", WHOLE)
            .alias("Bill Address")
            .optional("Street Address", STREET)
            .alias("Street", "Billing Street")
            .optional("City", CITY)
            .alias("Billing City")
            .optional("State", STATE)
            .alias("Billing State")
            .optional("ZIP", POSTAL_CODE)
            .alias("Billing ZIP")
            .optional("Country", COUNTRY)
            .alias("Billing Country")
            .optional("Shipping Address", WHOLE.of(2))
            .alias("Ship Address")
            .optional("Note", NOTES)
            .alias("Notes")
            .notImported(
                    "Open Balance",
                    "Opening Balance",
                    "Opening Balance Date",
                    "Balance",
                    "Resale Number",
                    "Attachments",
                    "Customer Type",
                    "Terms",
                    "Tax Resale No.",
                    "Delivery Address",
                    "Created",
                    "Currency",
                    "Deleted")
            .together("Customer", "Phone Numbers", "Billing Address")
            .together("Customer", "Phone Numbers", "Email", "Full Name")
            .together("Customer full name", "Phone Numbers")
            .together("Customer full name", "Bill Address")
            .together("Name", "Company name", "Street Address", "Open balance")
            .together("Name", "Company", "Opening Balance", "Resale Number")
            .data(cells -> !isUnderTheTable(cells))
            .build();

    private OnlineLayout() {}

    /** The report writes {@code Phone: (555) 010-1001 Mobile: (555) 010-1002} in one cell. */
    private static void phones(CustomerRow row, Cell cell) {
        Matcher matcher = PHONE.matcher(cell.text().length() < 300 ? cell.text() : "");
        boolean found = false;
        while (matcher.find()) {
            found = true;
            String kind = matcher.group(1) == null ? "" : matcher.group(1).toLowerCase(Locale.ROOT);
            row.profile().phone(type(kind), matcher.group(2).replaceAll("[,;\\s]+$", ""));
        }
        if (!found) {
            row.profile().phone(PhoneType.OTHER, cell.text());
        }
    }

    private static PhoneType type(String kind) {
        return switch (kind) {
            case "mobile" -> PhoneType.MOBILE;
            case "fax" -> PhoneType.FAX;
            case "phone" -> PhoneType.WORK;
            default -> PhoneType.OTHER;
        };
    }

    private static boolean isUnderTheTable(List<String> cells) {
        List<String> filled = cells.stream()
                .filter(cell -> !cell.isBlank())
                .map(String::strip)
                .toList();
        boolean total = TOTAL.matcher(filled.isEmpty() ? "" : filled.get(0)).matches()
                && cells.stream().skip(1).limit(2).allMatch(String::isBlank);
        boolean footer = filled.size() <= MOST_CELLS_OF_FOOTER
                && FOOTER.matcher(String.join(",", filled)).matches();
        return total || footer;
    }
}
