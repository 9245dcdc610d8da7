package org.kontor.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.access.Caller;
import org.kontor.access.RowScope;
import org.kontor.contact.ContactDraft;
import org.kontor.contact.ContactView;
import org.kontor.contact.Contacts;
import org.kontor.contact.FormerContacts;
import org.kontor.customer.Address;
import org.kontor.customer.CustomerLookup;
import org.kontor.customer.CustomerView;
import org.kontor.customer.Customers;
import org.kontor.customer.Drafts;
import org.kontor.customer.FlagDraft;
import org.kontor.customer.FlagView;
import org.kontor.customer.FormerCustomers;
import org.kontor.customer.PhoneType;
import org.kontor.document.StatementQuery;
import org.kontor.document.Statements;
import org.kontor.medical.MedicalAnswer;
import org.kontor.medical.MedicalConditionDraft;
import org.kontor.medical.MedicalConditions;
import org.kontor.medical.MedicalIntake;
import org.kontor.note.Notes;
import org.kontor.receivable.AllocationPolicy;
import org.kontor.receivable.InvoiceView;
import org.kontor.receivable.LedgerDesk;
import org.kontor.receivable.PaymentView;
import org.kontor.settings.CompanySettings;
import org.kontor.settings.SettingsDraft;
import org.kontor.shared.AppException;
import org.kontor.shared.PageRequest;
import org.kontor.shared.Sql;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

/** Several customers become one. */
@OnPostgres
class MergeTest {

    private final TestKontor kontor = new TestKontor();
    private final Customers customers = kontor.get(Customers.class);
    private final Contacts contacts = kontor.get(Contacts.class);
    private final Merges merges = kontor.get(Merges.class);

    @AfterEach
    void close() {
        kontor.close();
    }

    private long make(Drafts draft) {
        kontor.clock().advance(Duration.ofMinutes(1));
        return kontor.asSystem(() -> customers.register(draft.draft()).id());
    }

    private CustomerView see(long id) {
        return kontor.asSystem(() -> customers.find(id).orElseThrow());
    }

    /** Somebody enters one field; whichever way in it is, the database notes when. */
    private void enter(long id, String column, String value) {
        kontor.clock().advance(Duration.ofMinutes(1));
        kontor.sql("update customer set " + column + " = '" + value + "', updated_at = '"
                + kontor.clock().instant() + "' where id = " + id);
    }

    private MergeView merge(long target, Long... sources) {
        return kontor.asSystem(() -> merges.merge(new MergeDraft(target, List.of(sources))));
    }

    private MergePreview preview(long target, Long... sources) {
        return kontor.asSystem(() -> merges.preview(new MergeDraft(target, List.of(sources))));
    }

    private static MergeField field(List<MergeField> fields, String name) {
        return fields.stream().filter(f -> f.field().equals(name)).findFirst().orElseThrow();
    }

    private static MergedRows rows(List<MergedRows> rows, String noun) {
        return rows.stream().filter(r -> r.noun().equals(noun)).findFirst().orElseThrow();
    }

    private static String refusal(Runnable work) {
        return assertThrows(AppException.class, work::run).code();
    }

    /** What the target has stays (S3-63), gaps are filled (S3-61, S4-112), and the merged records go (S3-55, S4-31, S4-109, S4-111). */
    @Test
    void gapsAreFilledAndNothingIsOverwritten() {
        long target = make(Drafts.person("Ada", "Byron"));
        long source = make(Drafts.person("Augusta", "Byron")
                .born(LocalDate.of(1915, 12, 10))
                .country("GB")
                .accountNumber("7"));

        MergeView merge = merge(target, source);

        CustomerView one = see(target);
        assertEquals("Ada", one.firstName());
        assertEquals(Optional.of(LocalDate.of(1915, 12, 10)), one.birthdate());
        assertEquals("1 Main St", one.address().line1());
        assertEquals("7", one.accountNumber());
        assertEquals(Optional.empty(), kontor.asSystem(() -> customers.find(source)));
        MergeField name = field(merge.fields(), "firstName");
        assertEquals(MergeField.Origin.TARGET, name.origin());
        assertEquals(List.of("Augusta"), name.notTaken());
        assertEquals(Optional.of(source), field(merge.fields(), "birthdate").sourceId());
    }

