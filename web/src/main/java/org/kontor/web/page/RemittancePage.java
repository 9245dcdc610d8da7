package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.importing.ImportReading;
import org.kontor.importing.RemittanceFile;
import org.kontor.importing.RemittanceFiles;
import org.kontor.receivable.PaymentMethod;
import org.kontor.receivable.RemittanceDraft;
import org.kontor.receivable.RemittanceView;
import org.kontor.receivable.Remittances;
import org.kontor.shared.AppException;
import org.primefaces.event.FileUploadEvent;

/** The desk that records one payment over the tree of the {@code customer} of the address, as the file of an advice says. */
@Named("remittancePage")
@ViewScoped
public class RemittancePage extends MoneyPage<RemittanceView, RemittanceDraft, RemittanceView> {

    private static final long serialVersionUID = 1L;

    @Inject
    Remittances remittances;

    @Inject
    RemittanceFiles files;

    private Optional<RemittanceFile> file = Optional.empty();
    private String refusal = "";

    /** Takes the class of its drafts. */
    public RemittancePage() {
        super(RemittanceDraft.class);
    }

    @Override
    public void open() {
        super.open();
        getValues().put("currency", getCurrency());
    }

    /** Reads the rows of an uploaded file and tells what would become of them. */
    public void upload(FileUploadEvent event) {
        file = Optional.empty();
        try (InputStream content = event.getFile().getInputStream()) {
            file = Optional.of(files.read(
                    event.getFile().getFileName(),
                    content,
                    ImportReading.FOUND,
                    value("numberColumn"),
                    value("amountColumn")));
            preview();
        } catch (AppException e) {
            preview();
            refusal = said(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void preview() {
        super.preview();
        refusal = refusal().map(RemittancePage::said).orElse("");
    }

    @Override
    protected Optional<RemittanceView> rehearse(RemittanceDraft draft) {
        return file.map(read -> remittances.preview(draft));
    }

    private static String said(AppException e) {
        return e.errors().isEmpty()
                ? String.valueOf(e.getMessage())
                : String.join(
                        " ", e.errors().stream().map(error -> error.message()).toList());
    }

    @Override
    protected RemittanceDraft read(Typed typed) {
        return new RemittanceDraft(
                getCustomerId(),
                typed.amount("amount", value("amount")),
                value("currency"),
                typed.date("receivedOn", value("receivedOn")),
                value("method").isEmpty() ? Optional.empty() : Optional.of(PaymentMethod.valueOf(value("method"))),
                value("reference"),
                value("note"),
                file.map(RemittanceFile::fileName).orElse(""),
                file.map(RemittanceFile::lines).orElse(List.of()));
    }

    @Override
    protected RemittanceView create(RemittanceDraft draft) {
        return remittances.record(draft);
    }

    @Override
    protected String changedBy(RemittanceView view) {
        return view.recordedBy();
    }

    @Override
    protected Saved saved(RemittanceView view) {
        return new Saved(
                texts.of("payment.saved", texts.amount(view.amount()), view.currency(), texts.amount(view.unapplied())),
                "/item.xhtml?id=" + view.id().orElseThrow());
    }

    /** What was read from the file; null before there is one. */
    public @Nullable RemittanceFile getFile() {
        return file.orElse(null);
    }

    /** Why nothing would become of them; empty when something would. */
    public String getRefusal() {
        return texts.say(refusal);
    }

    /** Means to choose from. */
    public PaymentMethod[] getMethods() {
        return PaymentMethod.values();
    }
}
