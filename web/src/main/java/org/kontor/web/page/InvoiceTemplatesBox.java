package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kontor.access.Permission;
import org.kontor.receivable.InvoiceTemplateDraft;
import org.kontor.receivable.InvoiceTemplateView;
import org.kontor.receivable.InvoiceTemplates;
import org.kontor.receivable.PaymentWay;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** What the named invoice templates offer (S4-57); the one whose code {@code offer} stands in the address is in the form. */
@Named("invoiceTemplatesBox")
@ViewScoped
public class InvoiceTemplatesBox implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    InvoiceTemplates templates;

    @Inject
    ShellPage shell;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private final EntryForms forms = new EntryForms();
    private List<InvoiceTemplateView> all = List.of();
    private Optional<InvoiceTemplateView> stored = Optional.empty();
    private String offer = "";
    private String language = "";
    private String[] ways = {};

    /** Fetches them; called once when the page is opened. */
    public void open() {
        all = templates.list();
        if (!offer.isEmpty()) {
            shell.require(Permission.WRITE_SETTINGS);
            InvoiceTemplateView found = all.stream()
                    .filter(each -> each.code().equals(offer))
                    .findFirst()
                    .orElseThrow(() ->
                            new AppException(ErrorKind.ABSENT, "INVOICE_TEMPLATE_NOT_FOUND", texts.of("error.404")));
            stored = Optional.of(found);
            language = found.language();
            ways = found.paymentWays().stream().map(Enum::name).toArray(String[]::new);
        }
    }

    /** Saves what stands in the form. */
    public void save() {
        forms.save(
                () -> {
                    templates.offer(
                            offer,
                            new InvoiceTemplateDraft(
                                    language,
                                    Stream.of(ways).map(PaymentWay::valueOf).toList()));
                    return texts.of("templates.saved");
                },
                "/templates.xhtml",
                texts,
                notices);
    }

    /** The ways to pay of one, in words. */
    public String ways(InvoiceTemplateView template) {
        return template.paymentWays().stream()
                .map(way -> texts.of("paymentWay." + way))
                .collect(Collectors.joining(", "));
    }

    /** All of them. */
    public List<InvoiceTemplateView> getAll() {
        return all;
    }

    /** Whether one is in the form. */
    public boolean isEditing() {
        return stored.isPresent();
    }

    /** Name of the one in the form. */
    public String getName() {
        return stored.map(InvoiceTemplateView::name).orElse("");
    }

    /** What needs a correction. */
    public FieldErrors getErrors() {
        return forms.errors();
    }

    /** What can be chosen. */
    public PaymentWay[] getEvery() {
        return PaymentWay.values();
    }

    /** Code of the one in the form; empty for none. */
    public String getOffer() {
        return offer;
    }

    /** Sets it. */
    public void setOffer(@Nullable String value) {
        offer = Typed.text(value);
    }

    /** Its language; empty for that of the company entity. */
    public String getLanguage() {
        return language;
    }

    /** Sets it. */
    public void setLanguage(@Nullable String value) {
        language = Typed.text(value);
    }

    /** Names of its ways to pay. */
    public String[] getChosen() {
        return ways.clone();
    }

    /** Sets them. */
    public void setChosen(String @Nullable [] value) {
        ways = value == null ? new String[0] : value.clone();
    }
}
