package org.kontor.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kontor.note.Journal;
import org.kontor.note.JournalDraft;
import org.kontor.note.JournalTopic;
import org.kontor.note.JournalView;
import org.kontor.settings.SystemTable;
import org.kontor.settings.SystemTables;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.kontor.web.page.Choices.Choice;
import org.primefaces.PrimeFaces;

/** Journal of the customer that the record page shows. Fetched when the tab is first shown. */
@Named("journalTab")
@ViewScoped
public class JournalTab implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Journal journal;

    @Inject
    SystemTables tables;

    @Inject
    CustomerPage page;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private String text = "";
    private String action = "";
    private JournalTopic topic = JournalTopic.CUSTOMER_RELATIONS;
    private List<Choice> actions = List.of();
    private final FieldErrors errors = new FieldErrors();
    private Page<JournalView> shown = new Page<>(List.of(), Optional.empty());

    @PostConstruct
    void open() {
        shown = journal.ofCustomer(page.getId(), PageRequest.first());
        actions = tables.choices(SystemTable.JOURNAL_ACTION_TYPES).stream()
                .filter(entry -> !entry.systemEntry())
                .map(entry -> new Choice(entry.code(), entry.name()))
                .toList();
    }

    /** Writes what was typed. */
    public void add() {
        errors.clear();
        try {
            journal.add(
                    page.getId(),
                    new JournalDraft(Optional.empty(), action, Optional.of(topic), Optional.empty(), text));
        } catch (AppException e) {
            if (e.kind() != ErrorKind.INVALID) {
                throw e;
            }
            errors.show(e.errors(), texts);
            return;
        }
        text = "";
        PrimeFaces.current().ajax().addCallbackParam("saved", true);
        notices.done(texts.of("journal.added"));
        open();
    }

    /** Shows the next piece below those on the page. */
    public void more() {
        shown.nextCursor().ifPresent(cursor -> {
            Page<JournalView> next =
                    journal.ofCustomer(page.getId(), new PageRequest(PageRequest.DEFAULT_LIMIT, Optional.of(cursor)));
            shown = new Page<>(
                    Stream.concat(shown.items().stream(), next.items().stream()).toList(), next.nextCursor());
        });
    }

    /** Entries, what happened last first. */
    public List<JournalView> getShown() {
        return shown.items();
    }

    /** Whether there are more. */
    public boolean isMore() {
        return shown.nextCursor().isPresent();
    }

    /** What is wrong with the entry. */
    public FieldErrors getErrors() {
        return errors;
    }

    /** Actions to choose from. */
    public List<Choice> getActions() {
        return actions;
    }

    /** Topics to choose from. */
    public JournalTopic[] getTopics() {
        return JournalTopic.values();
    }

    /** Text of the new entry. */
    public String getText() {
        return text;
    }

    /** Sets the text of the new entry. */
    public void setText(@Nullable String value) {
        text = value == null ? "" : value;
    }

    /** Action of the new entry. */
    public String getAction() {
        return action;
    }

    /** Sets the action of the new entry. */
    public void setAction(@Nullable String value) {
        action = value == null ? "" : value;
    }

    /** Topic of the new entry. */
    public JournalTopic getTopic() {
        return topic;
    }

    /** Sets the topic of the new entry. */
    public void setTopic(JournalTopic value) {
        topic = value;
    }
}
