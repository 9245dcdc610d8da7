package org.kontor.lifecycle;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.kontor.customer.Address;
import org.kontor.customer.Folding;
import org.kontor.database.DatabaseDefinition;
import org.kontor.lifecycle.DuplicateGroup.Member;
import org.kontor.shared.Sql;

/** Customers as the matcher compares them. */
@ApplicationScoped
class RecordRepository {

    private static final int MOST_BY_ONE_KEY = 200;

    private static final String RECORDS = """
            select c.id, c.display_name, c.customer_class, c.company_name, c.first_name, c.middle_name, c.last_name, c.birthdate,
              c.address_line1, c.address_line2, c.address_city, c.address_state, c.address_postal_code,
              array(select e.address from customer_email e where e.customer_id = c.id order by e.position),
              array(select p.number from customer_phone p where p.customer_id = c.id order by p.position),
              array(select x.system || ':' || x.kind || ':' || x.value from external_id x where x.customer_id = c.id)
            from customer c
            """;

    /** Who has a key in common, each by its own index; a key that very many share says nothing. */
    private static final String ALIKE = """
            select id from (
              (select customer_id id from customer_email where lower(address) collate "C" = any(?) limit ?)
              union (select customer_id from customer_phone where number collate "C" = any(?) limit ?)
              union (select customer_id from external_id where system || ':' || kind || ':' || value = any(?)
                       and system = any(?) and value = any(?) limit ?)
              union (select id from customer where birthdate = ?::date limit ?)
              union (select id from customer where sort_name = ? limit ?)) found
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /**
     * A customer and how it is compared.
     *
     * @param member what people are shown
     * @param record what is compared
     */
    record Known(Member member, MatchRecord record) {}

    /** The next customers that are not archived, with ids above {@code after}. */
    Map<Long, Known> after(long after, int atMost) {
        return read(RECORDS + " where c.id > ? and not c.archived order by c.id limit ?", Sql.of(after, atMost));
    }

    /** These customers; those that are gone are not in the answer. */
    Map<Long, Known> of(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : read(RECORDS + " where c.id = any(?) order by c.id", Sql.of((Object) ids.toArray(Long[]::new)));
    }

    /**
     * Customers who have an e-mail address, a phone number, an external id, the birthdate or the whole name in common.
     *
     * @param phones as they are stored
     * @param sortName the display name, folded
     */
    List<Long> alike(MatchRecord record, List<String> phones, String sortName) {
        String[] external = record.externalIds().toArray(String[]::new);
        String[] systems = record.externalIds().stream()
                .map(id -> id.substring(0, id.indexOf(':')))
                .toArray(String[]::new);
        String[] values = record.externalIds().stream()
                .map(id -> id.substring(id.indexOf(':', id.indexOf(':') + 1) + 1))
                .toArray(String[]::new);
        String born = record.birthdate().length() == 8
                ? record.birthdate().substring(0, 4) + "-" + record.birthdate().substring(4, 6) + "-"
                        + record.birthdate().substring(6)
                : null;
        return Sql.many(
                dataSource,
                ALIKE,
                Sql.of(
                        record.emails().toArray(String[]::new),
                        MOST_BY_ONE_KEY,
                        phones.toArray(String[]::new),
                        MOST_BY_ONE_KEY,
                        external,
                        systems,
                        values,
                        MOST_BY_ONE_KEY,
                        born,
                        MOST_BY_ONE_KEY,
                        sortName,
                        MOST_BY_ONE_KEY),
                row -> row.getLong(1));
    }

    private Map<Long, Known> read(String sql, Sql.Parameters parameters) {
        Map<Long, Known> read = new LinkedHashMap<>();
        for (Known known : Sql.many(dataSource, sql, parameters, RecordRepository::known)) {
            read.put(known.member().id(), known);
        }
        return read;
    }

    private static Known known(ResultSet row) throws SQLException {
        String company = row.getString(4);
        java.sql.Date born = row.getDate(8);
        Address address = new Address(
                row.getString(9), row.getString(10), row.getString(11), row.getString(12), row.getString(13), "");
        List<String> emails = texts(row.getArray(14));
        List<String> phones = texts(row.getArray(15));
        MatchRecord record = MatchRecord.folded(
                row.getString(3).equals("BUSINESS") && !company.isEmpty(),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                company,
                born == null ? "" : born.toString(),
                emails,
                phones,
                address,
                Set.copyOf(texts(row.getArray(16))));
        Member member = new Member(
                row.getLong(1),
                row.getString(2),
                row.getString(5),
                row.getString(7),
                company,
                Optional.ofNullable(born).map(java.sql.Date::toString),
                emails,
                phones,
                String.join(
                                " ",
                                List.of(
                                        address.line1(),
                                        address.line2(),
                                        address.postalCode(),
                                        address.city(),
                                        address.state()))
                        .replaceAll(" +", " ")
                        .strip());
        return new Known(member, record);
    }

    /** The name as the list is ordered by it. */
    static String sortName(String displayName) {
        return Folding.fold(displayName);
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
