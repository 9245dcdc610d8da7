package org.kontor.web.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/** Keeps the times of requests. */
@ApplicationScoped
class RequestTimes {

    @Inject
    MetricRegistry registry;

    /** There are as many as there are operations and answers of them. */
    private final Map<Route, Timer> timers = new ConcurrentHashMap<>();

    private record Route(String method, String route, int status) {}

    void add(String method, String route, int status, Duration time) {
        timers.computeIfAbsent(new Route(method, route, status), this::timer).update(time);
    }

    private Timer timer(Route of) {
        return registry.timer(
                "kontor_requests",
                new Tag("method", of.method()),
                new Tag("route", of.route()),
                new Tag("status", Integer.toString(of.status())));
    }
}
