package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.kontor.document.StatementKind;
import org.kontor.document.Statements;
import org.kontor.shared.AppException;

/**
 * A statement of the customer whose id {@code customer} stands in the address, shown in the page and offered for download (S4-23, S4-24);
 * {@code kind}, {@code asOf}, {@code from} and {@code currency} stand there too.
 */
@Named("statementPage")
@ViewScoped
public class CustomerStatementPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Statements statements;

    private final HashMap<String, String> values = new HashMap<>();
    private long customer;
    private String name = "";
    private String problem = "";

    /** Looks who it is about; called once when the page is opened. */
    public void open() {
        name = statements.addressee(customer);
        values.values().removeIf(v -> v == null || v.isBlank());
        values.putIfAbsent("kind", StatementKind.OPEN_ITEM.name());
        try {
            statements.check(customer, StatementForm.query(values::get));
        } catch (AppException e) {
            if (e.errors().isEmpty()) {
                throw e;
            }
            problem = e.errors().get(0).message();
        }
    }

    /** Address of the file. */
    public String getFile() {
        return with(PageAddress.of("/documents/statements/" + customer + ".pdf"));
    }

    /** Address of the page that sends it by e-mail. */
    public String getMail() {
        return with(PageAddress.of("/message-edit.xhtml").with("customer", Long.toString(customer)));
    }

    private String with(PageAddress address) {
        values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> address.with(e.getKey(), e.getValue()));
        return address.toString();
    }

    /** What can be listed. */
    public StatementKind[] getKinds() {
        return StatementKind.values();
    }

    /** The parameters of the address. */
    public Map<String, String> getValues() {
        return values;
    }

    /** What of the address could not be understood; empty for nothing. */
    public String getProblem() {
        return problem;
    }

    /** What the customer is called. */
    public String getName() {
        return name;
    }

    /** Id of the customer. */
    public long getCustomer() {
        return customer;
    }

    /** Sets it. */
    public void setCustomer(long value) {
        customer = value;
    }
}
