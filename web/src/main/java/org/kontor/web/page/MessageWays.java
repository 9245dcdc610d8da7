package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.kontor.access.Permission;
import org.kontor.communication.LastContactView;
import org.kontor.communication.MessageChannelView;
import org.kontor.communication.MessageKind;
import org.kontor.communication.MessageView;
import org.kontor.communication.Messages;

/** By which ways the customer of a page can be reached (S4-09), and when they last were (S4-55). Fetched when first asked for. */
@Named("messageWays")
@ViewScoped
public class MessageWays implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Messages messages;

    @Inject
    ShellPage shell;

    @Inject
    Texts texts;

    private List<MessageChannelView> ways = List.of();
    private Optional<LastContactView> last = Optional.empty();

    /** Whether the reader may see messages. */
    public boolean isAllowed() {
        return shell.may(Permission.READ_MESSAGE.wireName());
    }

    /** Whether the reader may write messages. */
    public boolean isOffered() {
        return isAllowed() && shell.may(Permission.SEND_MESSAGE.wireName());
    }

    /** All ways; none for whoever may not use them. */
    public List<MessageChannelView> of(long customer) {
        if (ways.isEmpty() && isOffered()) {
            ways = messages.channels(customer);
        }
        return ways;
    }

    /** Whether an e-mail can be sent. */
    public boolean mails(long customer) {
        return of(customer).stream().anyMatch(way -> way.channel() == MessageKind.EMAIL && way.ready());
    }

    /** Whether one cannot be used. */
    public boolean anyMissing(long customer) {
        return of(customer).stream().anyMatch(way -> !way.ready());
    }

    /** Why one cannot be used, and who mends that; empty when it can. */
    public String reason(MessageChannelView way) {
        return way.ready() ? "" : texts.of("message.noChannel." + way.channel());
    }

    /** Name of the icon of a way. */
    public String icon(Object channel) {
        return switch (MessageKind.valueOf(channel.toString())) {
            case EMAIL -> "mail";
            case SMS -> "sms";
            case LETTER -> "letter";
            case CALL -> "phone";
        };
    }

    /** What a message is called: its subject, or by which way it went. */
    public String title(MessageView message) {
        return message.subject().isEmpty() ? texts.of("messageKind." + message.channel()) : message.subject();
    }

    /** When the customer was last in contact. */
    public LastContactView last(long customer) {
        if (last.isEmpty()) {
            last = Optional.of(messages.lastContact(customer));
        }
        return last.get();
    }
}
