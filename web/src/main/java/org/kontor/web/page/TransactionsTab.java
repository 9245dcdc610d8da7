package org.kontor.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.receivable.CustomerAccounts;
import org.kontor.receivable.ItemKind;
import org.kontor.receivable.PostingKind;
import org.kontor.receivable.TransactionQuery;
import org.kontor.receivable.TransactionView;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/** What changed the balance of the customer that the record page shows (S4-131). Fetched when the tab is first shown. */
@Named("transactionsTab")
@ViewScoped
public class TransactionsTab implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String REFUND = "REFUND";

    @Inject
    CustomerAccounts accounts;

    @Inject
    PlanBox plans;

    @Inject
    CustomerPage page;

    private final Map<Long, Long> planned = new HashMap<>();
    private Page<TransactionView> shown = new Page<>(List.of(), Optional.empty());

    @PostConstruct
    void open() {
        shown = read(PageRequest.first());
    }

    /** The payment plan in which the invoice is that a transaction issued; 0 for none. */
    public long plan(TransactionView transaction) {
        return transaction.kind() == PostingKind.INVOICE_ISSUED ? planned.getOrDefault(transaction.itemId(), 0L) : 0;
    }

    private Page<TransactionView> read(PageRequest piece) {
        String kind = page.getKind();
        Set<ItemKind> kinds = Arrays.stream(ItemKind.values())
                .filter(each -> each.name().equals(kind))
                .collect(Collectors.toSet());
        Page<TransactionView> found = accounts.transactions(
                page.getId(),
                new TransactionQuery(kinds, kind.equals(REFUND), Optional.empty(), Optional.empty()),
                piece);
        planned.putAll(plans.plansOf(
                found.items().stream().map(TransactionView::itemId).collect(Collectors.toSet())));
        return found;
    }

    /** Shows the next piece below those on the page. */
    public void more() {
        shown.nextCursor().ifPresent(cursor -> {
            Page<TransactionView> next = read(new PageRequest(PageRequest.DEFAULT_LIMIT, Optional.of(cursor)));
            shown = new Page<>(
                    Stream.concat(shown.items().stream(), next.items().stream()).toList(), next.nextCursor());
        });
    }

    /** Transactions, the latest first. */
    public List<TransactionView> getShown() {
        return shown.items();
    }

    /** Whether there are more. */
    public boolean isMore() {
        return shown.nextCursor().isPresent();
    }

    /** What the list can be narrowed to. */
    public List<String> getKinds() {
        return Stream.concat(Arrays.stream(ItemKind.values()).map(ItemKind::name), Stream.of(REFUND))
                .toList();
    }
}
