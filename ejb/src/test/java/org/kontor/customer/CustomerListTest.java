package org.kontor.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.customer.CustomerQuery.Sort;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

@OnPostgres
class CustomerListTest {

    private static TestKontor kontor;
    private static Customers customers;

    @BeforeAll
    static void start() {
        kontor = new TestKontor();
        customers = kontor.get(Customers.class);
        create(Drafts.person("Zoë", "Abel")
                .accountNumber("A-1042")
                .emails("zoe@garden.example")
                .phone(PhoneType.MOBILE, "303-202-7332")
                .status(CustomerStatus.OPEN));
        create(Drafts.person("Иван", "Петров").status(CustomerStatus.CLOSED));
        create(Drafts.business("Ärztehaus Süd").status(CustomerStatus.OPEN).externalId("revio", "customer", "EXT-77"));
        create(Drafts.business("100% Cotton_Shop").status(CustomerStatus.PROSPECT));
        create(Drafts.business("Holding").parent().status(CustomerStatus.OPEN));
        for (int i = 0; i < 60; i++) {
            create(Drafts.person("Common", "Name" + i)
                    .emails("n" + i + "@mail.example")
                    .accountNumber("N" + i));
        }
    }

    @AfterAll
    static void stop() {
        kontor.close();
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void aCursorVisitsEveryCustomerOnceInBothDirections(Sort sort) {
        for (boolean descending : List.of(false, true)) {
            CustomerQuery query = new CustomerQuery(
                    "", Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), sort, descending);
            assertEquals(total(), all(query, 7).size());
            assertEquals(new HashSet<>(all(query, 7)).size(), all(query, 100).size());
            assertEquals(all(query, 100), all(query, 7));
        }
    }

    @Test
    void aCursorIsStableWhenCustomersAreInserted() {
        CustomerQuery query = search("common");
        Page<CustomerRow> first = page(query, 10, Optional.empty());
        List<Long> seen = new ArrayList<>(ids(first));
        create(Drafts.person("Common", "AAA inserted before"));
        Optional<String> cursor = first.nextCursor();
        while (cursor.isPresent()) {
            Page<CustomerRow> next = page(query, 10, cursor);
            seen.addAll(ids(next));
            cursor = next.nextCursor();
        }

        assertEquals(60, seen.size());
        assertEquals(60, new HashSet<>(seen).size());
    }

    @Test
    void aCursorOfAnotherListOrChangedByOneCharacterIsRefused() {
        String cursor =
                page(search("common"), 10, Optional.empty()).nextCursor().orElseThrow();
        String changed = (cursor.charAt(0) == 'A' ? 'B' : 'A') + cursor.substring(1);

        for (String bad : List.of(changed, cursor + "x", "", "%%%", "YWJj")) {
            AppException refusal = assertThrows(AppException.class, () -> page(search("common"), 10, Optional.of(bad)));
            assertEquals(ErrorKind.MALFORMED, refusal.kind());
        }
        assertThrows(AppException.class, () -> page(search("other"), 10, Optional.of(cursor)));
    }

    @Test
    void findsByNameEmailPhoneAccountNumberAndExternalId_S4_58() {
        for (String text : List.of(
                "zoe",
                "ZOË abel",
                "abel zoe",
                "garden",
                "zoe@garden.example",
                "303 202",
                "(303) 202-7332",
                "+1 303-202-7332",
                "a-1042",
                "1042",
                "zo ab")) {
            assertEquals(List.of("Zoë Abel"), names(search(text)), text);
        }
        assertEquals(List.of("Иван Петров"), names(search("петров")));
        assertEquals(List.of("Иван Петров"), names(search("petrov")));
        assertEquals(List.of("Ärztehaus Süd"), names(search("arztehaus sud")));
        assertEquals(List.of("Ärztehaus Süd"), names(search("ext-77")));
        assertEquals(List.of("100% Cotton_Shop"), names(search("100%")));
        assertEquals(List.of("100% Cotton_Shop"), names(search("cotton_")));
        assertEquals(List.of(), names(search("cotton-")));
        assertEquals(List.of(), names(search("nobody")));
        assertEquals(List.of(), names(search("&&&")));
    }

