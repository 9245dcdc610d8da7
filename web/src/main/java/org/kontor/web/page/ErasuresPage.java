package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.ByteArrayInputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kontor.access.Permission;
import org.kontor.lifecycle.ErasureCertificates;
import org.kontor.lifecycle.ErasureState;
import org.kontor.lifecycle.ErasureStep;
import org.kontor.lifecycle.ErasureView;
import org.kontor.lifecycle.Erasures;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.kontor.suppression.SuppressionList;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.StreamedContent;

/** Erasures, and with {@code id} in the address one of them: its steps, its certificate, and the way to let the person in again. */
@Named("erasuresPage")
@ViewScoped
public class ErasuresPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Erasures erasures;

    @Inject
    ErasureCertificates certificates;

    @Inject
    SuppressionList suppressions;

    @Inject
    ShellPage shell;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private String id = "";
    private Optional<ErasureView> one = Optional.empty();
    private Page<ErasureView> list = new Page<>(List.of(), Optional.empty());
    private boolean keptOut;

    /** Reads the address; called once when the page is opened. */
    public void open() {
        shell.require(Permission.ERASE_CUSTOMER);
        if (id.isEmpty()) {
            list = erasures.list(PageRequest.first());
        } else {
            refresh();
        }
    }

    /** Looks how far it is. */
    public void refresh() {
        long number = id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
        one = Optional.of(erasures.find(number)
                .orElseThrow(() ->
                        new AppException(ErrorKind.ABSENT, "ERASURE_NOT_FOUND", texts.of("erasures.notFound", id))));
        keptOut = shell.may(Permission.LIFT_SUPPRESSION.wireName())
                && suppressions.find(number).isPresent();
    }

    /** Tries what is open now. */
    public void retry() {
        try {
            erasures.retry(getOne().id());
        } catch (AppException e) {
            notices.refused(String.valueOf(e.getMessage()));
        }
        refresh();
    }

    /** Lets the person come in again. */
    public void lift() {
        suppressions.lift(getOne().id());
        notices.done(texts.of("erasures.lifted"));
        refresh();
    }

    /** The certificate as a file. */
    public StreamedContent getCertificate() {
        byte[] json = certificates.of(getOne().id()).toString().getBytes(StandardCharsets.UTF_8);
        return DefaultStreamedContent.builder()
                .name("erasure-" + getOne().id() + ".json")
                .contentType("application/json")
                .stream(() -> new ByteArrayInputStream(json))
                .build();
    }

    /** What a step is, in words. */
    public String title(ErasureStep step) {
        return texts.of("erasureStep." + step.kind(), step.system());
    }

    /** How far a step is, in words. */
    public String state(ErasureStep step) {
        return texts.of(
                "erasureStepState." + step.state(),
                step.until().map(texts::date).orElse(texts.of("erasures.unknownDay")));
    }

    /** The class of the label of a step. */
    public String stepStyle(ErasureStep step) {
        return switch (step.state()) {
            case CONFIRMED -> "k-status-open";
            case FAILED, REFUSED_UNTIL -> "k-status-closed";
            default -> "k-status-pending";
        };
    }

    /** The class of the label of an erasure. */
    public String style(ErasureState state) {
        return switch (state) {
            case COMPLETED -> "k-status-open";
            case BLOCKED -> "k-status-closed";
            default -> "k-status-pending";
        };
    }

    /** What rows of a kind are called. */
    public String noun(String noun) {
        return texts.find("owned." + noun).orElse(noun.replace('-', ' '));
    }

    /** Nouns of what went, in order. */
    public List<String> getNouns() {
        return List.copyOf(new TreeMap<>(getOne().erased()).keySet());
    }

    /** Whether its first steps go on by themselves right now. */
    public boolean isRunning() {
        return one.filter(e -> e.state() == ErasureState.REQUESTED).isPresent();
    }

    /** Whether something can be tried again. */
    public boolean isOpen() {
        return one.filter(e -> e.state() == ErasureState.ERASED || e.state() == ErasureState.REQUESTED)
                .isPresent();
    }

    /** Whether there is something to prove. */
    public boolean isProvable() {
        return one.flatMap(ErasureView::erasedAt).isPresent();
    }

    /** Whether the person is kept out, and the reader may let them in. */
    public boolean isKeptOut() {
        return keptOut;
    }

    /** The erasure that is shown. */
    public ErasureView getOne() {
        return one.orElseThrow();
    }

    /** The latest erasures. */
    public List<ErasureView> getAll() {
        return list.items();
    }

    /** Number of the erasure that is shown; empty for the list. */
    public String getId() {
        return id;
    }

    /** Sets: number of the erasure that is shown. */
    public void setId(@Nullable String value) {
        id = value == null ? "" : value;
    }
}
