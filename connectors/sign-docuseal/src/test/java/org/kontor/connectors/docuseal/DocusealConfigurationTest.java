package org.kontor.connectors.docuseal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kontor.connectors.tck.ConfigurationContract;
import org.kontor.connectors.tck.StubServer;
import org.kontor.connectors.tck.StubServer.Fault;
import org.kontor.spi.Connector;
import org.kontor.spi.Health;
import org.kontor.spi.SettingProblem;
import org.kontor.spi.Settings;

/** Every setting is described, checked and used, and the key is never seen. */
class DocusealConfigurationTest implements ConfigurationContract {

    private final DocusealConnector connector = new DocusealConnector();

    @Override
    public Connector testee() {
        return connector;
    }

    @Override
    public Map<String, String> goodSettings() {
        return Map.of("serverUrl", "http://127.0.0.1:9", "apiKey", DocusealStub.KEY);
    }

    @Override
    public Map<String, Use> uses() {
        Effect request = settings -> {
            var built = DocusealClient.request(settings, "submissions").build();
            return built.uri() + " " + built.headers().map();
        };
        return Map.of("serverUrl", new Use("https://sign.example/api", request), "apiKey", new Use("another", request));
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.docuseal.eu,https://api.docuseal.eu/submissions",
        "https://sign.example/api,https://sign.example/api/submissions",
        "https://sign.example/api/,https://sign.example/api/submissions"
    })
    void theServerMayBeACloudOrOnesOwn(String server, String address) {
        assertEquals(List.<SettingProblem>of(), connector.check(settings(server)));
        assertEquals(
                address,
                DocusealSettings.address(settings(server), "submissions").toString());
    }

    @Test
    void withoutAServerItIsTheGlobalCloud() {
        Settings settings = Settings.of(DocusealSettings.ALL, Map.of("apiKey", "k"));
        assertEquals(
                "https://api.docuseal.com/submissions",
                DocusealSettings.address(settings, "submissions").toString());
    }

    @ParameterizedTest
    @CsvSource({
        "http://sign.example/api,NOT_ENCRYPTED",
        "https://sign.example/api?x=1,ADDRESS_FORMAT",
        "https://sign.example/api#x,ADDRESS_FORMAT"
    })
    void whatCannotWorkIsToldBeforeItIsSaved(String server, String code) {
        assertEquals(
                List.of("serverUrl " + code),
                connector.check(settings(server)).stream()
                        .map(problem -> problem.key() + " " + problem.code())
                        .toList());
    }

    @Test
    void theTestReadsOneSubmissionAndSaysWhetherDocusealLetsUsIn() {
        try (StubServer stub = new StubServer(new DocusealStub())) {
            assertEquals(Health.up(), connector.test(DocusealContractTest.to(stub)));
            assertEquals(
                    List.of("GET /submissions?limit=1"),
                    stub.requests().stream()
                            .map(request -> request.method() + " " + request.uri())
                            .toList());
            stub.misbehave(Fault.ANSWER_401);
            Health down = connector.test(DocusealContractTest.to(stub));
            assertEquals(Health.State.DOWN, down.state());
            assertTrue(down.detail().contains("credentials"), down::detail);
        }
    }

    private static Settings settings(String server) {
        return Settings.of(DocusealSettings.ALL, Map.of("serverUrl", server, "apiKey", "k"));
    }
}
