package org.kontor.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.kontor.receivable.IntakeDraft;
import org.kontor.receivable.IntakeDraft.Settles;
import org.kontor.receivable.IntakeSession;
import org.kontor.receivable.InvoiceLineDraft;
import org.kontor.receivable.ItemKind;
import org.kontor.receivable.LedgerIntake;

/** A year of made-up invoices and payments up to today, so that balances, aging and the dashboard have something to show. */
@ApplicationScoped
class DemoLedger {

    private static final int DAYS = 365;
    private static final int TERM = 30;
    private static final String[] WORK = {
        "Monthly service", "Repair on site", "Spare parts", "Consulting", "Delivery and set-up", "Yearly inspection"
    };

    @Inject
    LedgerIntake intake;

    @Inject
    LedgerImportRepository postings;

    @Inject
    Clock clock;

    /** Posts them for these customers, as part of the import that brought them: they go when it is undone. */
    void post(long importId, List<Long> customers) {
        List<IntakeDraft> drafts = drafts(customers, LocalDate.now(clock));
        IntakeSession session = intake.open(
                MatchKey.ENTITY,
                customers,
                drafts.stream()
                        .map(IntakeDraft::number)
                        .filter(number -> !number.isEmpty())
                        .toList());
        // Left out are those whose number or period is not free in a ledger that is in use.
        drafts.forEach(session::add);
        Map<String, String> details = Map.of("importId", Long.toString(importId));
        postings.add(importId, intake.write(session, id -> id, details).postings());
    }

    private static List<IntakeDraft> drafts(List<Long> customers, LocalDate today) {
        Random random = new Random(29);
        List<IntakeDraft> drafts = new ArrayList<>();
        for (long customer : customers) {
            int habit = random.nextInt(45) - 10;
            List<Integer> ages = new ArrayList<>();
            for (int left = 2 + random.nextInt(5); left > 0; left--) {
                ages.add(random.nextInt(DAYS));
            }
            ages.sort(Collections.reverseOrder());
            for (int age : ages) {
                String number = String.format(Locale.ROOT, "DEMO-%04d", 1001 + drafts.size());
                LocalDate issued = today.minusDays(age);
                BigDecimal price = BigDecimal.valueOf(4_000 + random.nextInt(90_000), 2);
                drafts.add(invoice(customer, number, issued, price, WORK[random.nextInt(WORK.length)]));
                LocalDate paid = issued.plusDays(TERM + habit + random.nextInt(15));
                // One of eight is forgotten, one of ten paid in part.
                if (random.nextInt(8) > 0 && !paid.isAfter(today)) {
                    boolean inPart = random.nextInt(10) == 0;
                    drafts.add(payment(
                            customer,
                            paid,
                            number,
                            inPart ? price.movePointLeft(1).setScale(2, RoundingMode.UP) : price));
                }
            }
        }
        return drafts;
    }

    private static IntakeDraft invoice(long customer, String number, LocalDate issued, BigDecimal price, String work) {
        InvoiceLineDraft line = new InvoiceLineDraft(
                "", work, Optional.empty(), Optional.of(price), Optional.empty(), "", Optional.empty());
        return draft(customer, ItemKind.INVOICE, number, issued, Optional.empty(), List.of(line), List.of());
    }

    private static IntakeDraft payment(long customer, LocalDate paid, String number, BigDecimal amount) {
        return draft(
                customer,
                ItemKind.PAYMENT,
                "",
                paid,
                Optional.of(amount),
                List.of(),
                List.of(new Settles(number, Optional.empty())));
    }

    private static IntakeDraft draft(
            long customer,
            ItemKind kind,
            String number,
            LocalDate date,
            Optional<BigDecimal> amount,
            List<InvoiceLineDraft> lines,
            List<Settles> settles) {
        return new IntakeDraft(
                customer,
                kind,
                number,
                "",
                Optional.of(date),
                kind == ItemKind.INVOICE ? Optional.of(date.plusDays(TERM)) : Optional.empty(),
                amount,
                Optional.empty(),
                Optional.empty(),
                lines,
                settles,
                "",
                false,
                false);
    }
}
