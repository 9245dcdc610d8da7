package org.kontor.accounting;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.accounting.ResyncSteps.Answer;
import org.kontor.accounting.ResyncSteps.Asked;
import org.kontor.connector.RemoteMessage;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.spi.AccountingSystem.Account;
import org.kontor.spi.ConnectorException;

/**
 * Reads one customer again from the accounting system (S4-29), outside of any transaction: what it tells is taken in behind the call, in one
 * transaction, or nothing of it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Resyncs {

    private static final Logger LOG = System.getLogger(Resyncs.class.getName());

    @EJB
    ResyncSteps steps;

    @Inject
    Clock clock;

    /**
     * Reads a customer again, this one alone; done again, it changes nothing (S4-30).
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer; {@link ErrorKind#CONFLICT} when there is no enabled accounting
     *     connection, none knows the customer, or it cannot tell of one alone; {@link ErrorKind#REMOTE} when it did not answer:
     *     nothing is changed then
     */
    @Requires(Permission.SYNC_CUSTOMER)
    public ResyncReport resync(long customerId) {
        List<Answer> answers = new ArrayList<>();
        for (Asked asked : steps.begin(customerId)) {
            Instant at = clock.instant();
            List<Account> told = ask(asked);
            Set<String> gone = new TreeSet<>(asked.remoteIds());
            told.forEach(account -> gone.remove(account.ref().id()));
            answers.add(new Answer(asked.books(), told, gone, at));
        }
        if (answers.stream().allMatch(answer -> answer.told().isEmpty())) {
            steps.gone(customerId, answers);
            String names = answers.stream().map(each -> each.books().name()).collect(Collectors.joining(", "));
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "GONE_IN_ACCOUNTING",
                    "Bring the customer back in " + names + ", or go on without: it has this customer no more.");
        }
        return steps.take(customerId, answers);
    }

    private static List<Account> ask(Asked asked) {
        try {
            return asked.system().accounts(asked.opened().connection(), Set.copyOf(asked.remoteIds())).stream()
                    .filter(account -> asked.remoteIds().contains(account.ref().id()))
                    .toList();
        } catch (ConnectorException e) {
            throw failed(asked, e.problem().message());
        } catch (RuntimeException | LinkageError e) {
            // What a connector throws may quote people: its type is enough to find the place.
            LOG.log(
                    Level.WARNING,
                    "A connector failed when a customer was read over connection {0}: {1}",
                    asked.books().connectionId(),
                    e.getClass().getName());
            throw failed(asked, "Update the connector: it failed instead of answering.");
        }
    }

    private static AppException failed(Asked asked, String message) {
        return new AppException(
                ErrorKind.REMOTE,
                "ACCOUNTING_FAILED",
                RemoteMessage.without(asked.books().name() + " was asked, and nothing was changed. " + message));
    }
}
