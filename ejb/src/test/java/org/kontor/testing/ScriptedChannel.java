package org.kontor.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.kontor.connector.ConnectorDirectory;
import org.kontor.spi.Batch;
import org.kontor.spi.Capability;
import org.kontor.spi.Connection;
import org.kontor.spi.Connector;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.ErrorCode;
import org.kontor.spi.Health;
import org.kontor.spi.MessageChannel;
import org.kontor.spi.Outcome;
import org.kontor.spi.Setting;

/** A message channel in memory that answers as it is told, in turn; then that it has taken the message. */
public final class ScriptedChannel implements MessageChannel, Connector {

    public static final ErrorCode NO = new ErrorCode("NO", ErrorCode.Kind.REMOTE_REFUSED, "It says no.");

    public final Deque<Supplier<Outcome<Sent>>> answers = new ArrayDeque<>();
    public final List<Message> messages = new ArrayList<>();

    private final Medium medium;

    public ScriptedChannel(Medium medium) {
        this.medium = medium;
    }

    /** A directory of these channels alone. */
    public static ConnectorDirectory directory(ScriptedChannel... channels) {
        return new ConnectorDirectory() {
            @Override
            public List<Entry> registered() {
                return Stream.of(channels)
                        .map(channel -> new Entry(channel.id(), Optional.of(channel)))
                        .toList();
            }
        };
    }

    @Override
    public String id() {
        return medium.name().toLowerCase(Locale.ROOT) + "-test";
    }

    @Override
    public String name() {
        return medium.name();
    }

    @Override
    public Medium medium() {
        return medium;
    }

    @Override
    public Set<Feature> features() {
        return medium == Medium.SMS ? Set.of() : Set.of(Feature.ATTACHMENTS);
    }

    @Override
    public int longestText() {
        return 10_000;
    }

    @Override
    public Outcome<Sent> send(Connection connection, Message message) {
        messages.add(message);
        return answers.isEmpty()
                ? Outcome.done(new Sent("m" + messages.size()))
                : answers.poll().get();
    }

    @Override
    public Batch<Delivery> deliveries(Connection connection, Optional<String> cursor) throws ConnectorException {
        throw new ConnectorException(NO.because("There are no reports."));
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
        return List.of(this);
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.withDefault("room", Setting.Type.TEXT, "Where it stands.", "office"));
    }

    @Override
    public List<ErrorCode> errorCodes() {
        return List.of(NO);
    }

    @Override
    public Health health() {
        return Health.up();
    }
}