    /** Of several sources the value that was entered last is taken, whenever its record was made (S3-62, S3-64, X-16). */
    @Test
    void theValueThatWasEnteredLastWins() {
        long target = make(Drafts.person("Ada", "Byron"));
        long first = make(Drafts.person("Ada", "Byron"));
        long second = make(Drafts.person("Ada", "Byron").website("https://second.example"));
        enter(first, "website", "https://first.example");
        enter(first, "occupation", "poet");
        enter(second, "occupation", "countess");
        // A later change of another field does not make the rest newer.
        enter(second, "gender", "f");

        merge(target, first, second);

        assertEquals("https://first.example", see(target).website());
        assertEquals("countess", see(target).occupation());
    }

    /** Of two that were entered at the same time, that of the lower id is taken; a value keeps its time through merges. */
    @Test
    void aValueKeepsTheTimeAtWhichItWasEntered() {
        long old = make(Drafts.person("Ada", "Byron").website("https://old.example"));
        long middle = make(Drafts.person("Ada", "Byron").website("https://middle.example"));
        long empty = make(Drafts.person("Ada", "Byron"));
        long target = make(Drafts.person("Ada", "Byron"));
        merge(empty, old);

        merge(target, empty, middle);

        assertEquals("https://middle.example", see(target).website());
    }

    /** Of two that were entered at the same time, that of the lower id is taken, in whatever order they are named. */
    @Test
    void ofTwoOfTheSameTimeTheLowerIdWins() {
        long lower = make(Drafts.person("Ada", "Byron"));
        long higher = make(Drafts.person("Ada", "Byron"));
        long target = make(Drafts.person("Ada", "Byron"));
        kontor.clock().advance(Duration.ofMinutes(1));
        kontor.sql("update customer set website = 'https://' || case when id = " + lower
                + " then 'lower' else 'higher' end || '.example', updated_at = '"
                + kontor.clock().instant() + "' where id <> " + target);

        merge(target, higher, lower);

        assertEquals("https://lower.example", see(target).website());
    }

    /** E-mail addresses, phones, external ids, tags, flags and conditions are united (S3-65). */
    @Test
    void whatIsManyIsUnited() {
        long target =
                make(Drafts.person("Ada", "Byron").emails("ada@example.org").externalId("crm", "id", "1"));
        long source = make(Drafts.person("Ada", "Byron")
                .emails("ADA@example.org", "b@example.org")
                .phone(PhoneType.HOME, "+493012345")
                .externalId("crm", "id", "2"));
        kontor.asSystem(() -> customers.mark(target, draft -> draft.withTags(List.of("vip"))));
        kontor.asSystem(() -> customers.mark(source, draft -> draft.withTags(List.of("VIP", "new"))));
        List<String> types = kontor.asSystem(() -> Sql.many(
                kontor.dataSource(),
                "select name from system_table_entry where table_name = 'FLAG_TYPES' order by id limit 2",
                Sql.of(),
                row -> row.getString(1)));
        FlagDraft one = new FlagDraft(types.get(0), "late");
        FlagDraft other = new FlagDraft(types.get(1), "VIP");
        kontor.asSystem(() -> customers.mark(target, draft -> draft.withFlags(List.of(one))));
        kontor.asSystem(() -> customers.mark(source, draft -> draft.withFlags(List.of(one, other))));
        answer(target, MedicalAnswer.NO);
        answer(source, MedicalAnswer.YES);

        MergeView merge = merge(target, source);

        CustomerView united = see(target);
        assertEquals(List.of("ada@example.org", "b@example.org"), united.emails());
        assertEquals(1, united.phones().size());
        assertEquals(2, united.externalIds().size());
        assertEquals(Set.of("vip", "new"), Set.copyOf(united.tags()));
        assertEquals(
                Set.of(one, other),
                united.flags().stream().map(FlagView::toDraft).collect(Collectors.toSet()),
                "flags are united");
        assertEquals(1, rows(merge.rows(), "email").united());
        assertEquals(
                List.of(Optional.of(MedicalAnswer.YES)),
                kontor.asSystem(() -> kontor.get(MedicalConditions.class).ofCustomer(target)).stream()
                        .map(each -> each.answer())
                        .toList());
        assertEquals(
                target,
                kontor.asSystem(() -> customers.findByExternalId("crm", "2"))
                        .orElseThrow()
                        .id());
    }

