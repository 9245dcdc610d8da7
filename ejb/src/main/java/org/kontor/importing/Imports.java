package org.kontor.importing;

import jakarta.ejb.Stateless;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/** Uploads, runs and reports imports. */
@Stateless
public class Imports {

    /** The formats that registered connectors offer now, by name. */
    @Requires(Permission.IMPORT_CUSTOMER)
    public List<ImportFormatView> formats() {
        throw new UnsupportedOperationException();
    }

    /**
     * Stores a file, streaming, and looks at its header.
     *
     * @param fileName name for people
     * @param content the bytes; read to the end, not closed
     * @param format id of the format; empty to detect it
     * @return the import in state UPLOADED; with {@code headerProblems} when the format does not fit
     * @throws AppException {@link ErrorKind#INVALID} when the file is empty, has no header or an unknown format is named;
     *     {@link ErrorKind#TOO_LARGE} over 512 MB
     */
    @Requires(Permission.IMPORT_CUSTOMER)
    public ImportView upload(String fileName, InputStream content, Optional<String> format) {
        throw new UnsupportedOperationException();
    }

    /** The first rows as they will look. */
    @Requires(Permission.IMPORT_CUSTOMER)
    public List<PreviewRow> preview(long id, int rows) {
        throw new UnsupportedOperationException();
    }

    /**
     * Starts the dry run or the run of an uploaded file; it goes on as a durable job. A finished dry run can be followed
     * by the run of the same import.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#CONFLICT} when it runs already or has run;
     *     {@link ErrorKind#INVALID} when no format fits or the header is unusable (S3-10, S3-14, S3-26)
     */
    @Requires(Permission.IMPORT_CUSTOMER)
    public ImportView start(long id, Optional<String> format, OnDuplicate onDuplicate, boolean dryRun) {
        throw new UnsupportedOperationException();
    }

    /** The import with this id. */
    @Requires(Permission.IMPORT_CUSTOMER)
    public Optional<ImportView> find(long id) {
        throw new UnsupportedOperationException();
    }

    /** Imports, newest first. */
    @Requires(Permission.IMPORT_CUSTOMER)
    public Page<ImportView> list(PageRequest page) {
        throw new UnsupportedOperationException();
    }

    /** Problems of an import in the order of the file. */
    @Requires(Permission.IMPORT_CUSTOMER)
    public Page<ImportProblem> problems(long id, Optional<ImportProblem.Outcome> outcome, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    /**
     * Writes the rejected rows as they were, as CSV in UTF-8, with the reason as last column (S3-27); spreadsheet formulas
     * are neutralised.
     */
    @Requires(Permission.IMPORT_CUSTOMER)
    public void writeFailedRows(long id, OutputStream out) {
        throw new UnsupportedOperationException();
    }

    /** Stops a pending or running import after the piece it is working on. */
    @Requires(Permission.IMPORT_CUSTOMER)
    public ImportView cancel(long id) {
        throw new UnsupportedOperationException();
    }

    /** Lets a cancelled or failed import go on at its checkpoint. */
    @Requires(Permission.IMPORT_CUSTOMER)
    public ImportView resume(long id) {
        throw new UnsupportedOperationException();
    }
}
