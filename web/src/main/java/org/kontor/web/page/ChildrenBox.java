package org.kontor.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.kontor.access.Permission;
import org.kontor.customer.AccountType;
import org.kontor.customer.CustomerQuery;
import org.kontor.customer.CustomerRow;
import org.kontor.customer.Customers;
import org.kontor.receivable.CustomerAccounts;
import org.kontor.receivable.ListBalance;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/** The children of the customer of the page, and what their invoices leave open (S4-42). Fetched once, for a parent alone. */
@Named("childrenBox")
@ViewScoped
public class ChildrenBox implements Serializable {

    private static final long serialVersionUID = 1L;

    /** So many are shown; the list shows all. */
    private static final int SHOWN = 50;

    @Inject
    Customers customers;

    @Inject
    CustomerAccounts accounts;

    @Inject
    CustomerPage page;

    @Inject
    ShellPage shell;

    private Page<CustomerRow> children = new Page<>(List.of(), Optional.empty());
    private Map<Long, List<ListBalance>> balances = Map.of();

    @PostConstruct
    void open() {
        if (page.getCustomer().accountType() != AccountType.PARENT) {
            return;
        }
        CustomerQuery ofParent = new CustomerQuery(
                        "",
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(false),
                        CustomerQuery.Sort.NAME,
                        false)
                .with(new CustomerQuery.Facts(
                        Optional.empty(),
                        Optional.of(page.getId()),
                        Set.of(),
                        "",
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        ""));
        children = customers.list(ofParent, new PageRequest(SHOWN, Optional.empty()));
        if (isReceivablesShown()) {
            balances = accounts.inList(
                    children.items().stream().map(CustomerRow::id).toList());
        }
    }

    /** Whether the reader may see what is owed. */
    public boolean isReceivablesShown() {
        return shell.may(Permission.READ_RECEIVABLE.wireName());
    }

    /** The first children, by name. */
    public List<CustomerRow> getChildren() {
        return children.items();
    }

    /** Whether there are more. */
    public boolean isMore() {
        return children.nextCursor().isPresent();
    }

    /** How a child stands, by currency; empty when it owes nothing and has nothing. */
    public List<ListBalance> balances(long id) {
        return balances.getOrDefault(id, List.of());
    }

    /** What the invoices of one leave open in a currency. */
    public BigDecimal owed(ListBalance balance) {
        return balance.buckets()
                .current()
                .add(balance.buckets().d1to30())
                .add(balance.buckets().d31to60())
                .add(balance.buckets().d61to90())
                .add(balance.buckets().d91plus());
    }

    /** What the invoices of those shown leave open together, by currency. */
    public List<Map.Entry<String, BigDecimal>> getTotals() {
        Map<String, BigDecimal> totals = new TreeMap<>();
        balances.values()
                .forEach(each ->
                        each.forEach(balance -> totals.merge(balance.currency(), owed(balance), BigDecimal::add)));
        return List.copyOf(totals.entrySet());
    }
}
