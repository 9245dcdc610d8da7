package org.kontor.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

@OnPostgres
class SettingsTest {

    private TestKontor kontor;
    private SystemTables tables;
    private CompanySettings settings;
    private CompanyEntities entities;

    @BeforeEach
    void start() {
        kontor = new TestKontor();
        tables = kontor.get(SystemTables.class);
        settings = kontor.get(CompanySettings.class);
        entities = kontor.get(CompanyEntities.class);
    }

    @AfterEach
    void stop() {
        kontor.close();
    }

    /** S2-28. */
    /** The zone of a company entity; of the first one where none is named, or there is none. */
    @Test
    void timesAreThoseOfACompanyEntity() {
        EntityZones zones = kontor.get(EntityZones.class);
        long tokyo = kontor.asSystem(() -> kontor.get(CompanyEntities.class)
                        .create(new CompanyEntityDraft("Tokyo", "JPY", "Asia/Tokyo", "JP", "ja-JP")))
                .id();
        kontor.sql("update company_entity set time_zone = 'Europe/Berlin' where id <> " + tokyo);
        assertEquals("Asia/Tokyo", zones.of(Optional.of(tokyo)).getId());
        assertEquals("Europe/Berlin", zones.of(Optional.empty()).getId());
        assertEquals("Europe/Berlin", zones.of(Optional.of(4711L)).getId());
    }

    @Test
    void anEntryThatWasAddedCanBeChosen() {
        SystemTableEntryView added = create("contact-types", SystemTableEntryDraft.named(" Légal counsel "));

        assertEquals("LEGAL_COUNSEL", added.code());
        assertEquals("Légal counsel", added.name());
        assertTrue(added.active());
        assertEquals(
                added,
                kontor.asSystem(() -> kontor.get(SystemTableLookup.class)
                        .chosen(SystemTable.CONTACT_TYPES, "contactType", "légal COUNSEL")));
        List<SystemTableEntryView> all = kontor.asSystem(() -> tables.list("contact-types"));
        assertEquals(added, all.get(all.size() - 1));
        assertTrue(kontor.sql("select kind || ' ' || subject || ' ' || actor from access_event")
                .contains("system-table.added contact-types LEGAL_COUNSEL system"));
    }

    /** S2-29. */
    @Test
    void aRetiredEntryCanNoMoreBeChosenAndStays() {
        SystemTableEntryView added = create("contact-types", SystemTableEntryDraft.named("Fax only"));
        SystemTableEntryView retired = kontor.asSystem(() -> tables.revise(
                "contact-types",
                added.id(),
                added.version(),
                new SystemTableEntryDraft(
                        added.code(), "Fax only", Optional.of(1), Optional.of(false), Optional.empty())));

        assertFalse(retired.active());
        assertFalse(
                kontor.asSystem(() -> tables.choices(SystemTable.CONTACT_TYPES)).contains(retired));
        AppException refusal = refusal(
                () -> kontor.get(SystemTableLookup.class).chosen(SystemTable.CONTACT_TYPES, "contactType", "FAX_ONLY"));
        assertEquals("RETIRED", refusal.errors().get(0).code());
        kontor.asSystem(() -> {
            tables.delete("contact-types", added.id(), retired.version());
            return true;
        });
        assertEquals(Optional.empty(), kontor.asSystem(() -> tables.find("contact-types", added.id())));
    }

    @Test
    void namesAndCodesAreUniqueAndTheCodeStays() {
        SystemTableEntryView one = create("flag-types", SystemTableEntryDraft.named("Behavior: Rude"));
        assertEquals(
                "NAME_TAKEN",
                refusal(() -> tables.create("flag-types", SystemTableEntryDraft.named("behavior: RUDE")))
                        .code());
        assertEquals(
                "BEHAVIOR_RUDE_2",
                create("flag-types", SystemTableEntryDraft.named("Behavior/Rude"))
                        .code());
        assertEquals(
                "READ_ONLY",
                refusal(() -> tables.revise(
                                "flag-types",
                                one.id(),
                                one.version(),
                                new SystemTableEntryDraft(
                                        "OTHER", "x", Optional.empty(), Optional.empty(), Optional.empty())))
                        .errors()
                        .get(0)
                        .code());
        assertEquals(
                ErrorKind.STALE,
                refusal(() -> tables.revise("flag-types", one.id(), one.version() + 1, one.toDraft()))
                        .kind());
        assertEquals(
                ErrorKind.ABSENT, refusal(() -> tables.find("no-such-table", 1)).kind());
        assertEquals(
                ErrorKind.INVALID,
                refusal(() -> tables.create("tags", SystemTableEntryDraft.named("  ")))
                        .kind());
    }

