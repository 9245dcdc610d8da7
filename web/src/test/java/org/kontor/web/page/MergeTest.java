package org.kontor.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** S1-05: two people's changes of one record, side by side. */
class MergeTest {

    record Draft(String name, String place, String note) {}

    private final Merge<Draft> merge = Merge.of(
            Draft.class,
            new Draft("Acme", "Bonn", ""),
            new Draft("Acme Inc.", "Köln", ""),
            new Draft("Acme GmbH", "Bonn", "late"));

    @Test
    void whatOneChangedIsTakenAndWhatBothChangedIsChosen() {
        assertEquals(
                List.of("name"),
                merge.getChoices().stream().map(Merge.Choice::getField).toList());
        assertEquals(List.of("place"), merge.getKept());
        assertEquals(new Draft("Acme GmbH", "Köln", "late"), merge.result());
    }

    @Test
    void theirsIsTakenWhenItIsChosen() {
        merge.getChoices().get(0).setTakeYours(false);
        assertEquals(new Draft("Acme Inc.", "Köln", "late"), merge.result());
        merge.getChoices().get(0).setTakeYours(true);
        assertEquals(new Draft("Acme GmbH", "Köln", "late"), merge.result());
    }

    @Test
    void theSameChangeIsNoConflict() {
        Draft same = new Draft("Acme Inc.", "Bonn", "");
        assertEquals(
                List.of(),
                Merge.of(Draft.class, new Draft("Acme", "Bonn", ""), same, same).getChoices());
    }
}
