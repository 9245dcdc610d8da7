package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.kontor.receivable.CreditView;
import org.kontor.receivable.OpeningBalanceDraft;
import org.kontor.receivable.OpeningBalances;

/** The form that brings in what the {@code customer} of the address owed, or had in hand, when they came from another system. */
@Named("openingEditPage")
@ViewScoped
public class OpeningEditPage extends MoneyPage<CreditView, OpeningBalanceDraft, Void> {

    private static final long serialVersionUID = 1L;

    @Inject
    OpeningBalances openings;

    /** Takes the class of its drafts. */
    public OpeningEditPage() {
        super(OpeningBalanceDraft.class);
    }

    @Override
    public void open() {
        super.open();
        getValues().put("currency", getCurrency());
    }

    @Override
    protected OpeningBalanceDraft read(Typed typed) {
        return new OpeningBalanceDraft(
                getCustomerId(),
                typed.amount("amount", value("amount")),
                value("currency"),
                typed.date("date", value("date")),
                typed.date("dueDate", value("dueDate")),
                Optional.empty(),
                value("number"),
                value("description"));
    }

    @Override
    protected CreditView create(OpeningBalanceDraft draft) {
        return openings.post(draft);
    }

    @Override
    protected String changedBy(CreditView view) {
        return view.createdBy();
    }

    @Override
    protected Saved saved(CreditView view) {
        return new Saved(
                texts.of("opening.saved", texts.amount(view.amount()), view.currency()), "/item.xhtml?id=" + view.id());
    }
}
