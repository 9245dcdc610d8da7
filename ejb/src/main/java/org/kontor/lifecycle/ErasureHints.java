package org.kontor.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.kontor.jobs.Jobs;
import org.kontor.wallet.HearsVault;

/**
 * A vault says that something happened to a payer whom it was asked to forget: it is asked again at once, whatever day was named, and its
 * answer is what the step and the certificate tell.
 */
@ApplicationScoped
class ErasureHints implements HearsVault {

    @Inject
    ErasureRepository repository;

    @Inject
    Jobs jobs;

    @Inject
    Clock clock;

    @Override
    public Heard heard(long connectionId, String payer) {
        List<ErasureRepository.Waiting> steps = repository.waiting(connectionId).stream()
                .filter(step -> VaultSubject.of(step.subject()).shopperId().equals(payer))
                .toList();
        if (steps.stream().anyMatch(ErasureRepository.Waiting::asked)) {
            // Its answer may be older than what happened.
            return Heard.AGAIN;
        }
        for (ErasureRepository.Waiting step : steps) {
            repository.lock(step.erasureId());
            repository.hurryStep(step.stepId(), clock.instant());
            jobs.enqueue(ErasureJob.KIND, step.erasureId());
        }
        return steps.isEmpty() ? Heard.NOT_AWAITED : Heard.TAKEN;
    }
}