    private void answer(long customer, MedicalAnswer answer) {
        kontor.asSystem(() -> {
            kontor.get(MedicalIntake.class)
                    .add(customer, List.of(new MedicalConditionDraft("Diabetes", Optional.of(answer), "")));
            return 0;
        });
    }

    /** Contacts with the same e-mail become one; who has not agreed to SMS does not agree afterwards (S4-115, X-32). */
    @Test
    void contactsUniteByEmailAndOptOutsWin() {
        long target = make(Drafts.business("Acme"));
        long source = make(Drafts.business("ACME Inc"));
        ContactView stays = contact(target, "Bo@Example.org", "", true);
        ContactView goes = contact(source, "bo@example.org", "Head", false);
        ContactView other = contact(source, "", "", true);
        kontor.sql(
                "insert into ticket (version, created_at, created_by, updated_at, updated_by, customer_id, subject, text, status,"
                        + " contact_id, phone, email, assignee, opened_at, source, source_id, sentiment, sentiment_model) values (1, now(),"
                        + " 'x', now(), 'x', " + source + ", 's', '', 'OPEN', " + goes.id()
                        + ", '', '', '', now(), '', '', 0.5, 1)");

        MergeView merge = merge(target, source);

        Map<Long, ContactView> after = kontor.asSystem(() -> contacts.ofCustomer(target)).stream()
                .collect(Collectors.toMap(ContactView::id, each -> each));
        assertEquals(Set.of(stays.id(), other.id()), after.keySet());
        assertFalse(after.get(stays.id()).smsOptIn());
        assertEquals("Head", after.get(stays.id()).title());
        assertTrue(after.get(other.id()).smsOptIn());
        assertEquals(Long.toString(stays.id()), kontor.sql("select contact_id from ticket"));
        assertEquals(1, rows(merge.rows(), "contact").united());
        assertEquals(
                "f",
                kontor.sql(
                        "select opted_in from contact_consent where contact_id = " + stays.id() + " order by id desc"));
        FormerContacts former = kontor.get(FormerContacts.class);
        assertEquals(Optional.of(stays.id()), kontor.asSystem(() -> former.now(goes.id())));
        Caller limited = new Caller(99, "lim", Set.of("read:customer"), RowScope.OWN);
        assertEquals(Optional.empty(), kontor.as(limited, () -> former.now(goes.id())));

        kontor.asSystem(() -> merges.undo(merge.id(), false));
        assertEquals(Optional.empty(), kontor.asSystem(() -> former.now(goes.id())));
    }

    private ContactView contact(long customer, String email, String title, boolean sms) {
        return kontor.asSystem(() -> contacts.add(
                customer,
                new ContactDraft(
                        "Bo",
                        "Li",
                        title,
                        email,
                        "",
                        "+4915112345678",
                        sms,
                        Optional.empty(),
                        "",
                        "",
                        Address.NONE,
                        Optional.empty(),
                        false,
                        Map.of())));
    }

    /**
     * Services, notes and files: as many as before, and the same ones (S3-57, S3-58, S3-59, S4-116, S4-122). Nobody is told of a
     * customer who came into being (S3-72).
     */
    @Test
    void whatBelongsToThemIsConservedAndNothingIsCreated() {
        Households made = new Households(kontor, 1);
        long target = made.person(1);
        long source = made.person(2);
        made.plant();
        String created = kontor.sql("select count(*) from timeline_entry where kind = 'customer.created'");

        MergeView merge = merge(target, source);
        kontor.asSystem(() -> merges.undo(merge.id(), false));

        for (String noun : List.of("telephone-service", "note", "attachment")) {
            MergedRows rows = rows(merge.rows(), noun);
            assertTrue(rows.ofTarget() > 0 && rows.ofSources() > 0, noun);
            assertEquals(rows.ofTarget() + rows.ofSources(), rows.after(), noun);
            assertEquals(rows.checksumBefore(), rows.checksumAfter(), noun);
        }
        assertEquals(created, kontor.sql("select count(*) from timeline_entry where kind = 'customer.created'"));
    }

