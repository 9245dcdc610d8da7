package org.kontor.connectors.docuseal;

import jakarta.json.JsonString;
import java.util.List;
import org.kontor.connectors.support.Exchange;
import org.kontor.connectors.support.RemoteCodes;
import org.kontor.spi.ErrorCode;
import org.kontor.spi.ErrorCode.Kind;
import org.kontor.spi.Problem;

/** How DocuSeal says no: a status, and a sentence as {@code error}. */
final class DocusealErrors {

    static final ErrorCode LIMIT = new ErrorCode(
            "DOCUMENT_LIMIT", Kind.USER, "The request is beyond what DocuSeal is given. The message tells the limit.");
    static final ErrorCode FILE =
            new ErrorCode("DOCUMENT_FILE", Kind.USER, "The document cannot be read or is no PDF. Add it again.");
    static final ErrorCode NOT_COMPLETE =
            new ErrorCode("NOT_COMPLETE", Kind.USER, "Not everybody has signed yet. Wait, or remind the signers.");
    static final ErrorCode EDITION = new ErrorCode(
            "DOCUSEAL_EDITION",
            Kind.USER,
            "This DocuSeal takes no documents over its API. It needs DocuSeal Pro, in the cloud or on your server.");
    static final ErrorCode ENDED = new ErrorCode(
            "NOT_POSSIBLE_NOW", Kind.REMOTE_REFUSED, "The state of the document or the signer does not allow it.");
    static final ErrorCode NOT_THERE = new ErrorCode(
            "NOT_THERE", Kind.REMOTE_REFUSED, "DocuSeal does not know the document. It may have been deleted there.");
    static final ErrorCode TWICE = new ErrorCode(
            "TWO_REQUESTS", Kind.BUG, "Two requests for signatures carry one key. Archive one of them in DocuSeal.");

    static final List<ErrorCode> ALL = List.of(LIMIT, FILE, NOT_COMPLETE, EDITION, ENDED, NOT_THERE, TWICE);

    private static final int LONGEST_QUOTE = 200;

    private DocusealErrors() {}

    /** Why a document was not taken. */
    static Problem ofDocument(Exchange.Answered no) {
        if (no.status() == 402 || no.status() == 404) {
            return EDITION.because(
                    "Use DocuSeal Pro: this DocuSeal takes no documents over its API" + words(no) + ".", status(no));
        }
        return RemoteCodes.REFUSED.because("Look at the document: DocuSeal refused it" + words(no) + ".", status(no));
    }

    /** Why something about a document was not done. */
    static Problem ofState(Exchange.Answered no) {
        return no.status() == 404
                ? notThere()
                : ENDED.because("Look into DocuSeal: it refused that" + words(no) + ".", status(no));
    }

    static Problem notThere() {
        return NOT_THERE.because("Look into DocuSeal: it does not know the document any more.", "404");
    }

    /** DocuSeal's own words in brackets; empty when it has none. */
    private static String words(Exchange.Answered no) {
        try {
            if (Submissions.object(no).get("error") instanceof JsonString error) {
                String text = no.quote(error.getString()).replaceAll("[\\p{Cntrl}\\s]+", " ");
                boolean cut = text.length() > LONGEST_QUOTE;
                return " (" + (cut ? text.substring(0, LONGEST_QUOTE) + "..." : text) + ")";
            }
        } catch (IllegalArgumentException e) {
            // A page of a gateway: the status has to do.
            return "";
        }
        return "";
    }

    private static String status(Exchange.Answered no) {
        return Integer.toString(no.status());
    }
}
