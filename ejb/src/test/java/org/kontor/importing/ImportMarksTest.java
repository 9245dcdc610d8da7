package org.kontor.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.access.Caller;
import org.kontor.access.Permission;
import org.kontor.customer.CustomerBulk;
import org.kontor.customer.CustomerExport;
import org.kontor.customer.CustomerQuery;
import org.kontor.customer.CustomerView;
import org.kontor.customer.Customers;
import org.kontor.customer.FlagDraft;
import org.kontor.customer.Owners;
import org.kontor.settings.CustomFieldDraft;
import org.kontor.settings.CustomFieldKind;
import org.kontor.settings.CustomFieldOwner;
import org.kontor.settings.CustomFieldValues;
import org.kontor.settings.CustomFields;
import org.kontor.testing.OnPostgres;

/** Tags, owners and custom values that files bring, and that the export gives out (S1-22 to S1-25, S3-34, S4-33, S4-41). */
@OnPostgres
class ImportMarksTest {

    private static final String TAGGED = """
            First,Last,Number,Tags
            Anna,Berg,1,VIP;Newsletter;vip
            Bo,Dahl,2,newsletter
            Cleo,Falk,3,
            """;

    private final ImportBench bench = new ImportBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void tagsComeInEachOnceAndADryRunSaysWhichAreNewS122S125() {
        ImportView dry = bench.run(TAGGED, OnDuplicate.SKIP, true, 1);
        assertEquals(List.of("VIP", "Newsletter"), dry.newTags());
        assertEquals("0", bench.kontor.sql("select count(*) from system_table_entry where table_name = 'TAGS'"));

        ImportView done = bench.run(TAGGED, OnDuplicate.SKIP, false, 1);
        assertEquals(dry.newTags(), done.newTags());
        assertEquals("Newsletter VIP, Newsletter, ", tags());
    }

    @Test
    void anUpdateAddsTagsAndUndoTakesThemOffAgain() {
        bench.run("First,Last,Number,Tags\nAnna,Berg,1,Old\n", OnDuplicate.SKIP, false);
        String before = tags();
        long id = bench.run(TAGGED, OnDuplicate.UPDATE, false, 2).id();
        assertEquals("Newsletter Old VIP, Newsletter, ", tags());

        bench.kontor.as(
                ImportBench.ANNA, () -> bench.kontor.get(ImportFollowUp.class).undo(id));
        bench.workUndo(id, Integer.MAX_VALUE);
        assertEquals(before, tags());
        assertEquals(1, bench.count("customer"));
        assertEquals(UndoView.State.DONE, bench.find(id).undo().orElseThrow().state());
    }

    @Test
    void aTagThatCannotBeUsedIsLeftOutWithANoteAndTheCustomerComesInS125() {
        bench.kontor.sql("insert into system_table_entry (table_name, code, name, position, active)"
                + " values ('TAGS', 'GONE', 'Gone', 1, false)");
        String file = "First,Last,Number,Tags\nAnna,Berg,1,gone;" + "x".repeat(101) + ";Kept\n";
        for (boolean dry : List.of(true, false)) {
            ImportView view = bench.run(file, OnDuplicate.SKIP, dry);
            assertEquals(1, view.created(), view.toString());
            assertEquals(
                    Set.of("TAG_RETIRED", "TAG_LEFT_OUT"),
                    view.problems().stream().map(ImportProblem::code).collect(Collectors.toSet()));
        }
        assertEquals("Kept", tags());
    }

    @Test
    void whoMayOnlyImportUsesTagsThatThereAreAndMakesNone() {
        bench.kontor.sql("insert into system_table_entry (table_name, code, name, position)"
                + " values ('TAGS', 'VIP', 'VIP', 1)");
        bench.starter = new Caller(8, "bo", Set.of(Permission.IMPORT_CUSTOMER.wireName()));
        ImportView view = bench.run(TAGGED, OnDuplicate.SKIP, false);
        assertEquals(3, view.created(), view.failure());
        assertEquals("VIP, , ", tags());
        assertEquals(List.of(), view.newTags());
        assertEquals("TAG_UNKNOWN", view.problems().get(0).code());
    }

