package org.kontor.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.customer.CustomerLookup.Born;
import org.kontor.customer.CustomerLookup.Named;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

@OnPostgres
class CustomerBulkTest {

    private TestKontor kontor;

    @BeforeEach
    void start() {
        kontor = new TestKontor();
    }

    @AfterEach
    void stop() {
        kontor.close();
    }

    @Test
    void writesCustomersWithAllThatBelongsToTheirCreation_S2_03_S2_05_S2_06_S4_27() {
        List<Long> ids = create(
                Drafts.person("Zoë", "O'Neil")
                        .emails("Zoe@Example.org", "second@example.org")
                        .phone(PhoneType.MOBILE, "303-202-7332")
                        .born(LocalDate.of(1988, 5, 1))
                        .externalId("revio", "customer", "881"),
                Drafts.business("Tab\tand \\ backslash"));

        assertEquals(2, ids.size());
        assertEquals(
                "zoe o'neil|Zoë O'Neil|t|zoe@example.org|+13032027332|7",
                kontor.sql("select c.sort_name || '|' || c.display_name || '|' || c.auto_payments || '|' ||"
                                + " lower(k.email) || '|' || k.mobile || '|' || (select importid from (select"
                                + " details->>'importId' importid from timeline_entry t where t.customer_id = c.id) x)"
                                + " from customer c join contact k on k.customer_id = c.id and k.is_primary where c.id = "
                                + ids.get(0))
                        .replace("true", "t"));
        assertEquals("Tab and \\ backslash", kontor.sql("select display_name from customer where id = " + ids.get(1)));
        assertEquals("0", kontor.sql("select count(*) from contact where customer_id = " + ids.get(1)));
        assertEquals(
                "PENDING USD PRINT",
                kontor.sql("select status || ' ' || currency || ' ' || bill_method from customer" + " where id = "
                        + ids.get(1)));
    }

    @Test
    void findsExistingCustomersForManyKeysAtOnce() {
        long id = create(Drafts.person("Zoë", "Muster")
                        .accountNumber("A-1")
                        .emails("Zoe@Example.org")
                        .phone(PhoneType.HOME, "303-202-7332")
                        .born(LocalDate.of(1988, 5, 1))
                        .externalId("revio", "customer", "881"))
                .get(0);
        CustomerLookup lookup = kontor.get(CustomerLookup.class);
        ExternalId known = new ExternalId("revio", "customer", "881");
        Named email = new Named("zoe@example.org", "zoe muster");
        Named phone = new Named("+13032027332", "zoe muster");
        Born born = new Born(CustomerLookup.name(Drafts.person("ZOE", "muster").draft()), LocalDate.of(1988, 5, 1));

        assertEquals(
                Map.of(known, List.of(id)),
                kontor.asSystem(() -> lookup.byExternalId(List.of(known, new ExternalId("revio", "x", "881")))));
        assertEquals(
                Map.of("A-1", List.of(id)),
                kontor.asSystem(() -> lookup.byAccountNumber(1, List.of("", "A-1", "A-2"))));
        assertEquals(
                Map.of(email, List.of(id)),
                kontor.asSystem(() -> lookup.byEmailAndName(List.of(email, new Named("zoe@example.org", "other")))));
        assertEquals(Map.of(phone, List.of(id)), kontor.asSystem(() -> lookup.byPhoneAndName(List.of(phone))));
        assertEquals(Map.of(born, List.of(id)), kontor.asSystem(() -> lookup.byNameAndBirthdate(List.of(born))));
    }

    @Test
    void refusesATakenExternalIdAndWritesNothing_X_06() {
        create(Drafts.business("First").externalId("revio", "customer", "881"));

        AppException refusal = assertThrows(
                AppException.class,
                () -> create(
                        Drafts.business("Second"), Drafts.business("Third").externalId("revio", "customer", "881")));

        assertEquals(ErrorKind.CONFLICT, refusal.kind());
        assertEquals("EXTERNAL_ID_TAKEN", refusal.code());
        assertEquals("1", kontor.sql("select count(*) from customer"));
    }

    private List<Long> create(Drafts... drafts) {
        List<CustomerRules.Checked> checked =
                List.of(drafts).stream().map(Drafts::checked).toList();
        return kontor.asSystem(() -> kontor.get(CustomerBulk.class).create(checked, 7));
    }
}
