package org.kontor.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.note.AttachmentDraft;
import org.kontor.receivable.DocumentAttachments;
import org.kontor.receivable.DocumentKind;
import org.kontor.receivable.LedgerProof;
import org.kontor.report.Aging;
import org.kontor.report.AgingGroup;
import org.kontor.report.AgingLine;
import org.kontor.report.AgingQuery;
import org.kontor.settings.CustomFieldDraft;
import org.kontor.settings.CustomFieldKind;
import org.kontor.settings.CustomFieldOwner;
import org.kontor.settings.CustomFields;
import org.kontor.shared.AppException;
import org.kontor.shared.PageRequest;
import org.kontor.testing.OnPostgres;

/** S4-68. Files of invoices, payments and opening balances of any app. */
@OnPostgres
class LedgerImportTest {

    private static final String INVOICES = """
            Client,Type,Invoice No,Date,Due,Amount,Balance,Paid on,State,Curr,For
            Birch Books,Invoice,A-1,2024-01-10,2024-02-09,100.00,,2024-02-01,,USD,
            Birch Books,Invoice,A-2,2024-01-20,2024-02-19,250.50,50.50,,,USD,
            Birch Books,Invoice,A-3,2024-03-01,2024-03-31,80,,,Voided,USD,
            Ada Ltd,Invoice,B-1,2024-01-05,2024-02-04,1000,,,,EUR,
            Ada Ltd,Payment,P-9,2024-02-10,,400,,,,EUR,B-1
            Ada Ltd,Credit note,C-1,2024-02-12,,100,,,,EUR,B-1
            Ada Ltd,Opening balance,,2023-12-31,,-25.00,,,,EUR,
            """;

    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("Client", "companyName"),
            Map.entry("Type", "documentKind"),
            Map.entry("Invoice No", "documentNumber"),
            Map.entry("Date", "documentDate"),
            Map.entry("Due", "dueDate"),
            Map.entry("Amount", "amount"),
            Map.entry("Balance", "openAmount"),
            Map.entry("Paid on", "settledOn"),
            Map.entry("State", "documentStatus"),
            Map.entry("Curr", "currency"),
            Map.entry("For", "settles"));

    private final ImportBench bench = new ImportBench();

    LedgerImportTest() {
        bench.starter = ImportBench.CLERK;
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void invoicesPaymentsAndBalancesComeInAndTheLedgerHolds() {
        ImportView done = run(INVOICES, false, 2);

        assertEquals("", done.failure());
        assertEquals(List.of(), done.problems());
        assertEquals(7, done.created());
        assertEquals(
                "A-1 INVOICE USD 100 0,A-2 INVOICE USD 250.5 50.5,A-3 INVOICE USD 80 0 void,"
                        + "B-1 INVOICE EUR 1000 500,C-1 CREDIT_MEMO EUR 100 0,P-9 PAYMENT EUR 400 0, OPENING_BALANCE EUR 25 25",
                bench.kontor.sql(
                        "select string_agg(number || ' ' || kind || ' ' || currency || ' ' || trim_scale(amount) || ' '"
                                + " || trim_scale(open_amount) || case when voided_on is null then '' else ' void' end, ','"
                                + " order by number = '', number) from open_item where number not like 'A-%' or kind = 'INVOICE'"));
        assertEquals("2", bench.kontor.sql("select count(*) from customer"));
        assertProven();
    }

    /** S4-41: columns of custom fields of invoices and of payments are proposed, checked, told by a dry run and kept. */
    @Test
    void customFieldsOfDocumentsAndPaymentsComeIn() {
        define(CustomFieldOwner.INVOICE, "project", CustomFieldKind.TEXT, true);
        define(CustomFieldOwner.INVOICE, "hours", CustomFieldKind.NUMBER, false);
        define(CustomFieldOwner.PAYMENT, "bank", CustomFieldKind.TEXT, false);
        String file = """
                Client,Type,Invoice No,Date,Amount,Paid on,CustomField:project,Hours,Bank
                Birch Books,Invoice,A-1,2024-01-10,100.00,2024-02-01,Bridge,12.50,
                Birch Books,Invoice,A-2,2024-01-20,250.00,,,,
                Birch Books,Payment,P-1,2024-01-20,70.00,,,,North
                Birch Books,Invoice,A-3,2024-01-21,10.00,,Bridge,many,
                Birch Books,Payment,P-2,2024-01-22,10.00,,Tunnel,,
                Birch Books,Opening balance,,2023-12-31,5.00,,,3,
                """;
        long id = bench.upload(file).id();
        MappingProposal proposal = bench.kontor.as(
                ImportBench.CLERK, () -> bench.kontor.get(Mappings.class).propose(id));
        assertEquals("documentField:project", proposal.mapping().columns().get("CustomField:project"));
        assertEquals("documentField:hours", proposal.mapping().columns().get("Hours"));
        assertEquals("documentField:bank", proposal.mapping().columns().get("Bank"));
        assertTrue(proposal.fields().contains(new MappingProposal.Target("documentField:bank", "bank")));

        Map<String, String> columns = Map.of(
                "Client", "companyName",
                "Type", "documentKind",
                "Invoice No", "documentNumber",
                "Date", "documentDate",
                "Amount", "amount",
                "Paid on", "settledOn",
                "CustomField:project", "documentField:project",
                "Hours", "documentField:hours",
                "Bank", "documentField:bank");
        start(id, columns, true);
        bench.work(id, 2);
        List<ImportProblem> dry = bench.find(id).problems();
        assertEquals("0", bench.kontor.sql("select count(*) from open_item"));
        ImportView done = run(file, columns);

        assertEquals(dry, done.problems());
        assertEquals(3, done.created());
        assertEquals(
                List.of(
                        "4 Hours many WRONG_VALUE",
                        "5 CustomField:project Tunnel UNKNOWN_FIELD",
                        "6 Hours 3 UNKNOWN_FIELD"),
                done.problems().stream()
                        .map(p -> p.row() + " " + p.column() + " " + p.value() + " " + p.code())
                        .toList());
        assertEquals(
                "A-1 {\"hours\": 12.5, \"project\": \"Bridge\"},A-2 {}",
                bench.kontor.sql(
                        "select string_agg(number || ' ' || custom_values::text, ',' order by number) from invoice"));
        assertEquals(
                "A-1 {},P-1 {\"bank\": \"North\"}",
                bench.kontor.sql(
                        "select string_agg(reference || ' ' || custom_values::text, ',' order by reference) from payment"),
                "the money that an invoice was paid with has none of the invoice's");
        assertProven();
    }

    /** A file of customers has nothing to put them on: better refused than left out in silence. */
    @Test
    void fieldsOfDocumentsComeWithDocumentsOnly() {
        define(CustomFieldOwner.INVOICE, "project", CustomFieldKind.TEXT, false);
        long id = bench.upload("Client,Project\nBirch Books,Bridge\n").id();
        AppException refused = assertThrows(
                AppException.class,
                () -> start(id, Map.of("Client", "companyName", "Project", "documentField:project"), false));
        assertEquals("DOCUMENTS_ONLY", refused.errors().get(0).code());
    }

    private void define(CustomFieldOwner owner, String key, CustomFieldKind kind, boolean required) {
        bench.kontor.asSystem(() -> bench.kontor
                .get(CustomFields.class)
                .create(new CustomFieldDraft(
                        owner, key, key, kind, List.of(), required, false, Optional.empty(), Optional.empty())));
    }

    /** Nothing but what it tells is left of a dry run; and the run tells the same. */
    @Test
    void aDryRunIsTheRunRolledBack() {
        String before = bench.everything();
        String file = INVOICES
                + "Ada Ltd,Payment,P-10,2024-02-10,,501,,,,EUR,B-77\nAda Ltd,Invoice,B-1,2024-05-05,,7,,,,EUR,\n";
        ImportView dry = run(file, true, 2);

        assertEquals(ImportState.SUCCEEDED, dry.state());
        assertEquals(before.replaceAll("/\\d+$", ""), bench.everything().replaceAll("/\\d+$", ""));
        assertEquals("0", bench.kontor.sql("select count(*) from open_item"));
        ImportView real = run(file, false, 3);
        assertEquals(dry.problems(), real.problems());
        assertEquals(7, real.created());
        assertEquals(2, real.failed());
        assertEquals(
                "8 For B-77 INVOICE_UNKNOWN,9 Invoice No B-1 NUMBER_TAKEN",
                String.join(
                        ",",
                        real.problems().stream()
                                .map(p -> p.row() + " " + p.column() + " " + p.value() + " " + p.code())
                                .toList()));
        assertProven();
    }

    @Test
    void theSameFileTwiceBringsNothingTwice() {
        run(INVOICES, false, 100);
        String ledger = ledger();
        ImportView again = run(INVOICES, false, 100);
        assertEquals(7, again.skipped());
        assertEquals(ledger, ledger());
    }

    @Test
    void whereverTheMachineDiesTheLedgerIsTheSame() {
        StringBuilder file = new StringBuilder("Client,Invoice No,Date,Amount,Paid on\n");
        for (int i = 0; i < 60; i++) {
            file.append("Client %d,N-%d,2024-01-%02d,%d,%s\n"
                    .formatted(i % 7, i, 1 + i % 28, 10 + i, i % 3 == 0 ? "2024-03-01" : ""));
        }
        long id = upload(file.toString());
        start(id, false);
        bench.workThroughCrashes(id, 5, new Random(4));
        assertEquals(60, bench.find(id).created());
        assertEquals("60/20/7", counts());
        assertProven();
    }

    /** Lines of one invoice stand one below the other; all of them come in or none, also over the border of a chunk. */
    @Test
    void linesOfOneInvoiceAreOneDocument() {
        String file = """
                Client,Invoice No,Date,What,Qty,Price,VAT
                Birch,L-1,2024-01-10,Books,2,10.00,20
                Birch,L-1,2024-01-10,Books,2,10.00,20
                Birch,L-1,2024-01-10,Pens,1,5.00,0
                Birch,L-2,2024-01-11,Ink,1,x,0
                Birch,L-2,2024-01-11,Paper,1,3,0
                """;
        Map<String, String> columns = Map.of(
                "Client", "companyName",
                "Invoice No", "documentNumber",
                "Date", "documentDate",
                "What", "lineDescription",
                "Qty", "quantity",
                "Price", "unitPrice",
                "VAT", "taxRate");
        long id = upload(file);
        start(id, columns, false);
        bench.work(id, 2);
        ImportView done = bench.find(id);
        assertEquals(3, done.created());
        assertEquals(2, done.failed());
        assertEquals("NUMBER_UNKNOWN,DOCUMENT_INCOMPLETE", codes(done));
        assertEquals(
                "L-1 45.00 8.00 53.00 3",
                bench.kontor.sql("select number || ' ' || round(subtotal, 2) || ' ' || round(tax, 2)"
                        + " || ' ' || round(total, 2) || ' ' || (select count(*) from invoice_line where invoice_id = i.id)"
                        + " from invoice i"));
        assertEquals(3, run(file, columns).skipped());
        assertProven();
    }

    @Test
    void badRowsAreToldAndMendedByACorrection() {
        String file = """
                Client,Invoice No,Date,Amount,For
                Birch,M-1,2024-01-10,10.00,
                Birch,M-2,31/31/2024,10.00,
                Birch,,2024-01-10,10.00,
                Birch,M-4,2024-01-10,10.001,
                Birch,M-5,,10.00,
                """;
        ImportView done = run(file, false, 100);
        assertEquals(1, done.created());
        assertEquals(4, done.failed());
        assertEquals("DATE_UNKNOWN,REQUIRED,TOTAL_DIFFERS,REQUIRED", codes(done));
        String failed = bench.failedRows(done.id());
        assertEquals(5, failed.lines().count());
        String mended = failed.replace("31/31/2024", "2024-01-31").replace("10.001", "10.01");
        long correction = bench.kontor.as(
                ImportBench.CLERK,
                () -> bench.kontor
                        .get(ImportFollowUp.class)
                        .correct(
                                done.id(),
                                "mended.csv",
                                new ByteArrayInputStream(mended.getBytes(StandardCharsets.UTF_8)))
                        .id());
        bench.work(correction, 100);
        assertEquals(3, bench.find(done.id()).created());
        assertEquals("M-1,M-2,M-4", bench.kontor.sql("select string_agg(number, ',' order by number) from invoice"));
    }

    @Test
    void anImportIsTakenBackUnlessSomebodyWorkedWithItSince() {
        run(INVOICES, false, 100);
        String before = owed();
        ImportView second = run("""
                Client,Type,Invoice No,Date,Amount,For,Curr
                Birch Books,Payment,P-1,2024-04-01,50.50,A-2,USD
                Birch Books,Invoice,A-7,2024-04-02,70,,USD
                Carl & Co,Invoice,D-1,2024-04-02,70,,USD
                """, false, 100);
        assertEquals("", codes(second));
        assertEquals(
                "0",
                bench.kontor.sql(
                        "select trim_scale(open_amount) from open_item where number = 'A-2' and direction = 1"));
        undo(second.id());
        assertEquals(before, owed());
        assertEquals("3", bench.kontor.sql("select count(*) from customer"), "with its history");
        assertProven();

        ImportView third = run("Client,Invoice No,Date,Amount,Curr\nBirch Books,A-8,2024-04-02,70,USD\n", false, 100);
        run("Client,Type,Invoice No,Date,Amount,For,Curr\nBirch Books,Payment,P-8,2024-04-03,5,A-8,USD\n", false, 100);
        undo(third.id());
        assertEquals(
                "LEDGER_CHANGED_SINCE",
                bench.kontor.sql("select string_agg(code, ',') from import_obstacle where import_id = " + third.id()));
        assertEquals("65", bench.kontor.sql("select trim_scale(open_amount) from open_item where number = 'A-8'"));
        assertProven();

        ImportView fourth = run("Client,Invoice No,Date,Amount,Curr\nBirch Books,A-9,2024-04-02,70,USD\n", false, 100);
        long document = Long.parseLong(bench.kontor.sql("select id from invoice where number = 'A-9'"));
        bench.kontor.asSystem(() -> bench.kontor
                .get(DocumentAttachments.class)
                .add(
                        DocumentKind.INVOICE,
                        document,
                        new AttachmentDraft("slip.pdf", "", false),
                        new ByteArrayInputStream("%PDF".getBytes(StandardCharsets.US_ASCII))));
        undo(fourth.id());
        assertEquals("70", bench.kontor.sql("select trim_scale(open_amount) from open_item where number = 'A-9'"));
    }

    /** A list of payments seldom has a column that calls each of them one. */
    @Test
    void theMappingSaysWhatTheRowsOfAFileAre() {
        run(INVOICES, false, 100);
        long id = upload("Client,Date,Amount,Applies to,Curr\nBirch Books,2024-04-01,50.50,A-2,USD\n");
        List<MappingProposal.ValueProposal> asked = bench.kontor
                .as(ImportBench.CLERK, () -> bench.kontor.get(Mappings.class).propose(id))
                .values();
        assertEquals(
                "documentKind  PAYMENT",
                asked.stream()
                        .map(value -> value.field() + " " + value.value() + " " + value.proposed())
                        .collect(Collectors.joining(",")));
        bench.kontor.as(
                ImportBench.CLERK,
                () -> bench.imports()
                        .start(
                                id,
                                new ImportChoice(
                                        Optional.empty(),
                                        OnDuplicate.SKIP,
                                        MatchBy.ALL,
                                        false,
                                        Optional.of(new ImportMapping(
                                                "",
                                                Map.of(
                                                        "Client",
                                                        "companyName",
                                                        "Date",
                                                        "documentDate",
                                                        "Amount",
                                                        "amount",
                                                        "Applies to",
                                                        "settles",
                                                        "Curr",
                                                        "currency"),
                                                Map.of("documentKind", Map.of("", "PAYMENT")),
                                                Optional.empty())))));
        bench.work(id, 100);
        assertEquals("", codes(bench.find(id)));
        assertEquals(
                "1",
                bench.kontor.sql(
                        "select count(*) from open_item where kind = 'PAYMENT' and issue_date = '2024-04-01'"));
        assertEquals(
                "0",
                bench.kontor.sql(
                        "select trim_scale(open_amount) from open_item where number = 'A-2' and direction = 1"));
        assertProven();
    }

    @Test
    void whoMayNotWriteReceivablesDoesNotImportThem() {
        long id = upload(INVOICES);
        AppException refused = assertThrows(
                AppException.class,
                () -> bench.kontor.as(
                        ImportBench.ANNA, () -> bench.imports().start(id, choice(COLUMNS, Optional.empty(), false))));
        assertEquals("PERMISSION_MISSING", refused.code());
    }

    /** A row of money is shown as the document that it brings. */
    @Test
    void thePreviewShowsDocuments() {
        String file = "Customer Name,Invoice Number,Invoice Date,Due Date,Total\nA,R-1,2024-01-01,2024-01-31,3.50\n";
        List<PreviewRow> rows = bench.kontor.as(ImportBench.CLERK, () -> {
            long id = bench.imports()
                    .upload(
                            "invoices.csv",
                            new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                            Optional.of(MappedFormat.ID))
                    .id();
            return bench.imports().preview(id, 5);
        });
        PreviewDocument shown = rows.get(0).document().orElseThrow();
        assertEquals(
                "INVOICE R-1 3.50",
                shown.kind() + " " + shown.number() + " " + shown.amount().orElseThrow());
        assertEquals("2024-01-31", shown.due().orElseThrow().toString());
        assertEquals("A", rows.get(0).displayName());
    }

    /** The columns of a file of invoices are proposed; those of customers keep their meaning. */
    @Test
    void theColumnsAreProposed() {
        long id = upload(
                "Customer Name,Invoice Number,Invoice Date,Due Date,Total,Balance,Status\nA,1,2024-01-01,2024-01-02,3,3,Paid\n");
        Map<String, String> proposed = bench.kontor
                .as(ImportBench.CLERK, () -> bench.kontor.get(Mappings.class).propose(id))
                .mapping()
                .columns();
        assertEquals("documentNumber", proposed.get("Invoice Number"));
        assertEquals("amount", proposed.get("Total"));
        assertEquals("openAmount", proposed.get("Balance"));
        assertEquals("documentStatus", proposed.get("Status"));
        assertEquals("fullName", proposed.get("Customer Name"));
    }

    /** Real invoices: {@code -Dkontor.ar.data=/path/ibm_accounts_receivable.csv}. */
    @Test
    void aRealLedgerShowsWhatItsFileSays() throws IOException {
        Path file = Path.of(System.getProperty("kontor.ar.data", ""));
        assumeTrue(Files.isRegularFile(file), "no file given");
        long id = upload(Files.readString(file));
        bench.kontor.as(
                ImportBench.CLERK,
                () -> bench.imports()
                        .start(
                                id,
                                choice(
                                        Map.of(
                                                "customerID",
                                                "accountNumber",
                                                "invoiceNumber",
                                                "documentNumber",
                                                "InvoiceDate",
                                                "documentDate",
                                                "DueDate",
                                                "dueDate",
                                                "InvoiceAmount",
                                                "amount",
                                                "SettledDate",
                                                "settledOn",
                                                "Disputed",
                                                "disputed"),
                                        Optional.of(DateOrder.MDY),
                                        false)));
        bench.work(id, ReadAhead.ROWS);
        ImportView done = bench.find(id);
        assertEquals("", codes(done));
        assertEquals(2_466, done.created());
        assertEquals("100", bench.kontor.sql("select count(*) from customer"));
        AgingLine line = bench.kontor.asSystem(() -> bench.kontor
                .get(Aging.class)
                .report(AgingQuery.by(AgingGroup.NONE).asOf(LocalDate.of(2013, 6, 30)), PageRequest.first())
                .items()
                .get(0));
        assertEquals(new BigDecimal("4284.29"), line.buckets().get("current"));
        assertEquals(72, line.items().get("current"));
        assertEquals(new BigDecimal("835.56"), line.buckets().get("d1_30"));
        assertEquals(12, line.items().get("d1_30"));
        assertEquals(
                "147703.18", bench.kontor.sql("select round(sum(amount), 2) from open_item where kind = 'INVOICE'"));
        assertEquals(daysOf(file), bench.kontor.sql("""
                select string_agg(i.number || ' ' || (a.effective_date - i.issue_date) || ' '
                    || greatest(0, a.effective_date - i.due_date), E'\\n' order by i.number collate "C")
                from open_item i join application a on a.debit_item_id = i.id
                """));
        assertProven();
    }

    /** Real invoices of another app, with void ones and three currencies, beside the file of {@code kontor.ar.data}. */
    @Test
    void aRealLedgerOfManyCurrenciesComesInWithItsVoidDocuments() throws IOException {
        Path file = Path.of(System.getProperty("kontor.ar.data", ""))
                .resolveSibling("fivetran_xero")
                .resolve("xero_invoice_data.csv");
        assumeTrue(Files.isRegularFile(file), "no file given");
        ImportView done = run(
                Files.readString(file),
                Map.ofEntries(
                        Map.entry("contact_id", "externalId:xero"),
                        Map.entry("type", "documentKind"),
                        Map.entry("invoice_number", "documentNumber"),
                        Map.entry("date", "documentDate"),
                        Map.entry("due_date", "dueDate"),
                        Map.entry("total", "amount"),
                        Map.entry("amount_due", "openAmount"),
                        Map.entry("fully_paid_on_date", "settledOn"),
                        Map.entry("status", "documentStatus"),
                        Map.entry("currency_code", "currency")));
        assertEquals(117, done.created());
        assertEquals(484, done.failed());
        assertEquals(
                Set.of("VALUE_UNKNOWN"),
                Set.copyOf(done.problems().stream().map(ImportProblem::code).toList()));
        assertEquals("1", bench.kontor.sql("select count(*) from open_item where voided_on is not null"));
        assertEquals(
                openOf(file),
                bench.kontor.sql(
                        "select string_agg(currency || ' ' || n || ' ' || trim_scale(open), ',' order by currency)"
                                + " from (select currency, count(*) as n, sum(open_amount) as open from open_item where kind = 'INVOICE'"
                                + " group by currency) c"));
        assertProven();
    }

    /** Of deleted documents such a file has nothing but the id: each is refused with its reason. */
    @Test
    void realLedgersOfOtherAppsComeIn() throws IOException {
        Path others = Path.of(System.getProperty("kontor.ar.data", "")).resolveSibling("fivetran_quickbooks");
        assumeTrue(Files.isDirectory(others), "no folder given");
        bench.installed = false;
        ImportView books = run(
                Files.readString(others.resolve("invoice_data.csv")),
                Map.ofEntries(
                        Map.entry("customer_id", "externalId:quickbooks"),
                        Map.entry("doc_number", "documentNumber"),
                        Map.entry("transaction_date", "documentDate"),
                        Map.entry("due_date", "dueDate"),
                        Map.entry("total_amount", "amount"),
                        Map.entry("balance", "openAmount"),
                        Map.entry("currency_id", "currency")));
        assertEquals(1, books.created());
        assertEquals(11, books.failed());
        ImportView charges = run(
                Files.readString(others.resolveSibling("fivetran_stripe").resolve("invoice_data.csv")),
                Map.ofEntries(
                        Map.entry("customer_id", "externalId:stripe"),
                        Map.entry("id", "documentNumber"),
                        Map.entry("period_start", "documentDate"),
                        Map.entry("amount", "amount"),
                        Map.entry("currency", "currency")));
        assertEquals(2, charges.created());
        assertEquals(
                "3 USD 55717",
                bench.kontor.sql(
                        "select count(*) || ' ' || min(currency) || ' ' || trim_scale(sum(open_amount)) from open_item"
                                + " where direction = 1"));
        assertProven();
    }

    private static String openOf(Path file) throws IOException {
        Map<String, BigDecimal> open = new java.util.TreeMap<>();
        Map<String, Integer> count = new java.util.TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split(",", -1);
            if (cells[25].equals("ACCREC")) {
                count.merge(cells[15], 1, Integer::sum);
                open.merge(
                        cells[15],
                        cells[24].equals("DELETED") ? BigDecimal.ZERO : new BigDecimal(cells[10]),
                        BigDecimal::add);
            }
        }
        return String.join(
                ",",
                open.entrySet().stream()
                        .map(each -> each.getKey() + " " + count.get(each.getKey()) + " " + plain(each.getValue()))
                        .toList());
    }

    private static String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    private static String daysOf(Path file) throws IOException {
        return String.join(
                "\n",
                Files.readAllLines(file).stream()
                        .skip(1)
                        .map(line -> line.split(",", -1))
                        .map(cells -> cells[3] + " " + cells[10] + " " + cells[11])
                        .sorted()
                        .toList());
    }

    private long upload(String file) {
        return bench.kontor.as(
                ImportBench.CLERK,
                () -> bench.imports()
                        .upload(
                                "invoices.csv",
                                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                                Optional.empty())
                        .id());
    }

    private void start(long id, boolean dryRun) {
        start(id, columns(id), dryRun);
    }

    private void start(long id, Map<String, String> columns, boolean dryRun) {
        bench.kontor.as(ImportBench.CLERK, () -> bench.imports().start(id, choice(columns, Optional.empty(), dryRun)));
    }

    private Map<String, String> columns(long id) {
        Map<String, String> columns = new java.util.HashMap<>(COLUMNS);
        columns.keySet().retainAll(bench.find(id).header());
        return columns;
    }

    private static ImportChoice choice(Map<String, String> columns, Optional<DateOrder> order, boolean dryRun) {
        return new ImportChoice(
                Optional.empty(),
                OnDuplicate.SKIP,
                MatchBy.ALL,
                dryRun,
                Optional.of(new ImportMapping("", columns, Map.of(), order)));
    }

    private ImportView run(String file, boolean dryRun, int rowsPerChunk) {
        long id = upload(file);
        start(id, dryRun);
        bench.work(id, rowsPerChunk);
        return bench.find(id);
    }

    private ImportView run(String file, Map<String, String> columns) {
        long id = upload(file);
        start(id, columns, false);
        bench.work(id, 100);
        return bench.find(id);
    }

    private void undo(long id) {
        bench.kontor.as(
                ImportBench.CLERK, () -> bench.kontor.get(ImportFollowUp.class).undo(id));
        bench.workUndo(id, Integer.MAX_VALUE);
    }

    private static String codes(ImportView view) {
        return String.join(
                ",", view.problems().stream().map(ImportProblem::code).toList());
    }

    private String counts() {
        return bench.kontor.sql("select (select count(*) from invoice) || '/' || (select count(*) from payment) || '/'"
                + " || (select count(*) from customer)");
    }

    private String ledger() {
        return bench.kontor.sql(
                "select md5(string_agg(i::text, '|' order by id)) || (select count(*) from posting)"
                        + " || '/' || (select count(*) from invoice) || '/' || (select count(*) from application) from open_item i");
    }

    /** What is left of each customer's items. */
    private String owed() {
        return bench.kontor.sql("select string_agg(number || ' ' || direction * open_amount, ',' order by number, id)"
                + " from open_item where open_amount <> 0");
    }

    private void assertProven() {
        assertTrue(bench.kontor
                .asSystem(() -> bench.kontor.get(LedgerProof.class).run())
                .holds());
        assertFalse(bench.kontor.sql("select count(*) from posting").isEmpty());
    }
}
