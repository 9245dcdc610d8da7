package org.kontor.document;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.customer.Address;
import org.kontor.receivable.DocumentKind;
import org.kontor.receivable.InvoiceLineView;
import org.kontor.receivable.InvoiceStatus;
import org.kontor.receivable.InvoiceView;
import org.kontor.receivable.ItemKind;
import org.kontor.receivable.Party;
import org.kontor.receivable.PaymentWay;
import org.kontor.receivable.PostingKind;
import org.kontor.receivable.TaxRounding;
import org.kontor.receivable.TaxShare;
import org.kontor.receivable.TransactionView;
import org.kontor.report.AgingBasis;
import org.kontor.report.AgingBucket;
import org.kontor.report.AgingGroup;
import org.kontor.report.AgingItem;
import org.kontor.report.AgingLine;
import org.kontor.report.AgingQuery;
import org.kontor.report.AgingReport;

/** Made-up documents that hold whatever a template can name, for its preview and for looking whether it can be used. */
final class SamplePages {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
    private static final String NAME = "Lighthouse Trading";
    private static final Address AT = new Address("1 Harbour Street", "Floor 2", "Bristol", "", "BS1 4RN", "GB");

    private SamplePages() {}

    /** Each way in which a template of this kind is used, the most usual one first. */
    static List<Map<String, Object>> of(TemplateKind kind, Letterhead letterhead) {
        if (kind == TemplateKind.INVOICE) {
            return List.of(
                    InvoicePage.values(
                            document(DocumentKind.INVOICE, true),
                            letterhead,
                            "My company",
                            List.of(PaymentWay.BANK_TRANSFER, PaymentWay.CARD)),
                    InvoicePage.values(document(DocumentKind.CREDIT_MEMO, false), letterhead, "My company", List.of()));
        }
        return List.of(open(letterhead), forward(letterhead), nothing(letterhead));
    }

    private static InvoiceView document(DocumentKind kind, boolean issued) {
        BigDecimal net = new BigDecimal("1890.00");
        BigDecimal tax = new BigDecimal("359.10");
        Optional<Party> billTo = issued ? Optional.of(new Party(NAME, AT, "C-1001")) : Optional.empty();
        Optional<Party> seller = issued ? Optional.of(new Party("My company", Address.NONE, "")) : Optional.empty();
        return new InvoiceView(
                1,
                1,
                Instant.EPOCH,
                "",
                Instant.EPOCH,
                "",
                kind,
                1,
                NAME,
                1,
                issued ? "INV-000042" : "",
                "EUR",
                DAY,
                DAY.plusDays(30),
                "Net 30 days",
                "Thank you for your order.",
                "",
                issued ? "PO-77" : "",
                TaxRounding.LINE,
                !issued,
                List.of(
                        line("Consulting", "14", "125.00", "0", "1750.00", "332.50"),
                        line("Travel", "2", "100.00", issued ? "30" : "0", "140.00", "26.60")),
                net,
                tax,
                List.of(new TaxShare(new BigDecimal("19"), net, tax)),
                net.add(tax),
                net.add(tax),
                issued ? InvoiceStatus.OPEN : InvoiceStatus.DRAFT,
                false,
                "",
                issued ? Optional.of(Instant.EPOCH) : Optional.empty(),
                billTo,
                seller,
                "",
                "",
                Map.of());
    }

    private static InvoiceLineView line(
            String what, String quantity, String price, String discount, String net, String tax) {
        return new InvoiceLineView(
                "",
                what,
                new BigDecimal(quantity),
                new BigDecimal(price),
                new BigDecimal(discount),
                "",
                new BigDecimal("19"),
                new BigDecimal(net),
                new BigDecimal(tax));
    }

    private static Map<String, Object> open(Letterhead letterhead) {
        AgingItem late = new AgingItem(
                1,
                "INVOICE",
                "INV-000042",
                1,
                NAME,
                "EUR",
                DAY.minusDays(60),
                DAY.minusDays(30),
                30,
                "d1_30",
                new BigDecimal("2249.10"),
                new BigDecimal("1249.10"));
        AgingItem held = new AgingItem(
                2,
                "PAYMENT",
                "",
                1,
                NAME,
                "EUR",
                DAY.minusDays(5),
                DAY.minusDays(5),
                5,
                "unapplied",
                new BigDecimal("100.00"),
                new BigDecimal("-100.00"));
        return page(letterhead, true).open(List.of(late, held));
    }

    private static Map<String, Object> forward(Letterhead letterhead) {
        TransactionView paid = new TransactionView(
                1,
                PostingKind.PAYMENT_RECORDED,
                1,
                ItemKind.PAYMENT,
                "T-9",
                DAY.minusDays(5),
                Instant.EPOCH,
                "",
                "EUR",
                new BigDecimal("-100.00"),
                new BigDecimal("1149.10"),
                BigDecimal.ZERO);
        return page(letterhead, true)
                .forward(DAY.withDayOfMonth(1), Map.of("EUR", new BigDecimal("1249.10")), List.of(paid));
    }

    private static Map<String, Object> nothing(Letterhead letterhead) {
        return page(letterhead, false).open(List.of());
    }

    private static StatementPage page(Letterhead letterhead, boolean owing) {
        List<String> columns = AgingBucket.columns(AgingQuery.USUAL_BOUNDS);
        Map<String, BigDecimal> buckets = new LinkedHashMap<>();
        columns.forEach(column -> buckets.put(column, new BigDecimal("0.00")));
        buckets.put("d1_30", new BigDecimal("1249.10"));
        buckets.put(AgingBucket.UNAPPLIED, new BigDecimal("-100.00"));
        buckets.put(AgingBucket.TOTAL, new BigDecimal("1149.10"));
        List<AgingLine> lines = new ArrayList<>();
        if (owing) {
            lines.add(new AgingLine(Optional.of(1L), NAME, "C-1001", "EUR", buckets, Map.of()));
        }
        AgingReport aging = new AgingReport(
                DAY, Optional.empty(), AgingBasis.DUE_DATE, AgingGroup.CUSTOMER, columns, lines, Optional.empty());
        Addressee to = new Addressee(1, NAME, "C-1001", AT, 1, "My company", java.time.ZoneOffset.UTC);
        return new StatementPage(to, letterhead, aging);
    }
}
