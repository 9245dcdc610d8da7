package org.kontor.lifecycle;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.kontor.customer.Address;
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

    /** Who has a key in common with whom, each by its own index; of a key that very many share, the first few. */
    static final String ALIKE = """
            select distinct n, id from (
              select k.n, f.id from unnest(?, ?) k(n, v) cross join lateral (select customer_id id from customer_email
                where lower(address collate "C") = k.v limit :most) f
              union all
              select k.n, f.id from unnest(?, ?) k(n, v) cross join lateral (select customer_id id from customer_phone
                where number collate "C" = k.v limit :most) f
              union all
              select k.n, f.id from unnest(?, ?, ?, ?) k(n, s, d, v) cross join lateral (select customer_id id from external_id
                where system = k.s and kind = k.d and value = k.v limit :most) f
              union all
              select k.n, f.id from unnest(?, ?::date[]) k(n, v) cross join lateral (select id from customer
                where birthdate = k.v limit :most) f
              union all
              select k.n, f.id from unnest(?, ?) k(n, v) cross join lateral (select id from customer
                where sort_name = k.v limit :most) f) found
            order by n, id
            """.replace(":most", Integer.toString(MOST_BY_ONE_KEY));

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

    /** Customers who have an e-mail address, a phone number, an external id, the birthdate or the whole name in common with each. */
    List<Set<Long>> alike(List<Asked> asked) {
        List<Set<Long>> found = new ArrayList<>();
        asked.forEach(one -> found.add(new TreeSet<>()));
        Sql.many(dataSource, ALIKE, keys(asked), row -> found.get(row.getInt(1)).add(row.getLong(2)));
        return found;
    }

    /** The parameters of {@link #ALIKE}: for each kind of key who asks, by its place, and the key. */
    static Sql.Parameters keys(List<Asked> asked) {
        Keys emails = new Keys();
        Keys phones = new Keys();
        Keys systems = new Keys();
        Keys kinds = new Keys();
        Keys values = new Keys();
        Keys born = new Keys();
        Keys names = new Keys();
        for (int n = 0; n < asked.size(); n++) {
            Asked one = asked.get(n);
            int place = n;
            one.record().emails().forEach(email -> emails.add(place, email));
            one.phones().forEach(phone -> phones.add(place, phone));
            one.record().externalIds().forEach(id -> {
                String[] parts = id.split(":", 3);
                systems.add(place, parts[0]);
                kinds.add(place, parts[1]);
                values.add(place, parts[2]);
            });
            String day = one.record().birthdate();
            if (day.length() == 8) {
                born.add(place, day.substring(0, 4) + "-" + day.substring(4, 6) + "-" + day.substring(6));
            }
            if (!one.sortName().isEmpty()) {
                names.add(place, one.sortName());
            }
        }
        return Sql.of(
                emails.places(),
                emails.texts(),
                phones.places(),
                phones.texts(),
                systems.places(),
                systems.texts(),
                kinds.texts(),
                values.texts(),
                born.places(),
                born.texts(),
                names.places(),
                names.texts());
    }

    /** Keys of one kind, and who asks for each. */
    private static final class Keys {

        private final List<Integer> places = new ArrayList<>();
        private final List<String> texts = new ArrayList<>();

        void add(int place, String text) {
            places.add(place);
            texts.add(text);
        }

        Integer[] places() {
            return places.toArray(Integer[]::new);
        }

        String[] texts() {
            return texts.toArray(String[]::new);
        }
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

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
