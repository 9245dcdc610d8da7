package org.kontor.portal;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kontor.customer.CustomerGate;
import org.kontor.note.AttachmentContent;
import org.kontor.note.AttachmentDraft;
import org.kontor.note.AttachmentStore;
import org.kontor.note.AttachmentView;
import org.kontor.note.FileOwner;
import org.kontor.settings.EntityZones;
import org.kontor.shared.AppException;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/**
 * Files that the customer of a visit and the company share, both ways (S4-135, S4-136, X-34). What is internal, and what belongs to
 * documents, is nowhere here. The customer comes from the visit; no method takes the id of one.
 */
@Stateless
public class PortalFiles {

    /** How many files a customer may upload in a day, those that are refused among them. */
    public static final int MOST_A_DAY = 20;

    /** A day, of which the limit is. */
    static final Duration DAY = Duration.ofDays(1);

    @Inject
    AttachmentStore store;

    @Inject
    UploadRepository uploads;

    @Inject
    CustomerGate gate;

    @Inject
    EntityZones zones;

    @Inject
    Clock clock;

    @Inject
    Event<DomainEvent> happened;

    @Inject
    Event<PortalFileAdded> added;

    /** The files, newest first. */
    public Page<PortalFile> list(PortalVisit visit, Optional<String> cursor) {
        long customer = PortalRecords.customer(visit);
        ZoneId zone = zones.of(Optional.of(visit.row().entityId()));
        Page<AttachmentView> files = store.shared(customer, new PageRequest(PageRequest.DEFAULT_LIMIT, cursor));
        return new Page<>(files.items().stream().map(file -> shown(file, zone)).toList(), files.nextCursor());
    }

    private static PortalFile shown(AttachmentView file, ZoneId zone) {
        return new PortalFile(
                file.id(),
                file.name(),
                file.size(),
                LocalDate.ofInstant(file.createdAt(), zone),
                file.createdBy().equals(PortalCallers.NAME));
    }

    /**
     * A file to be given out.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for one that is internal, of a document, of another customer, and when there is none:
     *     all alike
     */
    public AttachmentContent content(PortalVisit visit, long id) {
        long customer = PortalRecords.customer(visit);
        return store.find(id)
                .filter(file -> file.customerId() == customer
                        && !file.internal()
                        && file.documentId().isEmpty())
                .map(store::content)
                .orElseThrow(() -> AttachmentStore.absent(id));
    }

    /** The largest file that is accepted, in bytes. */
    public long maxBytes() {
        return store.maxBytes();
    }

    /**
     * Counts an upload before it is looked at, so that it counts whatever becomes of it: {@link #add} takes back all of its own when it
     * refuses.
     *
     * @throws AppException {@link ErrorKind#INVALID} beyond {@link #MOST_A_DAY} a day ({@code TOO_MANY})
     */
    public void begin(PortalVisit visit) {
        long customer = PortalRecords.customer(visit);
        PortalCallers.as(PortalCallers.VISITOR, () -> {
            // One after the other, so that many at once do not count as none.
            gate.lock(customer);
            if (uploads.since(customer, clock.instant().minus(DAY)) >= MOST_A_DAY) {
                throw tooMany();
            }
            uploads.note(visit.row().accessId(), clock.instant());
            return true;
        });
    }

    /**
     * Keeps a file that the visitor uploads, after {@link #begin}; staff is told.
     *
     * @param name with its ending, as the browser tells it
     * @param content its bytes; read once, not closed
     * @throws AppException {@link ErrorKind#INVALID} for a name or a type that is not accepted, for what a scan found, and beyond {@link
     *     #MOST_A_DAY} a day ({@code TOO_MANY}); {@link ErrorKind#TOO_LARGE}. Then nothing of it is kept
     */
    public PortalFile add(PortalVisit visit, String name, InputStream content) {
        long customer = PortalRecords.customer(visit);
        return PortalCallers.as(PortalCallers.VISITOR, () -> {
            // Whoever is beyond the limit already costs no more than this.
            refuseBeyond(customer, MOST_A_DAY - 1);
            AttachmentView kept =
                    store.add(new FileOwner(customer, Optional.empty()), new AttachmentDraft(name, "", false), content);
            // One after the other, so that many at once do not count as none; only now, so that a long upload or scan
            // holds nobody up.
            gate.lock(customer);
            refuseBeyond(customer, MOST_A_DAY);
            Map<String, String> details = new HashMap<>(AttachmentStore.details(kept));
            details.put("contactId", Long.toString(visit.row().contactId()));
            details.put("name", visit.name());
            happened.fire(new DomainEvent("attachment.created", customer, Map.of(), details));
            added.fire(new PortalFileAdded(customer, visit.row().entityId(), kept.id(), kept.name(), visit.name()));
            return shown(kept, zones.of(Optional.of(visit.row().entityId())));
        });
    }

    /** The refusal takes back what this call has kept. */
    private void refuseBeyond(long customer, int most) {
        if (store.addedSince(customer, clock.instant().minus(DAY)) > most) {
            throw tooMany();
        }
    }

    private static AppException tooMany() {
        return AppException.invalid(
                "file", "TOO_MANY", "Wait a day: at most " + MOST_A_DAY + " files a day can be sent.");
    }
}
