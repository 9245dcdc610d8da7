package org.kontor.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kontor.customer.Address;
import org.kontor.receivable.DocumentKind;
import org.kontor.receivable.InvoiceLineView;
import org.kontor.receivable.InvoiceView;
import org.kontor.receivable.Party;
import org.kontor.receivable.PaymentWay;
import org.kontor.receivable.TaxShare;

/** What a template for invoices and credit memos can name. Of an issued document all comes from what is frozen. */
final class InvoicePage {

    private InvoicePage() {}

    static Map<String, Object> values(
            InvoiceView document, Letterhead letterhead, String sellerName, List<PaymentWay> ways) {
        Wording wording = new Wording(letterhead.locale());
        Party billTo = document.billTo().orElseGet(() -> new Party(document.customerName(), Address.NONE, ""));
        Map<String, Object> values =
                wording.letterhead(document.seller().map(Party::name).orElse(sellerName), letterhead);
        values.put("customer", wording.customer(billTo.name(), billTo.address(), billTo.accountNumber(), letterhead));
        values.put("invoice", document.kind() == DocumentKind.INVOICE);
        values.put("creditMemo", document.kind() == DocumentKind.CREDIT_MEMO);
        values.put("draft", document.issuedAt().isEmpty());
        values.put("number", document.number());
        values.put("issueDate", wording.date(document.issueDate()));
        values.put("dueDate", wording.date(document.dueDate()));
        values.put("purchaseOrder", document.purchaseOrder());
        values.put("terms", document.terms());
        values.put("notes", document.notes());
        values.put("currency", document.currency());
        values.put("pricesIncludeTax", document.pricesIncludeTax());
        values.put(
                "discounts",
                document.lines().stream().anyMatch(line -> line.discount().signum() != 0));
        Words words = new Words(letterhead.language());
        values.put("payBy", ways.stream().map(way -> words.of(way.name())).collect(Collectors.joining(", ")));
        values.put("transfer", ways.isEmpty() || ways.contains(PaymentWay.BANK_TRANSFER));
        List<Map<String, Object>> lines = new ArrayList<>();
        for (InvoiceLineView line : document.lines()) {
            lines.add(line(lines.size() + 1, line, document, wording));
        }
        values.put("lines", lines);
        values.put("subtotal", wording.amount(document.subtotal()));
        values.put(
                "taxes",
                document.taxes().stream()
                        .filter(share -> share.rate().signum() != 0)
                        .map(share -> share(share, wording))
                        .toList());
        values.put("tax", wording.amount(document.tax()));
        values.put("total", wording.amount(document.total()));
        return values;
    }

    private static Map<String, Object> line(int position, InvoiceLineView line, InvoiceView document, Wording wording) {
        BigDecimal amount = document.pricesIncludeTax() ? line.net().add(line.tax()) : line.net();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("position", Integer.toString(position));
        values.put("itemCode", line.itemCode());
        values.put("description", line.description());
        values.put("quantity", wording.number(line.quantity(), 0));
        values.put("unitPrice", wording.number(line.unitPrice(), line.net().scale()));
        values.put("discount", line.discount().signum() == 0 ? "" : wording.number(line.discount(), 0));
        values.put("taxRate", wording.number(line.taxRate(), 0));
        values.put("amount", wording.amount(amount));
        return values;
    }

    private static Map<String, Object> share(TaxShare share, Wording wording) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("rate", wording.number(share.rate(), 0));
        values.put("net", wording.amount(share.net()));
        values.put("tax", wording.amount(share.tax()));
        return values;
    }
}
