package org.kontor.cadence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/** What texts of steps tell of customers, invoices and payments, and where they go; for many at once. */
@ApplicationScoped
class ToDoFacts {

    /**
     * To whom: the primary contact, if active and with an e-mail address, else the first address of the customer that is not one of a contact who is
     * inactive (S2-41).
     */
    private static final String FACTS = """
            select c.display_name, c.account_number, e.name, coalesce(
                       (select l.locale from letterhead l where l.entity_id = e.id order by l.version desc limit 1), e.locale),
                   c.currency, (x.now at time zone e.time_zone)::date,
                   p.id, p.name, coalesce(nullif(p.email, ''), m.address, ''),
                   concat_ws(', ', c.display_name, nullif(c.address_line1, ''), nullif(c.address_line2, ''),
                       nullif(btrim(c.address_postal_code || ' ' || c.address_city), ''), nullif(c.address_state, ''),
                       nullif(c.address_country, '')),
                   c.address_line1 = '' and c.address_city = '',
                   coalesce(u.display_name, ''), coalesce(u.email, ''), b.amount, d.amount,
                   o.kind, o.number, o.issue_date, o.due_date, o.amount, o.open_amount, o.currency, c.archived,
                   coalesce(p.email, '') <> ''
            from unnest(?::bigint[], ?::bigint[]) with ordinality n(customer_id, item_id, ord)
                cross join (select ?::timestamptz as now) x
                join customer c on c.id = n.customer_id
                join company_entity e on e.id = c.entity_id
                left join app_user u on u.id = c.billing_owner_id and u.active
                left join open_item o on o.id = n.item_id
                left join lateral (
                    select id, btrim(first_name || ' ' || last_name) as name, btrim(email) as email from contact
                    where customer_id = c.id and is_primary and status = 'ACTIVE' order by id limit 1) p on true
                left join lateral (
                    select g.address from customer_email g where g.customer_id = c.id and not exists (
                        select from contact i where i.customer_id = c.id and i.status = 'INACTIVE'
                            and lower(btrim(i.email)) = lower(g.address))
                    order by g.position limit 1) m on true
                cross join lateral (
                    select coalesce(sum(amount), 0) as amount from customer_open_sum
                    where customer_id = c.id and currency = c.currency) b
                cross join lateral (
                    select coalesce(sum(open_amount), 0) as amount from open_item
                    where customer_id = c.id and currency = c.currency and open_amount > 0 and direction = 1
                        and due_date < (x.now at time zone e.time_zone)::date) d
            order by n.ord
            """;

    private static final String OPEN = """
            select number, due_date, open_amount, currency from open_item
            where customer_id = ? and open_amount > 0 and kind = 'INVOICE' order by due_date, id limit 50
            """;

    /** The invoice or payment that a step would be about now. */
    private static final String LATEST = """
            select id from open_item where customer_id = ? and kind = ? and (open_amount > 0 or kind = 'PAYMENT') and voided_on is null
            order by case when kind = 'PAYMENT' then -id else id end, due_date limit 1
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    Clock clock;

    /** An invoice or a payment. */
    record Item(
            boolean payment,
            String number,
            LocalDate issued,
            LocalDate due,
            BigDecimal amount,
            BigDecimal open,
            String currency) {}

    /**
     * What is known for one text.
     *
     * @param contactId the primary contact, if active
     * @param email where an e-mail goes; empty for nowhere
     * @param post the postal address in one line; empty for nowhere
     * @param archived whether the customer is: nothing goes out by itself
     * @param emailOfContact whether the e-mail address is that of the contact
     */
    record Facts(
            String customer,
            String accountNumber,
            String company,
            Locale locale,
            String currency,
            LocalDate today,
            Optional<Long> contactId,
            String contact,
            String email,
            String post,
            String owner,
            String ownerEmail,
            BigDecimal balance,
            BigDecimal pastDue,
            Optional<Item> item,
            boolean archived,
            boolean emailOfContact) {}

    /** What a text is about. */
    record Subject(long customerId, Optional<Long> itemId) {}

    /** Facts of each, in order; customers that there are. */
    List<Facts> of(List<Subject> subjects) {
        return Sql.many(
                dataSource,
                FACTS,
                Sql.of(
                        subjects.stream().map(Subject::customerId).toArray(Long[]::new),
                        subjects.stream()
                                .map(each -> each.itemId().orElse(null))
                                .toArray(Long[]::new),
                        clock.instant()),
                ToDoFacts::facts);
    }

    /** Open invoices of a customer, what is due first coming first. */
    List<Item> open(long customerId) {
        return Sql.many(
                dataSource,
                OPEN,
                Sql.of(customerId),
                row -> new Item(
                        false,
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        row.getObject(2, LocalDate.class),
                        row.getBigDecimal(3),
                        row.getBigDecimal(3),
                        row.getString(4)));
    }

    Optional<Long> latest(long customerId, boolean payment) {
        return Sql.one(dataSource, LATEST, Sql.of(customerId, payment ? "PAYMENT" : "INVOICE"), row -> row.getLong(1));
    }

    /** E-mail addresses of those who play a part for a customer. */
    Optional<String> emailOf(long customerId, String ownerColumn) {
        return Sql.one(
                dataSource,
                "select u.email from customer c join app_user u on u.id = c." + ownerColumn
                        + " where c.id = ? and u.active and u.email <> ''",
                Sql.of(customerId),
                row -> row.getString(1));
    }

    private static Facts facts(ResultSet row) throws SQLException {
        Optional<Item> item = row.getString(16) == null
                ? Optional.empty()
                : Optional.of(new Item(
                        row.getString(16).equals("PAYMENT"),
                        row.getString(17),
                        row.getObject(18, LocalDate.class),
                        row.getObject(19, LocalDate.class),
                        row.getBigDecimal(20),
                        row.getBigDecimal(21),
                        row.getString(22)));
        return new Facts(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Locale.forLanguageTag(row.getString(4)),
                row.getString(5),
                row.getObject(6, LocalDate.class),
                Optional.ofNullable(row.getObject(7, Long.class)),
                Optional.ofNullable(row.getString(8)).orElse(""),
                row.getString(9),
                row.getBoolean(11) ? "" : row.getString(10),
                row.getString(12),
                row.getString(13),
                row.getBigDecimal(14),
                row.getBigDecimal(15),
                item,
                row.getBoolean(23),
                row.getBoolean(24));
    }
}
