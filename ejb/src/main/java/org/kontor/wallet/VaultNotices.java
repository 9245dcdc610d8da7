package org.kontor.wallet;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.access.AccessLog;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.connector.ConnectorRegistry;
import org.kontor.connector.OpenConnections;
import org.kontor.connector.OpenConnections.Opened;
import org.kontor.jobs.Jobs;
import org.kontor.mail.BaseUrl;
import org.kontor.shared.AppException;
import org.kontor.shared.Cursor;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.kontor.spi.InboundMessage;
import org.kontor.spi.PaymentVault;
import org.kontor.spi.PaymentVault.Feature;
import org.kontor.spi.VaultNotice;
import org.kontor.wallet.VaultNoticeView.Result;

/**
 * What vaults push to Kontor. Taking one needs no permission: the connector says whether the sender can be the vault, and nothing is
 * changed before the vault itself was asked. A message that came before is counted and does nothing.
 */
@Stateless
public class VaultNotices {

    /** The longest message, in bytes. */
    public static final int LONGEST = 65_536;

    private static final Logger LOG = System.getLogger(VaultNotices.class.getName());
    private static final String LIST = "vault-notices";

    /** A connector answers a notice from memory. */
    private static final Duration CALL = Duration.ofSeconds(5);

    @Inject
    VaultNoticeRepository repository;

    @Inject
    NoticeRefusals refusals;

    @Inject
    OpenConnections connections;

    @Inject
    ConnectorRegistry registry;

    @Inject
    BaseUrl baseUrl;

    @Inject
    Jobs jobs;

    @Inject
    AccessLog log;

    @Inject
    Clock clock;

    /**
     * Takes a message that somebody sent in a vault's name.
     *
     * @param address from where it was sent
     * @param headers by their names in small letters
     * @param body as it came, in UTF-8
     * @return whether it was taken; whoever is refused learns neither why nor whether there is such a connection
     */
    public boolean take(long connectionId, String address, Map<String, String> headers, String body) {
        InboundMessage message = new InboundMessage(address, headers, body);
        VaultNotice notice = read(connectionId, message).orElse(null);
        if (notice == null) {
            return false;
        }
        if (notice instanceof VaultNotice.Untrusted) {
            if (refusals.next()) {
                log.write("connection.notice-refused", "", message.sourceAddress(), "connection " + connectionId);
            }
            return false;
        }
        if (notice instanceof VaultNotice.About about) {
            repository
                    .insert(
                            connectionId,
                            message.body(),
                            new VaultNoticeRepository.Told(
                                    about.subject().name(),
                                    about.event(),
                                    about.remoteId(),
                                    about.key().map(key -> key.value()).orElse(""),
                                    about.shopperId()),
                            Result.OPEN,
                            clock.instant())
                    .ifPresent(id -> jobs.enqueue(VaultNoticeJob.KIND, id));
        } else {
            String event = notice instanceof VaultNotice.Unimportant unimportant ? unimportant.event() : "";
            repository.insert(
                    connectionId,
                    message.body(),
                    new VaultNoticeRepository.Told("NONE", event, "", "", ""),
                    notice instanceof VaultNotice.Unimportant ? Result.UNIMPORTANT : Result.UNREADABLE,
                    clock.instant());
        }
        return true;
    }

    /** What the connector says of it; empty when there is no connection to a vault that sends messages. */
    private Optional<VaultNotice> read(long connectionId, InboundMessage message) {
        try {
            Opened opened = connections.open(connectionId, CALL);
            return opened.capability(PaymentVault.class)
                    .filter(vault -> vault.features().contains(Feature.NOTICES))
                    .map(vault -> vault.notice(opened.connection(), message));
        } catch (AppException e) {
            return Optional.empty();
        } catch (RuntimeException | LinkageError e) {
            // What a connector throws may quote the message: its type is enough to find the place.
            LOG.log(
                    Level.WARNING,
                    "The connector of connection {0} failed when it was to read a notice: {1}",
                    connectionId,
                    e.getClass().getName());
            return Optional.empty();
        }
    }

    /**
     * To where the vault of a connection is to send its messages.
     *
     * @param connector id of the connector of the connection
     * @return empty when the connector takes none, or is not registered
     */
    @Requires(Permission.READ_CONNECTOR)
    public Optional<NoticeAddress> address(long connectionId, String connector) {
        boolean takes = registry.capabilities(PaymentVault.class).stream()
                .filter(vault -> vault.connectorId().equals(connector))
                .anyMatch(vault -> takesNotices(vault.capability()));
        String path = "/api/v1/connections/" + connectionId + "/notices";
        return takes ? Optional.of(new NoticeAddress(path, baseUrl.of(path))) : Optional.empty();
    }

    private static boolean takesNotices(PaymentVault vault) {
        try {
            return vault.features().contains(Feature.NOTICES);
        } catch (RuntimeException | LinkageError e) {
            LOG.log(Level.WARNING, "A connector does not tell what its vault can do", e);
            return false;
        }
    }

    /**
     * Those of a connection, the last one first; they are kept for 90 days.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#MALFORMED} for a foreign cursor
     */
    @Requires(Permission.READ_CONNECTOR)
    public Page<VaultNoticeView> list(long connectionId, PageRequest page) {
        if (!repository.connected(connectionId)) {
            throw new AppException(
                    ErrorKind.ABSENT,
                    "CONNECTION_NOT_FOUND",
                    "Look for another connection: there is none with id " + connectionId + ".");
        }
        long before = Cursor.decode(LIST, page.cursor())
                .map(values -> Long.parseLong(values.get(0)))
                .orElse(Long.MAX_VALUE);
        List<VaultNoticeView> found = repository.list(connectionId, before, page.limit() + 1);
        if (found.size() <= page.limit()) {
            return new Page<>(found, Optional.empty());
        }
        List<VaultNoticeView> piece = found.subList(0, page.limit());
        return new Page<>(
                piece,
                Optional.of(Cursor.encode(
                        LIST, Long.toString(piece.get(piece.size() - 1).id()))));
    }
}
