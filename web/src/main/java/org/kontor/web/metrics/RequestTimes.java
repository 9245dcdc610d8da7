package org.kontor.web.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Keeps the times of requests. */
@ApplicationScoped
class RequestTimes {

    @Inject
    MetricRegistry registry;

    void add(String method, String route, int status, Duration time) {
        registry.timer(
                        "kontor_requests",
                        new Tag("method", method),
                        new Tag("route", route),
                        new Tag("status", Integer.toString(status)))
                .update(time);
    }
}
