package org.kontor.accounting;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.kontor.accounting.AccountingRepository.Ledger;
import org.kontor.accounting.AccountingRepository.Told;
import org.kontor.receivable.Amounts;

/** Puts what the accounting system said beside what Kontor recorded. Pure. */
final class Balances {

    /** One sync: a difference that is older was there when the systems compared notes before. */
    static final Duration SYNC = Duration.ofHours(2);

    private Balances() {}

    static List<AccountingBalance> of(List<Told> told, Map<String, Ledger> ledger, Instant asOf, Instant now) {
        Map<String, BigDecimal> synced = new HashMap<>();
        Map<String, Instant> since = new HashMap<>();
        for (Told each : told) {
            synced.merge(each.currency(), each.amount(), BigDecimal::add);
            each.differsSince().ifPresent(at -> since.merge(each.currency(), at, (a, b) -> a.isBefore(b) ? a : b));
        }
        List<AccountingBalance> balances = new ArrayList<>();
        TreeSet<String> currencies = new TreeSet<>(synced.keySet());
        currencies.addAll(ledger.keySet());
        for (String currency : currencies) {
            Ledger ours = ledger.getOrDefault(currency, Ledger.NONE);
            BigDecimal there = synced.getOrDefault(currency, BigDecimal.ZERO);
            BigDecimal difference = ours.known() ? ours.before().subtract(there) : BigDecimal.ZERO;
            Optional<Instant> differs = difference.signum() == 0
                    ? Optional.empty()
                    : Optional.ofNullable(since.get(currency)).or(() -> Optional.of(asOf));
            BigDecimal mine = ours.before().add(ours.after());
            if (Stream.of(there, ours.after(), mine, difference).anyMatch(amount -> amount.signum() != 0)) {
                balances.add(new AccountingBalance(
                        currency,
                        Amounts.rounded(there, currency),
                        asOf,
                        Amounts.rounded(ours.after(), currency),
                        Amounts.rounded(there.add(ours.after()), currency),
                        Amounts.rounded(mine, currency),
                        Amounts.rounded(difference, currency),
                        differs,
                        differs.filter(at -> at.plus(SYNC).isBefore(now)).isPresent()));
            }
        }
        return balances;
    }
}
