package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.access.Permission;
import org.kontor.cadence.CadenceStepView;
import org.kontor.cadence.CadenceView;
import org.kontor.cadence.Cadences;
import org.kontor.cadence.StepPreview;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** A step as a customer would get it; {@code id}, {@code step} and {@code customer} stand in the address. */
@Named("cadencePreviewPage")
@ViewScoped
public class CadencePreviewPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Cadences cadences;

    @Inject
    Texts texts;

    @Inject
    ShellPage shell;

    private long id;
    private long step;
    private String customer = "";
    private String wrong = "";
    private Optional<CadenceView> cadence = Optional.empty();
    private Optional<StepPreview> preview = Optional.empty();

    /** Fetches it; called once when the page is opened. */
    public void open() {
        shell.require(Permission.READ_TO_DO);
        cadence = cadences.find(id);
        if (getStepView() == null) {
            throw new AppException(
                    ErrorKind.ABSENT, "CADENCE_NOT_FOUND", texts.of("cadence.notFound", Long.toString(id)));
        }
        if (customer.isBlank()) {
            return;
        }
        try {
            preview = EntryForms.id(customer.strip()).map(number -> cadences.preview(id, step, number));
            wrong = preview.isEmpty() ? texts.of("cadence.customerNumber") : "";
        } catch (AppException e) {
            if (e.kind() != ErrorKind.ABSENT) {
                throw e;
            }
            wrong = texts.say(String.valueOf(e.getMessage()));
        }
    }

    /** The cadence. */
    public CadenceView getCadence() {
        return cadence.orElseThrow();
    }

    /** The step; null for none. */
    public @Nullable CadenceStepView getStepView() {
        return cadence.stream()
                .flatMap(view -> view.steps().stream())
                .filter(each -> each.id() == step)
                .findFirst()
                .orElse(null);
    }

    /** The step as the customer would get it; null before one is chosen. */
    public @Nullable StepPreview getPreview() {
        return preview.orElse(null);
    }

    /** What is wrong with the number; empty for nothing. */
    public String getWrong() {
        return wrong;
    }

    /** Id of the cadence. */
    public long getId() {
        return id;
    }

    /** Sets the id of the cadence. */
    public void setId(long value) {
        id = value;
    }

    /** Id of the step. */
    public long getStep() {
        return step;
    }

    /** Sets the id of the step. */
    public void setStep(long value) {
        step = value;
    }

    /** Number of the customer, as typed. */
    public String getCustomer() {
        return customer;
    }

    /** Sets the number of the customer. */
    public void setCustomer(@Nullable String value) {
        customer = Typed.text(value);
    }
}
