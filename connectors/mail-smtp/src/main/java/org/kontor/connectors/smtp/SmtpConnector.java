package org.kontor.connectors.smtp;

import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import org.kontor.connectors.support.RemoteCodes;
import org.kontor.spi.Capability;
import org.kontor.spi.Connection;
import org.kontor.spi.Connector;
import org.kontor.spi.ErrorCode;
import org.kontor.spi.Health;
import org.kontor.spi.Outcome;
import org.kontor.spi.Setting;
import org.kontor.spi.SettingProblem;
import org.kontor.spi.Settings;

/** A mail server as a message channel. */
final class SmtpConnector implements Connector {

    private static final List<ErrorCode> CODES = Stream.concat(
                    RemoteCodes.ALL.stream(), Stream.of(SmtpMessage.NOT_A_MESSAGE))
            .toList();

    private final Conversation conversation;
    private final List<Capability> capabilities;

    SmtpConnector() {
        this((SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /** With what decides which certificates are believed. */
    SmtpConnector(SSLSocketFactory certificates) {
        conversation = new Conversation(certificates);
        capabilities = List.of(new SmtpChannel(conversation));
    }

    @Override
    public String id() {
        return "mail-smtp";
    }

    @Override
    public String name() {
        return "E-mail over SMTP";
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
        return capabilities;
    }

    @Override
    public List<Setting> settings() {
        return SmtpSettings.ALL;
    }

    @Override
    public List<ErrorCode> errorCodes() {
        return CODES;
    }

    @Override
    public List<SettingProblem> check(Settings settings) {
        return SmtpSettings.check(settings);
    }

    /** Without a connection there is nothing to ask. */
    @Override
    public Health health() {
        return Health.up();
    }

    /** Greets the mail server, encrypts, signs in and leaves again; no message is begun. */
    @Override
    public Health test(Connection connection) {
        Outcome<?> outcome = conversation.greet(connection);
        return outcome.trouble().map(problem -> Health.down(problem.message())).orElseGet(Health::up);
    }
}
