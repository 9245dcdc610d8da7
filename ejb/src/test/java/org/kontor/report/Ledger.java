package org.kontor.report;

import java.time.Instant;
import java.time.LocalDate;
import org.kontor.customer.Customers;
import org.kontor.customer.Drafts;
import org.kontor.testing.TestKontor;

/** Postings made by SQL, each of which balances, as the ledger's services would make them. */
final class Ledger {

    private final TestKontor kontor;

    Ledger(TestKontor kontor) {
        this.kontor = kontor;
    }

    long customer(String name) {
        return kontor.asSystem(() -> kontor.get(Customers.class)
                .register(Drafts.business(name).draft())
                .id());
    }

    /** An invoice that is due after so many days; recorded at noon of its day. */
    long invoice(long customer, String currency, String amount, String issued, int terms) {
        return item(customer, "INVOICE", 1, currency, amount, issued, terms, "INVOICE_ISSUED", "REVENUE");
    }

    /** Money that nothing was settled with so far; recorded at noon of its day. */
    long payment(long customer, String currency, String amount, String received) {
        return item(customer, "PAYMENT", -1, currency, amount, received, 0, "PAYMENT_RECORDED", "CASH");
    }

    private long item(
            long customer,
            String kind,
            int direction,
            String currency,
            String amount,
            String issued,
            int terms,
            String posting,
            String account) {
        LocalDate day = LocalDate.parse(issued);
        Instant at = Instant.parse(issued + "T12:00:00Z");
        String signed = direction == 1 ? amount : "-" + amount;
        return Long.parseLong(kontor.sql("""
                with i as (
                    insert into open_item (id, customer_id, entity_id, kind, direction, component, number, currency, amount, open_amount,
                                           issue_date, due_date, recorded_at)
                    values (nextval('ledger_id'), %1$d, 1, '%2$s', %3$d, 'PRINCIPAL', '', '%4$s', %5$s, %5$s, '%6$s', '%7$s', '%8$s')
                    returning *),
                p as (
                    insert into posting (kind, document_id, entity_id, effective_date, recorded_at, recorded_by)
                    select '%9$s', id, 1, issue_date, recorded_at, 'test' from i returning *),
                l as (insert into posting_line select id, '%10$s', '%4$s', -(%11$s) from p),
                m as (
                    insert into item_movement (posting_id, item_id, customer_id, entity_id, direction, currency, amount, effective_date,
                                               recorded_at, issue_date, due_date)
                    select p.id, i.id, customer_id, 1, direction, currency, %11$s, issue_date, i.recorded_at, issue_date, due_date
                    from i, p)
                select id from i
                """.formatted(
                customer, kind, direction, currency, amount, day, day.plusDays(terms), at, posting, account, signed)));
    }

    /** Settles an item with another one: effective on a day, recorded at an instant. */
    void apply(long creditItem, long debitItem, String amount, String effective, String recordedAt) {
        kontor.sql("""
                with p as (
                    insert into posting (kind, document_id, entity_id, effective_date, recorded_at, recorded_by)
                    values ('APPLIED', %1$d, 1, '%4$s', '%5$s', 'test') returning *),
                m as (
                    insert into item_movement (posting_id, item_id, customer_id, entity_id, direction, currency, amount, effective_date,
                                               recorded_at, issue_date, due_date)
                    select p.id, i.id, customer_id, i.entity_id, direction, currency, -direction * %3$s, '%4$s', '%5$s', issue_date, due_date
                    from open_item i, p where i.id in (%1$d, %2$d))
                update open_item set open_amount = open_amount - %3$s where id in (%1$d, %2$d)
                """.formatted(creditItem, debitItem, amount, effective, recordedAt));
    }

    /** A payment of a whole invoice, recorded at noon of its day. */
    void pay(long invoice, long customer, String currency, String amount, String received) {
        apply(payment(customer, currency, amount, received), invoice, amount, received, received + "T12:00:00Z");
    }
}
