package org.kontor.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.kontor.importing.ImportView.Candidate;
import org.kontor.importing.Reading.Result;
import org.kontor.shared.AppException;
import org.kontor.spi.ImportFormat;

/** Which format is taken for which file, with all formats that ship asking for it. */
class DetectionIT {

    /** What must be found where a folder of files that apps exported is at hand; everything else must be no format's. */
    private static final Map<String, String> EXPORTED = Map.ofEntries(
            Map.entry("freshbooks/freshbooks_clients.csv", "freshbooks-classic"),
            Map.entry("google_contacts/embedded_new_format_label_headers.csv", "google-contacts"),
            Map.entry("google_contacts/integrity2gmail_google.csv", "google-contacts"),
            Map.entry("hubspot/embedded_contacts_assoc_ids.csv", "hubspot"),
            Map.entry("hubspot/embedded_hubspot-export.csv", "hubspot"),
            Map.entry("hubspot/hubspot_contacts.csv", "hubspot"),
            Map.entry("invoiceninja/clients.csv", "invoice-ninja"),
            Map.entry("invoiceninja/invoice.csv", "invoice-ninja-invoices"),
            Map.entry("mailchimp/embedded_a_audience.csv", "mailchimp"),
            Map.entry("mailchimp/embedded_b_audience_2015_honeyformat.csv", "mailchimp"),
            Map.entry("mindbody/embedded_mindbody_clients.csv", "mindbody"),
            Map.entry("outlook/embedded_outlook_basic.csv", "outlook"),
            Map.entry("outlook/google_shared_contacts_outlook.csv", "outlook"),
            Map.entry("quickbooks/embedded_d_customer_contact_list.csv", "quickbooks-online"),
            Map.entry("roundcube_csv2vcard/outlook.csv", "outlook"),
            Map.entry("salesforce/dataloader_accountData.csv", "salesforce-account"),
            Map.entry("shopify/embedded_a_customers_export.csv", "shopify"),
            Map.entry("shopify/embedded_d_apostrophe_ids_bom.csv", "shopify"),
            Map.entry("shopify/fivetran_seeds/shopify_customer_data.csv", "shopify"),
            Map.entry("shopify/gregscharf_shopify_customers.csv", "shopify"),
            Map.entry("shopify/umbranova_customers_export.csv", "shopify"),
            Map.entry("stripe/embedded_stripe_customers.csv", "stripe"),
            Map.entry("wave/wave_clients.csv", "wave"),
            Map.entry("zoho_books/zoho_contacts.csv", "zoho-books"));

    /** The template of each format is taken for that format, or for its twin that reads dates in the other order: then a person is asked. */
    @Test
    void theTemplateOfEachFormatIsTakenForItAndNoOtherComesNear() throws IOException {
        FormatChoice choice = new FormatChoice();
        choice.registry = org.kontor.connector.ShippedConnectors.registry();
        Reading reading = new Reading();
        List<String> wrong = new ArrayList<>();
        for (ImportFormat format :
                choice.all().stream().map(p -> p.capability()).toList()) {
            for (String delimiter : List.of(",", ";", "\t")) {
                String header = format.columns().stream()
                        .map(column -> "\"" + column.name() + "\"")
                        .collect(Collectors.joining(delimiter));
                Result result = reading.read("template", (header + "\n").getBytes(StandardCharsets.UTF_8));
                if (!result.view().format().equals(format.id()) && !isAsked(choice, format, result.view())) {
                    wrong.add(format.id() + " is taken for " + told(result.view()));
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static boolean isAsked(FormatChoice choice, ImportFormat format, ImportView view) {
        List<String> best = view.candidates().stream()
                .limit(2)
                .map(ImportView.Candidate::format)
                .toList();
        return view.format().isEmpty()
                && format.ledger()
                && best.contains(format.id())
                && best.stream().allMatch(id -> choice.named(id).columns().equals(format.columns()));
    }

    /** A report with a title above its table and a total below it is read whole. */
    @Test
    void titlesAndTotalsAroundATableAreNoCustomers() throws IOException {
        String report = """
                Birch Demo Company
                "Customer Contact List"
                "November 22, 2025"

                Customer,Phone Numbers,Email,Full Name,Billing Address
                Ortiz Landscaping,555-010-3030,ap@ortiz.example,Hector Ortiz,"55 Bay St, Tampa, FL 33602"
                TOTAL,,,,

                "Saturday, November 22, 2025 09:12 AM GMT-8"
                """;
        Result result = new Reading().read("report.csv", report.getBytes(StandardCharsets.UTF_8));
        assertEquals("quickbooks-online", result.view().format());
        assertEquals(3, result.rows().size());
        assertEquals(1, result.customers());
        String lists = "!HDR\tPROD\tVER\nHDR\tQuickBooks Pro\tVersion 33\n!ACCNT\tNAME\tREFNUM\nACCNT\tChecking\t1\n"
                + "!CUST\tNAME\tREFNUM\tBADDR1\tEMAIL\nCUST\tBirch Books\t1\t\"1 Main St, Tampa\"\tbooks@birch.example\n"
                + "!VEND\tNAME\tREFNUM\nVEND\tPaper Mill\t9\n";
        Result iif = new Reading().read("lists.iif", lists.getBytes(StandardCharsets.UTF_8));
        assertEquals("quickbooks-desktop", iif.view().format());
        assertEquals(1, iif.customers());
    }

    @Test
    @EnabledIfSystemProperty(
            named = "kontor.corpus",
            matches = ".+",
            disabledReason = "-Dkontor.corpus=<folder with csv/ and exports/>")
    void exportedFilesAreTakenForWhatTheyAre() throws IOException {
        Path folder = Path.of(System.getProperty("kontor.corpus"), "exports");
        Reading reading = new Reading();
        List<String> table = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(DetectionIT::isTable).sorted().toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                String expected = EXPORTED.getOrDefault(name, "");
                String found = "";
                String line;
                try {
                    Result result = reading.read(name, Files.readAllBytes(file));
                    found = result.view().format();
                    line = told(result.view()) + " | " + result.rows().size() + " rows, " + result.customers()
                            + " customers";
                } catch (AppException e) {
                    line = "refused: " + e.errors().get(0).code();
                }
                table.add(name + " | " + line);
                if (!found.equals(expected)) {
                    wrong.add(name + " must be \"" + expected + "\" and is " + line);
                }
            }
        }
        System.out.println(String.join("\n", table));
        assertTrue(table.size() > 50, "files");
        assertEquals(List.of(), wrong);
    }

    private static String told(ImportView view) {
        String candidates = view.candidates().stream()
                .limit(3)
                .map((Candidate c) -> c.format() + " " + c.score())
                .collect(Collectors.joining(", "));
        return (view.format().isEmpty() ? "none" : view.format()) + " | " + candidates;
    }

    private static boolean isTable(Path file) {
        return Files.isRegularFile(file) && file.toString().matches(".*\\.(csv|tsv|txt|xlsx|iif)");
    }
}
