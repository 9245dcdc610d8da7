package org.kontor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kontor.customer.Customers;
import org.kontor.customer.Drafts;
import org.kontor.receivable.AllocationLine;
import org.kontor.receivable.AllocationPolicy;
import org.kontor.receivable.DocumentKind;
import org.kontor.receivable.InvoiceDraft;
import org.kontor.receivable.InvoiceLineDraft;
import org.kontor.receivable.InvoiceStatus;
import org.kontor.receivable.InvoiceView;
import org.kontor.receivable.Invoices;
import org.kontor.receivable.LedgerProof;
import org.kontor.receivable.PaymentDraft;
import org.kontor.receivable.Payments;
import org.kontor.shared.PageRequest;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

/**
 * S4-68. Real invoices and the days on which they were settled, posted one by one: aging as of a day in between is that of the file. Runs
 * where the file is: {@code -Dkontor.ar.data=/path/ibm_accounts_receivable.csv}.
 */
@OnPostgres
class RealLedgerTest {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M/d/yyyy");

    /** A line of the file. */
    private record Row(
            String customer, String number, LocalDate issued, LocalDate due, BigDecimal amount, LocalDate settled) {}

    @Test
    void agingAsOfADayIsThatOfTheFile() throws IOException {
        String file = System.getProperty("kontor.ar.data", "");
        assumeTrue(!file.isEmpty(), "no file given");
        Map<String, List<Row>> byCustomer = Files.readAllLines(Path.of(file)).stream()
                .skip(1)
                .map(line -> row(line.split(",", -1)))
                .collect(Collectors.groupingBy(Row::customer, LinkedHashMap::new, Collectors.toList()));
        try (TestKontor kontor = new TestKontor()) {
            byCustomer.forEach((name, rows) -> kontor.asSystem(() -> post(kontor, name, rows)));
            AgingLine line = kontor.asSystem(() -> kontor.get(Aging.class)
                            .report(
                                    AgingQuery.by(AgingGroup.NONE).asOf(LocalDate.of(2013, 6, 30)),
                                    PageRequest.first()))
                    .items()
                    .get(0);
            assertEquals(new BigDecimal("4284.29"), line.buckets().get("current"));
            assertEquals(72, line.items().get("current"));
            assertEquals(new BigDecimal("835.56"), line.buckets().get("d1_30"));
            assertEquals(12, line.items().get("d1_30"));
            assertEquals(new BigDecimal("5119.85"), line.buckets().get("total"));
            BigDecimal all = kontor.asSystem(() -> kontor.get(LedgerProof.class).run()).totals().stream()
                    .filter(total -> total.account().equals("CASH"))
                    .map(total -> total.amount())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertEquals(new BigDecimal("147703.18"), all);
            assertTrue(
                    kontor.asSystem(() -> kontor.get(LedgerProof.class).run()).holds());
        }
    }

    private static int post(TestKontor kontor, String name, List<Row> rows) {
        long customer = kontor.get(Customers.class)
                .register(Drafts.business(name).draft())
                .id();
        for (Row row : rows) {
            InvoiceView invoice = kontor.get(Invoices.class)
                    .create(
                            DocumentKind.INVOICE,
                            new InvoiceDraft(
                                    customer,
                                    Optional.of(InvoiceStatus.OPEN),
                                    row.number(),
                                    "USD",
                                    Optional.of(row.issued()),
                                    Optional.of(row.due()),
                                    "",
                                    "",
                                    "",
                                    "",
                                    Optional.empty(),
                                    Optional.empty(),
                                    List.of(new InvoiceLineDraft(
                                            "",
                                            "Invoice",
                                            Optional.empty(),
                                            Optional.of(row.amount()),
                                            Optional.empty(),
                                            "",
                                            Optional.empty()))));
            kontor.get(Payments.class)
                    .record(new PaymentDraft(
                            customer,
                            Optional.of(row.amount()),
                            "USD",
                            Optional.of(row.settled()),
                            Optional.empty(),
                            Optional.empty(),
                            row.number(),
                            "",
                            Optional.of(AllocationPolicy.MANUAL),
                            List.of(new AllocationLine(invoice.id(), Optional.empty()))));
        }
        return rows.size();
    }

    /** Reads a line, and holds what it says of days to what its dates say. */
    private static Row row(String[] cells) {
        Row row = new Row(
                cells[1],
                cells[3],
                LocalDate.parse(cells[4], DAY),
                LocalDate.parse(cells[5], DAY),
                new BigDecimal(cells[6]),
                LocalDate.parse(cells[8], DAY));
        assertEquals(Long.parseLong(cells[10]), ChronoUnit.DAYS.between(row.issued(), row.settled()), row.number());
        assertEquals(
                Long.parseLong(cells[11]),
                Math.max(0, ChronoUnit.DAYS.between(row.due(), row.settled())),
                row.number());
        return row;
    }
}
