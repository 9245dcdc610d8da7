package org.kontor.contact;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.kontor.shared.HoldsOwned;
import org.kontor.shared.OwnedTable;
import org.kontor.shared.OwnedTable.Merge;

/** Contacts of a customer, with their consent and what other systems call them. */
@ApplicationScoped
class OwnedContacts implements HoldsOwned {

    @Override
    public List<OwnedTable> ownedTables() {
        return List.of(
                OwnedTable.of("contact", "contact", "customer_id")
                        .merged(Merge.UNITES, "coalesce(nullif(lower(btrim(email)), ''), id::text)")
                        .exported(
                                "id",
                                "first_name",
                                "last_name",
                                "title",
                                "email",
                                "phone",
                                "mobile",
                                "address_line1",
                                "address_line2",
                                "address_city",
                                "address_state",
                                "address_postal_code",
                                "address_country",
                                "status",
                                "is_primary",
                                "linked_in_url",
                                "sms_opt_in",
                                "custom_values",
                                "seen_job",
                                "seen_job_at",
                                "created_at",
                                "created_by",
                                "updated_at",
                                "updated_by"),
                OwnedTable.through("former-contact", "former_contact", "contact", "id", "contact_id")
                        .exported("id", "contact_id"),
                OwnedTable.through("contact-link", "contact_link", "contact", "id", "contact_id")
                        .exported("contact_id", "system", "value", "present"),
                OwnedTable.through("consent", "contact_consent", "contact", "id", "contact_id")
                        .exported("contact_id", "at", "actor", "source", "opted_in", "mobile"),
                OwnedTable.through("job-change", "contact_job_change", "contact", "id", "contact_id")
                        .exported("contact_id", "at", "source", "before", "after"));
    }
}
