package org.kontor.connectors.smtp;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.kontor.connectors.support.RemoteCodes;
import org.kontor.spi.Batch;
import org.kontor.spi.Connection;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.MessageChannel;
import org.kontor.spi.Outcome;
import org.kontor.spi.Problem;

/** E-mail, one message to one address in each call. */
final class SmtpChannel implements MessageChannel {

    private static final int LONGEST_TEXT = 500_000;

    private final Conversation conversation;

    SmtpChannel(Conversation conversation) {
        this.conversation = conversation;
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
    public Medium medium() {
        return Medium.EMAIL;
    }

    @Override
    public Set<Feature> features() {
        return EnumSet.of(Feature.HTML, Feature.ATTACHMENTS);
    }

    @Override
    public int longestText() {
        return LONGEST_TEXT;
    }

    @Override
    public Outcome<Sent> send(Connection connection, Message message) {
        Optional<Problem> problem = SmtpMessage.problem(message, LONGEST_TEXT);
        return problem.isPresent() ? Outcome.refused(problem.get()) : conversation.deliver(connection, message);
    }

    @Override
    public Batch<Delivery> deliveries(Connection connection, Optional<String> cursor) throws ConnectorException {
        throw new ConnectorException(RemoteCodes.NOT_SUPPORTED.because(
                "Look into the mailbox of the sender: a mail server reports there what could not be delivered."));
    }
}
