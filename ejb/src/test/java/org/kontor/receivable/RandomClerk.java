package org.kontor.receivable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.kontor.testing.TestKontor;

/** A clerk who does whatever comes to mind with a few customers, in transactions that now and then break off in the middle. */
final class RandomClerk {

    private static final LocalDate START = LocalDate.of(2026, 6, 1);
    private static final int DAYS = 170;

    private final TestKontor kontor;
    private final LedgerDesk desk;
    private final List<Long> customers;
    private final Random random;

    RandomClerk(LedgerDesk desk, List<Long> customers, long seed) {
        this.kontor = desk.kontor;
        this.desk = desk;
        this.customers = customers;
        random = new Random(seed);
    }

    /** That somebody pulled the plug. */
    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Does something, and says what. */
    String act() {
        int dice = random.nextInt(100);
        boolean crash = random.nextInt(20) == 0;
        return kontor.asSystem(() -> {
            String done = act(dice);
            if (crash) {
                throw new Crash();
            }
            return done;
        });
    }

    private String act(int dice) {
        if (dice < 25) {
            invoice(DocumentKind.INVOICE);
            return "invoice";
        } else if (dice < 45) {
            payment();
            return "payment";
        } else if (dice < 52) {
            credit();
            return "credit";
        } else if (dice < 58) {
            invoice(DocumentKind.CREDIT_MEMO);
            return "credit memo";
        } else if (dice < 74) {
            apply();
            return "application";
        } else if (dice < 82) {
            desk.applications.reverse(any("application", "reverses is null"), day(3), "Random");
            return "reversal";
        } else if (dice < 86) {
            desk.actions.voidIt(DocumentKind.INVOICE, any("invoice", "kind = 'INVOICE'"), day(3), "Random");
            return "void of invoice";
        } else if (dice < 89) {
            desk.payments.voidIt(any("payment", "true"), day(3), "Random");
            return "void of payment";
        } else if (dice < 91) {
            desk.credits.voidIt(any("open_item", "kind = 'CREDIT'"), day(3), "Random");
            return "void of credit";
        } else if (dice < 95) {
            refund();
            return "refund";
        }
        if (dice < 97) {
            desk.actions.reinstate(any("open_item", "written_off_on is not null"), day(3), "Random");
            return "write-off taken back";
        }
        desk.actions.writeOff(
                any("open_item", "kind = 'INVOICE' and open_amount > 0"),
                random.nextBoolean() ? Optional.empty() : Optional.of(amount(500)),
                day(3),
                "Random");
        return "write-off";
    }

    private void invoice(DocumentKind kind) {
        LocalDate issued = START.plusDays(random.nextInt(DAYS));
        String[] prices = new String[1 + random.nextInt(3)];
        for (int i = 0; i < prices.length; i++) {
            prices[i] = amount(20_000).toPlainString();
        }
        desk.invoices.create(
                kind,
                LedgerDesk.draft(customer(), InvoiceStatus.OPEN, issued, issued.plusDays(random.nextInt(60)), prices));
    }

    private void payment() {
        AllocationPolicy[] policies = AllocationPolicy.values();
        AllocationPolicy policy = policies[random.nextInt(policies.length)];
        desk.payments.record(new PaymentDraft(
                customer(),
                Optional.of(amount(60_000)),
                "",
                Optional.of(START.plusDays(random.nextInt(DAYS))),
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                Optional.of(policy),
                policy.named() ? lines(3) : List.of()));
    }

    private void credit() {
        CreditPolicy policy = CreditPolicy.values()[random.nextInt(3)];
        desk.credits.add(new CreditDraft(
                customer(),
                Optional.of(amount(5_000)),
                "",
                "Random",
                day(2),
                Optional.of(policy),
                policy == CreditPolicy.CHOSEN
                        ? Optional.of(any("open_item", "direction = 1 and open_amount > 0"))
                        : Optional.empty()));
    }

    private void apply() {
        AllocationPolicy[] policies = AllocationPolicy.values();
        AllocationPolicy policy = policies[random.nextInt(policies.length)];
        desk.applications.apply(new ApplicationDraft(
                any("open_item", "direction = -1 and open_amount > 0"),
                day(2),
                Optional.of(policy),
                policy.named() ? lines(4) : List.of()));
    }

    private void refund() {
        desk.refunds.record(new RefundDraft(
                any("open_item", "direction = -1"),
                Optional.of(amount(10_000)),
                day(3),
                Optional.empty(),
                "",
                "Random",
                random.nextBoolean()));
    }

    private List<AllocationLine> lines(int most) {
        List<AllocationLine> lines = new ArrayList<>();
        for (int i = random.nextInt(most); i >= 0; i--) {
            lines.add(new AllocationLine(
                    any("open_item", "direction = 1"),
                    random.nextBoolean() ? Optional.empty() : Optional.of(amount(20_000))));
        }
        return lines;
    }

    /** One in so many times a day of its own. */
    private Optional<LocalDate> day(int times) {
        return random.nextInt(times) == 0 ? Optional.of(START.plusDays(random.nextInt(DAYS))) : Optional.empty();
    }

    private BigDecimal amount(int cents) {
        return BigDecimal.valueOf(1 + random.nextInt(cents), 2);
    }

    private long customer() {
        return customers.get(random.nextInt(customers.size()));
    }

    /** Of the last thousand or so, one at random; 0 when there is none. */
    private long any(String table, String where) {
        String id = kontor.sql("select id from (select id from " + table + " where " + where
                + " order by id desc limit 400) t order by random() limit 1");
        return id.isEmpty() ? 0 : Long.parseLong(id);
    }
}
