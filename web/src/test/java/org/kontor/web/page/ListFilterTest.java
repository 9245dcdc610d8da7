package org.kontor.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kontor.customer.AccountType;
import org.kontor.customer.CustomerQuery;
import org.kontor.customer.CustomerQuery.Lack;
import org.kontor.customer.CustomerQuery.Portal;
import org.kontor.customer.CustomerQuery.Range;
import org.kontor.customer.CustomerQuery.Standing;
import org.kontor.customer.Sentiment;

/** What the address of the customer list says is what the service is asked for. */
class ListFilterTest {

    @Test
    void everyFilterOfTheAddressIsAskedFor() {
        ListFilter filter = new ListFilter();
        filter.take(Map.ofEntries(
                Map.entry("tag", "Gold, Silver"),
                Map.entry("flag", "Behavior: Late"),
                Map.entry("customField", "region:North; tier:A;B"),
                Map.entry("accountType", "CHILD"),
                Map.entry("entityId", "2"),
                Map.entry("parentId", "17"),
                Map.entry("sentiment", "NEGATIVE"),
                Map.entry("country", " DE "),
                Map.entry("place", "Kiel"),
                Map.entry("createdFrom", "2026-01-01"),
                Map.entry("createdTo", "no day"),
                Map.entry("currency", "EUR"),
                Map.entry("balanceFrom", "100.50"),
                Map.entry("pastDueTo", "-0.01"),
                Map.entry("portal", "INVITED,enabled"),
                Map.entry("cadence", "Friendly\\, then firm"),
                Map.entry("without", "TAG,PHONE,CADENCE")));
        CustomerQuery query = filter.query();

        assertEquals(Set.of("Gold", "Silver"), query.marked().tags());
        assertEquals(Set.of("Behavior: Late"), query.marked().flags());
        assertEquals(Optional.of(AccountType.CHILD), query.accountType());
        assertEquals(Optional.of(2L), query.facts().entityId());
        assertEquals(Optional.of(17L), query.facts().parentId());
        assertEquals(Set.of(Sentiment.Label.NEGATIVE), query.facts().sentiments());
        assertEquals("DE", query.facts().country());
        assertEquals("Kiel", query.facts().place());
        assertEquals("EUR", query.facts().currency());
        assertTrue(query.facts().createdFrom().isPresent());
        assertFalse(query.facts().createdTo().isPresent(), "what is no day narrows nothing");
        assertEquals(
                new Standing(
                        new Range(Optional.of(new BigDecimal("100.50")), Optional.empty()),
                        new Range(Optional.empty(), Optional.of(new BigDecimal("-0.01"))),
                        Set.of(Portal.INVITED, Portal.ENABLED),
                        Set.of("Friendly, then firm"),
                        Set.of(Lack.TAG, Lack.PHONE, Lack.CADENCE)),
                query.standing());
        assertTrue(filter.isSet());
        ListFilter again = new ListFilter();
        again.take(new LinkedHashMap<>(filter.parameters()));
        assertEquals(query, again.query(), "a saved view is the same list");
    }

    /** A bulk change of the list must not reach more than what its chips say. */
    @Test
    void anAmountThatCannotBeReadIsInNobodysRange() {
        ListFilter filter = new ListFilter();
        filter.take(Map.of("balanceFrom", "1", "balanceTo", "much", "pastDueFrom", ".5", "pastDueTo", "1e3"));
        assertEquals(
                new Standing(
                        Range.NONE,
                        new Range(Optional.of(new BigDecimal("0.5")), Optional.of(new BigDecimal("1000"))),
                        Set.of(),
                        Set.of(),
                        Set.of()),
                filter.query().standing());
    }

    /** What narrows nothing is no filter: neither a chip nor a part of the address says otherwise. */
    @Test
    void aWordOfWhichThereIsNoChoiceIsNoFilter() {
        ListFilter filter = new ListFilter();
        filter.take(Map.of(
                "closed",
                "show",
                "portal",
                "OPENED",
                "without",
                "HOPE",
                "accountType",
                "MAIN",
                "sentiment",
                "GLAD",
                "entityId",
                "first",
                "createdTo",
                "no day"));
        assertEquals(Standing.ANY, filter.query().standing());
        assertFalse(filter.isSet());
        assertEquals(List.of(), filter.chips(new Texts(), Map.of()));
        filter.take(Map.of("closed", "show", "portal", "opened,invited", "without", "HOPE,TAG"));
        assertEquals("INVITED", filter.parameters().get("portal"));
        assertEquals("TAG", filter.parameters().get("without"));
        assertEquals(Set.of("TAG", "PHONE"), MarkFilter.set(filter.getStanding().toggled("without", "PHONE")));
    }

    @Test
    void aViewOfSomebodyWhoMayKnowMoreIsLeftWithWhatItsReaderMayKnow() {
        ListFilter filter = new ListFilter();
        filter.take(Map.of("balanceFrom", "1", "cadence", "Firm", "without", "TAG,CADENCE", "portal", "ENABLED"));
        filter.getStanding().leaveOut(permission -> false);
        assertEquals(
                new Standing(Range.ANY, Range.ANY, Set.of(Portal.ENABLED), Set.of(), Set.of(Lack.TAG)),
                filter.query().standing());
    }

    @Test
    void valuesOfAMarkAreAddedAndTakenAway() {
        MarkFilter marks = new MarkFilter();
        assertEquals("Gold", marks.toggled("tag", "Gold"));
        marks.getValues().put("tag", "Gold");
        assertEquals("Gold,Silver", marks.toggled("tag", "Silver"));
        marks.getValues().put("tag", "Gold,Silver");
        assertEquals("Silver", marks.toggled("tag", "Gold"));
        marks.getValues().put("customField", "region:North;tier:A;B");
        assertEquals(Map.of("region", "North", "tier", "A;B"), marks.customField());
        String south = marks.withField("region", "South");
        assertEquals("region:South;tier:A\\;B", south);
        marks.getValues().put("customField", south);
        assertEquals(Map.of("region", "South", "tier", "A;B"), marks.customField());
    }

    @Test
    void aNameWithACommaIsOneMarkAndAValueWithAnotherFieldInItIsOneValue() {
        MarkFilter marks = new MarkFilter();
        marks.getValues().put("tag", marks.toggled("tag", "Acme, Inc."));
        assertEquals(Set.of("Acme, Inc."), marks.marked().tags());
        marks.getValues().put("tag", marks.toggled("tag", "Gold"));
        assertEquals(Set.of("Acme, Inc.", "Gold"), marks.marked().tags());
        marks.getValues().put("tag", marks.toggled("tag", "Acme, Inc."));
        assertEquals("Gold", marks.of("tag"));
        marks.getValues().put("flag", "Behavior: Late\\, often,Other");
        assertEquals(Set.of("Behavior: Late, often", "Other"), marks.marked().flags());
        marks.getValues().put("customField", "remark:see; also;; here ; region:North");
        assertEquals(Map.of("remark", "see; also;; here", "region", "North"), marks.customField());
        marks.getValues().put("customField", "");
        marks.getValues().put("customField", marks.withField("remark", "see;tier:B, or \\ so"));
        assertEquals(Map.of("remark", "see;tier:B, or \\ so"), marks.customField());
    }
}
