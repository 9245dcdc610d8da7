package org.kontor.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.access.Caller;
import org.kontor.access.Permission;
import org.kontor.customer.CustomerExport;
import org.kontor.customer.CustomerQuery;
import org.kontor.importing.MappingProposal.ColumnProposal;
import org.kontor.importing.MappingProposal.Confidence;
import org.kontor.shared.AppException;
import org.kontor.shared.PageRequest;
import org.kontor.spi.RowResult;
import org.kontor.testing.OnPostgres;

/** Files of no known format. */
@OnPostgres
class MappingTest {

    private static final String UNKNOWN = """
            Vorname,Nachnahme,Kontakt,Geburtsdatum,Kundenart,Letzte Rechnung,Saldo total,Sex
            Anna,Berg,anna@example.org,05/06/1991,privat?,2020-01-01,3,f
            Bo,Dahl,bo@example.org,07/08/1992,privat?,2020-01-01,4,divers
            """;

    private final ImportBench bench = new ImportBench();

    @AfterEach
    void close() {
        bench.close();
    }

    /** S3-08. */
    @Test
    void eachColumnIsProposedWithSamplesAndAReason() {
        MappingProposal proposal = propose(bench.upload(UNKNOWN).id());
        Map<String, ColumnProposal> columns =
                proposal.columns().stream().collect(Collectors.toMap(ColumnProposal::column, c -> c));

        assertEquals("firstName EXACT", said(columns.get("Vorname")));
        assertEquals("lastName SIMILAR", said(columns.get("Nachnahme")));
        assertEquals("email CONTENT", said(columns.get("Kontakt")));
        assertEquals("birthdate EXACT", said(columns.get("Geburtsdatum")));
        assertEquals(" NONE", said(columns.get("Saldo total")), "history stays out");
        assertTrue(columns.get("Saldo total").reason().contains("history"));
        assertEquals(
                List.of("anna@example.org", "bo@example.org"),
                columns.get("Kontakt").samples());
    }

    /** S3-25, X-12. */
    @Test
    void anAmbiguousDateOrderIsAskedWithRealSamplesAndNeverGuessed() {
        long id = bench.upload(UNKNOWN).id();
        MappingProposal proposal = propose(id);
        assertEquals("05/06/1991", proposal.dateSamples().get(0).text());
        assertEquals("1991-06-05", proposal.dateSamples().get(0).dayFirst());
        assertEquals("1991-05-06", proposal.dateSamples().get(0).monthFirst());
        AppException refused = assertThrows(AppException.class, () -> start(id, Optional.empty()));
        assertTrue(
                refused.errors().stream().anyMatch(e -> e.code().equals("DATE_ORDER_NEEDED")),
                refused.errors().toString());

        ImportView view = start(
                id,
                Optional.of(new ImportMapping(
                        "",
                        Map.of(
                                "Vorname",
                                "firstName",
                                "Nachnahme",
                                "lastName",
                                "Geburtsdatum",
                                "birthdate",
                                "Sex",
                                "gender"),
                        Map.of("gender", Map.of("DIVERS", "OTHER")),
                        Optional.of(DateOrder.DMY))));
        bench.work(view.id(), 5);

        assertEquals(2, bench.find(id).created());
        assertEquals(
                "1991-06-05 FEMALE,1992-08-07 OTHER",
                bench.kontor.sql("select string_agg(birthdate || ' ' || gender, ',' order by id) from customer"));
        assertTrue(bench.find(id).ignoredColumns().contains("Saldo total"));
    }

