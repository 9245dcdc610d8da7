package org.kontor.lifecycle;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.kontor.customer.Folding;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;
import org.kontor.suppression.Identity;

/**
 * Who else a customer was before merges that are in force, from what those noted: under which numbers and names, with which
 * addresses. What was declared as staying with a number that a merge took away is found by it. Where merges are final the names and
 * account numbers alone are known.
 */
@ApplicationScoped
class FormerSelves {

    private static final String NOTED = " from customer_merge m join merge_row r on r.merge_id = m.id"
            + " where m.customer_id = ? and m.undone_at is null and r.before is not null and r.table_name = ";

    private static final String OF = " from merge_row p where p.merge_id = r.merge_id"
            + " and p.before ->> 'customer_id' = r.before ->> 'id' and p.table_name = ";

    private static final String PEOPLE = "select r.before ->> 'match_name', (r.before ->> 'birthdate')::date, "
            + "array(select p.before ->> 'address'" + OF + "'customer_email'), array(select p.before ->> 'number'" + OF
            + "'customer_phone'), array[r.before ->> 'display_name', r.before ->> 'company_name', r.before ->> 'account_number',"
            + " btrim((r.before ->> 'first_name') || ' ' || (r.before ->> 'last_name')),"
            + " btrim((r.before ->> 'last_name') || ' ' || (r.before ->> 'first_name'))]" + NOTED + "'customer'";

    private static final String NAMES = "select s.name from customer_merge m join merge_source s on s.merge_id = m.id"
            + " where m.customer_id = ? and m.undone_at is null and s.name <> ''";

    /** Merges that were taken back, one behind the other: who was part of whom for a while. */
    private static final String ONCE_ONE = """
            with recursive part as (
              select m.id, m.customer_id from merge_source s join customer_merge m on m.id = s.merge_id
              where s.source_id = any(?) and m.undone_at is not null
              union
              select m.id, m.customer_id from part p join merge_source s on s.source_id = p.customer_id
              join customer_merge m on m.id = s.merge_id where m.undone_at is not null)
            select distinct customer_id from part where customer_id <> all(?)
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /**
     * A customer who became part of another.
     *
     * @param name folded, as customers are compared
     * @param birthdate date of birth
     * @param emails e-mail addresses
     * @param phones phone numbers
     * @param texts names and numbers by which they can be found
     */
    private record Self(
            String name, Optional<LocalDate> birthdate, Set<String> emails, Set<String> phones, List<String> texts) {}

    /** The customer's number and those that lead to it; its own comes first. */
    List<Long> numbers(long customerId) {
        List<Long> numbers = new ArrayList<>(List.of(customerId));
        numbers.addAll(Sql.many(
                dataSource,
                "select id from former_customer where customer_id = ? order by id",
                Sql.of(customerId),
                row -> row.getLong(1)));
        return numbers;
    }

    /** Other customers of whom these were part for a while, by merges that were taken back. */
    List<Long> onceOne(List<Long> numbers) {
        Long[] ids = numbers.toArray(Long[]::new);
        return Sql.many(dataSource, ONCE_ONE, Sql.of(ids, ids), row -> row.getLong(1));
    }

    /** E-mail addresses that a merge took over, also those of contacts. */
    Set<String> emails(long customerId) {
        Set<String> emails = new HashSet<>();
        selves(customerId).forEach(self -> emails.addAll(self.emails()));
        emails.addAll(Sql.many(
                dataSource,
                "select r.before ->> 'email'" + NOTED + "'contact' and r.before ->> 'email' <> ''",
                Sql.of(customerId),
                row -> row.getString(1)));
        return emails;
    }

    /**
     * By what they are recognised later, beside their e-mail addresses and what other systems call them, which the customer has now.
     *
     * @param now the customer, with whom one is compared of whom the name alone is known
     */
    List<Identity> identities(long customerId, Identity now) {
        List<Identity> identities = new ArrayList<>();
        for (Self self : selves(customerId)) {
            identities.add(named(self.name(), self.phones(), self.birthdate()));
        }
        Sql.many(dataSource, NAMES, Sql.of(customerId), row -> row.getString(1))
                .forEach(name -> identities.add(named(Folding.fold(name), now.phones(), now.birthdate())));
        return identities;
    }

    private static Identity named(String name, Set<String> phones, Optional<LocalDate> birthdate) {
        return new Identity(Set.of(), phones, name, birthdate, List.of());
    }

    /** Texts by which they, or contacts of theirs, can be found anywhere; blank ones among them. */
    Set<String> traces(long customerId) {
        Set<String> traces = new LinkedHashSet<>();
        for (Self self : selves(customerId)) {
            traces.addAll(self.texts());
            traces.addAll(self.emails());
            traces.addAll(self.phones());
        }
        traces.addAll(Sql.many(dataSource, NAMES, Sql.of(customerId), row -> row.getString(1)));
        traces.addAll(Sql.many(
                dataSource,
                "select account_number from former_customer where customer_id = ?",
                Sql.of(customerId),
                row -> row.getString(1)));
        Sql.many(
                dataSource,
                "select array[btrim((r.before ->> 'first_name') || ' ' || (r.before ->> 'last_name')), r.before ->> 'email',"
                        + " r.before ->> 'phone', r.before ->> 'mobile']" + NOTED + "'contact'",
                Sql.of(customerId),
                row -> traces.addAll(texts(row, 1)));
        Sql.many(
                dataSource,
                "select r.before ->> 'value'" + NOTED + "'external_id'",
                Sql.of(customerId),
                row -> traces.add(row.getString(1)));
        return traces;
    }

    private List<Self> selves(long customerId) {
        return Sql.many(
                dataSource,
                PEOPLE,
                Sql.of(customerId),
                row -> new Self(
                        row.getString(1),
                        Optional.ofNullable(row.getObject(2, LocalDate.class)),
                        Set.copyOf(texts(row, 3)),
                        Set.copyOf(texts(row, 4)),
                        texts(row, 5)));
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }
}
