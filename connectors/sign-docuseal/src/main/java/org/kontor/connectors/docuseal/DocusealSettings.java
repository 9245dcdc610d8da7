package org.kontor.connectors.docuseal;

import java.net.URI;
import java.util.List;
import org.kontor.spi.Secret;
import org.kontor.spi.Setting;
import org.kontor.spi.SettingProblem;
import org.kontor.spi.Settings;

/** What a connection to DocuSeal must be told. */
final class DocusealSettings {

    static final String SERVER = "serverUrl";
    static final String API_KEY = "apiKey";

    static final List<Setting> ALL = List.of(
            Setting.withDefault(
                    SERVER,
                    Setting.Type.URL,
                    "Where the API is: https://api.docuseal.com, https://api.docuseal.eu for the cloud in Europe, or your own"
                            + " server with /api at the end.",
                    "https://api.docuseal.com"),
            Setting.secret(API_KEY, "The API key, from Settings > API in DocuSeal."));

    private DocusealSettings() {}

    static List<SettingProblem> check(Settings settings) {
        URI server = server(settings);
        if (!"https".equalsIgnoreCase(server.getScheme()) && !isHere(server.getHost())) {
            return List.of(new SettingProblem(SERVER, "NOT_ENCRYPTED", "Write an address that begins with https."));
        }
        if (server.getRawQuery() != null || server.getRawFragment() != null) {
            return List.of(new SettingProblem(SERVER, "ADDRESS_FORMAT", "Write the address without ? and #."));
        }
        return List.of();
    }

    /** Address of a resource; the path has no slash at its beginning. */
    static URI address(Settings settings, String path) {
        String base = server(settings).toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + path);
    }

    static URI server(Settings settings) {
        return settings.url(SERVER).orElseThrow();
    }

    static Secret apiKey(Settings settings) {
        return settings.secret(API_KEY).orElseThrow();
    }

    private static boolean isHere(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.[0-9]{1,3}){3}");
    }
}
