package org.kontor.web.page;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.access.Permission;
import org.kontor.customer.CustomerView;
import org.kontor.customer.Customers;
import org.kontor.receivable.AppliedView;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;

/**
 * A form that adds money for the {@code customer} of the address. What is added is never changed; what it would settle is shown before
 * it is saved.
 *
 * @param <V> what was added
 * @param <D> what can be said of it
 */
public abstract class MoneyPage<V extends Record, D extends Record> extends EditPage<V, D> {

    private static final long serialVersionUID = 1L;

    @Inject
    protected Customers customers;

    @Inject
    protected ShellPage shell;

    private long customerId;
    private String customerName = "";
    private String currency = "";
    private final Map<String, String> values = new HashMap<>();
    private Optional<AppliedView> settled = Optional.empty();

    /** @param draftType record class of the drafts */
    protected MoneyPage(Class<D> draftType) {
        super(draftType);
    }

    /** Fetches the customer; called once when the page is opened. */
    public void open() {
        shell.require(Permission.WRITE_RECEIVABLE);
        CustomerView customer = customers.find(customerId).orElseThrow(this::absent);
        customerName = customer.displayName();
        currency = customer.currency();
    }

    /** What the inputs say; what cannot be read is collected. */
    protected abstract D read(Typed typed);

    /** What it would settle; empty for what settles nothing. */
    protected Optional<AppliedView> rehearse(D draft) {
        return Optional.empty();
    }

    /** Works out what it would settle; nothing is shown for what cannot be read, or saved, yet. */
    public void preview() {
        settled = Optional.empty();
        Typed typed = new Typed(texts);
        D draft = read(typed);
        if (!typed.errors().isEmpty()) {
            return;
        }
        try {
            settled = rehearse(draft);
        } catch (AppException e) {
            if (e.kind() != ErrorKind.INVALID && e.kind() != ErrorKind.CONFLICT) {
                throw e;
            }
        }
    }

    @Override
    protected V load() {
        throw absent();
    }

    @Override
    protected V change(V seen, D draft) {
        throw absent();
    }

    @Override
    protected D draftOf(V view) {
        return typed();
    }

    @Override
    protected List<FieldError> unreadable() {
        Typed typed = new Typed(texts);
        read(typed);
        return typed.errors();
    }

    @Override
    protected D typed() {
        return read(new Typed(texts));
    }

    @Override
    protected void fill(D draft) {
        // What was added is not changed: nothing is ever put into the inputs.
    }

    /** What stands in an input. */
    protected String value(String name) {
        return Typed.text(values.get(name));
    }

    private AppException absent() {
        return new AppException(
                ErrorKind.ABSENT, "CUSTOMER_NOT_FOUND", texts.of("customer.notFound", Long.toString(customerId)));
    }

    /** What it would settle; null before that can be said, as expressions know no Optional. */
    public @Nullable AppliedView getSettled() {
        return settled.orElse(null);
    }

    /** What stands in the inputs, by name of the field. */
    public Map<String, String> getValues() {
        return values;
    }

    /** Display name of the customer. */
    public String getCustomerName() {
        return customerName;
    }

    /** Currency of the account. */
    public String getCurrency() {
        return currency;
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
