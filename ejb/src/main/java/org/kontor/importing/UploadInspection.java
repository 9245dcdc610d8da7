package org.kontor.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kontor.importing.FormatChoice.Scored;
import org.kontor.importing.ImportFiles.StoredFile;
import org.kontor.importing.ImportView.Candidate;
import org.kontor.shared.AppException;
import org.kontor.spi.HeaderMatch;
import org.kontor.spi.ImportFormat;

/** Says what an uploaded file is: its delimiter, its header, the formats that could fit. */
@ApplicationScoped
public class UploadInspection {

    private static final int MAX_NAME = 255;

    /** What stands in rows of customers but never in a header: addresses, numbers, dates. */
    private static final Pattern DATA =
            Pattern.compile(".+@.+\\..+|\\+?[\\d() ./-]{6,}|\\d{1,4}[-./]\\d{1,2}[-./]\\d{1,4}.*");

    @Inject
    FormatChoice formats;

    @Inject
    Clock clock;

    ImportView inspect(
            long id,
            String fileName,
            String login,
            StoredFile file,
            Optional<Character> delimiter,
            Optional<ImportFormat> named) {
        TableStart start = TableStart.find(file.sample(), delimiter, row -> bestScore(row, named));
        List<String> header = start.header();
        if (header.isEmpty()) {
            throw AppException.invalid(
                    "file", "FILE_EMPTY", "Choose a file with a header and rows: this one is empty.");
        }
        List<Scored> scored = formats.score(header);
        List<Candidate> candidates = scored.stream()
                .map(s -> new Candidate(
                        s.format().id(), s.format().name(), s.match().score()))
                .toList();
        Optional<Scored> best = named.map(f -> new Scored(f, FormatChoice.match(f, header)))
                .or(() -> ImportView.best(candidates)
                        .flatMap(b -> scored.stream()
                                .filter(s -> s.format().id().equals(b.format()))
                                .findFirst()));
        boolean known = best.isPresent() && best.get().match().score() > 0;
        if (!known
                && header.stream().anyMatch(cell -> DATA.matcher(cell.strip()).matches())) {
            throw AppException.invalid(
                    "file",
                    "HEADER_MISSING",
                    "Put the names of the columns into the first row: it holds \"" + shortened(header) + "\" now.");
        }
        return new ImportView(
                id,
                1,
                clock.instant(),
                login,
                Instant.EPOCH,
                nameOf(fileName),
                file.size(),
                ImportState.UPLOADED,
                false,
                OnDuplicate.SKIP,
                best.map(b -> b.format().id()).orElse(""),
                candidates,
                file.charset().name(),
                file.certain(),
                String.valueOf(start.delimiter()),
                header,
                best.map(b -> problems(b.format(), b.match())).orElseGet(() -> List.of(unknown(candidates, header))),
                best.map(b -> b.match().ignored()).orElse(List.of()),
                0,
                0,
                0,
                0,
                0,
                0,
                List.of(),
                0,
                "");
    }

    /** An import that has run already and came from no file. */
    ImportView withoutFile(long id, String name, String login, int created, int rows) {
        return new ImportView(
                id,
                1,
                clock.instant(),
                login,
                Instant.EPOCH,
                name,
                0,
                ImportState.SUCCEEDED,
                false,
                OnDuplicate.SKIP,
                "",
                List.of(),
                "UTF-8",
                true,
                ",",
                List.of(),
                List.of(),
                List.of(),
                rows,
                created,
                0,
                rows - created,
                0,
                0,
                List.of(),
                rows,
                "");
    }

    private int bestScore(List<String> header, Optional<ImportFormat> named) {
        return named.map(format -> FormatChoice.match(format, header).score())
                .orElseGet(() -> formats.score(header).stream()
                        .mapToInt(s -> s.match().score())
                        .max()
                        .orElse(0));
    }

    /** Why no format is taken: two belong to the header nearly alike, or none does, however many share a name with it. */
    static HeaderProblem unknown(List<Candidate> candidates, List<String> header) {
        if (ImportView.undecided(candidates)) {
            return new HeaderProblem(
                    "",
                    "FORMAT_AMBIGUOUS",
                    "Choose the format: the header fits " + candidates.get(0).name() + " and "
                            + candidates.get(1).name() + " alike.");
        }
        return new HeaderProblem(
                "",
                "HEADER_UNKNOWN",
                "Say what each column means, choose the format, or rename the columns to those of a format: no installed"
                        + " format knows the header \"" + shortened(header) + "\".");
    }

    private static String shortened(List<String> header) {
        String text = String.join(", ", header);
        return text.length() > 80 ? text.substring(0, 80) + "\u2026" : text;
    }

    /** What makes a header unusable for a format; empty when nothing does. */
    static List<HeaderProblem> problems(ImportFormat format, HeaderMatch match) {
        if (match.score() == 0 && match.problems().isEmpty()) {
            return List.of(new HeaderProblem(
                    "",
                    "HEADER_UNKNOWN",
                    "Choose another format, or rename the columns: " + format.name()
                            + " knows none of the columns of this file."));
        }
        return match.problems().stream()
                .map(p -> new HeaderProblem(p.column(), p.code(), p.message()))
                .toList();
    }

    private static String nameOf(String fileName) {
        String last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("\\p{Cntrl}", "").strip();
        if (clean.isEmpty()) {
            return "upload.csv";
        }
        return clean.length() > MAX_NAME ? clean.substring(clean.length() - MAX_NAME) : clean;
    }
}
