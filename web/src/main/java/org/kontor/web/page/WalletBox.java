package org.kontor.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.access.Permission;
import org.kontor.shared.AppException;
import org.kontor.shared.FieldError;
import org.kontor.wallet.MethodRemoval;
import org.kontor.wallet.MethodTransfer;
import org.kontor.wallet.PaymentMethodType;
import org.kontor.wallet.PaymentMethodView;
import org.kontor.wallet.PaymentMethods;
import org.kontor.wallet.VaultChoice;

/** Payment methods of the customer of the record page, and giving one to another customer (S4-34). */
@Named("walletBox")
@ViewScoped
public class WalletBox implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    PaymentMethods methods;

    @Inject
    CustomerPage page;

    @Inject
    ShellPage shell;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private final FieldErrors errors = new FieldErrors();
    private List<PaymentMethodView> all = List.of();
    private Optional<PaymentMethodView> chosen = Optional.empty();
    private List<VaultChoice> vaults = List.of();
    private MethodForm form = new MethodForm();
    private String customer = "";
    private String consentedOn = "";

    @PostConstruct
    void open() {
        if (shell.may(Permission.READ_RECEIVABLE.wireName())) {
            all = methods.ofCustomer(page.getId());
        }
        if (shell.may(Permission.WRITE_RECEIVABLE.wireName())) {
            vaults = methods.vaults();
        }
    }

    /** Opens the dialog for one. */
    public void choose(PaymentMethodView method) {
        chosen = Optional.of(method);
        customer = "";
        consentedOn = "";
        errors.clear();
    }

    /** Opens the dialog for another one. */
    public void begin() {
        form = new MethodForm();
        errors.clear();
    }

    /** Adds the typed one. */
    public void add() {
        errors.clear();
        attempt(() -> notices.done(texts.of("wallet.added", label(methods.add(page.getId(), form.draft())))));
    }

    /** Takes one out of use and asks its vault to forget it. */
    public void removeAtVault(PaymentMethodView method) {
        attempt(() -> {
            methods.removeAtVault(method.id(), method.version());
            notices.done(texts.of("wallet.removing", label(method), method.vault()));
        });
    }

    /** Gives the chosen one to the customer with the typed number. */
    public void transfer() {
        errors.clear();
        Typed typed = new Typed(texts);
        Optional<LocalDate> consent = isMandate() ? typed.date("consentedOn", consentedOn) : Optional.empty();
        List<FieldError> wrong = new ArrayList<>(typed.errors());
        if (!customer.strip().matches("\\d{1,18}")) {
            wrong.add(0, new FieldError("customerId", "WRONG_TYPE", texts.of("wallet.number")));
        }
        if (!wrong.isEmpty()) {
            errors.show(wrong, texts);
            return;
        }
        PaymentMethodView method = chosen.orElseThrow();
        attempt(() -> {
            methods.transfer(
                    method.id(), method.version(), new MethodTransfer(Long.parseLong(customer.strip()), consent));
            notices.done(texts.of("wallet.transferred", label(method)));
        });
    }

    /** Takes one out of use. */
    public void retire(PaymentMethodView method) {
        attempt(() -> {
            methods.retire(method.id(), method.version());
            notices.done(texts.of("wallet.retired", label(method)));
        });
    }

    private void attempt(Runnable change) {
        try {
            change.run();
        } catch (AppException e) {
            errors.showOrBanner(e, texts, notices);
        }
        open();
    }

    /** What tells one from others: brand, or its kind, and last digits. */
    public String label(PaymentMethodView method) {
        String name = method.brand().isEmpty() ? texts.of("wallet." + method.type()) : method.brand();
        return method.lastDigits().isEmpty() ? name : name + " •• " + method.lastDigits();
    }

    /** References of the payments under way with one. */
    public String underWay(PaymentMethodView method) {
        return String.join(", ", method.authorisations());
    }

    /** Where the wish that the vault forgets one stands, for people; empty when nobody had it. */
    public String removal(PaymentMethodView method) {
        return method.removal()
                .map(wish -> texts.of(
                        "wallet.removal." + wish.state(),
                        method.vault(),
                        texts.moment(wish.at()),
                        texts.say(wish.message())))
                .orElse("")
                .strip();
    }

    /** Whether its vault may be asked to forget it. */
    public boolean removable(PaymentMethodView method) {
        return method.authorisations().isEmpty()
                && method.removal()
                        .filter(wish -> wish.state() != MethodRemoval.State.REFUSED)
                        .isEmpty();
    }

    /** The vaults in which another one may lie; none for whoever may not add any. */
    public List<VaultChoice> getVaults() {
        return vaults;
    }

    /** What is typed of another one. */
    public MethodForm getForm() {
        return form;
    }

    /** Kinds of methods. */
    public List<PaymentMethodType> getTypes() {
        return List.of(PaymentMethodType.values());
    }

    /** All of them; none for whoever may not know. */
    public List<PaymentMethodView> getAll() {
        return all;
    }

    /** The one in the dialog. */
    public @Nullable PaymentMethodView getChosen() {
        return chosen.orElse(null);
    }

    /** Whether the one in the dialog is a bank account, which needs a mandate of the customer who gets it. */
    public boolean isMandate() {
        return chosen.filter(method -> method.type() == PaymentMethodType.BANK_DEBIT)
                .isPresent();
    }

    /** What needs a correction. */
    public FieldErrors getErrors() {
        return errors;
    }

    /** Number of the customer who gets it. */
    public String getCustomer() {
        return customer;
    }

    /** Sets it. */
    public void setCustomer(@Nullable String value) {
        customer = Typed.text(value);
    }

    /** The day of the mandate, such as 2026-11-22. */
    public String getConsentedOn() {
        return consentedOn;
    }

    /** Sets it. */
    public void setConsentedOn(@Nullable String value) {
        consentedOn = Typed.text(value);
    }
}
