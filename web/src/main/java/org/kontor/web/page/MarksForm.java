package org.kontor.web.page;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kontor.customer.CustomerDraft;
import org.kontor.customer.CustomerHealth;
import org.kontor.customer.FlagDraft;
import org.kontor.customer.OwnerChoice;
import org.kontor.customer.Owners;

/** What stands in the inputs for health, owners and custom fields. Tags, flags and switches have none: they are carried. */
public class MarksForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private @Nullable CustomerHealth health;
    private String billingOwner = "";
    private String accountManager = "";
    private String salesRep = "";
    private String manager = "";
    private final CustomForm custom = new CustomForm();
    private List<String> tags = List.of();
    private transient List<FlagDraft> flags = List.of();
    private boolean autoPayments = true;
    private boolean lateFees = true;

    /** Puts values into the inputs. */
    void fill(CustomerDraft draft) {
        health = draft.health().orElse(null);
        billingOwner = draft.owners().billingOwner().orElse("");
        accountManager = draft.owners().accountManager().orElse("");
        salesRep = draft.owners().salesRep().orElse("");
        manager = draft.owners().manager().orElse("");
        custom.fill(draft.customFields());
        tags = draft.tags();
        flags = draft.flags();
        autoPayments = draft.autoPayments().orElse(true);
        lateFees = draft.lateFees().orElse(true);
    }

    /** The draft with what the inputs say. A value that was not touched stays what it was, be it of a retired field. */
    CustomerDraft into(CustomerDraft draft) {
        return draft.withMarks(
                tags,
                flags,
                Optional.ofNullable(health),
                owners(),
                custom.given(),
                Optional.of(autoPayments),
                Optional.of(lateFees));
    }

    /** Who looks after the customer. */
    Owners owners() {
        return new Owners(login(billingOwner), login(accountManager), login(salesRep), login(manager));
    }

    /** Who can be chosen, and who plays a part now and could not be chosen any more: saving keeps them. */
    static List<OwnerChoice> withHolders(List<OwnerChoice> choices, Owners now) {
        Stream<OwnerChoice> gone = Arrays.stream(Owners.Part.values())
                .flatMap(part -> now.of(part).stream())
                .distinct()
                .filter(login -> choices.stream().noneMatch(each -> each.login().equals(login)))
                .map(login -> new OwnerChoice(login, login));
        return Stream.concat(choices.stream(), gone).toList();
    }

    private static Optional<String> login(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    }

    /** Inputs of custom fields. */
    public CustomForm getCustom() {
        return custom;
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
