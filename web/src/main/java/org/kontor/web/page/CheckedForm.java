package org.kontor.web.page;

import jakarta.json.JsonArrayBuilder;
import java.util.List;
import org.kontor.shared.JsonWriter;
import org.primefaces.PrimeFaces;

/** A form whose inputs are checked when they are left ({@code k:check}). */
public interface CheckedForm {

    /** What is wrong with what was typed so far, in the words of a save, as far as nothing else need be looked up; nothing is saved. */
    List<FieldErrors.Entry> wrong();

    /**
     * Tells the browser what is wrong; it shows it beside the inputs that were left. Nothing of the page is written anew, so that whoever types
     * on is not disturbed.
     */
    default void check() {
        JsonArrayBuilder all = JsonWriter.JSON.createArrayBuilder();
        wrong().forEach(entry -> all.add(JsonWriter.JSON
                .createObjectBuilder()
                .add("field", entry.anchor())
                .add("message", entry.message())));
        // As text: of a list PrimeFaces would write the properties that it has as a bean.
        PrimeFaces.current().ajax().addCallbackParam("wrong", all.build().toString());
    }
}
