package org.kontor.web.page;

import jakarta.json.JsonValue;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.customer.CustomerDraft;
import org.kontor.customer.CustomerHealth;
import org.kontor.customer.FlagDraft;
import org.kontor.customer.Owners;
import org.kontor.settings.CustomFieldValues;
import org.kontor.settings.CustomFieldView;

/** What stands in the inputs for health, owners and custom fields. Tags, flags and switches have none: they are carried. */
public class MarksForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private @Nullable CustomerHealth health;
    private String billingOwner = "";
    private String accountManager = "";
    private String salesRep = "";
    private String manager = "";
    private transient List<CustomFieldView> fields = List.of();
    private final Map<String, String> values = new HashMap<>();
    private List<String> tags = List.of();
    private transient List<FlagDraft> flags = List.of();
    private transient Map<String, JsonValue> before = Map.of();
    private boolean autoPayments = true;
    private boolean lateFees = true;

    /** Offers these custom fields. */
    void offer(List<CustomFieldView> offered) {
        fields = offered;
    }

    /** Puts values into the inputs. */
    void fill(CustomerDraft draft) {
        health = draft.health().orElse(null);
        billingOwner = draft.owners().billingOwner().orElse("");
        accountManager = draft.owners().accountManager().orElse("");
        salesRep = draft.owners().salesRep().orElse("");
        manager = draft.owners().manager().orElse("");
        values.clear();
        before = new HashMap<>();
        draft.customFields()
                .forEach((key, value) -> value.ifPresent(v -> {
                    before.put(key, v);
                    values.put(key, CustomFieldValues.text(v));
                }));
        tags = draft.tags();
        flags = draft.flags();
        autoPayments = draft.autoPayments().orElse(true);
        lateFees = draft.lateFees().orElse(true);
    }

    /** The draft with what the inputs say. A value that was not touched stays what it was, be it of a retired field. */
    CustomerDraft into(CustomerDraft draft) {
        Map<String, Optional<JsonValue>> custom = new HashMap<>();
        values.forEach((key, typed) -> {
            // An input that was left empty is submitted as null.
            String text = Objects.requireNonNullElse(typed, "");
            Optional<JsonValue> old = Optional.ofNullable(before.get(key));
            boolean same = old.map(CustomFieldValues::text).filter(text::equals).isPresent();
            custom.put(key, same ? old : CustomFieldValues.ofText(text));
        });
        return draft.withMarks(
                tags,
                flags,
                Optional.ofNullable(health),
                owners(),
                custom,
                Optional.of(autoPayments),
                Optional.of(lateFees));
    }

    /** Who looks after the customer. */
    Owners owners() {
        return new Owners(login(billingOwner), login(accountManager), login(salesRep), login(manager));
    }

    private static Optional<String> login(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    }

    /** Custom fields to be filled. */
    public List<CustomFieldView> getFields() {
        return fields;
    }

    /** What stands in the inputs of custom fields, by key. */
    public Map<String, String> getValues() {
        return values;
    }

    /** How the customer stands; null for not judged, as expressions know no Optional. */
    public @Nullable CustomerHealth getHealth() {
        return health;
    }

    /** Sets how the customer stands. */
    public void setHealth(@Nullable CustomerHealth value) {
        health = value;
    }

    /** Sign-in name of the billing owner. */
    public String getBillingOwner() {
        return billingOwner;
    }

    /** Sets the billing owner. */
    public void setBillingOwner(@Nullable String value) {
        billingOwner = value == null ? "" : value;
    }

    /** Sign-in name of the account manager. */
    public String getAccountManager() {
        return accountManager;
    }

    /** Sets the account manager. */
    public void setAccountManager(@Nullable String value) {
        accountManager = value == null ? "" : value;
    }

    /** Sign-in name of the sales representative. */
    public String getSalesRep() {
        return salesRep;
    }

    /** Sets the sales representative. */
    public void setSalesRep(@Nullable String value) {
        salesRep = value == null ? "" : value;
    }

    /** Sign-in name of the manager. */
    public String getManager() {
        return manager;
    }

    /** Sets the manager. */
    public void setManager(@Nullable String value) {
        manager = value == null ? "" : value;
    }
}
