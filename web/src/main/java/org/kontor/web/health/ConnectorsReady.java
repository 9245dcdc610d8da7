package org.kontor.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.kontor.access.Caller;
import org.kontor.access.CallerContext;
import org.kontor.connector.ConnectorRegistry;
import org.kontor.shared.ConnectorsStart;

/** Connectors are registered, and where a launcher starts them beside the application, all have had their turn. */
@Readiness
@ApplicationScoped
public class ConnectorsReady implements HealthCheck {

    @Inject
    ConnectorRegistry registry;

    @Override
    public HealthCheckResponse call() {
        try {
            int registered =
                    CallerContext.callAs(Caller.SYSTEM, () -> registry.list().size());
            return HealthCheckResponse.named("connectors")
                    .status(registered > 0 && !ConnectorsStart.isGoingOn())
                    .withData("registered", registered)
                    .build();
        } catch (Exception e) {
            return HealthCheckResponse.down("connectors");
        }
    }
}