    /** Documents and money: sums by currency, and documents keep what they were issued with (S4-110, S4-118, S4-124, S4-125). */
    @Test
    void moneyIsConserved() {
        LedgerDesk desk = new LedgerDesk(kontor);
        long target = make(Drafts.business("Acme"));
        long source = make(Drafts.business("Acme Two"));
        desk.invoice(target, "2026-11-01", "100.00");
        InvoiceView invoice = desk.invoice(source, "2026-11-02", "40.00");
        PaymentView payment = desk.pay(source, "2026-11-03", "15.00", AllocationPolicy.OLDEST_DUE_FIRST);
        desk.creditMemo(source, "2026-11-04", "6.00");
        desk.writeOff(invoice, "4.00");
        desk.refund(payment.id(), "5.00");
        String owed = owed(target, source);

        MergeView merge = merge(target, source);

        assertEquals(
                List.of(new MergedRows.Sum("USD", owed, owed)),
                rows(merge.rows(), "open-item").sums());
        assertEquals(owed, owed(target));
        assertEquals(3, rows(merge.rows(), "invoice").after());
        for (String table : List.of(
                "payment p on p.id = o.id", "refund p on p.item_id = o.id", "write_off p on p.item_id = o.id")) {
            assertEquals(
                    "1",
                    kontor.sql("select count(*) from open_item o join " + table + " where o.customer_id = " + target),
                    table);
        }
        assertEquals(
                new BigDecimal(owed).setScale(2),
                kontor.asSystem(() -> kontor.get(Statements.class).view(target, StatementQuery.open()))
                        .sections()
                        .get(0)
                        .balance(),
                "the statement has what both had");
        assertTrue(desk.proof().holds());
        assertEquals(
                invoice.number() + " true",
                kontor.sql(
                        "select number || ' ' || (bill_to like '%Acme Two%') from invoice where id = " + invoice.id()));
    }

    private String owed(Long... customers) {
        return kontor.sql("select sum(amount) from item_movement where customer_id in ("
                + Stream.of(customers).map(String::valueOf).collect(Collectors.joining(",")) + ")");
    }

    /** A preview is the merge itself, taken back (S4-108): it says the same and leaves nothing. */
    @Test
    void aPreviewLeavesNothing() {
        Households made = new Households(kontor, 1);
        long target = made.person(1);
        long source = made.person(2);
        made.plant();
        var before = made.hashes();
        String history = kontor.sql("select count(*) from timeline_entry");

        MergePreview preview = preview(target, source);

        assertEquals(before, made.hashes());
        assertEquals(history, kontor.sql("select count(*) from timeline_entry"));
        assertEquals("0", kontor.sql("select count(*) from customer_merge"));
        MergeView merge = merge(target, source);
        assertEquals(preview.fields(), merge.fields());
        assertEquals(
                preview.rows().stream().map(MergedRows::noun).toList(),
                merge.rows().stream().map(MergedRows::noun).toList());
        assertEquals(List.of(), preview.blockers());
    }

    /** What cannot become one says why: neither with itself nor with its own parent (S4-32, S4-127). */
    @Test
    void blockersNameTheCure() {
        long parent = make(Drafts.business("Group").parent());
        long child = make(Drafts.business("Branch").childOf(parent));
        long other = make(Drafts.business("Other").currency("EUR"));
        long plain = make(Drafts.business("Plain"));

        assertEquals(
                List.of("OTHER_CURRENCY"),
                preview(plain, other).blockers().stream()
                        .map(MergeBlocker::code)
                        .toList());
        kontor.sql("insert into company_entity select (jsonb_populate_record(null::company_entity, to_jsonb(e) ||"
                + " '{\"id\": 77, \"name\": \"Abroad Inc\", \"is_default\": false}')).* from company_entity e limit 1");
        long abroad = make(Drafts.business("Abroad"));
        kontor.sql("update customer set entity_id = 77 where id = " + abroad);
        MergeBlocker entity = preview(plain, abroad).blockers().get(0);
        assertEquals("OTHER_ENTITY", entity.code());
        assertTrue(entity.message().contains("Abroad Inc"), entity.message());
        assertEquals("OTHER_ENTITY", refusal(() -> merge(plain, abroad)));
        assertEquals("Abroad", see(abroad).displayName());
        assertEquals("OWN_PARENT", refusal(() -> merge(parent, child)));
        assertEquals("OWN_PARENT", refusal(() -> merge(child, parent)));
        assertEquals("CHILD_OF_CHILD", refusal(() -> {
            long top = make(Drafts.business("Top").parent());
            long below = make(Drafts.business("Below").childOf(top));
            merge(below, parent);
        }));
        assertEquals("VALIDATION", refusal(() -> merge(plain, plain)));
        assertEquals("VALIDATION", refusal(() -> merge(plain)));
        assertEquals("CUSTOMER_NOT_FOUND", refusal(() -> merge(plain, 9_999L)));
        assertEquals("Plain", see(plain).displayName());
    }

