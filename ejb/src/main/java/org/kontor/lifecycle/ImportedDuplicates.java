package org.kontor.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.kontor.access.Caller;
import org.kontor.importing.CustomersImported;
import org.kontor.jobs.JobHandler;
import org.kontor.jobs.JobRun;
import org.kontor.jobs.Jobs;
import org.kontor.lifecycle.DuplicateSearchView.State;
import org.kontor.lifecycle.DuplicateSearchView.Step;
import org.kontor.lifecycle.ImportedDuplicateRepository.Asked;
import org.kontor.lifecycle.ImportedDuplicateRepository.Latest;

/**
 * After an import those who came in and resemble somebody go to the review queue instead of being decided (S3-04). They are pairs of
 * the latest search: it goes on with comparing them, so that one queue holds all. A search that still puts pairs together is
 * waited for.
 */
@ApplicationScoped
public class ImportedDuplicates implements JobHandler {

    /** The kind of these jobs. */
    public static final String KIND = "import-duplicates";

    @Inject
    ImportedDuplicateRepository repository;

    @Inject
    Jobs jobs;

    @Inject
    Clock clock;

    void imported(@Observes CustomersImported event) {
        jobs.enqueue(KIND, event.importId());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(long importId, JobRun run) throws Exception {
        return run.inTransaction(Caller.SYSTEM, () -> queue(importId));
    }

    private Outcome queue(long importId) {
        Optional<Asked> asked = repository.asked(importId);
        if (asked.isEmpty()) {
            return Outcome.DONE;
        }
        Instant now = clock.instant();
        Optional<Latest> latest = repository.latest();
        if (latest.filter(
                        search -> search.state().open() && (search.step() == Step.KEYS || search.step() == Step.PAIRS))
                .isPresent()) {
            return Outcome.LATER;
        }
        Latest search = latest.orElseGet(
                () -> repository.begin(asked.get().userId(), asked.get().login(), now));
        int pairs = repository.add(search.id(), importId, DuplicateSearchPieces.MOST_OF_A_KEY);
        if (pairs > 0) {
            repository.compare(search.id(), pairs, asked.get().userId(), now);
            if (search.state() != State.RUNNING && search.state() != State.PENDING) {
                jobs.enqueue(DuplicateSearchJob.KIND, search.id());
            }
        } else if (latest.isEmpty()) {
            repository.forget(search.id());
        }
        return Outcome.DONE;
    }

    @Override
    public void gaveUp(long importId, JobRun run, String incident) {
        // The import itself is whole; a search finds the same pairs.
    }
}
