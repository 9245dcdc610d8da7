package org.kontor.signing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kontor.note.FileOwner.Role;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.DomainEvent.Change;

/** What happened to documents for signature, as history and subscribers of events are told; never their text. */
final class SigningEvents {

    private SigningEvents() {}

    /** Somebody, or the job, did something to one. */
    static DomainEvent of(SigningDocumentView document, String participle, Map<String, String> more) {
        return of(document, participle, Map.of(), more);
    }

    /** Somebody changed what it says. */
    static DomainEvent changed(SigningDocumentView before, SigningDocumentView after) {
        Map<String, String> old = texts(before);
        Map<String, Change> changes = new LinkedHashMap<>();
        texts(after).forEach((field, text) -> {
            String was = old.getOrDefault(field, "");
            if (!was.equals(text)) {
                changes.put(field, new Change(was, text));
            }
        });
        String sum = sum(after);
        return of(after, "updated", changes, sum.equals(sum(before)) ? Map.of() : Map.of("sha256", sum));
    }

    private static DomainEvent of(
            SigningDocumentView document, String participle, Map<String, Change> changes, Map<String, String> more) {
        Map<String, String> details = new TreeMap<>(more);
        details.put("documentId", Long.toString(document.id()));
        details.put("document", document.name());
        return new DomainEvent("document." + participle, document.customerId(), changes, details);
    }

    /** The signers in one line. */
    static String signers(SigningDocumentView document) {
        return document.signers().stream()
                .map(signer -> signer.name() + " <" + signer.email() + ">")
                .collect(Collectors.joining(", "));
    }

    private static String sum(SigningDocumentView document) {
        return document.file(Role.ORIGINAL).map(SigningFileView::sha256).orElse("");
    }

    private static Map<String, String> texts(SigningDocumentView view) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("name", view.name());
        texts.put("message", view.message());
        texts.put("signers", signers(view));
        texts.put("inOrder", Boolean.toString(view.inOrder()));
        texts.put("expiresOn", view.expiresOn().map(String::valueOf).orElse(""));
        texts.put("file", view.file(Role.ORIGINAL).map(SigningFileView::name).orElse(""));
        return texts;
    }
}
