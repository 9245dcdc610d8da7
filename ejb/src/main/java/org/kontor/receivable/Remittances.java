package org.kontor.receivable;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.customer.FieldCheck;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.AppException;
import org.kontor.shared.Cursor;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.kontor.shared.Pieces;
import org.kontor.shared.Rehearsal;

/**
 * The group remittance desk: one payment over a customer tree, dealt out as the payer's advice says. It is recorded as any payment is,
 * by {@link Payments}; what its rows said and what became of each is kept beside it.
 */
@Stateless
public class Remittances {

    private static final int MOST = 10_000;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    RemittanceRepository repository;

    @Inject
    Payments payments;

    @Inject
    Debtors debtors;

    @Inject
    LedgerWriter ledger;

    @Inject
    Settlement settlement;

    @Inject
    Clock clock;

    @Inject
    Event<DomainEvent> happened;

    /**
     * Records the payment and applies it to the invoices that its rows name. What no row could take stays unapplied.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer; {@link ErrorKind#INVALID} with every field that is against a rule;
     *     {@link ErrorKind#CONFLICT} when a payment that stands was recorded from the same advice
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public RemittanceView record(RemittanceDraft draft) {
        Debtor seen = debtors.facts(draft.customerId());
        String currency =
                draft.currency().isBlank() ? seen.currency() : draft.currency().strip();
        BigDecimal stated = check(draft, currency);
        BigDecimal amount = draft.amount().orElse(stated);
        List<String> numbers = draft.lines().stream()
                .map(line -> RemittanceMatching.folded(line.number()))
                .filter(number -> !number.isEmpty())
                .distinct()
                .toList();
        Set<Long> concerned = new TreeSet<>(Set.of(draft.customerId()));
        ledger.items(repository.numbered(seen.treeId(), seen.entityId(), numbers))
                .values()
                .forEach(item -> concerned.add(item.customerId()));
        Debtor payer = Optional.ofNullable(debtors.lock(concerned).get(draft.customerId()))
                .orElseThrow();
        String hash = hash(draft, currency, amount);
        repository.recorded(hash).ifPresent(id -> {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "REMITTANCE_RECORDED",
                    "Leave it: payment #" + id
                            + " was recorded from the same rows. Void that payment to record it again.");
        });
        LocalDate received = draft.receivedOn().orElseGet(() -> payer.today(clock));
        List<OpenItem> items =
                ledger.items(repository.numbered(payer.treeId(), payer.entityId(), numbers)).values().stream()
                        .filter(item -> concerned.contains(item.customerId()))
                        .sorted(Allocation.BY_DUE_DATE)
                        .toList();
        List<OpenItem> standing = items.stream().filter(item -> !item.voided()).toList();
        RemittanceMatching matching =
                new RemittanceMatching(items, settlement.available(standing, received), currency, amount);
        List<RemittanceMatch> matches = new ArrayList<>();
        draft.lines().forEach(line -> matches.add(matching.match(line)));
        List<AllocationLine> lines = matching.lines();
        PaymentView payment = payments.take(new PaymentDraft(
                draft.customerId(),
                Optional.of(amount),
                currency,
                Optional.of(received),
                Optional.empty(),
                draft.method(),
                draft.reference(),
                draft.note(),
                Optional.of(lines.isEmpty() ? AllocationPolicy.NONE : AllocationPolicy.INSTRUCTION),
                lines));
        BigDecimal applied = matches.stream().map(RemittanceMatch::applied).reduce(BigDecimal.ZERO, BigDecimal::add);
        repository.add(
                payment.id(), hash, new FieldCheck().line("fileName", draft.fileName(), 255), stated, applied, matches);
        happened.fire(LedgerEvents.of(
                ledger.item(payment.id()).orElseThrow(),
                "matched",
                Map.of(
                        "rows", Integer.toString(matches.size()),
                        "matched",
                                Long.toString(matches.stream()
                                        .filter(match -> match.outcome().matched())
                                        .count()))));
        return find(payment.id()).orElseThrow(Debtors::changedMeanwhile);
    }

    /**
     * What {@link #record} would do; nothing is changed.
     *
     * @throws AppException as {@link #record}
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public RemittanceView preview(RemittanceDraft draft) {
        return Rehearsal.of(dataSource, () -> record(draft)).asPreview();
    }

    /**
     * Takes a payment back with everything that it settled, by counter-entries. Its advice may then be recorded again.
     *
     * @param effective from which day on; empty means today
     * @param reason why; required
     * @throws AppException {@link ErrorKind#ABSENT} when no advice belongs to the payment; else as {@link Payments#voidIt}
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public RemittanceView reverse(long paymentId, Optional<LocalDate> effective, String reason) {
        if (find(paymentId).isEmpty()) {
            throw Holding.absent("remittance", paymentId);
        }
        payments.voidIt(paymentId, effective, reason);
        return find(paymentId).orElseThrow(Debtors::changedMeanwhile);
    }

    /** The advice of a payment and what became of its rows. */
    @Requires(Permission.READ_RECEIVABLE)
    public Optional<RemittanceView> find(long paymentId) {
        return repository.find(paymentId);
    }

