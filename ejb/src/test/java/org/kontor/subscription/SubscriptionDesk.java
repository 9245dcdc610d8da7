package org.kontor.subscription;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Assertions;
import org.kontor.customer.Customers;
import org.kontor.customer.Drafts;
import org.kontor.receivable.InvoiceView;
import org.kontor.receivable.Invoices;
import org.kontor.shared.AppException;
import org.kontor.shared.PageRequest;
import org.kontor.testing.TestJobRun;
import org.kontor.testing.TestKontor;

/** What tests of subscriptions do most. Today is 2026-11-21 at first. */
final class SubscriptionDesk {

    final TestKontor kontor = new TestKontor();
    final Subscriptions subscriptions = kontor.get(Subscriptions.class);
    final long acme;

    SubscriptionDesk() {
        kontor.sql("update company_entity set time_zone = 'Etc/UTC'");
        acme = customer("Acme");
    }

    long customer(String name) {
        return kontor.asSystem(() -> kontor.get(Customers.class)
                .register(Drafts.business(name).draft())
                .id());
    }

    LocalDate today() {
        return LocalDate.ofInstant(kontor.clock().instant(), ZoneOffset.UTC);
    }

    void later(int days) {
        kontor.clock().advance(Duration.ofDays(days));
    }

    /** Lets the job run once. */
    void run() {
        try {
            kontor.get(SubscriptionJob.class).run(new TestJobRun(kontor));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static SubscriptionLineDraft line(String description, String price) {
        return line(description, price, false, Optional.empty(), Optional.empty());
    }

    static SubscriptionLineDraft line(
            String description, String price, boolean once, Optional<LocalDate> from, Optional<LocalDate> until) {
        return new SubscriptionLineDraft(
                "",
                description,
                Optional.empty(),
                Optional.of(new BigDecimal(price)),
                Optional.empty(),
                "",
                Optional.of(new BigDecimal("19")),
                Optional.of(once),
                from,
                until);
    }

    static SubscriptionDraft draft(
            SubscriptionInterval interval,
            LocalDate start,
            int trial,
            Optional<Integer> invoices,
            SubscriptionLineDraft... lines) {
        return new SubscriptionDraft(
                "Hosting",
                "EUR",
                Optional.of(interval),
                Optional.of(1),
                Optional.of(start),
                Optional.of(trial),
                invoices,
                Optional.of(true),
                Optional.of(14),
                "",
                "",
                "",
                "",
                List.of(lines));
    }

    static SubscriptionDraft monthly(LocalDate start, SubscriptionLineDraft... lines) {
        return draft(SubscriptionInterval.MONTHLY, start, 0, Optional.empty(), lines);
    }

    SubscriptionView make(long customer, SubscriptionDraft draft) {
        return kontor.asSystem(() -> subscriptions.make(customer, draft));
    }

    SubscriptionView see(SubscriptionView subscription) {
        return kontor.asSystem(() -> subscriptions.find(subscription.id())).orElseThrow();
    }

    /** Invoices that were made of it, the first one first. */
    List<InvoiceView> invoices(SubscriptionView subscription) {
        return kontor.asSystem(() -> {
            List<Long> ids = subscriptions.invoices(subscription.id(), PageRequest.first()).items().stream()
                    .flatMap(each -> each.invoiceId().stream())
                    .sorted()
                    .toList();
            return kontor.get(Invoices.class).findAll(ids).stream()
                    .sorted((one, two) -> Long.compare(one.id(), two.id()))
                    .toList();
        });
    }

    /** State, day of the next invoice and number of invoices made. */
    String standing(SubscriptionView subscription) {
        SubscriptionView now = see(subscription);
        return now.state() + " " + now.nextOn().map(LocalDate::toString).orElse("-") + " " + now.made();
    }

    AppException refused(Callable<?> work) {
        return Assertions.assertThrows(AppException.class, () -> kontor.asSystem(work));
    }

    String codes(Callable<?> work) {
        return refused(work).errors().stream()
                .map(error -> error.field() + " " + error.code())
                .toList()
                .toString();
    }

    /** What the history tells of subscriptions, in its order. */
    String history() {
        return kontor.sql(
                "select string_agg(substr(kind, 14), ',' order by id) from timeline_entry where kind like 'subscription.%'");
    }
}
