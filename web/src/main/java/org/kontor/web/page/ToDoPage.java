package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kontor.access.Permission;
import org.kontor.cadence.StepKind;
import org.kontor.cadence.ToDoDraft;
import org.kontor.cadence.ToDoView;
import org.kontor.cadence.ToDos;
import org.kontor.customer.CustomerMarks;
import org.kontor.customer.CustomerView;
import org.kontor.customer.Customers;
import org.kontor.customer.OwnerChoice;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** One to-do, to be looked at, changed and done; with {@code customer} in the address instead of {@code id}, a new one. */
@Named("toDoPage")
@ViewScoped
public class ToDoPage implements CheckedForm, Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    ToDos toDos;

    @Inject
    Customers customers;

    @Inject
    CustomerMarks marks;

    @Inject
    ShellPage shell;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private long id;
    private long customerId;
    private Optional<ToDoView> view = Optional.empty();
    private String customerName = "";
    private List<OwnerChoice> users = List.of();
    private StepKind kind = StepKind.REMINDER;
    private String subject = "";
    private String text = "";
    private String dueOn = "";
    private String assignee = "";
    private final FieldErrors errors = new FieldErrors();

    /** Fetches it; called once when the page is opened. */
    public void open() {
        shell.require(Permission.READ_TO_DO);
        if (id == 0) {
            shell.require(Permission.WRITE_TO_DO);
            customerName = customers
                    .find(customerId)
                    .map(CustomerView::displayName)
                    .orElseThrow(() -> new AppException(
                            ErrorKind.ABSENT,
                            "CUSTOMER_NOT_FOUND",
                            texts.of("customer.notFound", Long.toString(customerId))));
        } else {
            ToDoView found = toDos.find(id)
                    .orElseThrow(() -> new AppException(
                            ErrorKind.ABSENT, "TO_DO_NOT_FOUND", texts.of("toDo.notFound", Long.toString(id))));
            view = Optional.of(found);
            customerId = found.customerId();
            customerName = found.customer();
            kind = found.kind();
            subject = found.subject();
            text = found.text();
            dueOn = found.dueOn().toString();
            assignee = found.assignee();
        }
        users = isEditable() && shell.may(Permission.READ_CUSTOMER.wireName()) ? marks.ownerChoices() : List.of();
    }

    /** What is said in it is looked at when it is saved: it may name placeholders that only the customer fills. */
    @Override
    public List<FieldErrors.Entry> wrong() {
        Typed typed = new Typed(texts);
        typed(typed);
        return FieldErrors.entries(typed.errors(), texts);
    }

    /** Saves what was typed. */
    public synchronized void save() {
        change(draft -> id == 0 ? toDos.add(customerId, draft) : toDos.revise(id, version(), draft), "toDo.saved");
    }

    /** Sends it; what was typed counts. */
    public synchronized void approve() {
        change(
                draft -> {
                    if (view.filter(seen -> draft.subject().equals(seen.subject())
                                    && draft.text().equals(seen.text()))
                            .isEmpty()) {
                        view = Optional.of(toDos.revise(id, version(), draft));
                    }
                    return toDos.approve(id, version());
                },
                "toDo.sent");
    }

    /** It is done. */
    public synchronized void complete() {
        act(() -> toDos.complete(id, version()), "toDo.done");
    }

    /** It is left out. */
    public synchronized void skip() {
        act(() -> toDos.skip(id, version()), "toDo.skipped");
    }

    private void change(java.util.function.Function<ToDoDraft, ToDoView> work, String told) {
        errors.clear();
        Typed typed = new Typed(texts);
        ToDoDraft draft = typed(typed);
        if (!typed.errors().isEmpty()) {
            errors.show(typed.errors(), texts);
            return;
        }
        act(() -> work.apply(draft), told);
    }

    private ToDoDraft typed(Typed typed) {
        return new ToDoDraft(
                Optional.of(kind), kind == StepKind.SMS ? "" : subject, text, typed.date("dueOn", dueOn), assignee);
    }

    private void act(Supplier<ToDoView> work, String told) {
        try {
            ToDoView after = work.get();
            org.primefaces.PrimeFaces.current().ajax().addCallbackParam("saved", true);
            notices.done(texts.of(told));
            notices.go("/customer.xhtml?id=" + after.customerId() + "&tab=todo");
        } catch (AppException e) {
            errors.showOrBanner(e, texts, notices);
        }
    }

    private long version() {
        return view.map(ToDoView::version).orElse(0L);
    }

    /** Whether it is still open, and the reader may change it. */
    public boolean isEditable() {
        return shell.may(Permission.WRITE_TO_DO.wireName())
                && (id == 0 || view.filter(toDo -> toDo.state().isOpen()).isPresent());
    }

    /** Whether the reader may let it be sent. */
    public boolean isSendable() {
        return isEditable()
                && shell.may(Permission.SEND_MESSAGE.wireName())
                && view.filter(ToDoView::sendable).isPresent();
    }

    /** Whether something would go to the customer. */
    public boolean isSent() {
        return kind.isSent();
    }

    /** It, as it was when the page was opened; null for a new one. */
    public @Nullable ToDoView getView() {
        return view.orElse(null);
    }

    /** Display name of the customer. */
    public String getCustomerName() {
        return customerName;
    }

    /** Who it can be given to. */
    public List<OwnerChoice> getUsers() {
        return users;
    }

    /** What a new one can be. */
    public List<StepKind> getKinds() {
        return List.of(StepKind.REMINDER, StepKind.CALL);
    }

    /** What needs a correction. */
    public FieldErrors getErrors() {
        return errors;
    }

    /** Id; 0 for a new one. */
    public long getId() {
        return id;
    }

    /** Sets the id. */
    public void setId(long value) {
        id = value;
    }

    /** Id of the customer. */
    public long getCustomerId() {
        return customerId;
    }

    /** Sets the id of the customer of a new one. */
    public void setCustomerId(long value) {
        customerId = value;
    }

    /** What is done. */
    public StepKind getKind() {
        return kind;
    }

    /** Sets what is done. */
    public void setKind(StepKind value) {
        kind = value;
    }

    /** What it is about. */
    public String getSubject() {
        return subject;
    }

    /** Sets what it is about. */
    public void setSubject(@Nullable String value) {
        subject = Typed.text(value);
    }

    /** Text. */
    public String getText() {
        return text;
    }

    /** Sets the text. */
    public void setText(@Nullable String value) {
        text = Typed.text(value);
    }

    /** The day, as typed. */
    public String getDueOn() {
        return dueOn;
    }

    /** Sets the day. */
    public void setDueOn(@Nullable String value) {
        dueOn = Typed.text(value);
    }

    /** Sign-in name of who does it; empty for the billing owner. */
    public String getAssignee() {
        return assignee;
    }

    /** Sets who does it. */
    public void setAssignee(@Nullable String value) {
        assignee = Typed.text(value);
    }
}
