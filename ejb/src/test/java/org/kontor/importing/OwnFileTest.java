package org.kontor.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.access.Caller;
import org.kontor.access.Permission;
import org.kontor.customer.CustomerExport;
import org.kontor.customer.CustomerQuery;
import org.kontor.customer.CustomerView;
import org.kontor.customer.Customers;
import org.kontor.settings.CompanyEntities;
import org.kontor.settings.CompanyEntityDraft;
import org.kontor.settings.CustomFieldDraft;
import org.kontor.settings.CustomFieldKind;
import org.kontor.settings.CustomFieldOwner;
import org.kontor.settings.CustomFields;
import org.kontor.testing.OnPostgres;

/** Files that Kontor wrote itself: hierarchy, company entity and marks come back. */
@OnPostgres
class OwnFileTest {

    private static final String FAMILIES = """
            KontorId,AccountNumber,AccountType,ParentAccountNumber,CompanyEntity,Class,CompanyName,AutoPayments,LateFees,Tags,Flags,Health,SalesRep,CustomField:score
            1,P-1,PARENT,,,BUSINESS,Zeta,true,false,a%3Ab; '=x,FLAG:two%3B parts; FLAG,AT_RISK,eva,7.5
            2,P-1,PARENT,,second company,BUSINESS,Zeta,false,true,,,GOOD,,
            3,C-1,CHILD,P-1,,BUSINESS,Alpha,yes,no,,,,,
            4,C-2,CHILD,P-1,Second company,BUSINESS,Beta,,,,,CRITICAL,,
            """;

    private final ImportBench bench = new ImportBench();