    @Test
    void wordsForClassStatusAndCountryThatNobodyKnowsAreAskedForAndTaken() {
        long id = bench.upload("""
                        Firma,Customer class,Customer status,Land
                        Hut GmbH,Firma,current,Germany
                        Schach e.V.,Verein,ruhend,Bundesrepublik
                        """).id();
        MappingProposal proposal = propose(id);
        assertEquals(
                List.of(
                        "class Firma BUSINESS",
                        "class Verein ?",
                        "country Bundesrepublik ?",
                        "status current OPEN",
                        "status ruhend ?"),
                proposal.values().stream()
                        .map(each -> each.field() + " " + each.value() + " "
                                + (each.proposed().isEmpty() ? "?" : each.proposed()))
                        .sorted()
                        .toList());
        assertEquals(2, proposal.questions().size(), proposal.questions().toString());

        start(
                id,
                Optional.of(new ImportMapping(
                        "",
                        proposal.mapping().columns(),
                        Map.of(
                                "class",
                                Map.of("Firma", "BUSINESS", "Verein", "BUSINESS"),
                                "status",
                                Map.of("current", "OPEN", "ruhend", "CLOSED"),
                                "country",
                                Map.of("Bundesrepublik", "DE")),
                        Optional.empty())));
        bench.work(id, 5);
        assertEquals(
                "BUSINESS OPEN DE,BUSINESS CLOSED DE",
                bench.kontor.sql(
                        "select string_agg(customer_class || ' ' || status || ' ' || address_country, ',' order by id) from customer"));
    }

    @Test
    void anOrderThatSomeDateProvesIsTaken() {
        MappingProposal proposal = propose(bench.upload("Vorname,Nachname,dob\nA,B,05/06/1991\nC,D,21/06/1991\n")
                .id());
        assertEquals(Optional.of(DateOrder.DMY), proposal.mapping().dateOrder());
        assertEquals(List.of(), proposal.questions());
    }

    @Test
    void aNamedMappingIsKeptAndOfferedWhenTheHeaderComesAgain() {
        String file = "A1,B1,C1\nAnna,Berg,x\n";
        long id = bench.upload(file).id();
        assertEquals("NAME_MISSING", propose(id).questions().get(0).code());
        start(
                id,
                Optional.of(new ImportMapping(
                        "My shop",
                        Map.of("A1", "firstName", "B1", "lastName", "C1", "externalId:shop"),
                        Map.of(),
                        Optional.empty())));
        bench.work(id, 5);
        assertEquals(
                "shop/customer/x", bench.kontor.sql("select system || '/' || kind || '/' || value from external_id"));

        long again = bench.upload("C1,A1,B1\ny,Bo,Dahl\n").id();
        MappingProposal proposal = propose(again);
        assertEquals("My shop", proposal.mapping().name());
        assertEquals(
                Set.of(Confidence.SAVED),
                proposal.columns().stream().map(ColumnProposal::confidence).collect(Collectors.toSet()));
        assertEquals("externalId:shop", proposal.mapping().columns().get("C1"));
        start(again, Optional.empty());
        bench.work(again, 5);
        assertEquals(1, bench.find(again).created());

        List<SavedMapping> kept = bench.kontor.as(
                ImportBench.ANNA,
                () -> bench.kontor.get(Mappings.class).list(PageRequest.first()).items());
        assertEquals(List.of("My shop"), kept.stream().map(SavedMapping::name).toList());
        bench.kontor.as(ImportBench.ANNA, () -> {
            bench.kontor.get(Mappings.class).delete(kept.get(0).id());
            return 0;
        });
        assertEquals(0, bench.count("import_mapping"));
    }

    @Test
    void aWrongMappingIsRefusedByColumn() {
        long id = bench.upload("A1,B1\nAnna,Berg\n").id();
        AppException refused = assertThrows(
                AppException.class,
                () -> start(
                        id,
                        Optional.of(new ImportMapping(
                                "",
                                Map.of("A1", "shoeSize", "Z9", "city", "B1", "city"),
                                Map.of("status", Map.of("x", "GREEN")),
                                Optional.empty()))));
        assertEquals(
                Set.of("FIELD_UNKNOWN", "COLUMN_UNKNOWN", "UNKNOWN_VALUE", "NAME_MISSING"),
                refused.errors().stream().map(e -> e.code()).collect(Collectors.toSet()));
        assertEquals(ImportState.UPLOADED, bench.find(id).state());
    }

