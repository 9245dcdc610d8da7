package org.kontor.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kontor.communication.MessageDirection;
import org.kontor.communication.MessageKind;
import org.kontor.communication.MessageQuery;
import org.kontor.communication.MessageView;
import org.kontor.communication.Messages;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/** Messages to the customer of the record page and from them (S4-129). Fetched when the tab is first shown. */
@Named("communicationTab")
@ViewScoped
public class CommunicationTab implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Messages messages;

    @Inject
    CustomerPage page;

    private String channel = "";
    private String direction = "";
    private Page<MessageView> shown = new Page<>(List.of(), Optional.empty());

    /** Shows the first piece of those that are wanted. */
    @PostConstruct
    public void open() {
        shown = messages.ofCustomer(page.getId(), query(), PageRequest.first());
    }

    private MessageQuery query() {
        return new MessageQuery(
                chosen(MessageKind.values(), channel), chosen(MessageDirection.values(), direction), Set.of());
    }

    private static <E extends Enum<E>> Set<E> chosen(E[] choices, String name) {
        return Stream.of(choices).filter(each -> each.name().equals(name)).collect(Collectors.toSet());
    }

    /** Shows the next piece below those on the page. */
    public void more() {
        shown.nextCursor().ifPresent(cursor -> {
            Page<MessageView> next = messages.ofCustomer(
                    page.getId(), MessageQuery.ALL, new PageRequest(PageRequest.DEFAULT_LIMIT, Optional.of(cursor)));
            shown = new Page<>(
                    Stream.concat(shown.items().stream(), next.items().stream()).toList(), next.nextCursor());
        });
    }

    /** Messages, what happened last first. */
    public List<MessageView> getShown() {
        return shown.items();
    }

    /** Whether there are messages at all, or the reader narrowed them to none. */
    public boolean isAny() {
        return !shown.items().isEmpty() || isNarrowed();
    }

    /** Whether the reader wants some alone. */
    public boolean isNarrowed() {
        return !channel.isEmpty() || !direction.isEmpty();
    }

    /** Ways that can be chosen. */
    public MessageKind[] getChannels() {
        return MessageKind.values();
    }

    /** Directions that can be chosen. */
    public MessageDirection[] getDirections() {
        return MessageDirection.values();
    }

    /** The way that the list is narrowed to; empty for all. */
    public String getChannel() {
        return channel;
    }

    /** Sets it. */
    public void setChannel(@Nullable String value) {
        channel = Typed.text(value);
    }

    /** The direction that the list is narrowed to; empty for both. */
    public String getDirection() {
        return direction;
    }

    /** Sets it. */
    public void setDirection(@Nullable String value) {
        direction = Typed.text(value);
    }

    /** Whether there are more. */
    public boolean isMore() {
        return shown.nextCursor().isPresent();
    }
}
