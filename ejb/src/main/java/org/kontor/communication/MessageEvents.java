package org.kontor.communication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kontor.shared.DomainEvent;

/** What the history tells of messages; never their text. */
final class MessageEvents {

    private MessageEvents() {}

    /** Something happened to one. */
    static DomainEvent of(MessageView message, String what) {
        Map<String, String> details = new TreeMap<>();
        details.put("messageId", Long.toString(message.id()));
        if (!message.subject().isEmpty()) {
            details.put("name", message.subject());
        }
        if (!message.address().isEmpty()) {
            details.put("address", message.address());
        }
        return new DomainEvent(message.channel().noun() + "." + what, message.customerId(), Map.of(), details);
    }

    /** It was written down. */
    static DomainEvent logged(MessageView message) {
        return of(message, message.channel() == MessageKind.CALL ? "logged" : "received");
    }

    /** It was sent: its documents were, too. */
    static List<DomainEvent> sent(MessageView message) {
        List<DomainEvent> events = new ArrayList<>(List.of(of(message, "sent")));
        for (MessageFileView file : message.attachments()) {
            if (file.kind() == MessageFileKind.INVOICE || file.kind() == MessageFileKind.CREDIT_MEMO) {
                events.add(new DomainEvent(
                        file.kind() == MessageFileKind.INVOICE ? "invoice.sent" : "credit-memo.sent",
                        message.customerId(),
                        Map.of(),
                        Map.of(
                                "documentId",
                                Long.toString(file.id().orElseThrow()),
                                "address",
                                message.address(),
                                "messageId",
                                Long.toString(message.id()))));
            }
        }
        return events;
    }
}
