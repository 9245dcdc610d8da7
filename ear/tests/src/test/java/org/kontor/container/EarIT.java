package org.kontor.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The EAR as it ships, on Payara Server. */
@Tag("ear")
@ExtendWith(ArquillianExtension.class)
class EarIT {

    @Deployment
    static EnterpriseArchive ear() {
        return KontorEar.with(EarIT.class);
    }

    @Test
    @RunAsClient
    void itAnswersTheSameRestCallsAsTheDistribution() throws IOException {
        assertEquals("401", status("/api/v1/customers", ""));
        assertEquals("200", status("/api/v1/customers", "Bearer it-key-3f0c9a7d51e84b2aa6cf"));
        assertEquals("200", status("/health/ready", ""));
        assertFalse(status("/openapi", "").startsWith("5"));
    }

    private static String status(String path, String authorization) throws IOException {
        URI uri = URI.create("http://localhost:" + System.getProperty("kontor.it.http-port") + path);
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        if (!authorization.isEmpty()) {
            connection.setRequestProperty("Authorization", authorization);
        }
        int status = connection.getResponseCode();
        String body = connection.getErrorStream() == null
                ? ""
                : new String(connection.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return status == 200 || status == 401 ? Integer.toString(status) : status + " " + body;
    }
}
