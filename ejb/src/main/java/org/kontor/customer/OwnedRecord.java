package org.kontor.customer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.kontor.shared.HoldsOwned;
import org.kontor.shared.OwnedTable;
import org.kontor.shared.OwnedTable.Merge;

/** The record itself and what is part of it. */
@ApplicationScoped
class OwnedRecord implements HoldsOwned {

    @Override
    public List<OwnedTable> ownedTables() {
        return List.of(
                OwnedTable.of("customer", "customer", "id")
                        .merged(Merge.RECORD)
                        .exported(
                                "id",
                                "created_at",
                                "created_by",
                                "updated_at",
                                "updated_by",
                                "account_number",
                                "account_type",
                                "parent_id",
                                "customer_class",
                                "status",
                                "company_name",
                                "first_name",
                                "middle_name",
                                "last_name",
                                "suffix",
                                "nickname",
                                "display_name",
                                "website",
                                "bill_method",
                                "address_line1",
                                "address_line2",
                                "address_city",
                                "address_state",
                                "address_postal_code",
                                "address_country",
                                "birthdate",
                                "gender",
                                "occupation",
                                "currency",
                                "health",
                                "custom_values",
                                "auto_payments",
                                "late_fees",
                                "archived"),
                OwnedTable.of("email", "customer_email", "customer_id")
                        .merged(Merge.RECORD, "lower(address)")
                        .exported("address"),
                OwnedTable.of("phone", "customer_phone", "customer_id")
                        .merged(Merge.RECORD, "number")
                        .exported("type", "number"),
                OwnedTable.of("external-id", "external_id", "customer_id")
                        .merged(Merge.RECORD, "(system, value, kind)")
                        .exported("system", "kind", "value"),
                OwnedTable.of("tag", "customer_tag", "customer_id")
                        .merged(Merge.RECORD, "tag_id")
                        .exported("tag_id"),
                OwnedTable.of("flag", "customer_flag", "customer_id")
                        .exported("type_id", "note", "created_at", "created_by"),
                OwnedTable.of("telephone-service", "telephone_service", "customer_id")
                        .exported("number", "name", "created_at", "created_by"),
                OwnedTable.of("billing-number", "customer_btn", "customer_id")
                        .merged(Merge.UNITES)
                        .exported("number"),
                OwnedTable.of("child-account", "customer", "parent_id")
                        .detached()
                        .exported("id", "display_name"));
    }
}
