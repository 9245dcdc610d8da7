package org.kontor.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.customer.Customers;
import org.kontor.database.PoolSize;
import org.kontor.database.SchemaMigrator;
import org.kontor.harness.MailBox;

/** The EAR as it ships, on Payara Server. */
@Tag("ear")
@ExtendWith(ArquillianExtension.class)
class EarIT {

    @Inject
    Customers customers;

    @Inject
    SchemaMigrator schema;

    @Inject
    PoolSize poolSize;

    @Resource(lookup = "java:app/jdbc/kontor")
    DataSource dataSource;

    @Deployment
    static EnterpriseArchive ear() {
        return KontorEar.with(EarIT.class, MailFromTheServer.class, MailBox.class);
    }

    @Test
    void theBusinessIsThereAndTheDatabaseIsMigrated() throws SQLException {
        assertNotNull(customers);
        assertTrue(schema.isMigrated());
        try (Connection connection = dataSource.getConnection()) {
            assertEquals("PostgreSQL", connection.getMetaData().getDatabaseProductName());
        }
    }

    /** The server was given 40; without, the 33rd connection would not be had. */
    @Test
    void thePoolIsAsLargeAsConfigured() throws SQLException {
        assertEquals(40, poolSize.size());
        List<Connection> held = new ArrayList<>();
        try {
            for (int i = 0; i < 36; i++) {
                held.add(dataSource.getConnection());
            }
        } finally {
            for (Connection connection : held) {
                connection.close();
            }
        }
        assertEquals(36, held.size());
    }

    @Test
    void theBundledConnectorsHaveRegistered() throws NamingException {
        InitialContext context = new InitialContext();
        assertTrue(context.list("kontor/connectors").hasMore());
    }

    @Test
    void mailIsSentByTheServersJakartaMail() throws NamingException {
        MailFromTheServer.arrives();
    }

    @Test
    @RunAsClient
    void itAnswersTheSameRestCallsAsTheDistribution() {
        RestOnTheEar.signInReadWriteRefuseAndImport();
    }

    /** Restarts the server, so what is asked of it afterwards is asked of one that found everything deployed. */
    @Test
    @RunAsClient
    void aConnectorBesideTheEarIsDeployedUsedTakenAwayAndPutBack() throws IOException, InterruptedException {
        BesideTheEar.deployUseUndeployAndDeployAgain();
    }
}
