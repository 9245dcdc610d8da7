package org.kontor.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.access.UserDraft;
import org.kontor.access.Users;
import org.kontor.settings.CustomFieldDraft;
import org.kontor.settings.CustomFieldKind;
import org.kontor.settings.CustomFieldOwner;
import org.kontor.settings.CustomFieldValues;
import org.kontor.settings.CustomFieldView;
import org.kontor.settings.CustomFields;
import org.kontor.settings.SystemTableEntryDraft;
import org.kontor.settings.SystemTableEntryView;
import org.kontor.settings.SystemTables;
import org.kontor.settings.TagColour;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;
import org.kontor.shared.PageRequest;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;
import org.kontor.timeline.Timeline;
import org.kontor.timeline.TimelineEntry;

@OnPostgres
class CustomerMarksTest {

    private TestKontor kontor;
    private Customers customers;
    private CustomerMarks marks;
    private SystemTables tables;
    private CustomFields fields;

    @BeforeEach
    void start() {
        kontor = new TestKontor();
        customers = kontor.get(Customers.class);
        marks = kontor.get(CustomerMarks.class);
        tables = kontor.get(SystemTables.class);
        fields = kontor.get(CustomFields.class);
    }

    @AfterEach
    void stop() {
        kontor.close();
    }

    /** S1-22, S1-23, S1-24. */
    @Test
    void severalTagsWithTextAndColour() {
        long id = register(Drafts.business("Tagged")).id();
        kontor.asSystem(() -> marks.tag(id, "VIP", Optional.of(TagColour.VIOLET)));
        kontor.asSystem(() -> marks.tag(id, "Net 30", Optional.of(TagColour.TEAL)));

        List<TagView> tags = kontor.asSystem(() -> marks.tags(id));
        assertEquals(List.of("VIP", "Net 30"), tags.stream().map(TagView::name).toList());
        assertEquals(
                List.of(TagColour.VIOLET, TagColour.TEAL),
                tags.stream().map(TagView::colour).toList());
        assertEquals(List.of("VIP", "Net 30"), find(id).tags());
        assertEquals("VIP", history(id).get(0).changes().get("tags").before());
        assertEquals("VIP, Net 30", history(id).get(0).changes().get("tags").after());
    }

    /** S1-25. */
    @Test
    void aTagIsThereOnceAndCanBeRemoved() {
        CustomerView fresh = register(Drafts.business("Tagged"));
        TagView tag = kontor.asSystem(() -> marks.tag(fresh.id(), "VIP", Optional.empty()));
        CustomerView once = find(fresh.id());
        assertEquals(tag, kontor.asSystem(() -> marks.tag(fresh.id(), " vip ", Optional.of(TagColour.LIME))));
        assertEquals(once, find(fresh.id()));

        kontor.asSystem(() -> {
            marks.untag(fresh.id(), tag.id());
            return true;
        });
        assertEquals(List.of(), find(fresh.id()).tags());
        assertEquals(once.version() + 1, find(fresh.id()).version());
    }

    /** S1-23: two at once, none lost. */
    @Test
    void tagsThatComeAtOnceAllStay() {
        long id = register(Drafts.business("Busy")).id();
        List<CompletableFuture<TagView>> all = IntStream.range(0, 8)
                .mapToObj(n -> {
                    SystemTableEntryView tag = kontor.asSystem(() -> tables.tag("T" + n, Optional.empty()));
                    return CompletableFuture.supplyAsync(
                            () -> kontor.asSystem(() -> marks.tag(id, tag.name(), Optional.empty())));
                })
                .toList();
        all.forEach(CompletableFuture::join);
        assertEquals(8, find(id).tags().size());
    }

