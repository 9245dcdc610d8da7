package org.kontor.connectors.smtp;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kontor.spi.Secret;
import org.kontor.spi.Setting;
import org.kontor.spi.SettingProblem;
import org.kontor.spi.Settings;

/** What a connection to a mail server must be told. */
final class SmtpSettings {

    static final String HOST = "host";
    static final String PORT = "port";
    static final String SECURITY = "security";
    static final String USERNAME = "username";
    static final String PASSWORD = "password";
    static final String FROM = "from";
    static final String FROM_NAME = "fromName";
    static final String REPLY_TO = "replyTo";
    static final String CONNECT_SECONDS = "connectSeconds";
    static final String REPLY_SECONDS = "replySeconds";

    static final List<Setting> ALL = List.of(
            Setting.required(
                    HOST, Setting.Type.TEXT, "The mail server that takes outgoing mail, such as smtp.example.org."),
            Setting.choice(
                    SECURITY,
                    "How the connection is encrypted: starttls (usual with port 587), tls from the first byte (port 465), or none.",
                    Security.STARTTLS.key,
                    Security.TLS.key,
                    Security.NONE.key),
            optional(PORT, Setting.Type.NUMBER, "The port; empty for 587, 465 or 25, by the encryption.", false),
            optional(USERNAME, Setting.Type.TEXT, "The user at the mail server; empty when it asks for none.", false),
            optional(PASSWORD, Setting.Type.TEXT, "The password of the user, or the one made for apps.", true),
            Setting.required(
                    FROM,
                    Setting.Type.TEXT,
                    "The address that mail comes from; the mail server must let the user send as it."),
            optional(
                    FROM_NAME,
                    Setting.Type.TEXT,
                    "The name that stands beside the address, such as that of the business.",
                    false),
            optional(
                    REPLY_TO,
                    Setting.Type.TEXT,
                    "The address that answers go to; empty for the one that mail comes from.",
                    false),
            Setting.withDefault(
                    CONNECT_SECONDS, Setting.Type.NUMBER, "How many seconds to wait for a connection, 1 to 60.", "10"),
            Setting.withDefault(
                    REPLY_SECONDS, Setting.Type.NUMBER, "How many seconds to wait for each reply, 1 to 300.", "30"));

    private static final int LONGEST_WAIT_FOR_A_CONNECTION = 60;
    private static final int LONGEST_WAIT_FOR_A_REPLY = 300;

    private SmtpSettings() {}

    static List<SettingProblem> check(Settings settings) {
        List<SettingProblem> problems = new ArrayList<>();
        String host = host(settings);
        if (!host.matches("[\\p{L}\\p{N}]([\\p{L}\\p{N}.-]{0,252})|\\[?[0-9a-fA-F:.]{2,45}\\]?")) {
            problems.add(new SettingProblem(
                    HOST, "HOST_FORMAT", "Write the name of the mail server alone, such as smtp.example.org."));
        }
        range(settings, PORT, 65_535).ifPresent(problems::add);
        range(settings, CONNECT_SECONDS, LONGEST_WAIT_FOR_A_CONNECTION).ifPresent(problems::add);
        range(settings, REPLY_SECONDS, LONGEST_WAIT_FOR_A_REPLY).ifPresent(problems::add);
        for (String key : List.of(FROM, REPLY_TO)) {
            settings.text(key)
                    .filter(text -> address(text).isEmpty())
                    .ifPresent(text -> problems.add(new SettingProblem(
                            key, "ADDRESS_FORMAT", "Write one address, such as office@example.org.")));
        }
        if (settings.text(FROM_NAME).filter(SmtpSettings::hasControls).isPresent()) {
            problems.add(new SettingProblem(FROM_NAME, "NAME_FORMAT", "Write the name in one line."));
        }
        Optional<String> username = settings.text(USERNAME);
        Optional<Secret> password = settings.secret(PASSWORD);
        if (username.isPresent() != password.isPresent()) {
            problems.add(new SettingProblem(
                    username.isPresent() ? PASSWORD : USERNAME,
                    "BOTH_OR_NONE",
                    "Give the user and the password, or neither."));
        }
        if (username.isPresent() && security(settings) == Security.NONE && !isHere(host)) {
            problems.add(new SettingProblem(
                    SECURITY, "NOT_ENCRYPTED", "Choose starttls or tls: the password would be sent for all to read."));
        }
        return problems;
    }

    static String host(Settings settings) {
        return settings.text(HOST).orElseThrow();
    }

    static int port(Settings settings) {
        return settings.number(PORT).map(Long::intValue).orElse(security(settings).port);
    }

    static Security security(Settings settings) {
        return Security.valueOf(settings.text(SECURITY).orElseThrow().toUpperCase(Locale.ROOT));
    }

    /** One address without a name beside it; empty when the text is something else. */
    static Optional<InternetAddress> address(String text) {
        if (!text.matches("[!#$%&'*+/=?^_`{|}~.A-Za-z0-9-]{1,64}@[\\p{L}\\p{N}.-]{1,253}")) {
            return Optional.empty();
        }
        try {
            int at = text.lastIndexOf('@');
            InternetAddress address =
                    new InternetAddress(text.substring(0, at) + "@" + IDN.toASCII(text.substring(at + 1)), true);
            return Optional.of(address);
        } catch (AddressException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private static Optional<SettingProblem> range(Settings settings, String key, int most) {
        return settings.number(key)
                .filter(number -> number < 1 || number > most)
                .map(number -> new SettingProblem(key, "OUT_OF_RANGE", "Write a number from 1 to " + most + "."));
    }

    private static boolean isHere(String host) {
        return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.[0-9]{1,3}){3}");
    }

    private static Setting optional(String key, Setting.Type type, String description, boolean secret) {
        return new Setting(key, type, description, Optional.empty(), false, secret);
    }

    /** How a connection is encrypted. */
    enum Security {
        /** Encrypted before anything is told; without that nothing is sent. */
        STARTTLS("starttls", 587),
        /** Encrypted from the first byte. */
        TLS("tls", 465),
        /** Readable on the way. */
        NONE("none", 25);

        final String key;
        final int port;

        Security(String key, int port) {
            this.key = key;
            this.port = port;
        }
    }
}
