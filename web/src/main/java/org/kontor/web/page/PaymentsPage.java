package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.access.Permission;
import org.kontor.receivable.HeldQuery;
import org.kontor.receivable.LedgerExport;
import org.kontor.receivable.PaymentView;
import org.kontor.receivable.Payments;
import org.kontor.settings.CustomFieldOwner;
import org.kontor.settings.CustomFieldView;
import org.kontor.settings.CustomFields;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.StreamedContent;

/** Payments; what narrows them stands in the address. */
@Named("paymentsPage")
@ViewScoped
public class PaymentsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Payments payments;

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
    private Page<PaymentView> shown = new Page<>(List.of(), Optional.empty());

    /** Fetches the list; called once when the page is opened. */
    public void open() {
        shell.require(Permission.READ_RECEIVABLE);
        fields = custom.of(CustomFieldOwner.PAYMENT);
        shown = fetch(PageRequest.first());
    }

    /** Shows the next piece below those on the page. */
    public void more() {
        shown.nextCursor().ifPresent(cursor -> {
            Page<PaymentView> next = fetch(new PageRequest(PageRequest.DEFAULT_LIMIT, Optional.of(cursor)));
            shown = new Page<>(
                    Stream.concat(shown.items().stream(), next.items().stream()).toList(), next.nextCursor());
        });
    }

    private Page<PaymentView> fetch(PageRequest piece) {
        return payments.list(query(), piece);
    }

    private HeldQuery query() {
        return new HeldQuery(
                address.read("customer", texts, Long::valueOf),
                address.value("unapplied").equals("true"),
                address.value("reference"),
                address.pair("customField", "customValue"));
    }

    /** Custom fields to filter by. */
    public List<CustomFieldView> getFields() {
        return fields;
    }

    /** The list of the page as a file. */
    public StreamedContent getFile() {
        HeldQuery wanted = query();
        export.begin("payments", wanted.customerId());
        return DefaultStreamedContent.builder()
                .name("payments.csv")
                .contentType("text/csv; charset=UTF-8")
                .writer(out -> export.writePayments(wanted, out))
                .build();
    }

    /** What is listed, the latest first. */
    public List<PaymentView> getShown() {
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
