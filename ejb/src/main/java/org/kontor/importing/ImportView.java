package org.kontor.importing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An import.
 *
 * @param id Kontor's own number
 * @param version counts changes
 * @param createdAt when the file was uploaded
 * @param createdBy who uploaded it
 * @param updatedAt when it last moved
 * @param fileName name of the file as uploaded
 * @param fileSize size of the file in bytes, unpacked
 * @param state where it stands
 * @param dryRun whether it only tells what would happen
 * @param onDuplicate what happens to rows whose customer exists
 * @param format id of the format; empty while none fits
 * @param candidates formats that could fit, best first, with their scores from 1 to 100
 * @param charset name of the charset
 * @param charsetCertain whether the charset was said or follows from the bytes; if not, it is worth a look
 * @param delimiter one character
 * @param header the header row
 * @param headerProblems what makes the header unusable for {@code format}
 * @param ignoredColumns columns that are not imported
 * @param rowsRead rows read so far, header and blank rows not counted;
 *     {@code created + updated + skipped + failed = rowsRead}
 * @param created new customers
 * @param updated customers that got values
 * @param skipped rows whose customer exists
 * @param failed rows rejected
 * @param bytesRead bytes of the file behind {@code rowsRead}, for a progress bar
 * @param problems the first 100 problems
 * @param checkpointRow the last row that is committed; a resumed run goes on behind it
 * @param failure why it failed, for the user; empty otherwise
 * @param sha256 hash of the file in hexadecimal digits
 * @param matchBy what makes a row and a customer the same
 * @param correctionOf the import whose rejected rows this file brings again, mended
 * @param startedAt when the first row was read
 * @param endedAt when it ended
 * @param nearMatches how often a new customer shares an e-mail address or a phone number with another
 * @param mapping what the columns mean, for a file of no known format
 * @param undo how far the import was taken back; empty while nobody asked for it
 * @param newTags tags that it made, or that the dry run would make
 */
public record ImportView(
        long id,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String fileName,
        long fileSize,
        ImportState state,
        boolean dryRun,
        OnDuplicate onDuplicate,
        String format,
        List<Candidate> candidates,
        String charset,
        boolean charsetCertain,
        String delimiter,
        List<String> header,
        List<HeaderProblem> headerProblems,
        List<String> ignoredColumns,
        long rowsRead,
        long created,
        long updated,
        long skipped,
        long failed,
        long bytesRead,
        List<ImportProblem> problems,
        long checkpointRow,
        String failure,
        String sha256,
        Set<MatchBy> matchBy,
        Optional<Long> correctionOf,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        long nearMatches,
        Optional<ImportMapping> mapping,
        Optional<UndoView> undo,
        List<String> newTags) {

    /** Copies the set and the list. */
    public ImportView {
        matchBy = Set.copyOf(matchBy);
        newTags = List.copyOf(newTags);
    }

    /** An import that nobody has started. */
    public ImportView(
            long id,
            long version,
            Instant createdAt,
            String createdBy,
            Instant updatedAt,
            String fileName,
            long fileSize,
            ImportState state,
            boolean dryRun,
            OnDuplicate onDuplicate,
            String format,
            List<Candidate> candidates,
            String charset,
            boolean charsetCertain,
            String delimiter,
            List<String> header,
            List<HeaderProblem> headerProblems,
            List<String> ignoredColumns,
            long rowsRead,
            long created,
            long updated,
            long skipped,
            long failed,
            long bytesRead,
            List<ImportProblem> problems,
            long checkpointRow,
            String failure) {
        this(
                id,
                version,
                createdAt,
                createdBy,
                updatedAt,
                fileName,
                fileSize,
                state,
                dryRun,
                onDuplicate,
                format,
                candidates,
                charset,
                charsetCertain,
                delimiter,
                header,
                headerProblems,
                ignoredColumns,
                rowsRead,
                created,
                updated,
                skipped,
                failed,
                bytesRead,
                problems,
                checkpointRow,
                failure,
                "",
                MatchBy.ALL,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** The same with its first problems. */
    ImportView withProblems(List<ImportProblem> first) {
        return new ImportView(
                id,
                version,
                createdAt,
                createdBy,
                updatedAt,
                fileName,
                fileSize,
                state,
                dryRun,
                onDuplicate,
                format,
                candidates,
                charset,
                charsetCertain,
                delimiter,
                header,
                headerProblems,
                ignoredColumns,
                rowsRead,
                created,
                updated,
                skipped,
                failed,
                bytesRead,
                first,
                checkpointRow,
                failure,
                sha256,
                matchBy,
                correctionOf,
                startedAt,
                endedAt,
                nearMatches,
                mapping,
                undo,
                newTags);
    }

    /**
     * A format that could fit.
     *
     * @param format id of the format
     * @param name its name for people
     * @param score 1 to 100
     */
    public record Candidate(String format, String name, int score) {}

    /** The first twelve digits of the hash of the file, which tell files apart at a glance. */
    public String shortHash() {
        return sha256.substring(0, Math.min(12, sha256.length()));
    }

    /** From this score on a header belongs to a format; below it merely shares names with it. */
    private static final int BELONGS = 50;

    /** By how much the best format must lead another one that fits too; less is a guess. */
    private static final int CLEAR_LEAD = 3;

    /** The format that Kontor would take by itself; empty when none fits or two fit nearly alike. Best first. */
    static Optional<Candidate> best(List<Candidate> candidates) {
        return candidates.stream()
                .limit(1)
                .filter(c -> c.score() >= BELONGS)
                .findFirst()
                .filter(c -> !undecided(candidates));
    }

    /** Whether the header belongs to two formats nearly alike. Best first. */
    static boolean undecided(List<Candidate> candidates) {
        return candidates.size() > 1
                && candidates.get(0).score() >= BELONGS
                && candidates.get(0).score() - candidates.get(1).score() < CLEAR_LEAD;
    }
}
