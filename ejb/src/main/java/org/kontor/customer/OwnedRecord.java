package org.kontor.customer;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.CustomersMerged;
import org.kontor.shared.HoldsOwned;
import org.kontor.shared.OwnedTable;
import org.kontor.shared.OwnedTable.Merge;
import org.kontor.shared.Sql;

/** The record itself and what is part of it. */
@ApplicationScoped
class OwnedRecord implements HoldsOwned {

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /** Each customer has one billing number: that of the target, else that of the first source. Its service has gone over, too. */
    void on(@Observes CustomersMerged merged) {
        Sql.execute(
                dataSource,
                "update customer_btn set customer_id = ? where customer_id ="
                        + " (select min(customer_id) from customer_btn where customer_id = any(?))"
                        + " and not exists (select from customer_btn where customer_id = ?)",
                Sql.of(merged.target(), merged.sources().toArray(Long[]::new), merged.target()));
    }

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
                OwnedTable.of("former-id", "former_customer", "customer_id").exported("id", "account_number"),
                OwnedTable.of("child-account", "customer", "parent_id")
                        .detached()
                        .exported("id", "display_name"));
    }
}
