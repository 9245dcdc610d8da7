package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.kontor.receivable.AppliedView;
import org.kontor.receivable.CreditDraft;
import org.kontor.receivable.CreditPolicy;
import org.kontor.receivable.CreditView;
import org.kontor.receivable.Credits;
import org.kontor.receivable.CustomerAccounts;
import org.kontor.receivable.OpenItem;

/** The form that adds a credit for the {@code customer} of the address (S4-19, S4-69 to S4-73). */
@Named("creditEditPage")
@ViewScoped
public class CreditEditPage extends MoneyPage<CreditView, CreditDraft, AppliedView> {

    private static final long serialVersionUID = 1L;

    /** Before the id of an invoice that was chosen instead of a policy. */
    private static final String CHOSEN = "#";

    @Inject
    Credits credits;

    @Inject
    CustomerAccounts accounts;

    private List<OpenItem> owed = List.of();

    /** Takes the class of its drafts. */
    public CreditEditPage() {
        super(CreditDraft.class);
    }

    @Override
    public void open() {
        super.open();
        owed = accounts.open(getCustomerId()).stream()
                .filter(item -> item.owed() && item.currency().equals(getCurrency()))
                .toList();
    }

    @Override
    protected CreditDraft read(Typed typed) {
        String settles = value("settles");
        boolean chosen = settles.startsWith(CHOSEN);
        return new CreditDraft(
                getCustomerId(),
                typed.amount("amount", value("amount")),
                "",
                value("description"),
                Optional.empty(),
                settles.isEmpty() || chosen ? Optional.empty() : Optional.of(CreditPolicy.valueOf(settles)),
                chosen ? Optional.of(Long.valueOf(settles.substring(1))) : Optional.empty());
    }

    @Override
    protected Optional<AppliedView> rehearse(CreditDraft draft) {
        return Optional.of(credits.preview(draft));
    }

    @Override
    protected CreditView create(CreditDraft draft) {
        return credits.add(draft);
    }

    @Override
    protected String changedBy(CreditView view) {
        return view.createdBy();
    }

    @Override
    protected Saved saved(CreditView view) {
        return new Saved(
                texts.of("credit.saved", texts.amount(view.amount()), view.currency(), texts.amount(view.remainder())),
                "/item.xhtml?id=" + view.id());
    }

    /** What the customer owes in the currency of the account, what is due longest first. */
    public List<OpenItem> getOwed() {
        return owed;
    }
}
