package org.kontor.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.kontor.access.Caller;
import org.kontor.access.ResetLinks;
import org.kontor.access.ResetLinks.Letter;
import org.kontor.connector.MessageChannels;
import org.kontor.connector.RemotePause;
import org.kontor.jobs.JobHandler;
import org.kontor.jobs.JobRun;
import org.kontor.jobs.Jobs;
import org.kontor.shared.AppException;
import org.kontor.spi.IdempotencyKey;
import org.kontor.spi.MessageChannel.Medium;
import org.kontor.spi.MessageChannel.Message;
import org.kontor.spi.MessageChannel.Sent;

/**
 * Sends a link for a new password. While nothing was sent for certain, it tries again, for a day; the link is made anew each time, so
 * that its half hour begins when the mail leaves. After an end that nobody knows it does not: the user asks again.
 */
@ApplicationScoped
public class ResetMailJob implements JobHandler {

    static final String KIND = "password-reset";
    static final String PAGE = "/reset-password.xhtml";

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    @Inject
    ResetLinks links;

    @Inject
    MessageChannels channels;

    @Inject
    BaseUrl baseUrl;

    @Inject
    Jobs jobs;

    @Inject
    Clock clock;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(long id, JobRun run) throws Exception {
        Optional<Ready> ready = run.inTransaction(Caller.SYSTEM, () -> prepare(id));
        if (ready.isPresent()) {
            org.kontor.spi.Outcome<Sent> outcome =
                    ready.get().connection().send(ready.get().message());
            run.inTransaction(Caller.SYSTEM, () -> {
                note(id, ready.get().tries(), outcome);
                return true;
            });
        }
        return Outcome.DONE;
    }

    @Override
    public void gaveUp(long id, JobRun run, String incident) throws Exception {
        run.inTransaction(Caller.SYSTEM, () -> {
            links.failed(id);
            return true;
        });
    }

    /** Empty when the link need not be sent any more, or cannot be now: then it comes again by itself. */
    private Optional<Ready> prepare(long id) {
        if (!links.due(id)) {
            return Optional.empty();
        }
        Optional<String> page = baseUrl.of(PAGE);
        Optional<MessageChannels.Ready> open = opened();
        if (page.isEmpty() || open.isEmpty()) {
            jobs.enqueueAt(KIND, id, clock.instant().plus(LONGEST_PAUSE));
            return Optional.empty();
        }
        return links.mint(id).map(letter -> new Ready(open.get(), message(id, letter, page.get()), letter.tries()));
    }

    private Optional<MessageChannels.Ready> opened() {
        try {
            return channels.own(Medium.EMAIL).map(channels::open);
        } catch (AppException e) {
            // Its settings are not right now; whoever looks at the connection is told.
            return Optional.empty();
        }
    }

    private void note(long id, int tries, org.kontor.spi.Outcome<Sent> outcome) {
        if (outcome instanceof org.kontor.spi.Outcome.NotSent<Sent> notSent) {
            links.triedInVain(id);
            jobs.enqueueAt(
                    KIND,
                    id,
                    clock.instant()
                            .plus(notSent.retryAfter()
                                    .orElse(RemotePause.doubling(FIRST_PAUSE, LONGEST_PAUSE, tries))));
        } else if (outcome instanceof org.kontor.spi.Outcome.Refused) {
            links.failed(id);
        } else {
            links.sent(id, outcome.trouble().isEmpty());
        }
    }

    private static Message message(long id, Letter letter, String page) {
        ResourceBundle texts = ResourceBundle.getBundle(
                "org.kontor.mail.texts",
                Locale.forLanguageTag(letter.language()),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        String text = new MessageFormat(texts.getString("reset.text"), Locale.ROOT).format(new Object[] {
            letter.login(), page + "?token=" + letter.token(), Long.toString(ResetLinks.GOOD_FOR.toMinutes())
        });
        if (!letter.apiKeys().isEmpty()) {
            text += new MessageFormat(texts.getString("reset.keys"), Locale.ROOT)
                    .format(new Object[] {String.join("\n", letter.apiKeys())});
        }
        return new Message(
                new IdempotencyKey("reset-" + id + "-" + letter.tries()),
                letter.to(),
                Optional.empty(),
                texts.getString("reset.subject"),
                text,
                Optional.empty(),
                List.of());
    }

    private record Ready(MessageChannels.Ready connection, Message message, int tries) {}
}