    /** Payments with an advice, of a customer when one is given, the latest first. */
    @Requires(Permission.READ_RECEIVABLE)
    public Page<RemittanceView> list(Optional<Long> customerId, PageRequest page) {
        String list = "remittances|" + customerId;
        long before = Cursor.decode(list, page.cursor())
                .map(values -> Long.parseLong(values.get(0)))
                .orElse(Long.MAX_VALUE);
        return Pieces.of(
                repository.list(customerId, before, page.limit() + 1),
                page,
                list,
                view -> view.id().orElseThrow());
    }

    /** Refuses rows that no payment can be made of; answers what those that name an invoice come to. */
    private static BigDecimal check(RemittanceDraft draft, String currency) {
        FieldCheck fields = new FieldCheck();
        Amounts.currency(fields, currency);
        fields.line("fileName", draft.fileName(), 255);
        if (draft.lines().isEmpty() || draft.lines().size() > MOST) {
            fields.refuse("lines", "OUT_OF_RANGE", "Give 1 to " + MOST + " rows, each with the number of an invoice.");
        }
        BigDecimal stated = BigDecimal.ZERO.setScale(Amounts.digits(currency).orElse(2));
        for (int i = 0; i < draft.lines().size(); i++) {
            RemittanceLine line = draft.lines().get(i);
            String at = "lines[" + i + "].";
            fields.line(at + "number", line.number(), 100);
            if (line.amount().isPresent() && line.amount().get().signum() != 0) {
                BigDecimal plain =
                        Amounts.positive(fields, at + "amount", line.amount().map(BigDecimal::abs), currency);
                if (!line.number().isEmpty()) {
                    stated = line.amount().get().signum() > 0 ? stated.add(plain) : stated.subtract(plain);
                }
            } else if (line.amount().isEmpty() && draft.amount().isEmpty()) {
                fields.refuse(
                        "amount",
                        "REQUIRED",
                        "Enter what arrived: not every row says how much of it is for its invoice.");
            }
        }
        if (draft.amount().isEmpty() && stated.signum() <= 0) {
            fields.refuse("amount", "REQUIRED", "Enter what arrived: the rows come to nothing.");
        }
        InvoiceRules.refuse(fields);
        return stated;
    }

    /** The same rows and amount of the same payer are the same advice, whatever its file is called. */
    private static String hash(RemittanceDraft draft, String currency, BigDecimal amount) {
        StringBuilder text = new StringBuilder(draft.customerId() + "|" + currency + "|" + plain(amount));
        draft.lines()
                .forEach(line -> text.append('\n')
                        .append(RemittanceMatching.folded(line.number()))
                        .append('|')
                        .append(line.amount().map(Remittances::plain).orElse("")));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Hashing an advice failed", e);
        }
    }

    private static String plain(BigDecimal amount) {
        return Amounts.plain(amount).toPlainString();
    }
}
