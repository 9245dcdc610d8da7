package org.kontor.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kontor.customer.AccountType;
import org.kontor.customer.CustomerQuery;
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
                Map.entry("currency", "EUR")));
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
        assertTrue(filter.isSet());
        ListFilter again = new ListFilter();
        again.take(new LinkedHashMap<>(filter.parameters()));
        assertEquals(query, again.query(), "a saved view is the same list");
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
        assertEquals("region:South;tier:A;B", marks.withField("region", "South"));
    }
}
