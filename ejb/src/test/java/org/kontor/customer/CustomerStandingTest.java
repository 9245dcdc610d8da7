package org.kontor.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.access.Caller;
import org.kontor.access.Permission;
import org.kontor.contact.ContactDraft;
import org.kontor.contact.Contacts;
import org.kontor.customer.CustomerQuery.Lack;
import org.kontor.customer.CustomerQuery.Portal;
import org.kontor.customer.CustomerQuery.Range;
import org.kontor.customer.CustomerQuery.Standing;
import org.kontor.receivable.AllocationPolicy;
import org.kontor.receivable.LedgerDesk;
import org.kontor.shared.AppException;
import org.kontor.shared.PageRequest;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

/** Lists that are narrowed by how customers stand and by what they lack: each way of asking answers the same. */
@OnPostgres
class CustomerStandingTest {

    private final TestKontor kontor = new TestKontor();
    private final Customers customers = kontor.get(Customers.class);
    private final LedgerDesk ledger = new LedgerDesk(kontor);

    @AfterEach
    void close() {
        kontor.close();
    }

    @Test
    void byBalanceAndByWhatIsPastDue() {
        long nothing = register("Acme None");
        long owes = register("Acme Owes");
        long ahead = register("Acme Paid ahead");
        ledger.invoice(owes, "2020-01-01", "200");
        ledger.pay(ahead, "2020-01-01", "50", AllocationPolicy.NONE);
        ledger.invoice(ahead, "9990-01-01", "10");

        for (int added = 0; added < 2; added++) {
            assertEquals(List.of(owes), found(balance("200", "")));
            assertEquals(List.of(owes), found(balance("0.01", "200")));
            assertEquals(List.of(), found(balance("200.01", "")));
            assertEquals(List.of(ahead), found(balance("", "-0.01")));
            assertEquals(List.of(nothing, ahead), found(balance("", "0")));
            assertEquals(List.of(nothing, owes), found(balance("0", "")));
            assertEquals(List.of(nothing, owes, ahead), found(balance("-40", "200")));
            assertEquals(List.of(owes), found(pastDue("200", "")));
            assertEquals(List.of(nothing, ahead), found(pastDue("", "199.99")));
            assertEquals(List.of(nothing, owes, ahead), found(pastDue("0", "")));
            // What the job adds up answers the same.
            kontor.sql("with gone as (delete from customer_open_sum returning *), put as (insert into customer_open_sum"
                    + " select customer_id, entity_id, currency, sum(items), sum(amount), false, true from gone group by 1, 2, 3)"
                    + " select 1");
        }
    }

    @Test
    void byPortalCadenceAndWhatIsLacking() {
        long bare = register("Acme Bare");
        long full = register("Acme Full");
        long ended = register("Acme Suspended");
        for (long customer : List.of(full, ended)) {
            kontor.asSystem(() -> kontor.get(Contacts.class).add(customer, anna()));
        }
        access(full, "INVITED", "A@b.example");
        access(full, "ENABLED", "A@b.example");
        access(ended, "ENABLED", "a@b.example");
        access(ended, "SUSPENDED", "a@b.example");
        access(ended, "ENABLED", "former@b.example");
        kontor.sql(
                "insert into cadence (id, created_at, created_by, updated_at, updated_by, name, description, active, by_default)"
                        + " values (70, now(), 'x', now(), 'x', 'Friendly, then firm', '', true, false)");
        kontor.sql("insert into customer_cadence (customer_id, cadence_id, manual, assigned_at, assigned_by) values ("
                + full + ", 70, true, now(), 'x')");
        kontor.sql(
                "insert into customer_email (customer_id, position, address) values (" + full + ", 0, 'a@b.example')");
        kontor.sql("update customer set manager_id = (select min(id) from app_user) where id = " + full);

        assertEquals(List.of(full), found(portal(Portal.ENABLED)));
        assertEquals(List.of(ended), found(portal(Portal.SUSPENDED)));
        assertEquals(List.of(), found(portal(Portal.INVITED)));
        assertEquals(List.of(bare), found(portal(Portal.DISABLED)));
        assertEquals(List.of(full, ended), found(portal(Portal.ENABLED, Portal.SUSPENDED)));
        assertEquals(List.of(bare, full), found(portal(Portal.DISABLED, Portal.ENABLED)));
        assertEquals(List.of(bare, full, ended), found(portal(Portal.values())));
        kontor.sql("update customer set archived = true where id = " + full);
        assertEquals(List.of(bare, full), found(portal(Portal.DISABLED)));
        assertEquals(List.of(), found(portal(Portal.ENABLED)));

        assertEquals(List.of(full), found(cadence("friendly, THEN firm", "Other")));
        assertEquals(List.of(), found(cadence("then firm")));
        assertEquals(List.of(bare, ended), found(without(Lack.EMAIL)));
        assertEquals(List.of(bare, ended), found(without(Lack.CADENCE, Lack.PHONE, Lack.TAG, Lack.FLAG)));
        assertEquals(3, found(without(Lack.PHONE)).size());
        assertEquals(
                kontor.sql(
                        "select count(*) from customer where coalesce(billing_owner_id, account_manager_id, sales_rep_id,"
                                + " manager_id) is null"),
                String.valueOf(found(without(Lack.OWNER)).size()));
    }

