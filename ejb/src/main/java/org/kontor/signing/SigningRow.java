package org.kontor.signing;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.kontor.note.AttachmentView;
import org.kontor.note.FileOwner.Role;
import org.kontor.note.SigningAttachment;
import org.kontor.spi.RemoteRef;

/**
 * A document for signature with what only the job needs to know.
 *
 * @param view what everybody sees
 * @param zone time zone of the company entity
 * @param archived whether the customer is
 * @param connectionId where it was sent; empty before, and when that connection was removed
 * @param key names the intention to send it
 * @param maybeThere whether the service was asked and nobody knows yet whether it has the document
 * @param ref by which the service knows it; empty before
 * @param queuedAt when somebody sent it
 * @param tries calls in a row that brought nothing new
 * @param calls all calls
 * @param dueAt from when on the service is to be asked; empty when there is nothing to ask
 * @param unheard whether the service could not be asked, or did not answer, the last time: what stands in the way goes when it does
 * @param signerIds ids of the signers at the service, in their order; empty texts before
 * @param attachments its files
 */
record SigningRow(
        SigningDocumentView view,
        ZoneId zone,
        boolean archived,
        Optional<Long> connectionId,
        String key,
        boolean maybeThere,
        Optional<RemoteRef> ref,
        Optional<Instant> queuedAt,
        int tries,
        long calls,
        Optional<Instant> dueAt,
        boolean unheard,
        List<String> signerIds,
        List<SigningAttachment> attachments) {

    long id() {
        return view.id();
    }

    SigningState state() {
        return view.state();
    }

    Optional<AttachmentView> file(Role role) {
        return attachments.stream()
                .filter(each -> each.place().role() == role)
                .map(SigningAttachment::file)
                .findFirst();
    }

    /** When it can no longer be signed: the end of its last day. */
    Optional<Instant> expires() {
        return view.expiresOn().map(day -> day.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
