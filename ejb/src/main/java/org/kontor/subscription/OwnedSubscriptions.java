package org.kontor.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.kontor.access.Permission;
import org.kontor.settings.SystemTable;
import org.kontor.settings.SystemTableUse;
import org.kontor.shared.HoldsOwned;
import org.kontor.shared.OwnedTable;

/** Subscriptions go over to the customer who stays, as they are (S4-119), and go with the customer who is erased (S4-93). */
@ApplicationScoped
class OwnedSubscriptions implements HoldsOwned, SystemTableUse {

    @Inject
    SubscriptionRepository repository;

    @Override
    public List<OwnedTable> ownedTables() {
        return Stream.of(
                        OwnedTable.of("subscription", "subscription", "customer_id")
                                .exported(
                                        "id",
                                        "description",
                                        "currency",
                                        "frequency",
                                        "every",
                                        "starts_on",
                                        "trial_days",
                                        "invoice_limit",
                                        "issue",
                                        "due_days",
                                        "terms",
                                        "notes",
                                        "purchase_order",
                                        "state",
                                        "next_on",
                                        "cancel_on",
                                        "cancelled_at",
                                        "cancel_reason",
                                        "problem",
                                        "created_at",
                                        "created_by"),
                        OwnedTable.through(
                                        "subscription-line",
                                        "subscription_line",
                                        "subscription",
                                        "id",
                                        "subscription_id")
                                .exported(
                                        "subscription_id",
                                        "item_code",
                                        "description",
                                        "quantity",
                                        "unit_price",
                                        "discount",
                                        "tax_code",
                                        "tax_rate",
                                        "one_time",
                                        "starts_on",
                                        "ends_on"),
                        OwnedTable.through(
                                        "subscription-invoice",
                                        "subscription_invoice",
                                        "subscription",
                                        "id",
                                        "subscription_id")
                                .exported("subscription_id", "period", "starts_on", "ends_on", "invoice_id", "made_at"))
                .map(each -> each.seenWith(Permission.READ_SUBSCRIPTION.wireName()))
                .toList();
    }

    @Override
    public SystemTable table() {
        return SystemTable.INVOICE_TEMPLATES;
    }

    @Override
    public long uses(long entryId) {
        return repository.uses(entryId);
    }
}