    @Test
    void whoMayNotKnowWhatIsOwedOrPlannedCannotAskForIt() {
        Caller clerk = new Caller(-1, "clerk", Set.of(Permission.READ_CUSTOMER.wireName()));
        for (Standing standing : List.of(balance("1", ""), pastDue("", "1"), cadence("Firm"), without(Lack.CADENCE))) {
            AppException refused = assertThrows(
                    AppException.class,
                    () -> kontor.as(clerk, () -> customers.list(all().with(standing), PageRequest.first())));
            assertEquals("PERMISSION_MISSING", refused.code());
        }
        assertEquals(
                List.of(),
                kontor.as(clerk, () -> customers.list(all().with(without(Lack.TAG)), PageRequest.first()))
                        .items());
    }

    private static Standing balance(String from, String to) {
        return new Standing(range(from, to), Range.ANY, Set.of(), Set.of(), Set.of());
    }

    private static Standing pastDue(String from, String to) {
        return new Standing(Range.ANY, range(from, to), Set.of(), Set.of(), Set.of());
    }

    private static Standing portal(Portal... states) {
        return new Standing(Range.ANY, Range.ANY, Set.of(states), Set.of(), Set.of());
    }

    private static Standing cadence(String... names) {
        return new Standing(Range.ANY, Range.ANY, Set.of(), Set.of(names), Set.of());
    }

    private static Standing without(Lack... lacks) {
        return new Standing(Range.ANY, Range.ANY, Set.of(), Set.of(), Set.of(lacks));
    }

    private static Range range(String from, String to) {
        return new Range(
                Optional.of(from).filter(t -> !t.isEmpty()).map(BigDecimal::new),
                Optional.of(to).filter(t -> !t.isEmpty()).map(BigDecimal::new));
    }

    private static CustomerQuery all() {
        return new CustomerQuery(
                "", Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), CustomerQuery.Sort.NAME, false);
    }

    /** By the page, and by each statement that may give it: row by row, as a set, with a search, counted. */
    private List<Long> found(Standing standing) {
        List<Long> listed =
                kontor.asSystem(() -> customers.list(all().with(standing), PageRequest.first())).items().stream()
                        .map(CustomerRow::id)
                        .toList();
        CustomerSelection selection =
                kontor.asSystem(() -> CustomerSelection.of(all().with(standing), "", Optional.empty()));
        assertEquals(listed, ids(selection.searchWithin(2_000, 50)), standing::toString);
        assertEquals(listed, ids(selection.sorted(50)), standing::toString);
        assertEquals(listed, ids(selection.all("id")), standing::toString);
        assertEquals(List.of((long) listed.size()), ids(selection.count(100)), standing::toString);
        CustomerQuery words = new CustomerQuery(
                        "acme",
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        CustomerQuery.Sort.NAME,
                        false)
                .with(standing);
        assertEquals(
                listed,
                ids(kontor.asSystem(() -> CustomerSelection.of(words, "", Optional.empty()))
                        .searchAll(50)),
                standing::toString);
        return listed;
    }

    private List<Long> ids(CustomerSelection.Statement statement) {
        List<Long> ids = new ArrayList<>();
        try (Connection connection = kontor.dataSource().getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
            for (int i = 0; i < statement.parameters().size(); i++) {
                prepared.setString(i + 1, statement.parameters().get(i));
            }
            try (ResultSet rows = prepared.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(
                    statement.sql() + Arrays.toString(statement.parameters().toArray()), e);
        }
        return ids;
    }

    private void access(long customer, String state, String email) {
        kontor.sql(
                "insert into portal_access (contact_id, email, state, invited_at, invited_by, password_hash, changed_at, changed_by)"
                        + " select id, lower('" + email + "'), '" + state
                        + "', now(), 'x', 'hash', now(), 'x' from contact where customer_id = "
                        + customer);
    }

    private static ContactDraft anna() {
        return new ContactDraft(
                "Anna",
                "Berg",
                "",
                "A@b.example",
                "",
                "",
                false,
                Optional.empty(),
                "",
                "",
                new Address("", "", "", "", "", "US"),
                Optional.empty(),
                true,
                Map.of());
    }

    private long register(String name) {
        return kontor.asSystem(() -> customers.register(Drafts.business(name).draft()))
                .id();
    }
}