    @Test
    void aTagInUseIsNotDeletedAndARetiredOneCannotBePutOn() {
        long id = register(Drafts.business("Tagged")).id();
        TagView tag = kontor.asSystem(() -> marks.tag(id, "VIP", Optional.empty()));
        AppException inUse = refusal(() -> {
            tables.delete("tags", tag.id(), 1);
            return true;
        });
        assertEquals("IN_USE", inUse.code());
        assertTrue(String.valueOf(inUse.getMessage()).contains("1 record uses it"));
        kontor.asSystem(() -> tables.revise(
                "tags",
                tag.id(),
                1,
                new SystemTableEntryDraft("VIP", "VIP", Optional.empty(), Optional.of(false), Optional.empty())));

        CustomerView tagged = find(id);
        assertEquals(List.of("VIP"), tagged.tags());
        assertEquals(
                "New name",
                kontor.asSystem(() -> customers.revise(
                                id,
                                tagged.version(),
                                Drafts.business("New name").draft().withMarksOf(tagged.toDraft())))
                        .displayName());
        assertEquals(
                "RETIRED",
                refusal(() -> customers.register(
                                Drafts.business("Other").draft().withTags(List.of("vip"))))
                        .errors()
                        .get(0)
                        .code());
    }

    /** S3-43, S3-44, S3-46. */
    @Test
    void flagsHaveTypeNoteAuthorAndDate() {
        long id = register(Drafts.business("Flagged")).id();
        FlagView late = kontor.asSystem(() -> marks.flag(id, new FlagDraft("BEHAVIOR_LATE", "Twice in May")));
        FlagView other = kontor.asSystem(() -> marks.flag(id, new FlagDraft("payment: disputes often", "")));

        assertEquals("Behavior: Late", late.type());
        assertEquals("Behavior", late.category());
        assertEquals("Twice in May", late.note());
        assertEquals("system", late.createdBy());
        assertEquals(kontor.clock().instant(), late.createdAt());
        assertEquals(List.of(late, other), find(id).flags());
        assertEquals(late, kontor.asSystem(() -> marks.flag(id, new FlagDraft("Behavior: Late", "Twice in May"))));

        kontor.asSystem(() -> {
            marks.unflag(id, late.id());
            return true;
        });
        assertEquals(List.of(other), find(id).flags());
        assertTrue(history(id).get(0).changes().get("flags").before().contains("Twice in May"));
        assertEquals(
                "UNKNOWN_VALUE",
                refusal(() -> marks.flag(id, new FlagDraft("Behavior: Unheard of", "")))
                        .errors()
                        .get(0)
                        .code());
    }

    /** S4-15, S4-25, S4-26, S4-50, S4-51. */
    @Test
    void healthAndSwitchesAreSetAndToldInTheHistory() {
        CustomerView fresh = register(Drafts.business("Judged"));
        assertEquals(Optional.empty(), fresh.health());
        assertTrue(fresh.autoPayments());
        assertTrue(fresh.lateFees());

        kontor.asSystem(() -> marks.health(fresh.id(), Optional.of(CustomerHealth.AT_RISK)));
        kontor.asSystem(() -> marks.autoPayments(fresh.id(), false));
        CustomerView after = kontor.asSystem(() -> marks.lateFees(fresh.id(), false));

        assertEquals(Optional.of(CustomerHealth.AT_RISK), after.health());
        assertFalse(after.autoPayments());
        assertFalse(after.lateFees());
        assertEquals(
                "AT_RISK", history(fresh.id()).get(2).changes().get("health").after());
        assertEquals(
                "false",
                history(fresh.id()).get(1).changes().get("autoPayments").after());
    }

    /** S4-33, S4-63, S4-64. */
    @Test
    void ownersAreActiveUsersAndStayWhenTheyLeave() {
        user("anna");
        CustomerView fresh = register(Drafts.business("Owned"));
        Owners owners = Owners.NONE
                .with(Owners.Part.BILLING_OWNER, Optional.of("anna"))
                .with(Owners.Part.SALES_REP, Optional.of("anna"));
        CustomerView owned = kontor.asSystem(() -> marks.owners(fresh.id(), Owners.NONE, owners));
        assertEquals(owners, owned.owners());
        assertEquals(
                "anna",
                history(fresh.id()).get(0).changes().get("owners.billingOwner").after());
        assertEquals(List.of(owned.id()), found(CustomerQuery.Marked.ANY, Optional.of("anna")));

        assertEquals(
                List.of(Owners.Part.BILLING_OWNER, Owners.Part.SALES_REP),
                kontor.asSystem(() -> marks.inList(List.of(fresh.id()))).get(fresh.id()).owners().stream()
                        .map(RowMarks.Owner::part)
                        .toList(),
                "what the list shows");

        kontor.sql("update app_user set active = false where login = 'anna'");
        assertEquals(
                Optional.of(CustomerHealth.GOOD),
                kontor.asSystem(() -> marks.health(fresh.id(), Optional.of(CustomerHealth.GOOD)))
                        .health());
        FieldError error = refusal(
                        () -> marks.owners(fresh.id(), owners, owners.with(Owners.Part.MANAGER, Optional.of("anna"))))
                .errors()
                .get(0);
        assertEquals("owners.manager", error.field());
        assertEquals("USER_UNKNOWN", error.code());
    }

