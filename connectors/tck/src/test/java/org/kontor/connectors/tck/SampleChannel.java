package org.kontor.connectors.tck;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kontor.connectors.support.RemoteCodes;
import org.kontor.spi.Batch;
import org.kontor.spi.Connection;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.MessageChannel;
import org.kontor.spi.Outcome;

/** A channel into memory; the host of its address says how it misbehaves. */
class SampleChannel implements MessageChannel {

    final List<String> arrived = new CopyOnWriteArrayList<>();

    @Override
    public String id() {
        return "sample-channel";
    }

    @Override
    public String name() {
        return "Sample channel";
    }

    @Override
    public Medium medium() {
        return Medium.SMS;
    }

    @Override
    public Set<Feature> features() {
        return Set.of();
    }

    @Override
    public int longestText() {
        return 160;
    }

    @Override
    public Outcome<Sent> send(Connection connection, Message message) {
        if (message.html().isPresent() || !message.attachments().isEmpty()) {
            return RemoteCodes.notSupported("HTML or files");
        }
        if (message.text().length() > longestText() || !message.to().matches("\\+[0-9]{6,15}")) {
            return Outcome.refused(RemoteCodes.NOT_SUPPORTED.because("Write one number and up to 160 characters."));
        }
        return switch (connection.settings().url("baseUrl").orElseThrow().getHost()) {
            case "nowhere.example" -> Outcome.notSent(RemoteCodes.UNREACHABLE.because("Nobody listens there."));
            case "answers429.example" ->
                new Outcome.NotSent<>(RemoteCodes.BUSY.because("Too many calls."), Optional.of(Duration.ofSeconds(7)));
            case "fails.example" -> {
                arrived.add(message.text());
                yield Outcome.unknown(RemoteCodes.NO_REPLY.because("It may have arrived."));
            }
            default -> {
                arrived.add(message.text());
                yield Outcome.done(new Sent("m" + arrived.size()));
            }
        };
    }

    @Override
    public Batch<Delivery> deliveries(Connection connection, Optional<String> cursor) throws ConnectorException {
        throw new ConnectorException(RemoteCodes.NOT_SUPPORTED.because("There are no reports."));
    }
}
