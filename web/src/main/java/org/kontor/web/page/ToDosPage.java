package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kontor.access.Permission;
import org.kontor.cadence.ToDoQuery;
import org.kontor.cadence.ToDoState;
import org.kontor.cadence.ToDoView;
import org.kontor.cadence.ToDoWhen;
import org.kontor.cadence.ToDos;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/** The to-do list of all customers, or of the one whose record shows it. {@code whose} and {@code show} stand in the address. */
@Named("toDosPage")
@ViewScoped
public class ToDosPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String OVER = "OVER";

    @Inject
    ToDos toDos;

    @Inject
    CustomerPage record;

    @Inject
    ShellPage shell;

    @Inject
    Texts texts;

    private String whose = "mine";
    private String show = "";
    private Optional<Long> customer = Optional.empty();
    private Optional<Page<ToDoView>> shown = Optional.empty();

    /** Fetches the first ones; called once when the page is opened. */
    public void open() {
        shown = Optional.of(toDos.list(query(), PageRequest.first()));
    }

    /** Whether the reader may see to-dos. */
    public boolean isAllowed() {
        return shell.may(Permission.READ_TO_DO.wireName());
    }

    /** Whether the reader may change them. */
    public boolean isOffered() {
        return shell.may(Permission.WRITE_TO_DO.wireName());
    }

    private ToDoQuery query() {
        Optional<ToDoWhen> when = Stream.of(ToDoWhen.values())
                .filter(each -> each.name().equals(show))
                .findFirst();
        return new ToDoQuery(
                customer,
                customer.isEmpty() && whose.equals("mine"),
                when,
                show.equals(OVER)
                        ? EnumSet.complementOf(EnumSet.of(ToDoState.SCHEDULED, ToDoState.PENDING))
                        : Set.of());
    }

    /** To-dos of the customer of the record page. */
    public List<ToDoView> getOfCustomer() {
        if (customer.isEmpty()) {
            customer = Optional.of(record.getId());
            show = record.getKind();
            open();
        }
        return getShown();
    }

    /** Shows the next ones below those on the page. */
    public void next() {
        Page<ToDoView> before = shown.orElseThrow();
        before.nextCursor().ifPresent(cursor -> {
            Page<ToDoView> next = toDos.list(query(), new PageRequest(PageRequest.DEFAULT_LIMIT, Optional.of(cursor)));
            shown = Optional.of(new Page<>(
                    Stream.concat(before.items().stream(), next.items().stream())
                            .toList(),
                    next.nextCursor()));
        });
    }

    /** What one is about, in one line. */
    public String title(ToDoView toDo) {
        return toDo.subject().isEmpty() ? texts.of("stepKind." + toDo.kind()) : toDo.subject();
    }

    /** Why one waits, or applies no more; empty for no reason. */
    public String reason(ToDoView toDo) {
        String said = toDo.reason().map(why -> texts.of("toDoReason." + why)).orElse("");
        return toDo.trouble().isEmpty() ? said : said + " " + texts.say(toDo.trouble());
    }

    /** Icon of what one does. */
    public String icon(ToDoView toDo) {
        return switch (toDo.kind()) {
            case EMAIL -> "mail";
            case SMS -> "sms";
            case LETTER -> "letter";
            case CALL -> "phone";
            case REMINDER -> "bell";
        };
    }

    /** Class of the label of a state. */
    public String style(ToDoView toDo) {
        return switch (toDo.state()) {
            case SCHEDULED -> "";
            case PENDING -> toDo.when() == ToDoWhen.OVERDUE ? "k-status-warn" : "k-status-pending";
            case DONE -> "k-status-open";
            case SKIPPED, CANCELLED -> "k-status-closed";
        };
    }

    /** To-dos on the page. */
    public List<ToDoView> getShown() {
        return shown.map(Page::items).orElse(List.of());
    }

    /** Whether there are more. */
    public boolean isMore() {
        return shown.filter(page -> page.nextCursor().isPresent()).isPresent();
    }

    /** {@code mine} or {@code all}. */
    public String getWhose() {
        return whose;
    }

    /** Sets it. */
    public void setWhose(@Nullable String value) {
        whose = "all".equals(value) ? "all" : "mine";
    }

    /** Name of a {@link ToDoWhen}, {@code OVER} for what is over; empty for all that is open. */
    public String getShow() {
        return show;
    }

    /** Sets it. */
    public void setShow(@Nullable String value) {
        show = Typed.text(value);
    }
}
