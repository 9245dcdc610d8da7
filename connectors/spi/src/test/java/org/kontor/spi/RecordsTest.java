package org.kontor.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kontor.spi.CustomerProfile.Address;
import org.kontor.spi.CustomerProfile.PhoneType;
import org.kontor.spi.HeaderMatch.HeaderProblem;
import org.kontor.spi.RowProblem.Severity;

class RecordsTest {

    private static final RowProblem REJECT = new RowProblem("A", "x", "CODE", "Mend it.", Severity.REJECT);
    private static final RowProblem NOTE = new RowProblem("A", "x", "CODE", "Look at it.", Severity.NOTE);

    @Test
    void anEmptyProfileHoldsEmptyTextsAndNoNull() {
        CustomerProfile profile = CustomerProfile.builder().build();
        assertEquals("", profile.firstName());
        assertEquals(Address.NONE, profile.address());
        assertEquals(Optional.empty(), profile.kind());
    }

    /** S2-36: when a person was entered stays here; what goes to an accounting system has no place for it. */
    @Test
    void whatIsSentToAnAccountingSystemHasNoTimeOfCreation() {
        for (Class<?> sent : List.of(AccountingRecord.Customer.class, CustomerProfile.class)) {
            for (RecordComponent component : sent.getRecordComponents()) {
                assertFalse(component.getName().startsWith("created"), sent + " has " + component.getName());
            }
        }
    }

    @Test
    void theBuilderTrimsAndLeavesBlanksOut() {
        CustomerProfile profile = CustomerProfile.builder()
                .firstName(" Ada ")
                .email("  ")
                .email(" ada@example.org ")
                .phone(PhoneType.MOBILE, " ")
                .tag("")
                .externalId("other", "customer", " ")
                .build();
        assertEquals("Ada", profile.firstName());
        assertEquals(List.of("ada@example.org"), profile.emails());
        assertEquals(List.of(), profile.phones());
        assertEquals(List.of(), profile.tags());
        assertEquals(List.of(), profile.externalIds());
    }

    @Test
    void anAddressIsTheSameInPartsAndAsAWhole() {
        CustomerProfile parts = CustomerProfile.builder()
                .country("DE")
                .postalCode("20095")
                .state("HH")
                .city("Hamburg")
                .line2("2. OG")
                .street("Alter Wall 1")
                .build();
        CustomerProfile whole = CustomerProfile.builder()
                .address("Alter Wall 1", "2. OG", "Hamburg", "HH", "20095", "DE")
                .build();
        assertEquals(whole, parts);
    }

    @Test
    void aRejectedRowHasNoProfile() {
        CustomerProfile profile = CustomerProfile.builder().build();
        assertEquals(
                Optional.empty(), RowResult.of(profile, List.of(NOTE, REJECT)).profile());
        assertTrue(RowResult.of(profile, List.of(REJECT)).rejected());
        assertThrows(IllegalArgumentException.class, () -> new RowResult(Optional.of(profile), List.of(REJECT)));
    }

    @Test
    void aRowWithARemarkKeepsItsProfile() {
        RowResult result = RowResult.of(CustomerProfile.builder().build(), List.of(NOTE));
        assertFalse(result.rejected());
        assertTrue(result.profile().isPresent());
    }

    @Test
    void aHeaderIsUsableWithoutProblemsAndWithAScore() {
        HeaderProblem problem = new HeaderProblem("A", "COLUMN_MISSING", "Add the column A.");
        assertTrue(new HeaderMatch(80, List.of(), List.of()).usable());
        assertTrue(new HeaderMatch(80, List.of(), List.of("B"), List.of(problem)).usable());
        assertFalse(new HeaderMatch(80, List.of(problem), List.of()).usable());
        assertFalse(HeaderMatch.none().usable());
    }

    @Test
    void aScoreOutsideTheScaleIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new HeaderMatch(101, List.of(), List.of()));
        assertThrows(IllegalArgumentException.class, () -> new HeaderMatch(-1, List.of(), List.of()));
    }

    @Test
    void aSettingThatNoFormCouldShowIsRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> setting("base url", "Where it is.", Optional.empty(), false));
        assertThrows(IllegalArgumentException.class, () -> setting("baseUrl", " ", Optional.empty(), false));
        assertThrows(IllegalArgumentException.class, () -> setting("apiKey", "Key.", Optional.of("x"), true));
        assertEquals("apiKey", setting("apiKey", "Key.", Optional.empty(), true).key());
    }

    private static Setting setting(String key, String description, Optional<String> defaultValue, boolean secret) {
        return new Setting(key, Setting.Type.TEXT, description, defaultValue, false, secret);
    }
}
