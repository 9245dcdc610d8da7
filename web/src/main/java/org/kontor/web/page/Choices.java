package org.kontor.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.kontor.settings.SystemTable;
import org.kontor.settings.SystemTables;

/** What a form offers from a system table. */
@ApplicationScoped
public class Choices {

    @Inject
    SystemTables tables;

    /**
     * One choice.
     *
     * @param code what is stored
     * @param name what people read
     */
    public record Choice(String code, String name) implements Serializable {}

    /** What can be chosen now, and what the record has chosen already, even when it was retired since. */
    List<Choice> of(SystemTable table, String code, String name) {
        List<Choice> choices = new ArrayList<>();
        tables.choices(table).forEach(entry -> choices.add(new Choice(entry.code(), entry.name())));
        Choice stored = new Choice(code, name);
        if (!code.isEmpty() && !choices.contains(stored)) {
            choices.add(stored);
        }
        return List.copyOf(choices);
    }
}
