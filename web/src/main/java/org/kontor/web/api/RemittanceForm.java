package org.kontor.web.api;

import jakarta.ws.rs.core.EntityPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kontor.importing.ImportReading;
import org.kontor.shared.AppException;
import org.kontor.shared.FieldError;

/**
 * The parts of an upload of a remittance advice, as strictly read as a JSON body.
 *
 * @param file the file
 * @param reading what is known of its text
 * @param numberColumn the column with the numbers of invoices; empty to find it
 * @param amountColumn the column with the amounts; empty to find it
 */
record RemittanceForm(EntityPart file, ImportReading reading, String numberColumn, String amountColumn) {

    static RemittanceForm of(List<EntityPart> parts) {
        Optional<EntityPart> file = Optional.empty();
        Map<String, String> texts = new TreeMap<>();
        List<FieldError> errors = new ArrayList<>();
        for (EntityPart part : parts) {
            switch (part.getName()) {
                case "file" -> file = Optional.of(part);
                case "charset", "delimiter", "numberColumn", "amountColumn" ->
                    texts.put(part.getName(), ImportForm.text(part));
                default ->
                    errors.add(new FieldError(
                            part.getName(),
                            "UNKNOWN_FIELD",
                            "Remove the part " + part.getName() + ": it is not known."));
            }
        }
        if (file.isEmpty()) {
            errors.add(new FieldError("file", "REQUIRED", "Add the file as part \"file\"."));
        }
        if (!errors.isEmpty()) {
            throw AppException.invalid(errors);
        }
        return new RemittanceForm(
                file.orElseThrow(),
                new ImportReading(texts.getOrDefault("charset", ""), texts.getOrDefault("delimiter", "")),
                texts.getOrDefault("numberColumn", ""),
                texts.getOrDefault("amountColumn", ""));
    }
}
