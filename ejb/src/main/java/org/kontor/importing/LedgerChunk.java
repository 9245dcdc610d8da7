package org.kontor.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kontor.customer.CustomerBulk;
import org.kontor.customer.CustomerRules.Checked;
import org.kontor.importing.ImportProblem.Outcome;
import org.kontor.receivable.IntakeSession;
import org.kontor.receivable.LedgerIntake;
import org.kontor.shared.FieldError;
import org.kontor.suppression.Suppressions;

/**
 * Brings rows into the ledger: finds or creates their customers, posts their documents, and says what became of each row. A document
 * comes in with all its rows or not at all. The services that are called check the permission.
 */
@ApplicationScoped
public class LedgerChunk {

    @Inject
    LedgerCustomers customers;

    @Inject
    LedgerIntake intake;

    @Inject
    CustomerBulk bulk;

    @Inject
    RowKeyRepository rowKeys;

    @Inject
    LedgerImportRepository postings;

    /** Whether rows are about money. */
    boolean concerns(List<Mapped> rows) {
        return rows.stream().anyMatch(row -> row.ledger().isPresent());
    }

    /** Brings rows in, in the running transaction. */
    ChunkResult write(ImportRun run, List<Mapped> rows) {
        return new Work(run, rows).done();
    }

    /** One chunk; used by one thread. */
    private final class Work {
        private final ImportRun run;
        private final List<LedgerDocument> documents;
        private final Set<UUID> imported;
        private final LedgerCustomers.Found found;
        private final IntakeSession session;
        private final Map<UUID, Long> keys = new LinkedHashMap<>();
        private final Map<Long, Checked> created = new LinkedHashMap<>();
        private final List<ImportProblem> problems = new ArrayList<>();
        private int in;
        private int skipped;
        private int failed;

        Work(ImportRun run, List<Mapped> rows) {
            this.run = run;
            documents = LedgerDocument.of(rows);
            imported = new HashSet<>(rowKeys.imported(documents.stream()
                    .flatMap(document -> keys(document).stream())
                    .collect(Collectors.toSet())));
            found = customers.find(run, rows);
            Set<String> numbers = new TreeSet<>();
            documents.forEach(document -> numbers.addAll(document.numbers()));
            session = intake.open(MatchKey.ENTITY, found.there(), numbers);
        }

        ChunkResult done() {
            documents.forEach(this::take);
            Map<Long, Long> idOf = new HashMap<>();
            List<Long> refs = List.copyOf(created.keySet());
            List<Long> ids = created.isEmpty() ? List.of() : bulk.create(List.copyOf(created.values()), run.id());
            for (int i = 0; i < refs.size(); i++) {
                idOf.put(refs.get(i), ids.get(i));
            }
            postings.add(
                    run.id(),
                    intake.write(session, id -> idOf.getOrDefault(id, id), Map.of("importId", Long.toString(run.id())))
                            .postings());
            rowKeys.insert(run.id(), keys, idOf);
            return new ChunkResult(new Counts(in, 0, skipped, failed), List.copyOf(problems));
        }

        private void take(LedgerDocument document) {
            document.rows().forEach(row -> problems.addAll(row.problems()));
            if (document.first().ledger().isEmpty()) {
                count(document);
                return;
            }
            if (document.rejected()) {
                tell(
                        document.rows().stream()
                                .filter(row -> !LedgerDocument.rejected(row))
                                .toList(),
                        "DOCUMENT_INCOMPLETE",
                        "Mend the other rows of this document: it comes in with all of them or not at all.",
                        Outcome.REJECTED);
                failed += document.rows().size();
                return;
            }
            List<UUID> own = keys(document);
            if (imported.containsAll(own)) {
                skip(document, "ROW_IMPORTED", "This very row was imported already, or stands earlier in the file.");
                return;
            }
            LedgerCustomers.Match match = found.match(document.first());
            if (match.erasure().isPresent()) {
                skip(
                        document,
                        Suppressions.CODE,
                        "Not imported: " + Suppressions.reason(match.erasure().getAsLong()));
                return;
            }
            List<FieldError> errors = match.errors().isEmpty()
                    ? session.add(document.draft(
                            match.customerId(),
                            match.customerId() < 0
                                    ? document.first()
                                            .customer()
                                            .orElseThrow()
                                            .draft()
                                            .currency()
                                    : ""))
                    : match.errors();
            if (errors.isEmpty()) {
                keep(document, own, match.customerId());
            } else {
                reject(document, errors);
            }
        }

        private void keep(LedgerDocument document, List<UUID> own, long customerId) {
            in += document.rows().size();
            own.forEach(key -> keys.put(key, customerId));
            imported.addAll(own);
            if (customerId < 0) {
                created.putIfAbsent(customerId, document.first().customer().orElseThrow());
                found.keep(document.first(), customerId);
            }
        }

        private void reject(LedgerDocument document, List<FieldError> errors) {
            Mapped first = document.first();
            for (FieldError error : errors) {
                OptionalInt column = first.ledger().orElseThrow().column(error);
                LedgerRow row = first.ledger().orElseThrow();
                problems.add(new ImportProblem(
                        first.row(),
                        first.line(),
                        column.isPresent() ? row.header().get(column.getAsInt()) : "",
                        column.isPresent() ? row.cells().get(column.getAsInt()) : "",
                        error.code(),
                        error.message(),
                        Outcome.REJECTED));
            }
            tell(
                    document.rows().subList(1, document.rows().size()),
                    "DOCUMENT_INCOMPLETE",
                    "Mend the first row of this document: it comes in with all of its rows or not at all.",
                    Outcome.REJECTED);
            failed += document.rows().size();
        }

        private void skip(LedgerDocument document, String code, String message) {
            tell(document.rows(), code, message, Outcome.SKIPPED);
            skipped += document.rows().size();
        }

        private void tell(List<Mapped> rows, String code, String message, Outcome outcome) {
            rows.forEach(row -> problems.add(new ImportProblem(row.row(), row.line(), "", "", code, message, outcome)));
        }

        private void count(LedgerDocument document) {
            if (document.rejected()) {
                failed += document.rows().size();
            } else {
                skipped += document.rows().size();
            }
        }

        /** The keys of its rows; equal lines of one document are not the same row. */
        private static List<UUID> keys(LedgerDocument document) {
            List<UUID> keys = new ArrayList<>();
            for (Mapped row : document.rows()) {
                row.key().ifPresent(key -> {
                    UUID own = key;
                    while (keys.contains(own)) {
                        own = new UUID(own.getMostSignificantBits() + 1, own.getLeastSignificantBits());
                    }
                    keys.add(own);
                });
            }
            return keys;
        }
    }
}
