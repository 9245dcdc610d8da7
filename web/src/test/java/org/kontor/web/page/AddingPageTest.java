package org.kontor.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kontor.shared.AppException;
import org.kontor.shared.FieldError;

/** A form that adds something says what it comes to, and works that out once for an input that is left. */
class AddingPageTest {

    /** S4-133. */
    @Test
    void whatWasShownIsNotWorkedOutAgainForTheCheckOfTheSameInput() {
        Form form = new Form();
        form.getValues().put("number", "3");
        form.preview();
        assertEquals("3 things", form.getSeen());
        assertEquals(List.of(), form.wrong());
        assertEquals(1, form.rehearsed, "by the preview, and not again by the check behind it");

        form.getValues().put("number", "0");
        assertEquals(
                List.of("number"),
                form.wrong().stream().map(FieldErrors.Entry::anchor).toList());
        assertEquals(2, form.rehearsed);
        form.preview();
        assertNull(form.getSeen());
        assertEquals(3, form.rehearsed, "a preview looks anew: what it depends on may have changed");
        assertEquals(1, form.wrong().size());
        assertEquals(3, form.rehearsed);
    }

    /** S4-133: a count that cannot be read is refused in words of its own, and names its field. */
    @Test
    void aCountIsNoAmount() {
        Form form = new Form();
        for (String wrong : List.of("six", "2.5", "1,000", "-1", "12345678901")) {
            form.getValues().put("number", wrong);
            form.preview();
            assertNull(form.getSeen());
            FieldErrors.Entry entry = form.wrong().get(0);
            assertEquals("number", entry.field());
            assertEquals("Write a whole number in digits, such as 6.", entry.message());
        }
        assertEquals(0, form.rehearsed);
        Typed typed = new Typed(form.texts);
        assertEquals(Optional.of(12), typed.count("number", " 12 "));
        assertEquals(Optional.empty(), typed.count("number", " "));
        assertEquals(List.of(), typed.errors());
    }

    record Thing(Optional<Integer> number) {}

    /** Adds as many things as are typed, at least one. */
    private static final class Form extends AddingPage<Thing, Thing, String> {

        private static final long serialVersionUID = 1L;

        int rehearsed;

        Form() {
            super(Thing.class);
            texts = new Texts() {
                @Override
                public Locale locale() {
                    return Locale.ENGLISH;
                }
            };
        }

        @Override
        protected Thing read(Typed typed) {
            return new Thing(typed.count("number", value("number")));
        }

        @Override
        protected Optional<String> rehearse(Thing draft) {
            rehearsed++;
            int number = draft.number().orElse(0);
            if (number == 0) {
                throw AppException.invalid("number", "TOO_FEW", "Add at least one.");
            }
            return Optional.of(number + " things");
        }

        @Override
        protected List<FieldError> against(Thing draft) {
            return draft.number().isEmpty() ? List.of() : refused(draft);
        }

        @Override
        protected Thing create(Thing draft) {
            return draft;
        }

        @Override
        protected String changedBy(Thing view) {
            return "";
        }

        @Override
        protected Saved saved(Thing view) {
            return new Saved("", "");
        }
    }
}
