package org.kontor.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.kontor.signing.SigningDocumentView;
import org.kontor.signing.SigningDocuments;

/** Documents for signature of the customer that the record page shows (S4-134). Fetched when the tab is first shown. */
@Named("signingTab")
@ViewScoped
public class SigningTab implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    SigningDocuments documents;

    @Inject
    CustomerPage page;

    private Page<SigningDocumentView> shown = new Page<>(List.of(), Optional.empty());

    @PostConstruct
    void open() {
        shown = documents.ofCustomer(page.getId(), PageRequest.first());
    }

    /** Shows the next piece below those on the page. */
    public void more() {
        shown.nextCursor().ifPresent(cursor -> {
            Page<SigningDocumentView> next =
                    documents.ofCustomer(page.getId(), new PageRequest(PageRequest.DEFAULT_LIMIT, Optional.of(cursor)));
            shown = new Page<>(
                    Stream.concat(shown.items().stream(), next.items().stream()).toList(), next.nextCursor());
        });
    }

    /** Documents, the latest made first. */
    public List<SigningDocumentView> getShown() {
        return shown.items();
    }

    /** Whether there are more. */
    public boolean isMore() {
        return shown.nextCursor().isPresent();
    }
}
