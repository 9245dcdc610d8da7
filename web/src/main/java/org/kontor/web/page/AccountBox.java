package org.kontor.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.access.Permission;
import org.kontor.receivable.AccountSummary;
import org.kontor.receivable.AccountView;
import org.kontor.receivable.CustomerAccounts;
import org.kontor.receivable.PaymentView;

/** How the customer of the record page stands, for those who may read it (S4-48, S4-54, S4-68). */
@Named("accountBox")
@ViewScoped
public class AccountBox implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    CustomerAccounts accounts;

    @Inject
    CustomerPage page;

    @Inject
    ShellPage shell;

    private Optional<AccountSummary> summary = Optional.empty();

    @PostConstruct
    void open() {
        if (shell.may(Permission.READ_RECEIVABLE.wireName())) {
            summary = Optional.of(accounts.summary(page.getId()));
        }
    }

    /** Whether the reader may know. */
    public boolean isAllowed() {
        return summary.isPresent();
    }

    /** How they stand; null for those who may not know, as expressions know no Optional. */
    public @Nullable AccountSummary getSummary() {
        return summary.orElse(null);
    }

    /** By currency, that of the account first; empty when nothing is owed and nothing is held. */
    public List<AccountView> getAccounts() {
        return summary.map(AccountSummary::accounts).orElse(List.of());
    }

    /** The payment received last; null for none. */
    public @Nullable PaymentView getLastPayment() {
        return summary.flatMap(AccountSummary::lastPayment).orElse(null);
    }
}
