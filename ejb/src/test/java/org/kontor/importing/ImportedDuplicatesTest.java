package org.kontor.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.jobs.JobHandler.Outcome;
import org.kontor.lifecycle.DuplicateDecision;
import org.kontor.lifecycle.DuplicateSearchJob;
import org.kontor.lifecycle.DuplicateSearches;
import org.kontor.lifecycle.ImportedDuplicates;
import org.kontor.shared.PageRequest;
import org.kontor.testing.OnPostgres;

/** Those who come in and resemble somebody go to the review queue (S3-04, S3-48). */
@OnPostgres
class ImportedDuplicatesTest {

    private static final PageRequest ALL = new PageRequest(100, Optional.empty());
    private static final String THERE = """
            First,Last,Email,Phone,Born,Number
            Catherine,Berg,cat@example.org,+13032027332,1988-05-01,1
            Bo,Dahl,bo@example.org,,1970-02-03,2
            """;

    /** Alike by e-mail address and phone; by birthdate and last name; by nothing. */
    private static final String COMING = """
            First,Last,Email,Phone,Born,Number
            Cathrine,Berg,cat@example.org,+13032027332,,11
            Robert,Dahl,other@example.org,,1970-02-03,12
            Ole,Nordmann,ole@example.org,,1970-02-03,13
            """;

    private final ImportBench bench = new ImportBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whoComesInAndResemblesSomebodyWaitsForADecisionThoughNobodyHasSearchedS304S348() {
        bring(THERE);
        assertEquals(0, bench.count("duplicate_search"), "nothing to compare, nothing to show");
        long id = bring(COMING);
        assertEquals(List.of("Bo Dahl, Robert Dahl", "Catherine Berg, Cathrine Berg"), queue());

        assertEquals(Outcome.DONE, bench.work(bench.kontor.get(ImportedDuplicates.class), id), "said twice");
        assertEquals(2, bench.count("duplicate_pair"));
    }

    @Test
    void theQueueThatThereIsGrowsAndWhatWasDecidedIsNotAskedAgain() {
        bring(THERE);
        bring(COMING);
        List<Long> dahls = ids("Dahl");
        bench.kontor.asSystem(() -> {
            searches()
                    .decide(
                            search(),
                            new DuplicateDecision(dahls, DuplicateDecision.Kind.NOT_DUPLICATE, Optional.empty()));
            return 0;
        });
        bring("First,Last,Email,Number\nCat,Berg,cat@example.org,21\n");
        assertEquals(1, bench.count("duplicate_search"));
        assertEquals(List.of("Catherine Berg, Cathrine Berg, Cat Berg"), queue());
    }

    @Test
    void aSearchThatPutsPairsTogetherIsWaitedForAndADryRunAsksNobody() {
        bring(THERE);
        bench.kontor.asSystem(() -> searches().start());
        bench.run(COMING, OnDuplicate.SKIP, true);
        long id = bench.run(COMING, OnDuplicate.SKIP, false).id();
        assertEquals(1, asked());
        assertEquals(Outcome.LATER, bench.work(bench.kontor.get(ImportedDuplicates.class), id));
        assertEquals(0, bench.count("duplicate_candidate"));

        bench.work(bench.kontor.get(DuplicateSearchJob.class), search());
        assertEquals(Outcome.DONE, bench.work(bench.kontor.get(ImportedDuplicates.class), id));
        assertEquals(2, queue().size());
    }

    private long bring(String file) {
        long id = bench.run(file, OnDuplicate.SKIP, false).id();
        assertEquals(Outcome.DONE, bench.work(bench.kontor.get(ImportedDuplicates.class), id));
        if (bench.count("duplicate_search") > 0) {
            bench.work(bench.kontor.get(DuplicateSearchJob.class), search());
        }
        return id;
    }

    private long asked() {
        return Long.parseLong(bench.kontor.sql(
                        "select count(*) from job where task_name = 'import-duplicates' and task_instance like '%/%'"))
                - 1;
    }

    private List<String> queue() {
        return bench.kontor.asSystem(() -> searches().groups(search(), Optional.empty(), ALL)).items().stream()
                .map(group -> String.join(
                        ", ",
                        group.customers().stream().map(m -> m.displayName()).toList()))
                .sorted()
                .toList();
    }

    private List<Long> ids(String lastName) {
        return List.of(bench.kontor
                        .sql("select string_agg(id::text, ' ' order by id) from customer where last_name = '" + lastName
                                + "'")
                        .split(" ", -1))
                .stream()
                .map(Long::valueOf)
                .toList();
    }

    private DuplicateSearches searches() {
        return bench.kontor.get(DuplicateSearches.class);
    }

    private long search() {
        return Long.parseLong(bench.kontor.sql("select max(id) from duplicate_search"));
    }
}