    /** S4-33, S4-66: who looks after a customer decides who sees it, so nobody undoes it unseen. */
    @Test
    void twoWhoChangeOwnersAtOnceLoseNothingAndHearOfTheOther() {
        user("anna");
        user("bela");
        long id = register(Drafts.business("Owned twice")).id();
        Owners anna = Owners.NONE.with(Owners.Part.BILLING_OWNER, Optional.of("anna"));
        Owners bela = Owners.NONE.with(Owners.Part.SALES_REP, Optional.of("bela"));
        kontor.asSystem(() -> marks.owners(id, Owners.NONE, anna));

        assertEquals(
                anna.with(Owners.Part.SALES_REP, Optional.of("bela")),
                kontor.asSystem(() -> marks.owners(id, Owners.NONE, bela)).owners(),
                "the part that was not changed is left alone");

        Owners mine = Owners.NONE.with(Owners.Part.BILLING_OWNER, Optional.of("bela"));
        AppException refused = refusal(() -> marks.owners(id, Owners.NONE, mine));
        assertEquals(ErrorKind.STALE, refused.kind());
        assertEquals("owners.billingOwner", refused.errors().get(0).field());
        assertTrue(refused.errors().get(0).message().contains("anna"));
        assertEquals(
                Optional.of("bela"),
                kontor.asSystem(() -> marks.owners(id, anna, mine)).owners().billingOwner());
    }

    /** S4-41. */
    @Test
    void customFieldsOfEachKindAreCheckedStoredAndFound() {
        field("region", CustomFieldKind.CHOICE, List.of("North", "South"), false);
        field("score", CustomFieldKind.NUMBER, List.of(), false);
        field("since", CustomFieldKind.DATE, List.of(), false);
        field("vip", CustomFieldKind.YES_NO, List.of(), false);
        kontor.asSystem(() -> fields.create(new CustomFieldDraft(
                CustomFieldOwner.CUSTOMER,
                "contract",
                "Contract",
                CustomFieldKind.TEXT,
                List.of(),
                false,
                true,
                Optional.empty(),
                Optional.empty())));

        CustomerView view = kontor.asSystem(() -> customers.register(Drafts.business("Custom")
                .draft()
                .withCustomFields(Map.of(
                        "region", text("north"),
                        "score", Optional.of(Json.createValue(new BigDecimal("12.50"))),
                        "since", text("2026-05-31"),
                        "vip", text("yes"),
                        "contract", text("ZX-81")))));

        assertEquals(Json.createValue("North"), view.customFields().get("region"));
        assertEquals(
                Json.createValue(new BigDecimal("12.5")), view.customFields().get("score"));
        assertEquals(JsonValue.TRUE, view.customFields().get("vip"));
        assertEquals(view, find(view.id()));
        assertEquals(List.of(view.id()), found(custom("region", "NORTH"), Optional.empty()));
        assertEquals(List.of(), found(custom("region", "South"), Optional.empty()));
        assertEquals(
                List.of("Custom"),
                kontor.asSystem(() -> customers.suggest("zx-81", 5)).stream()
                        .map(CustomerRow::displayName)
                        .toList());

        AppException refusal = refusal(() -> customers.revise(
                view.id(),
                view.version(),
                view.toDraft()
                        .withCustomFields(Map.of(
                                "region", text("East"),
                                "score", text("many"),
                                "since", text("31.5.2026"),
                                "vip", text("perhaps"),
                                "bogus", text("x")))));
        assertEquals(
                Set.of(
                        "customFields.region",
                        "customFields.score",
                        "customFields.since",
                        "customFields.vip",
                        "customFields.bogus"),
                Set.copyOf(refusal.errors().stream().map(FieldError::field).toList()));
        assertEquals(view, find(view.id()));
    }

