package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonValue;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.kontor.access.Permission;
import org.kontor.receivable.InvoiceView;
import org.kontor.receivable.Invoices;
import org.kontor.receivable.PaymentView;
import org.kontor.receivable.Payments;
import org.kontor.settings.CustomFieldOwner;
import org.kontor.settings.CustomFieldValues;
import org.kontor.settings.CustomFields;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/**
 * Custom fields of what is otherwise not changed any more: of the {@code invoice} (or credit memo) or the {@code payment} of the
 * address.
 */
@Named("customValuesPage")
@ViewScoped
public class CustomValuesPage implements CheckedForm, Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    CustomFields fields;

    @Inject
    Invoices invoices;

    @Inject
    Payments payments;

    @Inject
    ShellPage shell;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private final EntryForms forms = new EntryForms();
    private final CustomForm custom = new CustomForm();
    private long invoice;
    private long payment;
    private long version;
    private String title = "";

    /** Fetches the record; called once when the page is opened. */
    public void open() {
        shell.require(Permission.WRITE_RECEIVABLE);
        custom.offer(fields.of(invoice == 0 ? CustomFieldOwner.PAYMENT : CustomFieldOwner.INVOICE), texts.locale());
        if (invoice == 0) {
            PaymentView view =
                    payments.find(payment).orElseThrow(() -> absent("ITEM_NOT_FOUND", "item.notFound", payment));
            fill(view.version(), view.customFields());
            title = texts.of("itemKind.PAYMENT") + " "
                    + (view.reference().isEmpty() ? "#" + payment : view.reference());
        } else {
            InvoiceView view = document();
            fill(view.version(), view.customFields());
            title = texts.of("itemKind." + view.kind()) + " "
                    + (view.number().isEmpty() ? "#" + invoice : view.number());
        }
    }

    private void fill(long seen, Map<String, JsonValue> values) {
        version = seen;
        custom.fill(CustomFieldValues.given(values));
    }

    private InvoiceView document() {
        return invoices.findAll(List.of(invoice)).stream()
                .findFirst()
                .orElseThrow(() -> absent("INVOICE_NOT_FOUND", "invoice.notFound", invoice));
    }

    private AppException absent(String code, String message, long id) {
        return new AppException(ErrorKind.ABSENT, code, texts.of(message, Long.toString(id)));
    }

    @Override
    public List<FieldErrors.Entry> wrong() {
        return FieldErrors.entries(custom.unreadable(texts), texts);
    }

    /** Saves the values. */
    public void save() {
        forms.save(
                () -> {
                    if (!custom.unreadable(texts).isEmpty()) {
                        throw AppException.invalid(custom.unreadable(texts));
                    }
                    if (invoice == 0) {
                        payments.note(payment, version, custom.given());
                    } else {
                        invoices.note(document().kind(), invoice, version, custom.given());
                    }
                    return texts.of("custom.saved", title);
                },
                getBack(),
                texts,
                notices);
    }

    /** Where the record is shown, from the root of the application. */
    public String getBack() {
        return invoice == 0 ? "/item.xhtml?id=" + payment : "/invoice.xhtml?id=" + invoice;
    }

    /** What people call the record. */
    public String getTitle() {
        return title;
    }

    /** Inputs of the fields. */
    public CustomForm getCustom() {
        return custom;
    }

    /** What needs a correction. */
    public FieldErrors getErrors() {
        return forms.errors();
    }

    /** Id of the invoice or credit memo; 0 for a payment. */
    public long getInvoice() {
        return invoice;
    }

    /** Sets the id of the invoice or credit memo. */
    public void setInvoice(long value) {
        invoice = value;
    }

    /** Id of the payment. */
    public long getPayment() {
        return payment;
    }

    /** Sets the id of the payment. */
    public void setPayment(long value) {
        payment = value;
    }
}
