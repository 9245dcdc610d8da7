package org.kontor.lifecycle;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.kontor.connector.ConnectorRegistry;
import org.kontor.contact.ContactIdentity;
import org.kontor.customer.CustomerIdentity;
import org.kontor.customer.CustomerLookup;
import org.kontor.customer.CustomerView;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;
import org.kontor.spi.PaymentVault;
import org.kontor.suppression.Identity;
import org.kontor.suppression.Identity.External;

/** Who a customer is, for an erasure: by what they are recognised later, and who else knows them. */
@ApplicationScoped
class ErasureSubjects {

    private static final int SHORTEST_TRACE = 5;

    /**
     * A payer of another customer, too, since methods went there, stays; what is still this customer's goes alone.
     */
    private static final String KNOWN_BY = """
            select k.*, case when shared.at is null then '{}' else array(
                select m.method_id from payment_method m
                where m.connection_id = k.id and m.shopper_id = k.value and m.customer_id = ? order by m.id) end
            from (
              select c.id, c.name, c.connector, x.value from external_id x join connection c
              on x.system = c.id::text or lower(x.system) = lower(c.name) where x.customer_id = ?
              union select c.id, c.name, c.connector, m.shopper_id from payment_method m join connection c on c.id = m.connection_id
              where m.customer_id = ?) k
            left join lateral (select true at from payment_method o
              where o.connection_id = k.id and o.shopper_id = k.value and o.customer_id <> ? limit 1) shared on true
            where shared.at is null or exists (select from payment_method m
              where m.connection_id = k.id and m.shopper_id = k.value and m.customer_id = ?)
            order by k.id, k.value
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    ConnectorRegistry registry;

    @Inject
    FormerSelves former;

    /** A connection whose system knows the customer by this. */
    record KnownBy(long connectionId, String name, String connector, VaultSubject subject) {}

    /** Payment vaults that know the customer. One whose connector is away counts: it may be a vault. */
    List<KnownBy> vaults(long customerId) {
        Set<String> vaults = new HashSet<>();
        registry.capabilities(PaymentVault.class).forEach(vault -> vaults.add(vault.connectorId()));
        Set<String> usable = Set.copyOf(registry.usableIds());
        return knownBy(customerId).stream()
                .filter(each -> vaults.contains(each.connector()) || !usable.contains(each.connector()))
                .toList();
    }

    /** Names of other systems that know the customer and are not asked for anything. */
    List<String> elsewhere(long customerId, List<KnownBy> vaults) {
        Set<String> asked = new HashSet<>();
        vaults.forEach(vault -> {
            asked.add(Long.toString(vault.connectionId()));
            asked.add(vault.name().toLowerCase(Locale.ROOT));
        });
        return Sql.many(
                        dataSource,
                        "select coalesce(c.name, x.system) from external_id x left join connection c on x.system = c.id::text"
                                + " where x.customer_id = ? union select c.name from accounting_link l"
                                + " join connection c on c.id = l.connection_id where l.customer_id = ?"
                                + " union select coalesce(c.name, d.connection_name) from signing_document d"
                                + " left join connection c on c.id = d.connection_id"
                                + " where d.customer_id = ? and (d.remote_id <> '' or d.maybe_there) order by 1",
                        Sql.of(customerId, customerId, customerId),
                        row -> row.getString(1))
                .stream()
                .filter(name -> !asked.contains(name.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private List<KnownBy> knownBy(long customerId) {
        return Sql.many(
                dataSource,
                KNOWN_BY,
                Sql.of(customerId, customerId, customerId, customerId, customerId),
                row -> new KnownBy(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        new VaultSubject(row.getString(4), List.of((String[])
                                row.getArray(5).getArray()))));
    }

    /** Numbers of the contacts, and of those who became one with them in merges. */
    List<Long> contacts(long customerId) {
        return Sql.many(
                dataSource,
                "select id from contact where customer_id = ? union select f.id from former_contact f"
                        + " join contact c on c.id = f.contact_id where c.customer_id = ? order by 1",
                Sql.of(customerId, customerId),
                row -> row.getLong(1));
    }

    /** The day of the last card payment or debit of the customer. */
    Optional<LocalDate> lastCharged(long customerId) {
        return Sql.one(
                        dataSource,
                        "select max(i.issue_date) from payment p join open_item i on i.id = p.id where i.customer_id = ?"
                                + " and i.voided_on is null and p.method in ('CARD', 'DIRECT_DEBIT')",
                        Sql.of(customerId),
                        row -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .flatMap(day -> day);
    }

    /**
     * By what the customer, the contacts and whoever became part of the customer are recognised later; an e-mail address that somebody
     * else has, too, is left out.
     */
    List<Identity> identities(CustomerView customer) {
        Identity self = CustomerIdentity.of(customer.toDraft());
        List<Identity> identities = new ArrayList<>(former.identities(customer.id(), self));
        Set<String> noted = former.emails(customer.id());
        String[] folded = noted.stream().map(CustomerLookup::email).toArray(String[]::new);
        Set<String> shared = new HashSet<>(Sql.many(
                dataSource,
                "select lower(e.address) from customer_email m join customer_email e on lower(e.address) = lower(m.address)"
                        + " and e.customer_id <> m.customer_id where m.customer_id = ?"
                        + " union select lower(c.email) from contact m join contact c on lower(c.email) = lower(m.email)"
                        + " and c.customer_id <> m.customer_id where m.customer_id = ? and m.email <> ''"
                        + " union select lower(address) from customer_email where lower(address) = any(?) and customer_id <> ?"
                        + " union select lower(email) from contact where lower(email) = any(?) and customer_id <> ?",
                Sql.of(customer.id(), customer.id(), folded, customer.id(), folded, customer.id()),
                row -> row.getString(1)));
        identities.add(new Identity(without(noted, shared), Set.of(), "", Optional.empty(), List.of()));
        identities.add(new Identity(
                without(self.emails(), shared), self.phones(), self.name(), self.birthdate(), self.externalIds()));
        Sql.many(
                dataSource,
                "select connection_id, remote_id from accounting_link where customer_id = ?",
                Sql.of(customer.id()),
                row -> identities.add(
                        ContactIdentity.of("", List.of(new External(row.getString(1), "customer", row.getString(2))))));
        Sql.many(
                dataSource,
                "select c.email, l.system, l.value from contact c left join contact_link l on l.contact_id = c.id"
                        + " where c.customer_id = ?",
                Sql.of(customer.id()),
                row -> {
                    String email = row.getString(1);
                    boolean free = !shared.contains(email.toLowerCase(Locale.ROOT));
                    String system = row.getString(2);
                    return identities.add(ContactIdentity.of(
                            free ? email : "",
                            system == null ? List.of() : List.of(new External(system, "", row.getString(3)))));
                });
        return identities;
    }

    private static Set<String> without(Set<String> emails, Set<String> shared) {
        Set<String> own = new HashSet<>(emails);
        own.removeIf(email -> shared.contains(email.toLowerCase(Locale.ROOT)));
        return own;
    }

    /**
     * What the history of another customer may tell of this one, beside the traces: values that do not find a person by themselves.
     *
     * @param traces as {@link #traces} gives them
     */
    List<String> values(CustomerView customer, List<String> traces) {
        List<String> values = new ArrayList<>(traces);
        Stream.of(
                        customer.website(),
                        customer.address().line1(),
                        customer.address().line2(),
                        customer.birthdate().map(String::valueOf).orElse(""))
                .filter(value -> value.strip().length() >= SHORTEST_TRACE)
                .forEach(values::add);
        return values;
    }

    /** Texts by which the customer, a contact or whoever became part of the customer can be found anywhere. */
    List<String> traces(CustomerView customer) {
        Set<String> traces = new LinkedHashSet<>();
        Stream.of(
                        Stream.of(
                                customer.displayName(),
                                customer.companyName(),
                                (customer.firstName() + " " + customer.lastName()).strip(),
                                (customer.lastName() + " " + customer.firstName()).strip(),
                                customer.accountNumber()),
                        customer.emails().stream(),
                        customer.phones().stream().map(phone -> phone.number()),
                        customer.externalIds().stream().map(id -> id.value()))
                .flatMap(texts -> texts)
                .forEach(traces::add);
        traces.addAll(former.traces(customer.id()));
        Sql.many(
                dataSource,
                "select btrim(first_name || ' ' || last_name), email, phone, mobile from contact where customer_id = ?",
                Sql.of(customer.id()),
                row -> traces.addAll(List.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4))));
        traces.removeIf(trace -> trace.strip().length() < SHORTEST_TRACE);
        return List.copyOf(traces);
    }
}
