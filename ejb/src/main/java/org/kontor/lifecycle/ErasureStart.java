package org.kontor.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import org.kontor.access.AccessLog;
import org.kontor.access.CallerContext;
import org.kontor.jobs.Jobs;
import org.kontor.lifecycle.ErasureStep.Kind;

/** Writes down that somebody is to be erased, and lets the job begin; in the running transaction, which holds the customer. */
@ApplicationScoped
class ErasureStart {

    private static final int HASH_KEY = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    ErasureRepository repository;

    @Inject
    ErasureWork work;

    @Inject
    Jobs jobs;

    @Inject
    AccessLog log;

    @Inject
    Clock clock;

    /** Begins; answers the number of the erasure. The caller has looked at what stands in the way. */
    long begin(long customerId) {
        Instant now = clock.instant();
        byte[] hashKey = new byte[HASH_KEY];
        RANDOM.nextBytes(hashKey);
        long id = repository.insert(customerId, CallerContext.current(), hashKey, now);
        repository.add(id, Kind.SUPPRESSION, now);
        repository.add(id, Kind.LOCAL, now);
        work.noteVaults(id, customerId);
        log.write("customer.erasure-requested", "customer " + customerId + ", erasure " + id);
        jobs.enqueue(ErasureJob.KIND, id);
        return id;
    }
}
