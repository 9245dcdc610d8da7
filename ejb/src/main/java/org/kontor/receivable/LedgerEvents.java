package org.kontor.receivable;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.DomainEvent.Change;

/** What happened to documents and items, as history and subscribers are told. */
final class LedgerEvents {

    /** The detail that holds the id of the document. */
    private static final String ID = "documentId";

    private LedgerEvents() {}

    /** Something happened to an item, such as {@code paid}. */
    static DomainEvent of(OpenItem item, String participle, Map<String, String> more) {
        return of(noun(item), participle, item.customerId(), item.id(), item.number(), Map.of(), more);
    }

    /** What is noted of an item was changed. */
    static DomainEvent updated(OpenItem item, Map<String, Change> changes) {
        return of(noun(item), "updated", item.customerId(), item.id(), item.number(), changes, Map.of());
    }

    /** Something happened to a document. */
    static DomainEvent of(InvoiceView document, String participle, Map<String, String> more) {
        return of(document, participle, Map.of(), more);
    }

    /** Something of a document changed. */
    static DomainEvent of(
            InvoiceView document, String participle, Map<String, Change> changes, Map<String, String> more) {
        return of(
                document.kind().noun(),
                participle,
                document.customerId(),
                document.id(),
                document.number(),
                changes,
                more);
    }

    private static DomainEvent of(
            String noun,
            String participle,
            long customerId,
            long id,
            String number,
            Map<String, Change> changes,
            Map<String, String> more) {
        Map<String, String> details = new HashMap<>(more);
        details.put(ID, Long.toString(id));
        details.put("number", number.isEmpty() ? "#" + id : number);
        return new DomainEvent(noun + "." + participle, customerId, changes, details);
    }

    private static String noun(OpenItem item) {
        return item.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
