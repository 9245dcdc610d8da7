package org.kontor.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.access.Permission;
import org.kontor.accounting.AccountingBalance;
import org.kontor.accounting.AccountingLink;
import org.kontor.accounting.AccountingView;
import org.kontor.accounting.CustomerAccounting;
import org.kontor.accounting.ResyncReport;
import org.kontor.accounting.Resyncs;

/** How the customer of the record page stands by the accounting system (S4-46, S4-47), and reading it again (S4-29). */
@Named("accountingBox")
@ViewScoped
public class AccountingBox implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    CustomerAccounting accounting;

    @Inject
    Resyncs resyncs;

    @Inject
    CustomerPage page;

    @Inject
    ShellPage shell;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private Optional<AccountingView> view = Optional.empty();
    private boolean offered;
    private boolean ready;

    @PostConstruct
    void open() {
        if (shell.may(Permission.READ_RECEIVABLE.wireName())) {
            view = Optional.of(accounting.of(page.getId()));
        }
        offered = shell.may(Permission.SYNC_CUSTOMER.wireName());
        ready = offered && accounting.connected();
    }

    /** Whether the reader may know, and an enabled accounting connection knows the customer. */
    public boolean isConnected() {
        return view.filter(AccountingView::connected).isPresent();
    }

    /** By currency; empty when nothing is owed and nothing was. */
    public List<AccountingBalance> getBalances() {
        return view.map(AccountingView::balances).orElse(List.of());
    }

    /** Which records there the customer is. */
    public List<AccountingLink> getLinks() {
        return view.map(AccountingView::links).orElse(List.of());
    }

    /** What people call the connections that know the customer. */
    public String getNames() {
        return getLinks().stream()
                .filter(link -> !link.gone())
                .map(AccountingLink::connection)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Whether there is an enabled connection from which the customer could be read again. */
    public boolean isReady() {
        return ready;
    }

    /** Whether the menu offers to read the customer again. */
    public boolean isOffered() {
        return offered;
    }

    /** Reads the customer again; what changed stands in the timeline (S4-30). A refusal is shown with its reason. */
    public void resync() {
        ResyncReport report = resyncs.resync(page.getId());
        int changes = report.changes().size();
        notices.done(changes == 0 ? texts.of("accounting.same") : texts.of("accounting.read", changes));
        report.left().forEach(notices::refused);
        notices.go("/customer.xhtml?id=" + page.getId() + "&tab=" + (changes == 0 ? page.getTab() : "timeline"));
    }
}
