package org.kontor.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.shared.PageRequest;
import org.kontor.spi.IdempotencyKey;
import org.kontor.spi.VaultNotice;
import org.kontor.spi.VaultNotice.Subject;
import org.kontor.wallet.AuthorisationDraft;
import org.kontor.wallet.PaymentMethodDraft;
import org.kontor.wallet.PaymentMethodType;
import org.kontor.wallet.PaymentMethods;
import org.kontor.wallet.VaultNoticeView;
import org.kontor.wallet.VaultNoticeView.Result;
import org.kontor.wallet.VaultNotices;

/** A vault that pushes messages, and what becomes of them. */
final class NoticeDesk {

    /** From where the vault sends. */
    static final String VAULT = "192.0.2.7";

    /** What it calls the payer of {@link #method}. */
    static final String PAYER = "90210";

    private final ErasureBench bench;

    NoticeDesk(ErasureBench bench) {
        this.bench = bench;
    }

    long method(long customer) {
        return bench.kontor
                .asSystem(() -> bench.kontor
                        .get(PaymentMethods.class)
                        .add(
                                customer,
                                new PaymentMethodDraft(
                                        bench.connection,
                                        "90210",
                                        "card-1",
                                        Optional.of(PaymentMethodType.CARD),
                                        "VISA",
                                        "1111",
                                        "2028-07")))
                .id();
    }

    void authorise(long method) {
        bench.kontor.asSystem(() -> bench.kontor
                .get(PaymentMethods.class)
                .authorise(method, new AuthorisationDraft("charge-1", "12.50 EUR")));
    }

    List<String> underWay(long method) {
        return bench.kontor
                .asSystem(() -> bench.kontor.get(PaymentMethods.class).find(method))
                .orElseThrow()
                .authorisations();
    }

    void says(String body, Subject subject, String key, String remote, String payer) {
        bench.vault.notices.put(
                body,
                new VaultNotice.About(
                        subject,
                        body,
                        key.isEmpty() ? Optional.empty() : Optional.of(new IdempotencyKey(key)),
                        remote,
                        payer));
    }

    boolean take(String from, String body) {
        return bench.kontor.asSystem(
                () -> bench.kontor.get(VaultNotices.class).take(bench.connection, from, Map.of(), body));
    }

    VaultNoticeView only() {
        List<VaultNoticeView> all = list();
        assertEquals(1, all.size(), all::toString);
        return all.get(0);
    }

    List<Result> outcomes() {
        return list().stream().map(VaultNoticeView::outcome).toList();
    }

    List<VaultNoticeView> list() {
        return bench.kontor
                .asSystem(() -> bench.kontor
                        .get(VaultNotices.class)
                        .list(bench.connection, new PageRequest(10, Optional.empty())))
                .items();
    }
}
