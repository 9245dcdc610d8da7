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
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;

/**
 * A form that adds something to the {@code customer} of the address. What is added is never changed; what it would come to is shown before it
 * is saved.
 *
 * @param <V> what was added
 * @param <D> what can be said of it
 * @param <P> what it would come to; {@link Void} where nothing is shown
 */
public abstract class AddingPage<V extends Record, D extends Record, P> extends EditPage<V, D> {

    private static final long serialVersionUID = 1L;

    @Inject
    protected Customers customers;

    @Inject
    protected ShellPage shell;

    private long customerId;
    private String customerName = "";
    private final Map<String, String> values = new HashMap<>();
    private Optional<P> seen = Optional.empty();
    private Optional<Outcome<D, P>> last = Optional.empty();

    /** What a draft comes to, or why it cannot be saved. */
    private record Outcome<T, W>(T draft, Optional<W> worth, Optional<AppException> refusal) {}

    /** @param draftType record class of the drafts */
    protected AddingPage(Class<D> draftType) {
        super(draftType);
    }

    /** Fetches the customer for somebody who has the permission; refuses when there is none. */
    protected CustomerView begin(Permission permission) {
        shell.require(permission);
        CustomerView customer = customers.find(customerId).orElseThrow(this::absent);
        customerName = customer.displayName();
        return customer;
    }

    /** What the inputs say; what cannot be read is collected. */
    protected abstract D read(Typed typed);

    /** What it would come to; empty for what comes to nothing. */
    protected Optional<P> rehearse(D draft) {
        return Optional.empty();
    }

    /** Works out what it would come to; nothing is shown for what cannot be read, or saved, yet. */
    public void preview() {
        seen = Optional.empty();
        last = Optional.empty();
        Typed typed = new Typed(texts);
        D draft = read(typed);
        if (typed.errors().isEmpty()) {
            Outcome<D, P> outcome = workOut(draft);
            seen = outcome.worth();
            last = Optional.of(outcome);
        }
    }

    /** Why what was shown last cannot be saved; empty when it can, or cannot be read yet. */
    protected Optional<AppException> refusal() {
        return last.flatMap(Outcome::refusal);
    }

    /**
     * What is against a draft when it is rehearsed. An input that is left asks for a preview and for this: the draft that was worked out last is not
     * worked out again.
     */
    protected List<FieldError> refused(D draft) {
        Outcome<D, P> outcome =
                last.filter(known -> known.draft().equals(draft)).orElseGet(() -> workOut(draft));
        last = Optional.of(outcome);
        return outcome.refusal().map(AppException::errors).orElse(List.of());
    }

    private Outcome<D, P> workOut(D draft) {
        try {
            return new Outcome<>(draft, rehearse(draft), Optional.empty());
        } catch (AppException e) {
            if (e.kind() != ErrorKind.INVALID && e.kind() != ErrorKind.CONFLICT) {
                throw e;
            }
            return new Outcome<>(draft, Optional.empty(), Optional.of(e));
        }
    }

    @Override
    protected V load() {
        throw absent();
    }

    @Override
    protected V change(V before, D draft) {
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

    /** What it would come to; null before that can be said, as expressions know no Optional. */
    public @Nullable P getSeen() {
        return seen.orElse(null);
    }

    /** What stands in the inputs, by name of the field. */
    public Map<String, String> getValues() {
        return values;
    }

    /** Display name of the customer. */
    public String getCustomerName() {
        return customerName;
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
