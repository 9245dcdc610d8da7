package org.kontor.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.access.Caller;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;
import org.kontor.spi.Capability;
import org.kontor.spi.Connection;
import org.kontor.spi.Connector;
import org.kontor.spi.Health;
import org.kontor.spi.Secret;
import org.kontor.spi.Setting;
import org.kontor.spi.SettingProblem;
import org.kontor.spi.Settings;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

@OnPostgres
class ConnectionsTest {

    private static final Map<String, String> SETTINGS = Map.of("baseUrl", "https://acme.example");
    private static final Map<String, String> SECRETS = Map.of("apiKey", "hush-hush-7");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Function<Connection, Health> test = connection -> Health.up();
    private boolean installed = true;
    private TestKontor kontor;

    @BeforeEach
    void start() {
        kontor = new TestKontor();
        kontor.with(ConnectorDirectory.class, new ConnectorDirectory() {
            @Override
            public List<Entry> registered() {
                return installed ? List.of(new Entry("acme", Optional.of(new Acme()))) : List.of();
            }
        });
        kontor.with(Environment.class, new Environment() {
            @Override
            protected Optional<String> variable(String name) {
                return name.equals("ACME_KEY") ? Optional.of("from-the-environment") : Optional.empty();
            }
        });
        kontor.with(ManagedExecutorService.class, (ManagedExecutorService) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ManagedExecutorService.class}, (proxy, method, args) -> {
                    try {
                        return method.invoke(threads, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        kontor.close();
    }

    @Test
    void aConnectionIsSetUpAndItsSecretIsEncryptedAndNeverGivenBack() {
        ConnectionView view = create(draft("Acme", SETTINGS, SECRETS));

        assertEquals(List.of("apiKey"), view.secretsSet());
        assertEquals(SETTINGS, view.settings());
        assertEquals("UNKNOWN", view.health());
        assertFalse(view.toString().contains("hush"));
        assertFalse(draft("Acme", SETTINGS, SECRETS).toString().contains("hush"));
        assertEquals(
                "0",
                kontor.sql("select count(*) from connection_secret where position('hush' in encode(value, 'escape')) >"
                        + " 0"));
        assertEquals(
                "hush-hush-7",
                opened(view.id())
                        .connection()
                        .settings()
                        .secret("apiKey")
                        .orElseThrow()
                        .reveal());
        assertEquals(
                "20",
                opened(view.id())
                        .connection()
                        .settings()
                        .number("size")
                        .orElseThrow()
                        .toString());
        assertEquals("connection.created", kontor.sql("select kind from access_event order by id desc limit 1"));
        assertEquals("0", kontor.sql("select count(*) from access_event where subject like '%hush%'"));
    }

    @Test
    void everythingWrongIsToldAtOnceWithItsField() {
        AppException refusal = assertThrows(
                AppException.class,
                () -> create(new ConnectionDraft(
                        "acme",
                        "",
                        Optional.of(99L),
                        true,
                        Map.of("baseUrl", "acme", "colour", "red", "apiKey", "x", "size", "many"),
                        Map.of("pin", "1"))));
        assertEquals(
                List.of(
                        "name",
                        "entityId",
                        "settings.apiKey",
                        "secrets.pin",
                        "settings.colour",
                        "settings.baseUrl",
                        "secrets.apiKey",
                        "settings.size"),
                refusal.errors().stream().map(FieldError::field).toList());
        assertEquals("0", kontor.sql("select count(*) from connection"));
    }

    @Test
    void theConnectorsOwnRulesHoldToo() {
        AppException refusal = assertThrows(
                AppException.class,
                () -> create(draft("Acme", Map.of("baseUrl", "https://forbidden.example"), SECRETS)));
        assertEquals("settings.baseUrl", refusal.errors().get(0).field());
    }

    @Test
    void aConnectorThatIsNotThereOrHasNothingToSetIsRefused() {
        installed = false;
        AppException refusal = assertThrows(AppException.class, () -> create(draft("Acme", SETTINGS, SECRETS)));
        assertEquals("connector", refusal.errors().get(0).field());
    }

    @Test
    void twoConnectionsDoNotHaveOneName() {
        create(draft("Acme", SETTINGS, SECRETS));
        AppException refusal = assertThrows(AppException.class, () -> create(draft("ACME", SETTINGS, SECRETS)));
        assertEquals("CONNECTION_NAME_TAKEN", refusal.errors().get(0).code());
    }

    @Test
    void aChangeKeepsSecretsThatAreNotGivenAndCountsTheVersion() {
        ConnectionView view = create(draft("Acme", SETTINGS, SECRETS));

        ConnectionView renamed = revise(view, draft("Acme EU", SETTINGS, Map.of()));
        assertEquals(view.version() + 1, renamed.version());
        assertEquals(
                "hush-hush-7",
                opened(view.id())
                        .connection()
                        .settings()
                        .secret("apiKey")
                        .orElseThrow()
                        .reveal());

        ConnectionView replaced = revise(renamed, draft("Acme EU", SETTINGS, Map.of("apiKey", "other-9")));
        assertEquals(renamed.version() + 1, replaced.version(), "a new secret is a change");
        assertEquals(
                "other-9",
                opened(view.id())
                        .connection()
                        .settings()
                        .secret("apiKey")
                        .orElseThrow()
                        .reveal());

        AppException stale = assertThrows(AppException.class, () -> revise(view, draft("Late", SETTINGS, Map.of())));
        assertEquals(ErrorKind.STALE, stale.kind());
        AppException removed = assertThrows(
                AppException.class, () -> revise(replaced, draft("Acme EU", SETTINGS, Map.of("apiKey", ""))));
        assertEquals("secrets.apiKey", removed.errors().get(0).field(), "a required secret cannot be removed");
    }

    @Test
    void aSecretMayBeAReferenceToTheEnvironmentButNotToKontorsOwnVariables() {
        ConnectionView view = create(draft("Acme", SETTINGS, Map.of("apiKey", "${env:ACME_KEY}")));
        assertEquals(
                "from-the-environment",
                opened(view.id())
                        .connection()
                        .settings()
                        .secret("apiKey")
                        .orElseThrow()
                        .reveal());

        for (String name : List.of(
                "KONTOR_DB_PASSWORD",
                "kontor_encryption_key",
                "JAVA_OPTS",
                "JAVA_TOOL_OPTIONS",
                "JDK_JAVA_OPTIONS",
                "_JAVA_OPTIONS",
                "JVM_ARGS",
                "AS_ADMIN_PASSWORD",
                "PAYARA_ARGS",
                "PGPASSWORD",
                "POSTGRES_PASSWORD")) {
            AppException refusal = assertThrows(
                    AppException.class,
                    () -> create(draft("Spy", SETTINGS, Map.of("apiKey", "${env:" + name + "}"))),
                    name);
            assertEquals("VARIABLE_NOT_ALLOWED", refusal.errors().get(0).code());
        }
        AppException behindABlank = assertThrows(
                AppException.class,
                () -> create(draft("Spy", SETTINGS, Map.of("apiKey", " ${env:KONTOR_DB_PASSWORD} "))));
        assertEquals("VARIABLE_NOT_ALLOWED", behindABlank.errors().get(0).code());

        ConnectionView missing = create(draft("Missing", SETTINGS, Map.of("apiKey", "${env:NOT_SET}")));
        ConnectionTest down = test(missing.id());
        assertEquals("DOWN", down.health());
        assertTrue(down.detail().contains("NOT_SET"), down::detail);
    }

    @Test
    void aTestAsksTheConnectorAndItsAnswerIsKeptWithoutAChangeOfTheVersion() {
        ConnectionView view = create(draft("Acme", SETTINGS, SECRETS));
        test = connection -> Health.down("Write another key: "
                + connection.settings().url("baseUrl").orElseThrow().getHost() + " does not know it.");

        ConnectionTest answer = test(view.id());

        assertEquals("DOWN", answer.health());
        assertTrue(answer.detail().contains("acme.example"));
        ConnectionView after = find(view.id());
        assertEquals("DOWN", after.health());
        assertEquals(answer.detail(), after.healthDetail());
        assertEquals(view.version(), after.version());
    }

    @Test
    void aConnectorThatThrowsOrNeverAnswersIsDownAndItsSecretStaysHidden() {
        ConnectionView view = create(draft("Acme", SETTINGS, SECRETS));
        test = connection -> {
            throw new IllegalStateException(
                    connection.settings().secret("apiKey").orElseThrow().reveal());
        };
        ConnectionTest thrown = test(view.id());
        assertEquals("DOWN", thrown.health());
        assertFalse(thrown.toString().contains("hush"));

        test = connection -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Health.up();
        };
        ConnectionTest late =
                kontor.asSystem(() -> kontor.get(ConnectionTests.class).test(view.id(), Duration.ofMillis(100)));
        assertEquals("DOWN", late.health());
    }

    @Test
    void withoutItsConnectorAConnectionWaitsAndCanBeDisabledOnly() {
        ConnectionView view = create(draft("Acme", SETTINGS, SECRETS));
        installed = false;

        assertFalse(find(view.id()).installed());
        assertEquals(
                "CONNECTOR_GONE",
                assertThrows(AppException.class, () -> opened(view.id())).code());
        assertThrows(
                AppException.class,
                () -> revise(view, draft("Acme", Map.of("baseUrl", "https://b.example"), Map.of())));
        ConnectionView disabled =
                revise(view, new ConnectionDraft("acme", "Acme", Optional.empty(), false, SETTINGS, Map.of()));
        assertFalse(disabled.enabled());

        installed = true;
        assertEquals(
                "CONNECTION_DISABLED",
                assertThrows(AppException.class, () -> opened(view.id())).code());
        assertEquals("UP", test(view.id()).health(), "a disabled connection can be tested");
    }

    @Test
    void tokensOfTheRemoteSystemAreKeptEncryptedAndReplacedByOneAlone() {
        ConnectionView view = create(draft("Acme", SETTINGS, SECRETS));
        var tokens = opened(view.id()).connection().tokens();

        kontor.asSystem(() -> {
            assertEquals(Optional.empty(), tokens.read("refreshToken"));
            assertTrue(tokens.replace("refreshToken", Optional.empty(), new Secret("r1")));
            assertFalse(tokens.replace("refreshToken", Optional.empty(), new Secret("r2")), "another was faster");
            assertTrue(tokens.replace("refreshToken", Optional.of(new Secret("r1")), new Secret("r2")));
            assertEquals(Optional.of(new Secret("r2")), tokens.read("refreshToken"));
            return null;
        });
        assertEquals(List.of("apiKey"), find(view.id()).secretsSet(), "tokens are no settings");
    }

    @Test
    void whatIsRemovedIsGoneWithItsSecrets() {
        ConnectionView view = create(draft("Acme", SETTINGS, SECRETS));
        kontor.asSystem(() -> {
            kontor.get(Connections.class).delete(view.id(), view.version());
            return null;
        });
        assertEquals("0", kontor.sql("select count(*) from connection_secret"));
        assertEquals("0", kontor.sql("select count(*) from connection_setting"));
    }

    private ConnectionDraft draft(String name, Map<String, String> settings, Map<String, String> secrets) {
        return new ConnectionDraft("acme", name, Optional.empty(), true, settings, secrets);
    }

    private ConnectionView create(ConnectionDraft draft) {
        return kontor.as(Caller.SYSTEM, () -> kontor.get(Connections.class).create(draft));
    }

    private ConnectionView revise(ConnectionView seen, ConnectionDraft draft) {
        return kontor.asSystem(() -> kontor.get(Connections.class).revise(seen.id(), seen.version(), draft));
    }

    private ConnectionView find(long id) {
        return kontor.asSystem(() -> kontor.get(Connections.class).find(id)).orElseThrow();
    }

    private OpenConnections.Opened opened(long id) {
        return kontor.asSystem(() -> kontor.get(OpenConnections.class).open(id, Duration.ofSeconds(1)));
    }

    private ConnectionTest test(long id) {
        return kontor.asSystem(() -> kontor.get(ConnectionTests.class).test(id));
    }

    private final class Acme implements Connector {

        @Override
        public String id() {
            return "acme";
        }

        @Override
        public String name() {
            return "Acme";
        }

        @Override
        public String version() {
            return "1.0.0";
        }

        @Override
        public String spiVersion() {
            return SPI_VERSION;
        }

        @Override
        public List<Capability> capabilities() {
            return List.of();
        }

        @Override
        public List<Setting> settings() {
            return List.of(
                    Setting.required("baseUrl", Setting.Type.URL, "Where it is."),
                    Setting.secret("apiKey", "The key."),
                    Setting.withDefault("size", Setting.Type.NUMBER, "How many.", "20"));
        }

        @Override
        public List<SettingProblem> check(Settings settings) {
            return settings.url("baseUrl").orElseThrow().getHost().equals("forbidden.example")
                    ? List.of(new SettingProblem("baseUrl", "FORBIDDEN", "Choose another address."))
                    : List.of();
        }

        @Override
        public Health health() {
            return Health.up();
        }

        @Override
        public Health test(Connection connection) {
            return test.apply(connection);
        }
    }
}
