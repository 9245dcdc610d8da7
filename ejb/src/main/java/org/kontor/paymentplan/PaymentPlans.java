package org.kontor.paymentplan;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.customer.CustomerGate;
import org.kontor.customer.FieldCheck;
import org.kontor.paymentplan.PlanRules.Checked;
import org.kontor.shared.AppException;
import org.kontor.shared.Cursor;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.kontor.shared.Pieces;

/**
 * Agrees payment plans with customers, cancels and shows them (S4-133). What was agreed stays; who wants something else cancels and agrees
 * anew. What is settled is told by the ledger: whatever lowers what was open of the invoices at the agreement covers the instalments in
 * their order, and what is taken back uncovers them again.
 */
@Stateless
public class PaymentPlans {

    /** More open invoices than these nobody chooses from. */
    private static final int MOST = 1_000;

    @Inject
    PlanRepository repository;

    @Inject
    CustomerGate gate;

    @Inject
    Event<DomainEvent> happened;

    /**
     * What an agreement would come to; nothing is stored.
     *
     * @throws AppException as {@link #agree}
     */
    @Requires(Permission.WRITE_PAYMENT_PLAN)
    public PaymentPlanPreview preview(long customerId, PaymentPlanDraft draft) {
        gate.name(customerId);
        Checked plan = check(customerId, draft);
        LocalDate today = repository.today(plan.entityId());
        return new PaymentPlanPreview(
                plan.currency(),
                plan.total(),
                plan.invoices().stream()
                        .map(each -> new PlanInvoiceView(
                                each.invoiceId(), each.number(), each.dueDate(), each.open(), each.open()))
                        .toList(),
                PlanSchedule.settled(plan.instalments(), BigDecimal.ZERO, today));
    }

    /**
     * Agrees a plan over open invoices of a customer.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer; {@link ErrorKind#INVALID} naming each field, such as an invoice
     *     that is in another plan already; {@link ErrorKind#CONFLICT} ({@code CHANGED_MEANWHILE}) when what is open is not what the
     *     caller saw
     */
    @Requires(Permission.WRITE_PAYMENT_PLAN)
    public PaymentPlanView agree(long customerId, PaymentPlanDraft draft) {
        // Whoever posts for the customer, or agrees a plan, waits here.
        gate.lock(customerId);
        Checked plan = check(customerId, draft);
        long id = repository.add(customerId, plan);
        PaymentPlanView agreed = existing(id);
        happened.fire(PlanEvents.of(
                agreed,
                "created",
                Map.of(
                        "amount",
                        agreed.total().toPlainString() + " " + agreed.currency(),
                        "instalments",
                        Integer.toString(agreed.instalments().size()))));
        return agreed;
    }

    /**
     * Cancels a plan: its invoices are owed as they were, and can come into another one.
     *
     * @param version the version that the caller saw
     * @param reason why; required, at most 500 characters
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#INVALID}; {@link ErrorKind#CONFLICT} when
     *     it was cancelled ({@code CANCELLED}) or nothing is left of it ({@code CLOSED})
     */
    @Requires(Permission.WRITE_PAYMENT_PLAN)
    public PaymentPlanView cancel(long id, long version, String reason) {
        gate.lock(existing(id).customerId());
        PaymentPlanView plan = existing(id);
        if (plan.version() != version) {
            throw AppException.stale();
        }
        if (plan.status() == PlanStatus.CANCELLED) {
            throw new AppException(ErrorKind.CONFLICT, "CANCELLED", "Leave it as it is: it was cancelled.");
        }
        if (plan.status() == PlanStatus.CLOSED) {
            throw new AppException(
                    ErrorKind.CONFLICT, "CLOSED", "Leave it as it is: nothing of what was agreed is left.");
        }
        FieldCheck fields = new FieldCheck();
        String why = fields.line("reason", reason, 500);
        if (why.isEmpty()) {
            fields.refuse("reason", "REQUIRED", "Say why, for whoever looks at it later.");
        }
        if (!fields.errors().isEmpty()) {
            throw AppException.invalid(fields.errors());
        }
        repository.cancel(List.of(id), why);
        happened.fire(PlanEvents.of(plan, "cancelled", Map.of("reason", why)));
        return existing(id);
    }

    /** One by its id; empty for one of a customer whom the caller does not see. */
    @Requires(Permission.READ_PAYMENT_PLAN)
    public Optional<PaymentPlanView> find(long id) {
        return repository.find(List.of(id)).stream().findFirst();
    }

    /** Plans by their ids, as far as the caller sees them. */
    @Requires(Permission.READ_PAYMENT_PLAN)
    public List<PaymentPlanView> findAll(Collection<Long> ids) {
        return repository.find(ids);
    }

    /**
     * Plans of a customer, the latest agreed first.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer
     */
    @Requires(Permission.READ_PAYMENT_PLAN)
    public Page<PaymentPlanView> ofCustomer(long customerId, PageRequest page) {
        gate.name(customerId);
        String list = "payment-plans|" + customerId;
        long before = Cursor.decode(list, page.cursor())
                .map(values -> Long.parseLong(values.get(0)))
                .orElse(Long.MAX_VALUE);
        return Pieces.of(repository.ofCustomer(customerId, before, page.limit() + 1), page, list, PaymentPlanView::id);
    }

    /**
     * Whether the customer has any plan, whatever became of it.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer
     */
    @Requires(Permission.READ_PAYMENT_PLAN)
    public boolean any(long customerId) {
        gate.name(customerId);
        return repository.any(customerId);
    }

    /** Which of these invoices are in a plan that was not cancelled: id of the invoice to id of the plan. */
    @Requires(Permission.READ_PAYMENT_PLAN)
    public Map<Long, Long> plansOf(Collection<Long> invoiceIds) {
        return invoiceIds.isEmpty() ? Map.of() : repository.plansOf(invoiceIds);
    }

    /**
     * The open invoices of a customer, what is due first coming first, and which of them can come into a plan; the first 1,000.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer
     */
    @Requires(Permission.WRITE_PAYMENT_PLAN)
    public List<PlanCandidate> candidates(long customerId) {
        gate.name(customerId);
        return repository.candidates(customerId, MOST);
    }

    private Checked check(long customerId, PaymentPlanDraft draft) {
        Map<Long, PlanCandidate> open = repository.candidates(customerId, Integer.MAX_VALUE).stream()
                .collect(Collectors.toMap(PlanCandidate::invoiceId, Function.identity()));
        List<PlanCandidate> invoices = PlanRules.invoices(draft, open);
        return PlanRules.check(draft, invoices, repository.today(invoices.get(0).entityId()));
    }

    private PaymentPlanView existing(long id) {
        return repository.find(List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new AppException(
                        ErrorKind.ABSENT,
                        "PAYMENT_PLAN_NOT_FOUND",
                        "Look for another payment plan: there is none with id " + id + "."));
    }
}
