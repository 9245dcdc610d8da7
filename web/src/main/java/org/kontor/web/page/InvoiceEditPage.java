package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.access.Permission;
import org.kontor.customer.CustomerView;
import org.kontor.customer.Customers;
import org.kontor.receivable.DocumentKind;
import org.kontor.receivable.InvoiceDraft;
import org.kontor.receivable.InvoiceStatus;
import org.kontor.receivable.InvoiceTemplates;
import org.kontor.receivable.InvoiceView;
import org.kontor.receivable.Invoices;
import org.kontor.receivable.PricedView;
import org.kontor.receivable.SalesLists;
import org.kontor.settings.CustomFieldOwner;
import org.kontor.settings.CustomFields;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;
import org.kontor.web.page.Choices.Choice;

/**
 * The form that makes an invoice for the {@code customer} of the address (with {@code kind=CREDIT_MEMO} a credit memo), or changes the
 * draft {@code id}. What the lines come to is shown with every change.
 */
@Named("invoiceEditPage")
@ViewScoped
public class InvoiceEditPage extends EditPage<InvoiceView, InvoiceDraft> {

    private static final long serialVersionUID = 1L;

    @Inject
    Invoices invoices;

    @Inject
    CustomFields fields;

    @Inject
    SalesLists lists;

    @Inject
    Customers customers;

    @Inject
    InvoiceTemplates named;

    @Inject
    ShellPage shell;

    private long id;
    private long customerId;
    private DocumentKind kind = DocumentKind.INVOICE;
    private String customerName = "";
    private List<Choice> items = List.of();
    private List<Choice> taxes = List.of();
    private List<Choice> templates = List.of();
    private final InvoiceForm form = new InvoiceForm();
    private Optional<PricedView> priced = Optional.empty();
    private boolean listed;
    private boolean issuing;

    /** Takes the class of its drafts. */
    public InvoiceEditPage() {
        super(InvoiceDraft.class, "lines");
    }

    /** Fetches the draft or its customer, and the lists; called once when the page is opened. */
    public void open() {
        shell.require(Permission.WRITE_RECEIVABLE);
        List<Choice> rates = new ArrayList<>();
        lists.rates().stream()
                .filter(each -> !each.retired())
                .forEach(each -> add(
                        rates,
                        each.code(),
                        texts.of(
                                "invoice.rateText",
                                each.name(),
                                each.percent().stripTrailingZeros().toPlainString())));
        List<Choice> offered = new ArrayList<>();
        lists.items().stream().filter(each -> !each.retired()).forEach(each -> add(offered, each.code(), each.name()));
        form.getCustom().offer(fields.of(CustomFieldOwner.INVOICE), texts.locale());
        listed = !rates.isEmpty();
        if (id != 0) {
            customerId = begin().customerId();
        } else {
            form.addLine();
        }
        CustomerView customer = customers.find(customerId).orElseThrow(this::absent);
        customerName = customer.displayName();
        form.getValues().putIfAbsent("currency", customer.currency());
        form.getValues().putIfAbsent("template", named.ofCustomer(customerId).template());
        List<Choice> papers = new ArrayList<>();
        named.choices().forEach(each -> add(papers, each.code(), each.name()));
        String paper = Typed.text(form.getValues().get("template"));
        if (paper.length() > 2) {
            add(papers, paper, "");
        }
        templates = List.copyOf(papers);
        form.getLines().forEach(line -> {
            add(offered, Typed.text(line.get("itemCode")), "");
            add(rates, Typed.text(line.get("taxCode")), "");
        });
        items = List.copyOf(offered);
        taxes = List.copyOf(rates);
        preview();
    }

    private static void add(List<Choice> choices, String code, String name) {
        if (!code.isEmpty() && choices.stream().noneMatch(each -> each.code().equals(code))) {
            String plain = code.startsWith(InvoiceForm.PERCENT) ? code.substring(1) + " %" : code;
            choices.add(new Choice(code, name.isEmpty() ? plain : name));
        }
    }

    /** Works out what the inputs come to; nothing is shown for what cannot be read yet. */
    public void preview() {
        Typed typed = new Typed(texts);
        InvoiceDraft draft = form.draft(customerId, InvoiceStatus.DRAFT, typed, listed);
        if (!typed.errors().isEmpty()) {
            priced = Optional.empty();
            return;
        }
        try {
            priced = Optional.of(invoices.preview(kind, draft));
        } catch (AppException e) {
            if (e.kind() != ErrorKind.INVALID) {
                throw e;
            }
            priced = Optional.empty();
        }
    }

    /** Adds an empty line at the end. */
    public void addLine() {
        form.addLine();
        preview();
    }