    /** S3-34. */
    @Test
    void whatKontorExportsItImportsAgainWithoutQuestionsAndWithoutLoss() {
        bench.run(
                "First,Last,Email,Phone,Born,Number,Account,City\n"
                        + "=1+1,'O''Neil,\"a@example.org\",+13032027332,1988-05-01,8;8:1%3B,A-1,\"St. Gallen, SG\"\n"
                        + "+Zo\u00eb,-M\u00fcller,,030 123 45 67,,,,\"Line\"\"quote\"\n",
                OnDuplicate.SKIP, false);
        bench.kontor.sql("update customer set status = 'CLOSED', bill_method = 'EMAIL', gender = 'f', nickname = '@x',"
                + " website = 'https://example.org' where account_number = 'A-1'");
        String before = export(bench);

        try (ImportBench other = new ImportBench()) {
            ImportView uploaded = other.upload(before);
            assertEquals("generic", uploaded.format());
            assertEquals(List.of(), uploaded.headerProblems());
            other.start(uploaded.id(), OnDuplicate.SKIP, false);
            other.work(uploaded.id(), 5);
            ImportView done = other.find(uploaded.id());
            assertEquals(List.of(2L, 2L), List.of(done.rowsRead(), done.created()), done.toString());
            assertEquals(profile(before), profile(export(other)));
        }
    }

    /** Of the letter that becomes two in upper case: the JDK copies the whole text for each. */
    @Test
    void aLongCellOfOneLetterIsNoChoiceAndNoPhoneTypeAndTakesNoTime() {
        String cell = "\u00df".repeat(1_000_000);
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            for (ImportField field : ImportField.values()) {
                assertEquals(Optional.empty(), ChoiceValues.known(field, cell));
            }
            ImportMapping phones = new ImportMapping("", Map.of("Tel", "phones"), Map.of(), Optional.empty());
            RowResult row = new MappedFormat(phones).mapper(List.of("Tel")).map(List.of(cell + ":1"));
            assertEquals("PHONE_UNKNOWN", row.problems().get(0).code());
        });
    }

    private static String said(ColumnProposal column) {
        return column.field() + " " + column.confidence();
    }

    private MappingProposal propose(long id) {
        return bench.kontor.as(
                ImportBench.ANNA, () -> bench.kontor.get(Mappings.class).propose(id));
    }

    private ImportView start(long id, Optional<ImportMapping> mapping) {
        return bench.kontor.as(
                ImportBench.ANNA,
                () -> bench.imports()
                        .start(
                                id,
                                new ImportChoice(
                                        Optional.of("generic"), OnDuplicate.SKIP, MatchBy.ALL, false, mapping)));
    }

    private static String export(ImportBench from) {
        Caller exporter = new Caller(9, "eva", Set.of(Permission.EXPORT_CUSTOMER.wireName()));
        return from.kontor.as(exporter, () -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            from.kontor.get(CustomerExport.class).write(CustomerQuery.all(), out);
            return out.toString(StandardCharsets.UTF_8);
        });
    }

    /** The rows without what Kontor sets itself. */
    private static List<List<String>> profile(String csv) {
        Table table = Table.open(
                new java.io.InputStreamReader(
                        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8),
                ',');
        Set<String> own = Set.of("KontorId", "CreatedAt", "UpdatedAt");
        java.util.List<List<String>> rows = new java.util.ArrayList<>();
        for (Optional<Table.Row> row = table.next(); row.isPresent(); row = table.next()) {
            List<String> cells = row.get().cells();
            rows.add(java.util.stream.IntStream.range(0, cells.size())
                    .filter(i -> !own.contains(table.header().get(i)))
                    .mapToObj(cells::get)
                    .toList());
        }
        assertTrue(Arrays.asList(table.header().toArray()).contains("ExternalIds"));
        return rows;
    }
}