    /** S3-34. */
    @Test
    void whatTheExportTellsOfMarksComesInAgainAndFlagsNeedThePermissionToRead() {
        bench.kontor.sql(
                "insert into app_user (id, version, created_at, created_by, updated_at, updated_by, login, display_name,"
                        + " email, password_hash, must_change_password, active, credential_stamp) values (77, 1, now(), 'x', now(), 'x', 'eva', 'Eva', '', '', false, true, 0)");
        bench.kontor.asSystem(() -> bench.kontor
                .get(CustomFields.class)
                .create(new CustomFieldDraft(
                        CustomFieldOwner.CUSTOMER,
                        "score",
                        "Score",
                        CustomFieldKind.NUMBER,
                        List.of(),
                        false,
                        true,
                        Optional.empty(),
                        Optional.empty())));
        bench.run("First,Last,Number,Tags\nAnna,Berg,1,=VIP;a:b\n", OnDuplicate.SKIP, false);
        CustomerView anna = first();
        bench.kontor.asSystem(() -> bench.kontor
                .get(Customers.class)
                .revise(
                        anna.id(),
                        anna.version(),
                        anna.toDraft()
                                .withOwners(Owners.NONE.with(Owners.Part.SALES_REP, Optional.of("eva")))
                                .withFlags(List.of(new FlagDraft(flagType(), "late; twice")))
                                .withCustomFields(Map.of("score", CustomFieldValues.ofText("7.5")))));
        String file = export(Permission.EXPORT_CUSTOMER, Permission.READ_CUSTOMER);
        assertTrue(
                file.lines()
                        .findFirst()
                        .orElseThrow()
                        .endsWith(
                                "UpdatedAt,Tags,Flags,Health,BillingOwner,AccountManager,SalesRep,Manager,CustomField:score"),
                file);
        assertTrue(
                file.contains(",'=VIP; a%3Ab," + flagType().replace(":", "%3A") + ":late%3B twice,,,,eva,,7.5"), file);
        assertFalse(export(Permission.EXPORT_CUSTOMER).contains("Flags"));

        bench.kontor.asSystem(() -> {
            CustomerBulk bulk = bench.kontor.get(CustomerBulk.class);
            bulk.lock(List.of(anna.id()));
            bulk.remove(List.of(anna.id()), Map.of());
            return 0;
        });
        bench.kontor.sql("delete from import_row_key");
        ImportView back = bench.run(file, OnDuplicate.SKIP, false);
        assertEquals(1, back.created(), back.toString());
        assertEquals(List.of("KontorId", "Archived", "CreatedAt", "UpdatedAt"), back.ignoredColumns());
        CustomerView again = first();
        assertEquals(anna.tags(), again.tags());
        assertEquals(
                List.of(new FlagDraft(flagType(), "late; twice")),
                again.toDraft().flags());
        assertEquals(Optional.of("eva"), again.owners().salesRep());
        assertEquals("7.5", CustomFieldValues.text(again.customFields().get("score")));
    }

    @Test
    void anOwnerOrAValueThatIsWrongRejectsTheRowAndNamesTheColumn() {
        bench.kontor.asSystem(() -> bench.kontor
                .get(CustomFields.class)
                .create(new CustomFieldDraft(
                        CustomFieldOwner.CUSTOMER,
                        "score",
                        "Score",
                        CustomFieldKind.NUMBER,
                        List.of(),
                        false,
                        true,
                        Optional.empty(),
                        Optional.empty())));
        String file = "Vorname,Nachname,Rep,Score\nAnna,Berg,nobody,1\nBo,Dahl,,many\nCleo,Falk,,2\n";
        ImportMapping mapping = new ImportMapping(
                "",
                Map.of(
                        "Vorname",
                        "firstName",
                        "Nachname",
                        "lastName",
                        "Rep",
                        "owner:salesRep",
                        "Score",
                        "customField:score"),
                Map.of(),
                Optional.empty());
        for (boolean dry : List.of(true, false)) {
            long id = bench.upload(file).id();
            bench.kontor.as(
                    ImportBench.ANNA,
                    () -> bench.imports()
                            .start(
                                    id,
                                    new ImportChoice(
                                            Optional.of("generic"),
                                            OnDuplicate.SKIP,
                                            MatchBy.ALL,
                                            dry,
                                            Optional.of(mapping))));
            bench.work(id, 1);
            ImportView done = bench.find(id);
            assertEquals(List.of(1L, 2L), List.of(done.created(), done.failed()), done.toString());
            assertEquals(
                    List.of("Rep USER_UNKNOWN", "Score WRONG_VALUE"),
                    done.problems().stream()
                            .map(p -> p.column() + " " + p.code())
                            .toList());
        }
    }

    private String flagType() {
        return bench.kontor.sql(
                "select name from system_table_entry where table_name = 'FLAG_TYPES' and active order by position limit 1");
    }

    private CustomerView first() {
        long id = Long.parseLong(bench.kontor.sql("select min(id) from customer"));
        return bench.kontor
                .asSystem(() -> bench.kontor.get(Customers.class).find(id))
                .orElseThrow();
    }

    private String export(Permission... permissions) {
        Caller caller = new Caller(
                9,
                "eva",
                List.of(permissions).stream().map(Permission::wireName).collect(Collectors.toSet()));
        return bench.kontor.as(caller, () -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            bench.kontor.get(CustomerExport.class).write(CustomerQuery.all(), out);
            return out.toString(StandardCharsets.UTF_8);
        });
    }

    private String tags() {
        return bench.kontor.sql("select string_agg((select coalesce(string_agg(e.name, ' ' order by e.name), '')"
                + " from customer_tag t join system_table_entry e on e.id = t.tag_id where t.customer_id = c.id), ', '"
                + " order by c.id) from customer c");
    }
}
