package org.kontor.web.api;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.kontor.note.AttachmentDraft;
import org.kontor.note.AttachmentView;
import org.kontor.shared.AppException;
import org.kontor.shared.FieldError;

/**
 * The parts of an upload of a file, as strictly read as a JSON body.
 *
 * @param file the file
 * @param draft what is said of it
 */
record AttachmentForm(EntityPart file, AttachmentDraft draft) {

    static AttachmentForm of(List<EntityPart> parts) {
        Optional<EntityPart> file = Optional.empty();
        Map<String, String> texts = new TreeMap<>();
        List<FieldError> errors = new ArrayList<>();
        for (EntityPart part : parts) {
            switch (part.getName()) {
                case "file" -> file = Optional.of(part);
                case "description", "internal" -> texts.put(part.getName(), ImportForm.text(part));
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
        EntityPart found = file.orElseThrow();
        return new AttachmentForm(
                found,
                new AttachmentDraft(
                        found.getFileName().orElse(""),
                        texts.getOrDefault("description", ""),
                        ImportForm.truth("internal", texts.getOrDefault("internal", ""))));
    }

    /** Hands the file, as a stream that is closed afterwards, to whoever keeps it. */
    AttachmentView keep(BiFunction<AttachmentDraft, InputStream, AttachmentView> keeper) {
        try (InputStream content = file.getContent()) {
            return keeper.apply(draft, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
