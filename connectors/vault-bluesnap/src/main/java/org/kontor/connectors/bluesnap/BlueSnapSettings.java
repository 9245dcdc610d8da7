package org.kontor.connectors.bluesnap;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.spi.Setting;
import org.kontor.spi.SettingProblem;
import org.kontor.spi.Settings;

/** What a connection to BlueSnap must be told. */
final class BlueSnapSettings {

    static final String ENVIRONMENT = "environment";
    static final String USERNAME = "username";
    static final String PASSWORD = "password";
    static final String MERCHANT_ID = "merchantId";
    static final String API_VERSION = "apiVersion";
    static final String CALLS_PER_MINUTE = "callsPerMinute";
    static final String BASE_URL = "baseUrl";
    static final String NOTICE_ADDRESSES = "noticeAddresses";

    static final List<Setting> ALL = List.of(
            Setting.choice(
                    ENVIRONMENT, "Where payments go: to the sandbox or to the real thing.", "sandbox", "production"),
            Setting.required(USERNAME, Setting.Type.TEXT, "The API user, from Settings > API Settings in BlueSnap."),
            Setting.secret(PASSWORD, "The password of the API user."),
            Setting.required(
                    MERCHANT_ID,
                    Setting.Type.NUMBER,
                    "Your merchant id: charges are found by our key together with it."),
            new Setting(
                    API_VERSION,
                    Setting.Type.CHOICE,
                    "The version of BlueSnap's API; 3.0 keeps several bank accounts of one payer.",
                    Optional.of("3.0"),
                    false,
                    false,
                    List.of("3.0", "2.0")),
            Setting.withDefault(
                    CALLS_PER_MINUTE,
                    Setting.Type.NUMBER,
                    "How many calls each node of Kontor may make in a minute, 1 to 6000.",
                    "300"),
            new Setting(
                    BASE_URL,
                    Setting.Type.URL,
                    "Only behind a gateway of your own: its address, in place of BlueSnap's.",
                    Optional.empty(),
                    false,
                    false),
            new Setting(
                    NOTICE_ADDRESSES,
                    Setting.Type.TEXT,
                    "IP addresses that webhooks come from, with commas between; leave it empty for those that BlueSnap names.",
                    Optional.empty(),
                    false,
                    false));

    private static final Set<String> SANDBOX_SENDERS =
            Set.of("141.226.140.200", "141.226.141.200", "141.226.142.200", "141.226.143.200", "209.128.93.232");
    private static final Set<String> PRODUCTION_SENDERS = Set.of(
            "141.226.140.100",
            "141.226.141.100",
            "141.226.142.100",
            "141.226.143.100",
            "209.128.93.98",
            "209.128.93.254");

    private BlueSnapSettings() {}

    static List<SettingProblem> check(Settings settings) {
        List<SettingProblem> problems = new ArrayList<>();
        long calls = callsPerMinute(settings);
        if (calls < 1 || calls > 6000) {
            problems.add(new SettingProblem(CALLS_PER_MINUTE, "OUT_OF_RANGE", "Write a number from 1 to 6000."));
        }
        if (merchantId(settings) < 1) {
            problems.add(new SettingProblem(MERCHANT_ID, "OUT_OF_RANGE", "Write the number that BlueSnap gave you."));
        }
        if (settings.text(USERNAME).orElse("").contains(":")) {
            problems.add(new SettingProblem(USERNAME, "USERNAME_FORMAT", "Write the user without a colon."));
        }
        if (settings.url(BASE_URL)
                .filter(BlueSnapSettings::tellsThePasswordToOthers)
                .isPresent()) {
            problems.add(new SettingProblem(BASE_URL, "NOT_ENCRYPTED", "Write an address that begins with https."));
        }
        if (named(settings)
                .anyMatch(address -> !address.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*"))) {
            problems.add(new SettingProblem(
                    NOTICE_ADDRESSES, "ADDRESS_FORMAT", "Write IP addresses with commas between, such as 192.0.2.7."));
        }
        return problems;
    }

    /** Address of a resource; the path has no slash at its beginning. */
    static URI address(Settings settings, String path) {
        String base = settings.url(BASE_URL)
                .map(URI::toString)
                .orElse(isProduction(settings) ? "https://ws.bluesnap.com" : "https://sandbox.bluesnap.com");
        return URI.create((base.endsWith("/") ? base : base + "/") + "services/2/" + path);
    }

    static long merchantId(Settings settings) {
        return settings.number(MERCHANT_ID).orElseThrow();
    }

    static long callsPerMinute(Settings settings) {
        return settings.number(CALLS_PER_MINUTE).orElseThrow();
    }

    static String apiVersion(Settings settings) {
        return settings.text(API_VERSION).orElseThrow();
    }

    /** Whether a message from this address may be BlueSnap's. */
    static boolean isSender(Settings settings, String address) {
        Set<String> named = named(settings).collect(Collectors.toSet());
        Set<String> own = isProduction(settings) ? PRODUCTION_SENDERS : SANDBOX_SENDERS;
        return (named.isEmpty() ? own : named).contains(address);
    }

    private static Stream<String> named(Settings settings) {
        return Stream.of(settings.text(NOTICE_ADDRESSES).orElse("").split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty());
    }

    private static boolean isProduction(Settings settings) {
        return settings.text(ENVIRONMENT).orElseThrow().equals("production");
    }

    private static boolean tellsThePasswordToOthers(URI address) {
        String host = address.getHost();
        boolean here = host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.[0-9]{1,3}){3}");
        return !here && !"https".equalsIgnoreCase(address.getScheme());
    }
}