    /** S4-41: required at creation, and not to be emptied afterwards. */
    @Test
    void aRequiredCustomFieldIsAskedForAndKept() {
        CustomerView old = register(Drafts.business("Before the field"));
        CustomFieldView region = field("region", CustomFieldKind.CHOICE, List.of("North", "South"), true);
        assertEquals(
                "REQUIRED",
                refusal(() -> customers.register(Drafts.business("Without").draft()))
                        .errors()
                        .get(0)
                        .code());
        assertEquals(
                "Renamed",
                kontor.asSystem(() -> customers.revise(
                                old.id(),
                                old.version(),
                                Drafts.business("Renamed").draft()))
                        .displayName());
        CustomerView filled = kontor.asSystem(() ->
                customers.register(Drafts.business("With").draft().withCustomFields(Map.of("region", text("South")))));
        assertEquals(
                "customFields.region",
                refusal(() -> customers.revise(
                                filled.id(), filled.version(), filled.toDraft().withCustomFields(Map.of())))
                        .errors()
                        .get(0)
                        .field());
        AppException inUse = refusal(() -> {
            fields.delete(region.id(), region.version());
            return true;
        });
        assertEquals("IN_USE", inUse.code());
    }

    /** S4-41: a retired field keeps its values. */
    @Test
    void aRetiredCustomFieldKeepsItsValues() {
        CustomFieldView region = field("region", CustomFieldKind.CHOICE, List.of("North", "South"), false);
        CustomerView view = kontor.asSystem(() ->
                customers.register(Drafts.business("With").draft().withCustomFields(Map.of("region", text("South")))));
        kontor.asSystem(() -> fields.revise(
                region.id(),
                region.version(),
                new CustomFieldDraft(
                        CustomFieldOwner.CUSTOMER,
                        "region",
                        "Region",
                        CustomFieldKind.CHOICE,
                        List.of("North"),
                        false,
                        false,
                        Optional.empty(),
                        Optional.of(false))));
        CustomerView renamed = kontor.asSystem(() -> customers.revise(
                view.id(), view.version(), Drafts.business("Other").draft().withMarksOf(view.toDraft())));
        assertEquals(Json.createValue("South"), renamed.customFields().get("region"));
        assertEquals(
                "RETIRED",
                refusal(() -> customers.revise(
                                view.id(),
                                renamed.version(),
                                renamed.toDraft().withCustomFields(Map.of("region", text("North")))))
                        .errors()
                        .get(0)
                        .code());
    }

    @Test
    void theListIsNarrowedByMarks() {
        long one = register(Drafts.business("Alpha")).id();
        long two = register(Drafts.business("Beta")).id();
        kontor.asSystem(() -> marks.tag(one, "VIP", Optional.empty()));
        kontor.asSystem(() -> marks.tag(two, "Net 30", Optional.empty()));
        kontor.asSystem(() -> marks.flag(two, new FlagDraft("Behavior: Late", "")));
        kontor.asSystem(() -> marks.health(two, Optional.of(CustomerHealth.CRITICAL)));

        assertEquals(List.of(one), found(tags("vip"), Optional.empty()));
        assertEquals(List.of(one, two), found(tags("vip", "NET 30"), Optional.empty()));
        assertEquals(
                List.of(two),
                found(
                        new CustomerQuery.Marked(
                                Set.of(), Set.of("behavior: late"), Set.of(), Optional.empty(), Map.of()),
                        Optional.empty()));
        assertEquals(
                List.of(two),
                found(
                        new CustomerQuery.Marked(
                                Set.of(), Set.of(), Set.of(CustomerHealth.CRITICAL), Optional.empty(), Map.of()),
                        Optional.empty()));
        CustomerQuery search = new CustomerQuery(
                        "beta",
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(false),
                        CustomerQuery.Sort.NAME,
                        false)
                .with(tags("net 30"));
        assertEquals(1, kontor.asSystem(() -> customers.rows(search, 0, 10)).size());
        assertEquals(0, kontor.asSystem(() -> customers.count(search.with(tags("vip")), 10)));
    }