    @Test
    void whatKontorActsOnStays() {
        SystemTableEntryView automatic = kontor.asSystem(() -> tables.list("journal-action-types")).stream()
                .filter(e -> e.code().equals("AUTOMATIC"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                "SYSTEM_ENTRY",
                refusal(() -> {
                            tables.delete("journal-action-types", automatic.id(), automatic.version());
                            return true;
                        })
                        .code());
        SystemTableEntryView renamed = kontor.asSystem(() -> tables.revise(
                "journal-action-types",
                automatic.id(),
                automatic.version(),
                new SystemTableEntryDraft("AUTOMATIC", "Done", Optional.empty(), Optional.empty(), Optional.empty())));
        assertEquals("Done", renamed.name());
        assertTrue(renamed.systemEntry());
    }

    /** S1-22, S1-24. */
    @Test
    void aNewTagIsMadeWithItsColourAndAKnownOneIsFound() {
        SystemTableEntryView vip = kontor.asSystem(() -> tables.tag("VIP", Optional.of(TagColour.VIOLET)));
        assertEquals(Optional.of(TagColour.VIOLET), vip.colour());
        assertEquals(vip, kontor.asSystem(() -> tables.tag(" vip", Optional.of(TagColour.LIME))));
        assertEquals(
                "NOT_ALLOWED",
                refusal(() -> tables.create(
                                "flag-types",
                                new SystemTableEntryDraft(
                                        "", "X", Optional.empty(), Optional.empty(), Optional.of(TagColour.LIME))))
                        .errors()
                        .get(0)
                        .code());
    }

    /** */
    @Test
    void settingsHaveDefaultsAreCheckedAndAudited() {
        SettingsView before = kontor.asSystem(settings::show);
        assertEquals(Json.createValue("PENDING"), before.values().get("defaultCustomerStatus"));
        assertEquals(JsonValue.FALSE, before.values().get("linkedInUpdates"));

        SettingsView after = kontor.asSystem(() -> settings.revise(
                before.version(),
                new SettingsDraft(Map.of(
                        "defaultCustomerStatus", Optional.of(Json.createValue("OPEN")),
                        "linkedInUpdates", Optional.of(JsonValue.TRUE)))));
        assertEquals(before.version() + 1, after.version());
        assertTrue(kontor.asSystem(() -> kontor.get(CurrentSettings.class).on(CompanySetting.LINKED_IN_UPDATES)));
        assertEquals(
                "2",
                kontor.sql("select count(*) from access_event where kind = 'setting.changed' and subject in"
                        + " ('defaultCustomerStatus: PENDING -> OPEN', 'linkedInUpdates: false -> true')"));

        assertEquals(
                ErrorKind.STALE,
                refusal(() -> settings.revise(before.version(), after.toDraft()))
                        .kind());
        AppException refusal = refusal(() -> settings.revise(
                after.version(),
                new SettingsDraft(Map.of(
                        "defaultCustomerStatus", Optional.of(Json.createValue("CLOSED")),
                        "linkedInUpdates", Optional.of(Json.createValue("yes")),
                        "bogus", Optional.of(JsonValue.TRUE)))));
        assertEquals(3, refusal.errors().size());
        assertEquals(after.values(), kontor.asSystem(settings::show).values());

        SettingsView reset = kontor.asSystem(
                () -> settings.revise(after.version(), new SettingsDraft(Map.of("linkedInUpdates", Optional.empty()))));
        assertEquals(before.values(), reset.values());
    }

    @Test
    void companyEntitiesAreAddedAndCheckedFieldByField() {
        CompanyEntityView added = kontor.asSystem(
                () -> entities.create(new CompanyEntityDraft("Kontor GmbH", "eur", "Europe/Berlin", "de", "de-DE")));
        assertEquals(2, added.id());
        assertEquals("EUR", added.currency());
        AppException refusal = refusal(
                () -> entities.create(new CompanyEntityDraft("kontor GMBH", "XXQ", "Mars/Olympus", "QQ", "no such")));
        assertEquals(
                List.of("name", "currency", "timeZone", "defaultCountry", "locale"),
                refusal.errors().stream().map(e -> e.field()).toList());
        CompanyEntityView first = kontor.asSystem(() -> entities.find(1)).orElseThrow();
        assertEquals(
                first.version() + 1,
                kontor.asSystem(() -> entities.revise(
                                1,
                                first.version(),
                                new CompanyEntityDraft("Head office", "USD", "America/Denver", "US", "en-US")))
                        .version());
        assertEquals(
                ErrorKind.STALE,
                refusal(() -> entities.revise(1, first.version(), first.toDraft()))
                        .kind());
    }

    private SystemTableEntryView create(String table, SystemTableEntryDraft draft) {
        return kontor.asSystem(() -> tables.create(table, draft));
    }

    private AppException refusal(Callable<?> work) {
        return assertThrows(AppException.class, () -> kontor.asSystem(work));
    }
}
