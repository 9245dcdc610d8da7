package org.kontor.web.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTransient;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kontor.shared.AppException;
import org.kontor.shared.JsonWriter;

class JsonTest {

    enum Colour {
        RED,
        GREEN
    }

    record Inner(String line1, String line2) {}

    record Draft(
            String name,
            @JsonbProperty("class") Colour colour,
            Optional<Long> parentId,
            List<String> emails,
            List<Inner> addresses,
            Inner address,
            Optional<LocalDate> birthdate,
            boolean primary,
            Map<String, String> custom) {}

    record View(
            long id,
            long version,
            Instant createdAt,
            String name,
            @JsonbProperty("class") Colour colour,
            Optional<Long> parentId,
            List<String> emails,
            List<Inner> addresses,
            Inner address,
            Optional<LocalDate> birthdate,
            boolean primary,
            Map<String, String> custom,
            BigDecimal amount,
            @JsonbTransient String hidden) {}

    private static final Draft DRAFT = new Draft(
            "Ann",
            Colour.RED,
            Optional.of(4L),
            List.of("a@example.org"),
            List.of(),
            new Inner("1 Main St", ""),
            Optional.empty(),
            true,
            Map.of());

    private static final View VIEW = new View(
            7,
            3,
            Instant.parse("2026-11-21T09:30:00Z"),
            "Ann",
            Colour.RED,
            Optional.of(4L),
            List.of("a@example.org"),
            List.of(),
            new Inner("1 Main St", ""),
            Optional.empty(),
            true,
            Map.of(),
            new BigDecimal("120.00"),
            "secret");

    @Test
    void valuesAreWrittenAsTheContractSays() {
        assertEquals(
                json("{'id':7,'version':3,'createdAt':'2026-11-21T09:30:00Z','name':'Ann','class':'RED','parentId':4,"
                        + "'emails':['a@example.org'],'addresses':[],'address':{'line1':'1 Main St','line2':''},"
                        + "'birthdate':null,'primary':true,'custom':{},'amount':'120.00'}"),
                JsonWriter.object(VIEW));
    }

    @Test
    void whatIsWrittenIsReadBackAsItWas() {
        assertEquals(DRAFT, JsonReader.read(JsonWriter.object(DRAFT), Draft.class, Set.of()));
    }

    @Test
    void absentValuesAreEmptyValues() {
        Draft draft = JsonReader.read(json("{'class':'GREEN','birthdate':null}"), Draft.class, Set.of());
        assertEquals(
                new Draft(
                        "",
                        Colour.GREEN,
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        new Inner("", ""),
                        Optional.empty(),
                        false,
                        Map.of()),
                draft);
    }

    @Test
    void everythingWrongIsNamedAtOnce() {
        assertEquals(
                Map.of(
                        "bogus", "UNKNOWN_FIELD",
                        "class", "REQUIRED",
                        "name", "WRONG_TYPE",
                        "parentId", "WRONG_TYPE",
                        "emails[1]", "WRONG_TYPE",
                        "address.line3", "UNKNOWN_FIELD",
                        "addresses[0].line1", "WRONG_TYPE",
                        "birthdate", "WRONG_TYPE",
                        "primary", "WRONG_TYPE"),
                refused("{'bogus':1,'name':5,'parentId':1.5,'emails':['a',{}],'address':{'line3':''},"
                        + "'addresses':[{'line1':1}],'birthdate':'21.11.2026','primary':'yes'}"));
    }

    @Test
    void anUnknownEnumValueIsAnsweredWithTheKnownOnes() {
        AppException e = assertThrows(
                AppException.class, () -> JsonReader.read(json("{'class':'BLUE'}"), Draft.class, Set.of()));
        assertEquals("Choose one of RED, GREEN.", e.errors().get(0).message());
    }

    @Test
    void theZeroCharacterIsRefused() {
        assertEquals(Map.of("name", "WRONG_CHARACTER"), refused("{'class':'RED','name':'a\\u0000b'}"));
    }

    @Test
    void aPatchSetsWhatItNamesAndRemovesWhatItSetsToNull() {
        Draft patched =
                MergePatch.apply(json("{'name':'Bea','parentId':null,'address':{'line2':'Floor 2'}}"), VIEW, DRAFT);
        assertEquals("Bea", patched.name());
        assertEquals(Optional.empty(), patched.parentId());
        assertEquals(new Inner("1 Main St", "Floor 2"), patched.address());
        assertEquals(List.of("a@example.org"), patched.emails());
    }

    @Test
    void aPatchNamesReadOnlyAndUnknownFieldsEvenWhenTheyAreNull() {
        AppException e = assertThrows(
                AppException.class,
                () -> MergePatch.apply(
                        json("{'id':9,'createdAt':null,'bogus':null,'hidden':'x','address':{'line9':null}}"),
                        VIEW,
                        DRAFT));
        assertEquals(
                Map.of(
                        "id", "READ_ONLY",
                        "createdAt", "READ_ONLY",
                        "bogus", "UNKNOWN_FIELD",
                        "hidden", "UNKNOWN_FIELD",
                        "address.line9", "UNKNOWN_FIELD"),
                codes(e));
    }

    private static Map<String, String> refused(String json) {
        return codes(assertThrows(AppException.class, () -> JsonReader.read(json(json), Draft.class, Set.of())));
    }

    private static Map<String, String> codes(AppException e) {
        return e.errors().stream().collect(Collectors.toMap(f -> f.field(), f -> f.code()));
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text.replace('\'', '"'))).readObject();
    }
}