    /** Child accounts follow; who gets them is a parent from then on. */
    @Test
    void childAccountsFollow() {
        long parent = make(Drafts.business("Group").parent());
        long child = make(Drafts.business("Branch").childOf(parent));
        long target = make(Drafts.business("Holding"));

        merge(target, parent);

        assertEquals(Optional.of(target), see(child).parentId());
        assertEquals("PARENT", see(target).accountType().name());
    }

    /** The former id leads to the customer that stayed, also over several merges, and so does its account number (S4-126). */
    @Test
    void formerIdsLeadToTheOneThatStayed() {
        long first = make(Drafts.business("First").accountNumber("F-1"));
        long second = make(Drafts.business("Second").accountNumber("S-1"));
        long third = make(Drafts.business("Third"));
        MergeView one = merge(second, first);
        MergeView two = merge(third, second);

        FormerCustomers former = kontor.get(FormerCustomers.class);
        assertEquals(Optional.of(third), kontor.asSystem(() -> former.now(first)));
        assertEquals(Optional.of(third), kontor.asSystem(() -> former.now(second)));
        assertEquals(
                Map.of("F-1", List.of(third)),
                kontor.asSystem(() -> kontor.get(CustomerLookup.class).byAccountNumber(1, List.of("F-1"))));
        assertEquals("ALREADY_MERGED", refusal(() -> merge(third, first)));
        assertEquals("UNDO_LATER_FIRST", refusal(() -> kontor.asSystem(() -> merges.undo(one.id(), false))));
        kontor.asSystem(() -> merges.undo(two.id(), false));
        assertEquals(Optional.of(second), kontor.asSystem(() -> former.now(first)));
        assertEquals(Optional.empty(), kontor.asSystem(() -> former.now(second)));
    }

    /** Where merges are final, nothing is kept of those that go (S4-107, X-30). */
    @Test
    void finalMergesKeepNothing() {
        kontor.asSystem(() -> {
            CompanySettings settings = kontor.get(CompanySettings.class);
            return settings.revise(
                    settings.show().version(),
                    new SettingsDraft(Map.of("mergesAreFinal", Optional.of(jakarta.json.JsonValue.TRUE))));
        });
        Households made = new Households(kontor, 2);
        long target = made.person(1);
        long source = made.person(2);
        made.plant();

        assertFalse(preview(target, source).reversible());
        MergeView merge = merge(target, source);

        assertFalse(merge.reversible());
        assertEquals("MERGE_FINAL", refusal(() -> kontor.asSystem(() -> merges.undo(merge.id(), true))));
        for (String table : List.of("merge_move", "merge_row", "merge_reference", "medical_set_aside")) {
            assertEquals("0", kontor.sql("select count(*) from " + table), table);
        }
    }

    /** Both histories tell of it, and go on as one; webhooks are told. */
    @Test
    void historiesGoOnAsOne() {
        long target = make(Drafts.business("Acme"));
        long source = make(Drafts.business("Acme Two"));
        kontor.asSystem(() -> kontor.get(Notes.class).add(source, "called", false));

        MergeView merge = merge(target, source);

        assertEquals(
                "customer.merged,customer.replaced",
                kontor.sql(
                        "select string_agg(kind, ',' order by kind) from timeline_entry where details ->> 'mergeId' = '"
                                + merge.id()
                                + "' and kind in ('customer.merged', 'customer.replaced') and customer_id = "
                                + target));
        assertEquals(
                List.of(merge.id()),
                kontor
                        .asSystem(() -> merges.list(Optional.of(target), new PageRequest(10, Optional.empty())))
                        .items()
                        .stream()
                        .map(MergeView::id)
                        .toList());
    }
}
