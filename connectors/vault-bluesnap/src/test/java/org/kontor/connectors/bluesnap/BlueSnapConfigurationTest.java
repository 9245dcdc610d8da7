package org.kontor.connectors.bluesnap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kontor.connectors.tck.ConfigurationContract;
import org.kontor.connectors.tck.KitConnection;
import org.kontor.connectors.tck.StubServer;
import org.kontor.spi.Connector;
import org.kontor.spi.Health;
import org.kontor.spi.InboundMessage;
import org.kontor.spi.SettingProblem;
import org.kontor.spi.Settings;

/** Every setting is described, checked and used, and the password is never seen. */
class BlueSnapConfigurationTest implements ConfigurationContract {

    private final BlueSnapConnector connector = new BlueSnapConnector();

    @Override
    public Connector testee() {
        return connector;
    }

    @Override
    public Map<String, String> goodSettings() {
        return Map.of("username", "API_4711", "password", "not-a-password", "merchantId", "395608");
    }

    @Override
    public Map<String, Use> uses() {
        Effect request = settings -> {
            var built = BlueSnapClient.request(settings, "x," + BlueSnapSettings.merchantId(settings))
                    .build();
            return built.uri() + " " + built.headers().map();
        };
        Effect sender =
                settings -> Notices.read(settings, new InboundMessage("192.0.2.7", Map.of(), "transactionType=CHARGE"))
                        .getClass();
        return Map.of(
                "environment", new Use("production", request),
                "username", new Use("API_1", request),
                "password", new Use("other", request),
                "merchantId", new Use("17", request),
                "apiVersion", new Use("2.0", request),
                "baseUrl", new Use("https://pay.example", request),
                "callsPerMinute", new Use("7", BlueSnapSettings::callsPerMinute),
                "noticeAddresses", new Use("192.0.2.7", sender));
    }

    @Test
    void sandboxAndProductionAreDifferentHosts() {
        assertEquals(
                "https://sandbox.bluesnap.com/services/2/vaulted-shoppers",
                BlueSnapSettings.address(settings(Map.of()), "vaulted-shoppers").toString());
        assertEquals(
                "https://ws.bluesnap.com/services/2/vaulted-shoppers",
                BlueSnapSettings.address(settings(Map.of("environment", "production")), "vaulted-shoppers")
                        .toString());
    }

    /** BlueSnap refuses a second blank behind {@code Basic}. */
    @Test
    void theCredentialsStandBehindExactlyOneBlank() {
        assertEquals(
                "Basic QVBJXzQ3MTE6bm90LWEtcGFzc3dvcmQ=",
                BlueSnapClient.request(settings(Map.of()), "x")
                        .build()
                        .headers()
                        .firstValue("Authorization")
                        .orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "callsPerMinute,0,OUT_OF_RANGE",
        "callsPerMinute,6001,OUT_OF_RANGE",
        "merchantId,0,OUT_OF_RANGE",
        "username,API:1,USERNAME_FORMAT",
        "baseUrl,http://pay.example,NOT_ENCRYPTED",
        "noticeAddresses,everybody,ADDRESS_FORMAT"
    })
    void whatCannotWorkIsToldBeforeItIsSaved(String key, String value, String code) {
        assertEquals(
                List.of(key + " " + code),
                connector.check(settings(Map.of(key, value))).stream()
                        .map(problem -> problem.key() + " " + problem.code())
                        .toList());
    }

    @Test
    void aGatewayOnThisMachineNeedsNoEncryption() {
        assertEquals(List.<SettingProblem>of(), connector.check(settings(Map.of("baseUrl", "http://127.0.0.1:8080"))));
    }

    @Test
    void eachConnectionHasAPaceOfItsOwnAndAChangedPaceTakesEffect() {
        BlueSnapClient client = new BlueSnapClient();
        KitConnection slow = KitConnection.of(BlueSnapSettings.ALL, with("callsPerMinute", "7"));
        assertEquals(client.limiter(slow), client.limiter(slow));
        assertNotEquals(
                client.limiter(slow),
                client.limiter(KitConnection.of(BlueSnapSettings.ALL, with("callsPerMinute", "8"))));
    }

    @Test
    void theTestSaysWhetherBlueSnapLetsUsIn() {
        try (StubServer stub = new StubServer(new BlueSnapStub())) {
            KitConnection connection = KitConnection.of(
                    BlueSnapSettings.ALL, with("baseUrl", stub.address().toString()));
            assertEquals(Health.up(), connector.test(connection));
            stub.misbehave(StubServer.Fault.ANSWER_401);
            Health down = connector.test(connection);
            assertEquals(Health.State.DOWN, down.state());
            assertTrue(down.detail().contains("credentials"), down::detail);
        }
    }

    private Map<String, String> with(String key, String value) {
        Map<String, String> values = new HashMap<>(goodSettings());
        values.put(key, value);
        return values;
    }

    private Settings settings(Map<String, String> more) {
        Map<String, String> values = new HashMap<>(goodSettings());
        values.putAll(more);
        return Settings.of(BlueSnapSettings.ALL, values);
    }
}