    @BeforeEach
    void configure() {
        configure(bench);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    /** S3-34, S4-42. */
    @Test
    void hierarchyEntityFlagsTagsOwnersAndCustomFieldsComeBackByteForByte() {
        String flag = bench.kontor.sql(
                "select name from system_table_entry where table_name = 'FLAG_TYPES' and active order by position limit 1");
        ImportView first = bench.run(FAMILIES.replace("FLAG", flag.replace(":", "%3A")), OnDuplicate.SKIP, false, 2);
        assertEquals(List.of(), first.problems());
        assertEquals(4, first.created(), first.failure());
        assertEquals(
                "Alpha below Zeta of 1 true false, Beta below Zeta of 2 true true",
                bench.kontor.sql("select string_agg(c.display_name || ' below ' || p.display_name || ' of '"
                        + " || case when c.entity_id = 1 then 1 else 2 end || ' ' || c.auto_payments || ' ' || c.late_fees,"
                        + " ', ' order by c.id) from customer c join customer p on p.id = c.parent_id"
                        + " and p.entity_id = c.entity_id"));
        assertEquals("two; parts,", bench.kontor.sql("select string_agg(note, ',' order by id) from customer_flag"));
        String before = export(bench);

        for (int rowsPerChunk : new int[] {1, 10}) {
            try (ImportBench other = new ImportBench()) {
                configure(other);
                ImportView dry = other.run(before, OnDuplicate.SKIP, true, rowsPerChunk);
                assertEquals(4, dry.created(), dry.toString());
                ImportView done = other.run(before, OnDuplicate.SKIP, false, rowsPerChunk);
                assertEquals(4, done.created(), done.toString());
                assertEquals(
                        List.of("KontorId", "Archived", "CreatedAt", "UpdatedAt", "LastContacted"),
                        done.ignoredColumns());
                assertEquals(comparable(before), comparable(export(other)));
            }
        }
    }

    /** S3-27, S4-43. */
    @Test
    void anUnknownParentEntityFlagOrHealthRejectsItsRowInTheDryRunToo() {
        String file = """
                KontorId,AccountNumber,AccountType,ParentAccountNumber,CompanyEntity,Class,CompanyName,LateFees,Flags,Health
                1,C-1,CHILD,P-1,,BUSINESS,Alpha,,,
                2,P-1,PARENT,,,BUSINESS,Zeta,,,
                3,S-1,STANDARD,,,BUSINESS,Standard,,,
                4,C-2,CHILD,S-1,,BUSINESS,Beta,,,
                5,C-3,CHILD,P-1,Second company,BUSINESS,Gamma,,,
                6,C-4,CHILD,,,BUSINESS,Delta,,,
                7,C-5,,,Third,BUSINESS,Epsilon,,,
                8,C-6,,,,BUSINESS,Eta,,No such flag,
                9,C-7,,,,BUSINESS,Theta,maybe,,FINE
                10,C-8,CHILD,P-1,,BUSINESS,Iota,,,
                """;
        List<String> expected = List.of(
                "1 PARENT_UNKNOWN",
                "4 PARENT_UNKNOWN",
                "5 PARENT_UNKNOWN",
                "6 REQUIRED",
                "7 ENTITY_UNKNOWN",
                "8 UNKNOWN_VALUE",
                "9 VALUE_UNKNOWN",
                "9 VALUE_UNKNOWN");
        assertEquals(expected, refused(bench.run(file, OnDuplicate.SKIP, true, 1)));
        assertEquals(expected, refused(bench.run(file, OnDuplicate.SKIP, true, 20)));
        assertEquals(expected, refused(bench.run(file, OnDuplicate.SKIP, false, 1)));
        try (ImportBench other = new ImportBench()) {
            configure(other);
            assertEquals(expected, refused(other.run(file, OnDuplicate.SKIP, false, 20)));
        }
    }

    private static List<String> refused(ImportView done) {
        assertEquals(List.of(3L, 7L), List.of(done.created(), done.failed()), done.toString());
        return done.problems().stream().map(p -> p.row() + " " + p.code()).toList();
    }

    @Test
    void anUndoTakesChildrenAndParentsBackTogether() {
        long id = bench.run(FAMILIES.replace("FLAG:two%3B parts; FLAG", ""), OnDuplicate.SKIP, false)
                .id();
        long beta = Long.parseLong(bench.kontor.sql("select id from customer where display_name = 'Beta'"));
        bench.kontor.asSystem(() -> {
            Customers customers = bench.kontor.get(Customers.class);
            CustomerView now = customers.find(beta).orElseThrow();
            return customers.revise(beta, now.version(), now.toDraft().withSwitches(false, false));
        });
        bench.kontor.as(
                ImportBench.ANNA, () -> bench.kontor.get(ImportFollowUp.class).undo(id));
        bench.workUndo(id, Integer.MAX_VALUE);
        assertEquals("Zeta, Beta", bench.kontor.sql("select string_agg(display_name, ', ' order by id) from customer"));
    }

    /** S0-21, S3-31: the e-mail rule of the bill method. */
    @Test
    void theEmailRuleHoldsForNewRowsForRowsThatMeetACustomerAndAfterAnUndo() {
        String header = "KontorId,AccountNumber,LastName,BillMethod,Emails\n";
        bench.run(header + "1,A-1,Berg,PRINT,\n", OnDuplicate.SKIP, false);

        ImportView refused = bench.run(
                header + "1,A-1,Berg,EMAIL,\n2,A-2,Dahl,EMAIL,\n3,A-3,Falk,PRINT_AND_EMAIL,\n",
                OnDuplicate.UPDATE,
                false);
        assertEquals(List.of(0L, 0L, 3L), List.of(refused.created(), refused.updated(), refused.failed()));
        assertEquals(
                List.of("BILL_METHOD_NEEDS_EMAIL", "BILL_METHOD_NEEDS_EMAIL", "BILL_METHOD_NEEDS_EMAIL"),
                refused.problems().stream().map(ImportProblem::code).toList());
        assertEquals("PRINT", bench.kontor.sql("select string_agg(bill_method, ',') from customer"));

        long id = bench.run(header + "1,A-1,Berg,EMAIL,berg@example.org\n", OnDuplicate.UPDATE, false)
                .id();
        assertEquals("EMAIL", bench.kontor.sql("select bill_method from customer"));
        bench.kontor.as(
                ImportBench.ANNA, () -> bench.kontor.get(ImportFollowUp.class).undo(id));
        bench.workUndo(id, Integer.MAX_VALUE);
        assertEquals(
                "PRINT 0",
                bench.kontor.sql("select bill_method || ' ' || (select count(*) from customer_email) from customer"));
    }

    private static void configure(ImportBench of) {
        of.kontor.sql(
                "insert into app_user (id, version, created_at, created_by, updated_at, updated_by, login, display_name,"
                        + " email, password_hash, must_change_password, active, credential_stamp) values (77, 1, now(), 'x', now(), 'x', 'eva', 'Eva', '', '', false, true, 0)");
        of.kontor.asSystem(() -> of.kontor
                .get(CompanyEntities.class)
                .create(new CompanyEntityDraft("Second company", "EUR", "Europe/Berlin", "DE", "de-DE")));
        of.kontor.asSystem(() -> of.kontor
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
    }

    private static String export(ImportBench from) {
        Caller exporter = new Caller(
                9,
                "eva",
                Set.of(
                        Permission.EXPORT_CUSTOMER.wireName(),
                        Permission.READ_CUSTOMER.wireName(),
                        Permission.READ_MESSAGE.wireName()));
        return from.kontor.as(exporter, () -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            from.kontor.get(CustomerExport.class).write(CustomerQuery.all(), out);
            return out.toString(StandardCharsets.UTF_8);
        });
    }

    /** The cells without what Kontor sets itself. */
    private static List<List<String>> comparable(String csv) {
        Table table = Table.open(new StringReader(csv), ',');
        Set<String> own = Set.of("KontorId", "CreatedAt", "UpdatedAt");
        List<List<String>> rows = new ArrayList<>(List.of(table.header()));
        for (Optional<Table.Row> row = table.next(); row.isPresent(); row = table.next()) {
            List<String> cells = row.get().cells();
            rows.add(IntStream.range(0, cells.size())
                    .filter(i -> !own.contains(table.header().get(i)))
                    .mapToObj(cells::get)
                    .toList());
        }
        return rows;
    }
}