    @Test
    void filtersByStateClassAndType() {
        assertEquals(
                List.of("Ärztehaus Süd", "Holding", "Zoë Abel"),
                names(filter(Set.of(CustomerStatus.OPEN), Optional.empty(), Optional.empty())));
        assertEquals(
                List.of("100% Cotton_Shop", "Ärztehaus Süd", "Holding"),
                names(filter(Set.of(), Optional.of(CustomerClass.BUSINESS), Optional.empty())));
        assertEquals(
                List.of("Иван Петров"),
                names(filter(Set.of(CustomerStatus.CLOSED), Optional.of(CustomerClass.RESIDENTIAL), Optional.empty())));
        assertEquals(List.of("Holding"), names(filter(Set.of(), Optional.empty(), Optional.of(AccountType.PARENT))));
    }

    @Test
    void aRowShowsThePrimaryContactEmailAndPhone_S1_18() {
        CustomerRow row = page(search("abel"), 10, Optional.empty()).items().get(0);

        assertEquals("Zoë Abel", row.primaryContact());
        assertEquals("zoe@garden.example", row.primaryEmail());
        assertEquals("+13032027332", row.primaryPhone());
    }

    @Test
    void aPageHasTheSameCustomersInTheSameOrderAsTheList() {
        List<CustomerView> views = kontor.asSystem(
                        () -> customers.page(search("common"), new PageRequest(20, Optional.empty())))
                .items();

        assertEquals(
                ids(page(search("common"), 20, Optional.empty())),
                views.stream().map(CustomerView::id).toList());
        assertEquals(
                views.get(3),
                kontor.asSystem(() -> customers.find(views.get(3).id())).orElseThrow());
        assertEquals(
                List.of(),
                kontor.asSystem(() -> customers.page(search("nobody"), PageRequest.first()))
                        .items());
    }

    @Test
    void countsNoFurtherThanAsked() {
        assertEquals(
                20, kontor.asSystem(() -> customers.count(search("common"), 20)).intValue());
        assertEquals(
                1, kontor.asSystem(() -> customers.count(search("petrov"), 20)).intValue());
        assertEquals(
                0, kontor.asSystem(() -> customers.count(search("&&&"), 20)).intValue());
    }

    @Test
    void rowsGivesAPieceByPosition() {
        List<CustomerRow> all = kontor.asSystem(() -> customers.rows(search("common"), 0, 100));
        assertEquals(all.subList(20, 30), kontor.asSystem(() -> customers.rows(search("common"), 20, 10)));
        assertEquals(List.of(), kontor.asSystem(() -> customers.rows(search("petrov"), 20, 10)));
        assertThrows(AppException.class, () -> kontor.asSystem(() -> customers.rows(search("x"), 10_001, 10)));
    }

    @Test
    void suggestsExactIdsAndAccountNumbersFirst_S0_37() {
        long id = Long.parseLong(kontor.sql("select id from customer where account_number = 'N7'"));

        assertEquals(id, suggest(Long.toString(id)).get(0).id());
        assertEquals("Common Name7", suggest("N7").get(0).displayName());
        assertEquals("Zoë Abel", suggest("zoe a").get(0).displayName());
        assertEquals("Zoë Abel", suggest("garden").get(0).displayName());
        assertEquals(List.of(), suggest("  "));
        assertTrue(suggest("common").size() == 5);
    }

    private static List<CustomerRow> suggest(String text) {
        return kontor.asSystem(() -> customers.suggest(text, 5));
    }

    private static int total() {
        return Integer.parseInt(kontor.sql("select count(*) from customer"));
    }

    private static List<Long> all(CustomerQuery query, int limit) {
        List<Long> ids = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<CustomerRow> page = page(query, limit, cursor);
            ids.addAll(ids(page));
            cursor = page.nextCursor();
        } while (cursor.isPresent());
        return ids;
    }

    private static Page<CustomerRow> page(CustomerQuery query, int limit, Optional<String> cursor) {
        return kontor.asSystem(() -> customers.list(query, new PageRequest(limit, cursor)));
    }

    private static List<Long> ids(Page<CustomerRow> page) {
        return page.items().stream().map(CustomerRow::id).toList();
    }

    private static List<String> names(CustomerQuery query) {
        return page(query, 50, Optional.empty()).items().stream()
                .map(CustomerRow::displayName)
                .toList();
    }

    private static CustomerQuery search(String text) {
        return new CustomerQuery(
                text, Set.of(), Optional.empty(), Optional.empty(), Optional.of(false), Sort.NAME, false);
    }

    private static CustomerQuery filter(
            Set<CustomerStatus> statuses, Optional<CustomerClass> customerClass, Optional<AccountType> accountType) {
        return new CustomerQuery("", statuses, customerClass, accountType, Optional.of(false), Sort.NAME, false);
    }

    private static void create(Drafts drafts) {
        kontor.asSystem(() -> customers.register(drafts.draft()));
    }
}
