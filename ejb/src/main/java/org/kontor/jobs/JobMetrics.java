package org.kontor.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts jobs for the metrics endpoint: {@code kontor_job_seconds} and {@code kontor_job_failures_total}, by kind. */
@ApplicationScoped
public class JobMetrics {

    @Inject
    MetricRegistry registry;

    void ran(String kind, Duration time) {
        registry.timer("kontor_job", new Tag("kind", kind)).update(time);
    }

    void failed(String kind) {
        registry.counter("kontor_job_failures", new Tag("kind", kind)).inc();
    }
}
