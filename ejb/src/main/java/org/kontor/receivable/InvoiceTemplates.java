package org.kontor.receivable;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.access.AccessLog;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.customer.CustomerGate;
import org.kontor.shared.AppException;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.DomainEvent.Change;
import org.kontor.shared.ErrorKind;

/**
 * Templates of invoices and credit memos that a company named (S4-57): which ways to pay each offers, and which one a customer has. Their
 * names are entries of the system table {@code invoice-templates}; what they look like is a document template.
 */
@Stateless
public class InvoiceTemplates {

    /** A language in the place of a name: the template without one. */
    static final Set<String> LANGUAGES = Set.of("", "en", "de");

    @Inject
    InvoiceTemplateRepository repository;

    @Inject
    CustomerGate gate;

    @Inject
    AccessLog log;

    @Inject
    Event<DomainEvent> happened;

    /** All of them, retired ones too. */
    @Requires(Permission.READ_SETTINGS)
    public List<InvoiceTemplateView> list() {
        return repository.all();
    }

    /** What may be chosen for a customer or a document now. */
    @Requires(Permission.READ_CUSTOMER)
    public List<InvoiceTemplateView> choices() {
        return repository.all().stream().filter(InvoiceTemplateView::active).toList();
    }

    /** The one that a document names; empty for one that names a language or nothing. */
    @Requires(Permission.READ_RECEIVABLE)
    public Optional<InvoiceTemplateView> of(InvoiceView document) {
        return LANGUAGES.contains(document.template()) ? Optional.empty() : repository.find(document.template());
    }

    /**
     * Says what one offers.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#INVALID} for the language
     */
    @Requires(Permission.WRITE_SETTINGS)
    public InvoiceTemplateView offer(String code, InvoiceTemplateDraft draft) {
        InvoiceTemplateView template = repository
                .find(code)
                .orElseThrow(() -> new AppException(
                        ErrorKind.ABSENT,
                        "INVOICE_TEMPLATE_NOT_FOUND",
                        "Choose one of the invoice templates that there are; the list stands in System tables."));
        if (!LANGUAGES.contains(draft.language())) {
            throw AppException.invalid(
                    "language", "UNKNOWN_VALUE", "Choose en or de, or leave it empty for that of the company entity.");
        }
        repository.offer(template.id(), draft);
        log.write("invoice-template.changed", code);
        return repository.find(code).orElseThrow();
    }

    /**
     * What a customer has.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer
     */
    @Requires(Permission.READ_CUSTOMER)
    public CustomerTemplateView ofCustomer(long customerId) {
        gate.name(customerId);
        return view(customerId);
    }

    /**
     * Chooses another one for a customer; documents that are there keep theirs.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer; {@link ErrorKind#INVALID} for a template that cannot be chosen
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public CustomerTemplateView choose(long customerId, CustomerTemplateDraft draft) {
        gate.lock(customerId);
        CustomerTemplateView before = view(customerId);
        String wanted = draft.template().strip();
        if (wanted.equals(before.template())) {
            return before;
        }
        Optional<InvoiceTemplateView> chosen =
                wanted.isEmpty() ? Optional.empty() : Optional.of(choosable(repository.find(wanted)));
        repository.choose(customerId, chosen.map(InvoiceTemplateView::id));
        CustomerTemplateView after = view(customerId);
        happened.fire(new DomainEvent(
                "invoice-template.changed",
                customerId,
                Map.of("invoiceTemplate", new Change(before.name(), after.name())),
                Map.of()));
        return after;
    }

    private CustomerTemplateView view(long customerId) {
        return repository
                .ofCustomer(customerId)
                .map(each -> new CustomerTemplateView(customerId, each.code(), each.name()))
                .orElseGet(() -> new CustomerTemplateView(customerId, "", ""));
    }

    /** Refuses a template that is none, or was retired. */
    static InvoiceTemplateView choosable(Optional<InvoiceTemplateView> found) {
        return found.filter(InvoiceTemplateView::active)
                .orElseThrow(() -> AppException.invalid(
                        "template",
                        "TEMPLATE_UNKNOWN",
                        "Choose an invoice template that can be chosen; the list stands in System tables."));
    }
}
