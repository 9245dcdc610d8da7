package org.kontor.receivable;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.kontor.access.Permission;
import org.kontor.shared.HoldsOwned;
import org.kontor.shared.OwnedTable;

/**
 * Documents of a customer and the ledger. What refers to an open item or a posting follows it. {@link LedgerErasure} says in which
 * order they are removed.
 */
@ApplicationScoped
class OwnedLedger implements HoldsOwned {

    @Override
    public List<OwnedTable> ownedTables() {
        return Stream.of(
                        OwnedTable.of("invoice", "invoice", "customer_id")
                                .adding("total", "kind || ' ' || currency")
                                .exported(
                                        "id",
                                        "kind",
                                        "number",
                                        "currency",
                                        "issue_date",
                                        "due_date",
                                        "terms",
                                        "notes",
                                        "purchase_order",
                                        "subtotal",
                                        "tax",
                                        "total",
                                        "issued_at",
                                        "bill_to",
                                        "disputed",
                                        "dispute_reason",
                                        "void_reason",
                                        "custom_values"),
                        OwnedTable.through("invoice-line", "invoice_line", "invoice", "id", "invoice_id")
                                .exported(
                                        "invoice_id",
                                        "position",
                                        "item_code",
                                        "description",
                                        "quantity",
                                        "unit_price",
                                        "discount",
                                        "tax_code",
                                        "tax_rate",
                                        "net",
                                        "tax"),
                        OwnedTable.of("open-item", "open_item", "customer_id")
                                .adding("direction * open_amount", "currency")
                                .exported(
                                        "id",
                                        "kind",
                                        "direction",
                                        "component",
                                        "number",
                                        "currency",
                                        "amount",
                                        "open_amount",
                                        "issue_date",
                                        "due_date",
                                        "recorded_at",
                                        "voided_on",
                                        "written_off_on"),
                        // Triggers of the items keep it, whatever moves or removes them.
                        OwnedTable.of("open-sum", "customer_open_sum", "customer_id")
                                .merged(OwnedTable.Merge.STAYS),
                        OwnedTable.of("movement", "item_movement", "customer_id")
                                .adding("amount", "currency")
                                .exported(
                                        "item_id", "posting_id", "currency", "amount", "effective_date", "recorded_at"),
                        OwnedTable.through("posting", "posting", "item_movement", "posting_id", "id")
                                .exported("id", "kind", "document_id", "effective_date", "recorded_at", "recorded_by"),
                        OwnedTable.through("posting-line", "posting_line", "posting", "id", "posting_id")
                                .exported("posting_id", "account", "currency", "amount"),
                        OwnedTable.through("payment", "payment", "open_item", "id", "id")
                                .exported(
                                        "id",
                                        "source",
                                        "method",
                                        "reference",
                                        "note",
                                        "void_reason",
                                        "custom_values",
                                        "created_at",
                                        "created_by"),
                        OwnedTable.through("remittance", "remittance", "open_item", "id", "payment_id")
                                .exported("payment_id", "file_name", "stated", "applied"),
                        OwnedTable.through("remittance-line", "remittance_line", "open_item", "id", "payment_id")
                                .exported("payment_id", "row_number", "number", "stated", "outcome", "applied"),
                        OwnedTable.through("credit", "credit", "open_item", "id", "id")
                                .exported("id", "description", "void_reason", "created_at", "created_by"),
                        OwnedTable.through("refund", "refund", "open_item", "id", "item_id")
                                .exported("id", "item_id", "amount", "effective_date", "method", "reference", "reason"),
                        OwnedTable.through("write-off", "write_off", "open_item", "id", "item_id")
                                .exported("id", "item_id", "amount", "effective_date", "reason", "reverses"),
                        OwnedTable.through(
                                        "application",
                                        "application",
                                        "open_item",
                                        "id",
                                        "credit_item_id",
                                        "debit_item_id")
                                .exported(
                                        "id",
                                        "credit_item_id",
                                        "debit_item_id",
                                        "amount",
                                        "effective_date",
                                        "rule",
                                        "reason"),
                        OwnedTable.through("adjustment", "adjustment", "open_item", "id", "item_id")
                                .exported("id", "item_id", "amount", "effective_date", "reason"))
                .map(each -> each.seenWith(Permission.READ_RECEIVABLE.wireName()))
                .toList();
    }
}
