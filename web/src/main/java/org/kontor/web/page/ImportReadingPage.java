package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kontor.importing.CharsetSample;
import org.kontor.importing.ImportReading;
import org.kontor.importing.ImportView;
import org.kontor.importing.Imports;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;

/**
 * The part of {@link ImportPage} that asks in which charset and with which delimiter a file is read (S3-29): by itself where the
 * charset is not certain, on demand where it is.
 */
@Named("importReading")
@ViewScoped
public class ImportReadingPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Imports imports;

    @Inject
    ImportPage page;

    @Inject
    Notices notices;

    private boolean wanted;
    private String charset = "";
    private String delimiter = "";
    private List<CharsetSample> samples = List.of();

    /** Fetches lines of the file in each charset; called once when the page is opened, after {@link ImportPage#open}. */
    public void open() {
        if (page.getStep() != ImportPage.Step.DETECTION) {
            return;
        }
        ImportView view = page.getView();
        charset = view.charset();
        delimiter = view.delimiter();
        if (isShown()) {
            samples = imports.charsets(view.id());
        }
    }

    /** Reads the file as was chosen and shows what follows from it. */
    public void reread() {
        try {
            imports.reread(page.getId(), new ImportReading(charset, delimiter));
            notices.go("/import.xhtml?id=" + page.getId() + "&charsets=true");
        } catch (AppException e) {
            if (e.kind() != ErrorKind.INVALID && e.kind() != ErrorKind.CONFLICT) {
                throw e;
            }
            notices.refused(
                    e.errors().isEmpty()
                            ? String.valueOf(e.getMessage())
                            : e.errors().stream().map(FieldError::message).collect(Collectors.joining(" ")));
        }
    }

    /** Whether to ask. */
    public boolean isShown() {
        return wanted || !page.getView().charsetCertain();
    }

    /** Whether some line of the file depends on the charset. */
    public boolean isTelling() {
        return samples.stream().anyMatch(sample -> !sample.lines().isEmpty());
    }

    /** Lines in each charset. */
    public List<CharsetSample> getSamples() {
        return samples;
    }

    /** Delimiters to choose from. */
    public List<String> getDelimiters() {
        return List.of(",", ";", "\t", "|");
    }

    /** Whether somebody wants to choose although the charset is certain. */
    public boolean isWanted() {
        return wanted;
    }

    /** Sets whether somebody wants to choose. */
    public void setWanted(boolean value) {
        wanted = value;
    }

    /** Charset chosen. */
    public String getCharset() {
        return charset;
    }

    /** Sets the charset. */
    public void setCharset(@Nullable String value) {
        charset = value == null ? "" : value;
    }

    /** Delimiter chosen. */
    public String getDelimiter() {
        return delimiter;
    }

    /** Sets the delimiter. */
    public void setDelimiter(@Nullable String value) {
        delimiter = value == null ? "" : value;
    }
}
