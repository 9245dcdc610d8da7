package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kontor.access.Permission;
import org.kontor.cadence.CadenceCondition;
import org.kontor.cadence.CadenceDraft;
import org.kontor.cadence.CadenceStepDraft;
import org.kontor.cadence.CadenceView;
import org.kontor.cadence.Cadences;
import org.kontor.cadence.Placeholder;
import org.kontor.cadence.StepKind;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;

/** The form of a cadence and its steps; {@code id} stands in the address. */
@Named("cadencePage")
@ViewScoped
public class CadencePage extends EditPage<CadenceView, CadenceDraft> {

    private static final long serialVersionUID = 1L;

    @Inject
    Cadences cadences;

    @Inject
    ShellPage shell;

    private long id;
    private String name = "";
    private String description = "";
    private boolean active = true;
    private boolean byDefault;
    private final List<StepForm> steps = new ArrayList<>();

    /** Takes the class of its drafts. */
    public CadencePage() {
        super(CadenceDraft.class, "steps");
    }

    /** Fetches the cadence; called once when the page is opened. */
    public void open() {
        shell.require(Permission.WRITE_CADENCE);
        if (id != 0) {
            begin();
        } else {
            steps.add(new StepForm());
        }
    }

    @Override
    protected CadenceView load() {
        return cadences.find(id)
                .orElseThrow(() -> new AppException(
                        ErrorKind.ABSENT, "CADENCE_NOT_FOUND", texts.of("cadence.notFound", Long.toString(id))));
    }

    @Override
    protected CadenceView create(CadenceDraft draft) {
        return cadences.create(draft);
    }

    @Override
    protected CadenceView change(CadenceView seen, CadenceDraft draft) {
        return cadences.revise(id, seen.version(), draft);
    }

    @Override
    protected CadenceDraft draftOf(CadenceView view) {
        return view.toDraft();
    }

    @Override
    protected CadenceDraft typed() {
        return draft(new Typed(texts));
    }

    @Override
    protected List<FieldError> unreadable() {
        Typed typed = new Typed(texts);
        draft(typed);
        return typed.errors();
    }

    private CadenceDraft draft(Typed typed) {
        List<CadenceStepDraft> read = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            read.add(steps.get(i).draft("steps[" + i + "].", typed));
        }
        return new CadenceDraft(name, description, active, byDefault, read);
    }

    @Override
    protected void fill(CadenceDraft draft) {
        name = draft.name();
        description = draft.description();
        active = draft.active();
        byDefault = draft.byDefault();
        steps.clear();
        draft.steps().forEach(step -> steps.add(new StepForm(step, texts)));
    }

    @Override
    protected String changedBy(CadenceView view) {
        return view.updatedBy();
    }

    @Override
    protected Saved saved(CadenceView view) {
        return new Saved(texts.of("cadence.saved", view.name()), "/cadence.xhtml?id=" + view.id());
    }

    /** Adds a step at the end. */
    public void addStep() {
        steps.add(new StepForm());
    }

    /** Takes a step out. */
    public void removeStep(int index) {
        steps.remove(index);
    }

    /** Moves a step before the one before it. */
    public void raiseStep(int index) {
        if (index > 0) {
            steps.add(index - 1, steps.remove(index));
        }
    }

    /** Shows the inputs that fit what was chosen. */
    public void chosen() {
        getErrors().clear();
    }

    /** Removes the cadence. */
    public void delete() {
        stored().ifPresent(view -> {
            try {
                cadences.delete(id, view.version());
                notices.done(texts.of("cadence.deleted", view.name()));
                notices.go("/cadences.xhtml");
            } catch (AppException e) {
                getErrors().showOrBanner(e, texts, notices);
            }
        });
    }

    /** What a step with this condition can name, in one line. */
    public String places(CadenceCondition condition) {
        return Placeholder.of(condition).stream()
                .map(place -> "{" + place.text() + "}")
                .collect(Collectors.joining(" "));
    }

    /** Conditions to choose from. */
    public CadenceCondition[] getConditions() {
        return CadenceCondition.values();
    }

    /** Kinds to choose from. */
    public StepKind[] getKinds() {
        return StepKind.values();
    }

    /** The steps. */
    public List<StepForm> getSteps() {
        return steps;
    }

    /** Id of the cadence; 0 for a new one. */
    public long getId() {
        return id;
    }

    /** Sets the id. */
    public void setId(long value) {
        id = value;
    }

    /** Its name. */
    public String getName() {
        return name;
    }

    /** Sets its name. */
    public void setName(@Nullable String value) {
        name = Typed.text(value);
    }

    /** What it is for. */
    public String getDescription() {
        return description;
    }

    /** Sets what it is for. */
    public void setDescription(@Nullable String value) {
        description = Typed.text(value);
    }

    /** Whether it plans steps. */
    public boolean isActive() {
        return active;
    }

    /** Sets whether it plans steps. */
    public void setActive(boolean value) {
        active = value;
    }

    /** Whether every new customer gets it. */
    public boolean isByDefault() {
        return byDefault;
    }

    /** Sets whether every new customer gets it. */
    public void setByDefault(boolean value) {
        byDefault = value;
    }
}
