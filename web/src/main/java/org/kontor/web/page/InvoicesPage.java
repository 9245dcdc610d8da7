package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.kontor.access.Permission;
import org.kontor.receivable.DocumentKind;
import org.kontor.receivable.InvoiceQuery;
import org.kontor.receivable.InvoiceStatus;
import org.kontor.receivable.InvoiceView;
import org.kontor.receivable.Invoices;
import org.kontor.receivable.LedgerExport;
import org.kontor.settings.CustomFieldOwner;
import org.kontor.settings.CustomFieldView;
import org.kontor.settings.CustomFields;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.StreamedContent;

/** Invoices, or with {@code kind=CREDIT_MEMO} credit memos; what narrows them stands in the address. */
@Named("invoicesPage")
@ViewScoped
public class InvoicesPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Invoices invoices;

    @Inject
    LedgerExport export;

    @Inject
    CustomFields custom;

    @Inject
    ShellPage shell;

    @Inject
    Texts texts;

    private final AddressValues address = new AddressValues("ledgerList.wrong.");
    private List<CustomFieldView> fields = List.of();
    private Page<InvoiceView> shown = new Page<>(List.of(), Optional.empty());

    /** Fetches the list; called once when the page is opened. */
    public void open() {
        shell.require(Permission.READ_RECEIVABLE);
        fields = custom.of(CustomFieldOwner.INVOICE);
        shown = fetch(PageRequest.first());
    }

    /** Shows the next piece below those on the page. */
    public void more() {
        shown.nextCursor().ifPresent(cursor -> {
            Page<InvoiceView> next = fetch(new PageRequest(PageRequest.DEFAULT_LIMIT, Optional.of(cursor)));
            shown = new Page<>(
                    Stream.concat(shown.items().stream(), next.items().stream()).toList(), next.nextCursor());
        });
    }

    private Page<InvoiceView> fetch(PageRequest piece) {
        return invoices.list(getKind(), query(), piece);
    }

    private InvoiceQuery query() {
        return new InvoiceQuery(
                address.read("customer", texts, Long::valueOf),
                address.read("status", texts, InvoiceStatus::valueOf)
                        .map(Set::of)
                        .orElse(Set.of()),
                address.value("number"),
                address.value("disputed").equals("true") ? Optional.of(true) : Optional.empty(),
                address.read("dueFrom", texts, LocalDate::parse),
                address.read("dueTo", texts, LocalDate::parse),
                address.pair("customField", "customValue"));
    }

    /** Invoices or credit memos. */
    public DocumentKind getKind() {
        return address.read("kind", texts, DocumentKind::valueOf).orElse(DocumentKind.INVOICE);
    }

    /** States to choose from. */
    public InvoiceStatus[] getStatuses() {
        return InvoiceStatus.values();
    }

    /** Kinds of documents to choose from. */
    public DocumentKind[] getKinds() {
        return DocumentKind.values();
    }

    /** Custom fields to filter by. */
    public List<CustomFieldView> getFields() {
        return fields;
    }

    /** The list of the page as a file. */
    public StreamedContent getFile() {
        InvoiceQuery wanted = query();
        export.begin(getKind() == DocumentKind.INVOICE ? "invoices" : "credit memos", wanted.customerId());
        return DefaultStreamedContent.builder()
                .name("invoices.csv")
                .contentType("text/csv; charset=UTF-8")
                .writer(out -> export.writeDocuments(getKind(), wanted, out))
                .build();
    }

    /** What is listed, the latest first. */
    public List<InvoiceView> getShown() {
        return shown.items();
    }

    /** Whether there are more. */
    public boolean isMore() {
        return shown.nextCursor().isPresent();
    }

    /** Whether something narrows the list. */
    public boolean isNarrowed() {
        return address.all().values().stream().anyMatch(value -> value != null && !value.isBlank());
    }

    /** The parameters of the address. */
    public Map<String, String> getValues() {
        return address.all();
    }

    /** What of the address could not be understood. */
    public List<String> getWrong() {
        return address.wrong();
    }
}
