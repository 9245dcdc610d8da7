package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.receivable.CustomerTemplateDraft;
import org.kontor.receivable.CustomerTemplateView;
import org.kontor.receivable.InvoiceTemplates;
import org.kontor.web.page.Choices.Choice;

/** By which template invoices of the customer of the record page are made (S4-57). */
@Named("invoiceTemplateBox")
@ViewScoped
public class InvoiceTemplateBox implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    InvoiceTemplates templates;

    @Inject
    CustomerPage page;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private Optional<CustomerTemplateView> view = Optional.empty();
    private List<Choice> choices = List.of();
    private String chosen = "";

    /** Its name; empty for none. */
    public String shown(long customer) {
        return of(customer).name();
    }

    private CustomerTemplateView of(long customer) {
        if (view.isEmpty()) {
            CustomerTemplateView found = templates.ofCustomer(customer);
            chosen = found.template();
            List<Choice> all = new ArrayList<>();
            templates.choices().forEach(each -> all.add(new Choice(each.code(), each.name())));
            // One that was retired stays where it was chosen.
            if (!chosen.isEmpty() && all.stream().noneMatch(each -> each.code().equals(chosen))) {
                all.add(new Choice(chosen, found.name()));
            }
            choices = List.copyOf(all);
            view = Optional.of(found);
        }
        return view.orElseThrow();
    }

    /** Whether there is anything to choose. */
    public boolean offered(long customer) {
        of(customer);
        return !choices.isEmpty();
    }

    /** Saves what was chosen. */
    public void save() {
        templates.choose(page.getId(), new CustomerTemplateDraft(chosen));
        notices.done(texts.of("invoiceTemplate.saved", page.getCustomer().displayName()));
        notices.go("/customer.xhtml?id=" + page.getId() + "&tab=" + page.getTab());
    }

    /** What can be chosen. */
    public List<Choice> getChoices() {
        of(page.getId());
        return choices;
    }

    /** Code of the one that is chosen; empty for none. */
    public String getChosen() {
        of(page.getId());
        return chosen;
    }

    /** Sets it. */
    public void setChosen(@Nullable String value) {
        chosen = Typed.text(value);
    }
}
