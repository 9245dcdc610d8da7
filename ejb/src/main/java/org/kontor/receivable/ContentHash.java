package org.kontor.receivable;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.kontor.shared.JsonWriter;

/**
 * SHA-256 over everything that stands on an issued document, in a form that does not change. Who has the document can tell by it
 * whether it is the one that was issued.
 */
final class ContentHash {

    private ContentHash() {}

    /** The hash of a document with its number, made out by and to these. */
    static String of(
            DocumentKind kind,
            String number,
            InvoiceDraft draft,
            Iterable<InvoiceLineView> lines,
            InvoiceMath.Total total,
            Party billTo,
            Party seller) {
        JsonObjectBuilder content = JsonWriter.JSON
                .createObjectBuilder()
                .add("form", 1)
                .add("kind", kind.name())
                .add("number", number)
                .add("currency", draft.currency())
                .add("issueDate", draft.issueDate().orElseThrow().toString())
                .add("dueDate", draft.dueDate().orElseThrow().toString())
                .add("terms", draft.terms())
                .add("notes", draft.notes())
                .add("template", draft.template())
                .add("purchaseOrder", draft.purchaseOrder())
                .add("taxRounding", draft.taxRounding().orElseThrow().name())
                .add("pricesIncludeTax", draft.pricesIncludeTax().orElseThrow())
                .add("lines", JsonWriter.write(lines))
                .add("subtotal", total.net().toPlainString())
                .add("tax", total.tax().toPlainString())
                .add("billTo", JsonWriter.object(billTo))
                .add("seller", JsonWriter.object(seller));
        return sha256(content.build());
    }

    /** The hash of an issued document as it is stored now. */
    static String of(InvoiceView issued) {
        return of(
                issued.kind(),
                issued.number(),
                issued.toDraft(),
                issued.lines(),
                new InvoiceMath.Total(issued.subtotal(), issued.tax(), List.of(), issued.taxes()),
                issued.billTo().orElseThrow(),
                issued.seller().orElseThrow());
    }

    private static String sha256(JsonObject content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(content.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