    /** S4-37, S4-38, X-37. */
    @Test
    void anArchivedCustomerIsHiddenAndComesBackWithItsStatus() {
        CustomerView view = register(Drafts.business("Hidden"));
        CustomerView hidden = kontor.asSystem(() -> marks.archive(view.id(), true));
        assertTrue(hidden.archived());
        assertEquals(view.status(), hidden.status());
        assertEquals(0, kontor.asSystem(() -> customers.count(CustomerQuery.all(), 10)));
        assertEquals("customer.archived", history(view.id()).get(0).kind());
        assertEquals(hidden, kontor.asSystem(() -> marks.archive(view.id(), true)));
        assertFalse(kontor.asSystem(() -> marks.archive(view.id(), false)).archived());
        assertEquals("customer.restored", history(view.id()).get(0).kind());
    }

    /** What an import brings: the same marks, in bulk, with what is wrong told beforehand. */
    @Test
    void marksComeInBulkAndWhatIsWrongIsToldBefore() {
        field("region", CustomFieldKind.CHOICE, List.of("North", "South"), true);
        CustomerRules.Checked good = CustomerRules.check(Drafts.business("Bulk")
                .draft()
                .withTags(List.of("Imported"))
                .withCustomFields(Map.of("region", CustomFieldValues.ofText(" south "))));
        CustomerRules.Checked bad = CustomerRules.check(
                Drafts.business("Bad").draft().withCustomFields(Map.of("region", CustomFieldValues.ofText("East"))));
        CustomerRules.Checked bare = CustomerRules.check(Drafts.business("Bare").draft());
        kontor.asSystem(() -> {
            MarkResolver.Session session = kontor.get(MarkResolver.class).open();
            assertEquals(List.of(), session.problems(good));
            assertEquals(List.of(), session.problems(bare));
            assertEquals("customFields.region", session.problems(bad).get(0).field());
            return true;
        });
        List<Long> ids = kontor.asSystem(() -> kontor.get(CustomerBulk.class).create(List.of(good, bare), 7));
        CustomerView view = find(ids.get(0));
        assertEquals(List.of("Imported"), view.tags());
        assertEquals(Json.createValue("South"), view.customFields().get("region"));
        assertEquals(
                ErrorKind.INVALID,
                refusal(() -> kontor.get(CustomerBulk.class).create(List.of(bad), 7))
                        .kind());
    }

    private CustomFieldView field(String key, CustomFieldKind kind, List<String> choices, boolean required) {
        return kontor.asSystem(() -> fields.create(new CustomFieldDraft(
                CustomFieldOwner.CUSTOMER,
                key,
                key.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + key.substring(1),
                kind,
                choices,
                required,
                false,
                Optional.empty(),
                Optional.empty())));
    }

    private void user(String login) {
        kontor.asSystem(() -> kontor.get(Users.class)
                .create(new UserDraft(login, "Anna Berg", "", Optional.of(true), List.of(), Optional.empty())));
    }

    private static CustomerQuery.Marked tags(String... tags) {
        return new CustomerQuery.Marked(Set.of(tags), Set.of(), Set.of(), Optional.empty(), Map.of());
    }

    private static CustomerQuery.Marked custom(String key, String value) {
        return new CustomerQuery.Marked(Set.of(), Set.of(), Set.of(), Optional.empty(), Map.of(key, value));
    }

    private List<Long> found(CustomerQuery.Marked marked, Optional<String> owner) {
        CustomerQuery.Marked all =
                owner.isEmpty() ? marked : new CustomerQuery.Marked(Set.of(), Set.of(), Set.of(), owner, Map.of());
        return kontor
                .asSystem(() -> customers.list(CustomerQuery.all().with(all), PageRequest.first()))
                .items()
                .stream()
                .map(CustomerRow::id)
                .toList();
    }

    private static Optional<JsonValue> text(String value) {
        return Optional.of(Json.createValue(value));
    }

    private CustomerView register(Drafts draft) {
        return kontor.asSystem(() -> customers.register(draft.draft()));
    }

    private CustomerView find(long id) {
        return kontor.asSystem(() -> customers.find(id)).orElseThrow();
    }

    private List<TimelineEntry> history(long id) {
        return kontor.asSystem(() -> kontor.get(Timeline.class).ofCustomer(id, Set.of(), PageRequest.first()))
                .items();
    }

    private AppException refusal(Callable<?> work) {
        return assertThrows(AppException.class, () -> kontor.asSystem(work));
    }
}
