package ${package};

import java.util.Map;
import org.kontor.connectors.tck.ConfigurationContract;
import org.kontor.spi.Connector;
import org.kontor.spi.Settings;

/** The rules for settings: described, checked, used, never seen where secret. */
class ${connectorName}SettingsTest implements ConfigurationContract {

    @Override
    public Connector testee() {
        return new ${connectorName}Connector();
    }

    @Override
    public Map<String, String> goodSettings() {
        return Map.of("baseUrl", "http://127.0.0.1:9", "apiKey", "key-1");
    }

    @Override
    public Map<String, Use> uses() {
        return Map.of(
                "baseUrl", new Use("https://other.example", ${connectorName}SettingsTest::request),
                "apiKey", new Use("key-2", ${connectorName}SettingsTest::request));
    }

    private static Object request(Settings settings) {
        var request = new ${connectorName}Client().request(settings, "/").build();
        return request.uri() + " " + request.headers().map();
    }
}
