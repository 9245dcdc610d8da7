package org.kontor.customer;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.kontor.access.CustomerScope;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/**
 * Finds existing customers for many keys at once, each method with one SQL statement. All customers that have a key are given,
 * the one that was created first coming first; a key that nobody has is absent from the answer.
 */
@Stateless
public class CustomerLookup {

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /**
     * A value together with the name of its owner.
     *
     * @param value e-mail address or phone number, as {@link CustomerRules#check} gives it
     * @param name as {@link #name} gives it
     */
    public record Named(String value, String name) {}

    /**
     * A person by name and date of birth.
     *
     * @param name as {@link #name} gives it
     * @param birthdate date of birth
     */
    public record Born(String name, LocalDate birthdate) {}

    /** The name of a customer as it is compared: without regard to case, accents and script. */
    public static String name(CustomerDraft draft) {
        return DerivedText.matchName(draft.customerClass(), draft.companyName(), draft.firstName(), draft.lastName());
    }

    /**
     * An e-mail address as it is compared: without regard to the case of A to Z. What other letters are in lower case is answered by
     * each locale of a database in its own way, and RFC 6531 leaves it open.
     */
    public static String email(String address) {
        StringBuilder lower = new StringBuilder(address);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                lower.setCharAt(i, (char) (c + ('a' - 'A')));
            }
        }
        return lower.toString();
    }

    /** Customers by external id: system, kind and value. */
    @Requires(Permission.IMPORT_CUSTOMER)
    public Map<ExternalId, List<Long>> byExternalId(Collection<ExternalId> ids) {
        List<ExternalId> keys = List.copyOf(ids);
        String sql = "select k.n, x.customer_id from unnest(?::text[], ?::text[], ?::text[]) with ordinality"
                + " k(system, kind, value, n) join external_id x using (system, kind, value)";
        return query(
                sql,
                keys,
                keys.stream().map(ExternalId::system).toList(),
                keys.stream().map(ExternalId::kind).toList(),
                keys.stream().map(ExternalId::value).toList());
    }

    /** Customers of a company entity by account number, also by that of a customer who was merged into them. */
    @Requires(Permission.IMPORT_CUSTOMER)
    public Map<String, List<Long>> byAccountNumber(long entityId, Collection<String> accountNumbers) {
        List<String> keys =
                accountNumbers.stream().filter(number -> !number.isEmpty()).toList();
        String numbers = " on x.account_number = k.number and x.account_number <> '' and x.entity_id = " + entityId;
        String sql = "with k as (select * from unnest(?::text[]) with ordinality k(number, n)),"
                + " own as (select k.n, x.id from k join customer x" + numbers + ")"
                + " select n, id from own union all select k.n, x.customer_id from k join former_customer x" + numbers
                + " where k.n not in (select n from own)";
        return query(sql, keys, keys);
    }

    /**
     * Parents of a hierarchy by account number, those that the caller sees.
     *
     * @param lock whether they stay parents until the running transaction ends
     */
    @Requires(Permission.IMPORT_CUSTOMER)
    public Map<String, List<Long>> parents(long entityId, Collection<String> accountNumbers, boolean lock) {
        List<String> keys = List.copyOf(accountNumbers);
        String scope = CustomerScope.condition();
        String sql = "select k.n, c.id from unnest(?::text[]) with ordinality k(number, n)"
                + " join customer c on c.account_number = k.number and c.account_number <> ''"
                + " and c.account_type = 'PARENT' and c.entity_id = " + entityId
                + (scope.isEmpty() ? "" : " where " + scope)
                + (lock ? " for share of c" : "");
        return query(sql, keys, keys);
    }

    /** Company entities by name in lower case; there are few. */
    @Requires(Permission.IMPORT_CUSTOMER)
    public Map<String, Long> entities() {
        Map<String, Long> entities = new HashMap<>();
        Sql.many(
                        dataSource,
                        "select id, name from company_entity",
                        Sql.of(),
                        row -> Map.entry(row.getString(2).toLowerCase(Locale.ROOT), row.getLong(1)))
                .forEach(entity -> entities.put(entity.getKey(), entity.getValue()));
        return entities;
    }

    /** Customers by e-mail address, as {@link #email} compares it, and name. */
    @Requires(Permission.IMPORT_CUSTOMER)
    public Map<Named, List<Long>> byEmailAndName(Collection<Named> emails) {
        List<Named> keys = List.copyOf(emails);
        String sql = "select k.n, c.id from unnest(?::text[], ?::text[]) with ordinality k(email, name, n)"
                + " join customer_email e on lower(e.address collate \"C\") = k.email"
                + " join customer c on c.id = e.customer_id and c.match_name = k.name";
        return query(
                sql,
                keys,
                keys.stream().map(key -> email(key.value())).toList(),
                keys.stream().map(Named::name).toList());
    }

    /** Customers by name and date of birth. */
    @Requires(Permission.IMPORT_CUSTOMER)
    public Map<Born, List<Long>> byNameAndBirthdate(Collection<Born> people) {
        List<Born> keys = List.copyOf(people);
        String sql = "select k.n, c.id from unnest(?::text[], ?::text[]) with ordinality k(name, birthdate, n)"
                + " join customer c on c.match_name = k.name and c.birthdate = k.birthdate::date";
        return query(
                sql,
                keys,
                keys.stream().map(Born::name).toList(),
                keys.stream().map(key -> key.birthdate().toString()).toList());
    }

    /** Customers by {@link #name} alone. */
    @Requires(Permission.IMPORT_CUSTOMER)
    public Map<String, List<Long>> byName(Collection<String> names) {
        List<String> keys = List.copyOf(names);
        return query(
                "select k.n, c.id from unnest(?::text[]) with ordinality k(name, n) join customer c on c.match_name = k.name",
                keys,
                keys);
    }

    /** Customers by phone number and name. */
    @Requires(Permission.IMPORT_CUSTOMER)
    public Map<Named, List<Long>> byPhoneAndName(Collection<Named> phones) {
        List<Named> keys = List.copyOf(phones);
        String sql = "select k.n, c.id from unnest(?::text[], ?::text[]) with ordinality k(phone, name, n)"
                + " join customer_phone p on p.number collate \"C\" = k.phone"
                + " join customer c on c.id = p.customer_id and c.match_name = k.name";
        return query(
                sql,
                keys,
                keys.stream().map(Named::value).toList(),
                keys.stream().map(Named::name).toList());
    }

    @SafeVarargs
    private <K> Map<K, List<Long>> query(String sql, List<K> keys, List<String>... columns) {
        Map<K, List<Long>> found = new HashMap<>();
        if (keys.isEmpty()) {
            return found;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < columns.length; i++) {
                Array array = connection.createArrayOf("text", columns[i].toArray());
                statement.setArray(i + 1, array);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.computeIfAbsent(keys.get(rows.getInt(1) - 1), key -> new ArrayList<>(1))
                            .add(rows.getLong(2));
                }
            }
            found.values().forEach(ids -> ids.sort(null));
        } catch (SQLException e) {
            throw new IllegalStateException("Looking up customers failed", e);
        }
        return found;
    }
}
