package org.kontor.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kontor.settings.CustomFieldKind;
import org.kontor.settings.CustomFieldOwner;
import org.kontor.settings.CustomFieldView;

/** S4-41. Custom fields in forms: numbers are shown and read as people of the page's language write them. */
class CustomFormTest {

    private static final JsonValue HALF = Json.createValue(new BigDecimal("1234.5"));

    @Test
    void aNumberIsShownAndReadInTheLanguageOfThePage() {
        assertEquals("1234,5", form(Locale.GERMANY).getValues().get("weight"));
        assertEquals("1234.5", form(Locale.US).getValues().get("weight"));
        assertEquals(Optional.of(Json.createValue(new BigDecimal("2.75"))), typed(Locale.GERMANY, "2,75"));
        assertEquals(Optional.of(Json.createValue(new BigDecimal("1234.5"))), typed(Locale.GERMANY, "1.234,5"));
        assertEquals(Optional.of(Json.createValue(new BigDecimal("2.75"))), typed(Locale.US, "2.75"));
        assertEquals(Optional.empty(), typed(Locale.GERMANY, " "));
    }

    @Test
    void whatWasNotTouchedStaysAsItIsAndATextIsNoNumber() {
        CustomForm form = form(Locale.GERMANY);
        assertEquals(Optional.of(HALF), form.given().get("weight"));
        form.getValues().put("code", "1,5");
        assertEquals(Optional.of(Json.createValue("1,5")), form.given().get("code"));
    }

    private static Optional<JsonValue> typed(Locale locale, String text) {
        CustomForm form = form(locale);
        form.getValues().put("weight", text);
        return form.given().get("weight");
    }

    private static CustomForm form(Locale locale) {
        CustomForm form = new CustomForm();
        form.offer(List.of(field("weight", CustomFieldKind.NUMBER), field("code", CustomFieldKind.TEXT)), locale);
        form.fill(Map.of("weight", Optional.of(HALF)));
        return form;
    }

    private static CustomFieldView field(String key, CustomFieldKind kind) {
        return new CustomFieldView(
                1,
                1,
                Instant.EPOCH,
                "",
                Instant.EPOCH,
                "",
                CustomFieldOwner.CUSTOMER,
                key,
                key,
                kind,
                List.of(),
                false,
                false,
                1,
                true);
    }
}