    /** Takes a line out. */
    public void removeLine(int index) {
        form.getLines().remove(index);
        preview();
    }

    /** Saves as a draft. */
    public void saveDraft() {
        issuing = false;
        save();
    }

    /** Saves and issues at once. */
    public void saveAndIssue() {
        issuing = true;
        save();
    }

    @Override
    protected InvoiceView load() {
        InvoiceView view = invoices.findAll(List.of(id)).stream().findFirst().orElseThrow(this::absent);
        kind = view.kind();
        if (view.status() != InvoiceStatus.DRAFT) {
            throw new AppException(ErrorKind.CONFLICT, "ISSUED", texts.of("invoice.isIssued", view.number()));
        }
        return view;
    }

    @Override
    protected InvoiceView create(InvoiceDraft draft) {
        return invoices.create(kind, draft);
    }

    @Override
    protected InvoiceView change(InvoiceView seen, InvoiceDraft draft) {
        return invoices.revise(kind, id, seen.version(), draft);
    }

    @Override
    protected InvoiceDraft draftOf(InvoiceView view) {
        InvoiceForm shown = new InvoiceForm();
        shown.fill(view.toDraft(), texts);
        return shown.draft(view.customerId(), InvoiceStatus.DRAFT, new Typed(texts), listed);
    }

    @Override
    protected List<FieldError> unreadable() {
        Typed typed = new Typed(texts);
        form.draft(customerId, InvoiceStatus.DRAFT, typed, listed);
        typed.errors().addAll(form.getCustom().unreadable(texts));
        return typed.errors();
    }

    @Override
    protected InvoiceDraft typed() {
        return form.draft(customerId, issuing ? InvoiceStatus.OPEN : InvoiceStatus.DRAFT, new Typed(texts), listed);
    }

    @Override
    protected void fill(InvoiceDraft draft) {
        form.fill(draft, texts);
    }

    @Override
    protected String changedBy(InvoiceView view) {
        return view.updatedBy();
    }

    @Override
    protected Saved saved(InvoiceView view) {
        return new Saved(
                texts.of(view.status() == InvoiceStatus.DRAFT ? "invoice.saved" : "invoice.issued", view.number()),
                "/invoice.xhtml?id=" + view.id());
    }

    private AppException absent() {
        return id == 0
                ? new AppException(
                        ErrorKind.ABSENT,
                        "CUSTOMER_NOT_FOUND",
                        texts.of("customer.notFound", Long.toString(customerId)))
                : new AppException(
                        ErrorKind.ABSENT, "INVOICE_NOT_FOUND", texts.of("invoice.notFound", Long.toString(id)));
    }

    /** Key of the heading. */
    public String getHeading() {
        if (!isFresh()) {
            return "invoice.edit";
        }
        return kind == DocumentKind.INVOICE ? "invoice.new" : "memo.new";
    }

    /** What stands in the inputs of the head, by name of the field. */
    public Map<String, String> getValues() {
        return form.getValues();
    }

    /** What stands in the inputs of the lines, by name of the field. */
    public List<Map<String, String>> getLines() {
        return form.getLines();
    }

    /** Invoice templates that can be chosen. */
    public List<Choice> getTemplates() {
        return templates;
    }

    /** What the inputs come to; null for what cannot be read yet, as expressions know no Optional. */
    public @Nullable PricedView getPriced() {
        return priced.orElse(null);
    }

    /** What a line comes to without tax; empty for what cannot be read yet. */
    public String net(int index) {
        return priced.filter(all -> index < all.lines().size())
                .map(all -> texts.amount(all.lines().get(index).net()))
                .orElse("");
    }

    /** Inputs of custom fields. */
    public CustomForm getCustom() {
        return form.getCustom();
    }

    /** Items of the list to choose from; empty when there is no list. */
    public List<Choice> getItems() {
        return items;
    }

    /** Tax rates of the list to choose from; empty when there is no list. */
    public List<Choice> getTaxes() {
        return taxes;
    }

    /** Whether tax is chosen from the list of rates, and not typed. */
    public boolean isListed() {
        return listed;
    }

    /** Display name of the customer. */
    public String getCustomerName() {
        return customerName;
    }

    /** Invoice or credit memo. */
    public DocumentKind getKind() {
        return kind;
    }

    /** Sets invoice or credit memo. */
    public void setKind(DocumentKind value) {
        kind = value;
    }

    /** Id of the draft; 0 for a new one. */
    public long getId() {
        return id;
    }

    /** Sets the id of the draft. */
    public void setId(long value) {
        id = value;
    }

    /** Id of the customer. */
    public long getCustomerId() {
        return customerId;
    }

    /** Sets the id of the customer. */
    public void setCustomerId(long value) {
        customerId = value;
    }
}
