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
import org.kontor.receivable.InvoiceTemplates;
import org.kontor.receivable.SalesLists;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;
import org.kontor.subscription.SubscriptionDraft;
import org.kontor.subscription.SubscriptionInterval;
import org.kontor.subscription.SubscriptionPreview;
import org.kontor.subscription.SubscriptionView;
import org.kontor.subscription.Subscriptions;
import org.kontor.web.page.Choices.Choice;

/**
 * The form that makes a subscription for the {@code customer} of the address, or changes the one with this {@code id} (S4-132). What it
 * will invoice next is shown with every change.
 */
@Named("subscriptionEditPage")
@ViewScoped
public class SubscriptionEditPage extends EditPage<SubscriptionView, SubscriptionDraft> {

    private static final long serialVersionUID = 1L;

    @Inject
    Subscriptions subscriptions;

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
    private String customerName = "";
    private List<Choice> items = List.of();
    private List<Choice> taxes = List.of();
    private List<Choice> templates = List.of();
    private final SubscriptionForm form = new SubscriptionForm();
    private Optional<SubscriptionPreview> seen = Optional.empty();
    private boolean listed;
    private boolean settled;

    /** Takes the class of its drafts. */
    public SubscriptionEditPage() {
        super(SubscriptionDraft.class, "lines");
    }

    /** Fetches the subscription or its customer, and the lists; called once when the page is opened. */
    public void open() {
        shell.require(Permission.WRITE_SUBSCRIPTION);
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
        listed = !rates.isEmpty();
        if (id != 0) {
            SubscriptionView view = begin();
            customerId = view.customerId();
            settled = view.nextPeriod() > 0 || view.cancelOn().isPresent();
        } else {
            form.addLine();
        }
        CustomerView customer = customers.find(customerId).orElseThrow(this::absent);
        customerName = customer.displayName();
        Map<String, String> values = form.getValues();
        values.putIfAbsent("currency", customer.currency());
        values.putIfAbsent("interval", SubscriptionInterval.MONTHLY.name());
        values.putIfAbsent("every", "1");
        values.putIfAbsent("issue", "false");
        offer(offered, rates);
        preview();
    }

    private void offer(List<Choice> offered, List<Choice> rates) {
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
    }

    private static void add(List<Choice> choices, String code, String name) {
        if (!code.isEmpty() && choices.stream().noneMatch(each -> each.code().equals(code))) {
            String plain = code.startsWith(InvoiceForm.PERCENT) ? code.substring(1) + " %" : code;
            choices.add(new Choice(code, name.isEmpty() ? plain : name));
        }
    }

    /** Works out what would be invoiced next; nothing is shown for what cannot be read, or made, yet. */
    public void preview() {
        seen = Optional.empty();
        Typed typed = new Typed(texts);
        SubscriptionDraft draft = form.draft(typed, listed);
        if (typed.errors().isEmpty()) {
            seen = worked(draft, new ArrayList<>());
        }
    }

    /** What a draft comes to; empty, with what is against it, when it cannot be made yet. */
    private Optional<SubscriptionPreview> worked(SubscriptionDraft draft, List<FieldError> against) {
        try {
            return Optional.of(id == 0 ? subscriptions.preview(customerId, draft) : subscriptions.previewOf(id, draft));
        } catch (AppException e) {
            if (e.kind() != ErrorKind.INVALID) {
                throw e;
            }
            against.addAll(e.errors());
            return Optional.empty();
        }
    }

    @Override
    protected List<FieldError> against(SubscriptionDraft draft) {
        List<FieldError> against = new ArrayList<>();
        worked(draft, against);
        return against;
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

    @Override
    protected SubscriptionView load() {
        SubscriptionView view = subscriptions.find(id).orElseThrow(this::absent);
        if (!view.open()) {
            throw new AppException(ErrorKind.CONFLICT, "OVER", texts.of("subscription.isOver"));
        }
        return view;
    }

    @Override
    protected SubscriptionView create(SubscriptionDraft draft) {
        return subscriptions.make(customerId, draft);
    }

    @Override
    protected SubscriptionView change(SubscriptionView before, SubscriptionDraft draft) {
        return subscriptions.change(id, before.version(), draft);
    }

    @Override
    protected SubscriptionDraft draftOf(SubscriptionView view) {
        SubscriptionForm shown = new SubscriptionForm();
        shown.fill(view.toDraft(), texts);
        return shown.draft(new Typed(texts), listed);
    }

    @Override
    protected List<FieldError> unreadable() {
        Typed typed = new Typed(texts);
        form.draft(typed, listed);
        return typed.errors();
    }

    @Override
    protected SubscriptionDraft typed() {
        return form.draft(new Typed(texts), listed);
    }

    @Override
    protected void fill(SubscriptionDraft draft) {
        form.fill(draft, texts);
    }

    @Override
    protected String changedBy(SubscriptionView view) {
        return view.updatedBy();
    }

    @Override
    protected Saved saved(SubscriptionView view) {
        return new Saved(
                texts.of(isFresh() ? "subscription.made" : "subscription.saved", view.description()),
                "/subscription.xhtml?id=" + view.id());
    }

    private AppException absent() {
        return id == 0
                ? new AppException(
                        ErrorKind.ABSENT,
                        "CUSTOMER_NOT_FOUND",
                        texts.of("customer.notFound", Long.toString(customerId)))
                : new AppException(
                        ErrorKind.ABSENT,
                        "SUBSCRIPTION_NOT_FOUND",
                        texts.of("subscription.notFound", Long.toString(id)));
    }

    /** Key of the heading. */
    public String getHeading() {
        return id == 0 ? "subscription.new" : "subscription.edit";
    }

    /** Address that the form goes back to when nothing is saved. */
    public String getBack() {
        return id == 0 ? "/customer.xhtml?id=" + customerId + "&tab=subscriptions" : "/subscription.xhtml?id=" + id;
    }

    /** Whether the days of its invoices, and their currency, stay as they are. */
    public boolean isSettled() {
        return settled;
    }

    /** What would be invoiced next; null before that can be said, as expressions know no Optional. */
    public @Nullable SubscriptionPreview getSeen() {
        return seen.orElse(null);
    }

    /** What periods can be counted in. */
    public SubscriptionInterval[] getIntervals() {
        return SubscriptionInterval.values();
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

    /** Id of the subscription; 0 for a new one. */
    public long getId() {
        return id;
    }

    /** Sets the id of the subscription. */
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
