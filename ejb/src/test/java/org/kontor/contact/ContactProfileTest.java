package org.kontor.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.customer.Address;
import org.kontor.customer.Customers;
import org.kontor.customer.Drafts;
import org.kontor.settings.SystemTable;
import org.kontor.settings.SystemTables;
import org.kontor.shared.AppException;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

/** Consent, types, profiles and the two facts behind the status of a contact. */
@OnPostgres
class ContactProfileTest {

    private TestKontor kontor;
    private Contacts contacts;
    private UpstreamContacts upstream;
    private long customer;

    @BeforeEach
    void start() {
        kontor = new TestKontor();
        contacts = kontor.get(Contacts.class);
        upstream = kontor.get(UpstreamContacts.class);
        customer = kontor.asSystem(() -> kontor.get(Customers.class)
                .register(Drafts.business("Acme").draft())
                .id());
    }

    @AfterEach
    void stop() {
        kontor.close();
    }

    @Test
    void consentNeedsAMobileNumber_S2_21() {
        AppException refusal = assertThrows(AppException.class, () -> add(person("", true)));

        assertEquals("smsOptIn", refusal.errors().get(0).field());
        assertEquals("0", kontor.sql("select count(*) from contact"));
    }

    /** Time, source and actor of each change, and the number that was agreed for. */
    @Test
    void eachChangeOfConsentIsKept_S2_23() {
        ContactView contact = add(person("303-202-7333", true));
        kontor.clock().advance(Duration.ofDays(1));
        contact = revise(contact, person("303-202-7444", true));
        kontor.clock().advance(Duration.ofDays(1));
        contact = revise(contact, person("303-202-7444", false));

        long id = contact.id();
        List<ConsentView> history = kontor.asSystem(() -> contacts.consents(id));

        assertEquals(
                List.of(false, true, true),
                history.stream().map(ConsentView::optedIn).toList());
        assertEquals(
                List.of("+13032027444", "+13032027444", "+13032027333"),
                history.stream().map(ConsentView::mobile).toList());
        assertEquals(kontor.clock().instant(), history.get(0).at());
        assertEquals("system", history.get(0).actor());
        assertEquals(ConsentSource.CUSTOMER, history.get(0).source());
        assertEquals(
                "true>false",
                kontor.sql("select (changes->'smsOptIn'->>0) || '>' || (changes->'smsOptIn'->>1) from timeline_entry"
                        + " where changes ? 'smsOptIn'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update contact_consent set opted_in = true", "delete from contact_consent"})
    void theHistoryOfConsentIsNotRewritten_S2_23(String sql) {
        add(person("303-202-7333", true));

        assertThrows(IllegalStateException.class, () -> kontor.sql(sql));
    }

    @Test
    void withTheNumberGoesTheConsent_S2_23() {
        ContactView contact = add(person("303-202-7333", true));

        ContactView without = revise(contact, person("", true));

        assertFalse(without.smsOptIn());
        assertEquals(2, kontor.asSystem(() -> contacts.consents(contact.id())).size());
    }

    @Test
    void smsGoOnlyToThoseWhoAgreed_S2_22() {
        ContactView agreed = add(person("303-202-7333", true));
        ContactView not = add(person("303-202-7333", false));
        ContactView inactive = revise(add(person("303-202-7555", true)), status(ContactStatus.INACTIVE));

        assertEquals(Optional.of("+13032027333"), kontor.asSystem(() -> contacts.smsNumber(agreed.id())));
        assertEquals(Optional.empty(), kontor.asSystem(() -> contacts.smsNumber(not.id())));
        assertEquals(Optional.empty(), kontor.asSystem(() -> contacts.smsNumber(inactive.id())));
        assertEquals("2", kontor.sql("select count(*) from timeline_entry where kind = 'sms.blocked'"));
    }

    @Test
    void typesComeFromTheSystemTablesAndThoseInUseAreRetired_S2_28_S2_29() {
        ContactView contact = add(typed("billing"));
        assertEquals("BILLING", contact.contactType());
        assertEquals("Billing", contact.contactTypeName());
        assertEquals(
                "contactType",
                assertThrows(AppException.class, () -> add(typed("Astronaut")))
                        .errors()
                        .get(0)
                        .field());

        SystemTables tables = kontor.get(SystemTables.class);
        var entry = kontor.asSystem(() -> tables.choices(SystemTable.CONTACT_TYPES)).stream()
                .filter(e -> e.code().equals("BILLING"))
                .findFirst()
                .orElseThrow();
        AppException refusal = assertThrows(
                AppException.class,
                () -> kontor.asSystem(() -> {
                    tables.delete("contact-types", entry.id(), entry.version());
                    return 0;
                }));
        assertEquals("IN_USE", refusal.code());
        assertTrue(refusal.getMessage().contains("1 record"), refusal.getMessage());

        kontor.sql("update system_table_entry set active = false where code = 'BILLING'");
        assertEquals("BILLING", revise(contact, typed("BILLING")).contactType());
        assertThrows(AppException.class, () -> add(typed("BILLING")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "https://example.org/in/anna",
                "https://linkedin.com.example.org/in/anna",
                "https://linkedin.com",
                "https://user@linkedin.com/in/anna"
            })
    void aLinkElsewhereIsNoLinkedInProfile_S2_31(String url) {
        AppException refusal = assertThrows(AppException.class, () -> add(profile(url)));

        assertEquals("linkedInUrl", refusal.errors().get(0).field());
    }

    @Test
    void aProfileGetsItsScheme_S2_31() {
        assertEquals(
                "https://www.linkedin.com/in/anna-lind",
                add(profile("www.linkedin.com/in/anna-lind")).linkedInUrl());
    }

    /** S2-32, S2-33, S2-34. */
    @Test
    void jobChangesAreTakenOnlyWhenTheCompanyWantsThemAndThereIsALink_S2_32_S2_33_S2_34() {
        JobChanges jobs = kontor.get(JobChanges.class);
        ContactView linked = add(profile("https://www.linkedin.com/in/anna-lind"));
        ContactView blank = add(profile(""));

        assertFalse(kontor.asSystem(() -> jobs.report(linked.id(), "watch", "CFO", "CEO")));

        kontor.sql("update company_setting set choices = '{\"linkedInUpdates\":\"true\"}'");
        assertTrue(kontor.asSystem(() -> jobs.report(linked.id(), "watch", "CFO", "CEO")));
        assertFalse(kontor.asSystem(() -> jobs.report(linked.id(), "watch", "CEO", "CEO")));
        assertFalse(kontor.asSystem(() -> jobs.report(blank.id(), "watch", "CFO", "CEO")));

        assertEquals(
                List.of("CEO"),
                kontor.asSystem(() -> jobs.ofContact(linked.id())).stream()
                        .map(JobChangeView::after)
                        .toList());
        assertEquals("1", kontor.sql("select count(*) from timeline_entry where kind = 'contact.job-changed'"));
    }

    /** S2-14 to S2-16: gone upstream is inactive with its history; there again is active again on the same record. */
    @Test
    void aContactFollowsThePresenceInItsSystem_S2_14_S2_15_S2_16() {
        ContactView synced = present("77", person("303-202-7333", false));
        assertEquals(ContactStatus.ACTIVE, synced.status());
        assertEquals(Upstream.PRESENT, synced.upstream());

        assertEquals(1, kontor.asSystem(() -> upstream.onlyPresent(customer, "billing", Set.of("78"))));
        assertEquals(ContactStatus.INACTIVE, find(synced).status());
        assertEquals(0, kontor.asSystem(() -> upstream.onlyPresent(customer, "billing", Set.of("78"))));

        ContactView again = present("77", person("303-202-7444", false));
        assertEquals(synced.id(), again.id());
        assertEquals(synced.createdAt(), again.createdAt());
        assertEquals(ContactStatus.ACTIVE, again.status());
        assertEquals("+13032027444", again.mobile());
    }

    @Test
    void aContactOfKontorAloneIsNotTouchedByASync_S2_17() {
        ContactView own = add(person("303-202-7333", false));

        kontor.asSystem(() -> upstream.onlyPresent(customer, "billing", Set.of()));

        assertEquals(own, find(own));
    }

    /** S2-18, X-09: neither fact clears the other. */
    @Test
    void settingInactiveHereAndBeingThereAreTwoFacts_S2_18() {
        ContactView synced = present("77", person("303-202-7333", false));
        ContactView off = revise(synced, status(ContactStatus.INACTIVE));
        assertEquals(ContactStatus.INACTIVE, off.status());

        assertEquals(
                ContactStatus.INACTIVE,
                present("77", person("303-202-7333", false)).status());
        kontor.asSystem(() -> upstream.onlyPresent(customer, "billing", Set.of()));
        ContactView setActive = revise(find(synced), status(ContactStatus.ACTIVE));
        assertEquals(ContactStatus.INACTIVE, setActive.status());
        assertFalse(setActive.setInactive());

        assertEquals(
                ContactStatus.ACTIVE,
                present("77", person("303-202-7333", false)).status());
    }

    @Test
    void aPrimaryContactThatIsGoneIsPrimaryNoMore_S2_15_S2_41() {
        ContactView synced =
                present("77", new ContactDraft("Ann", "Lind", "", "", "", "", Address.NONE, Optional.empty(), true));
        assertTrue(synced.primary());

        kontor.asSystem(() -> upstream.onlyPresent(customer, "billing", Set.of()));

        assertFalse(find(synced).primary());
    }

    private ContactView present(String value, ContactDraft draft) {
        return kontor.asSystem(() -> upstream.present(customer, "billing", value, draft));
    }

    private ContactView add(ContactDraft draft) {
        return kontor.asSystem(() -> contacts.add(customer, draft));
    }

    private ContactView revise(ContactView view, ContactDraft draft) {
        return kontor.asSystem(() -> contacts.revise(view.id(), view.version(), draft));
    }

    private ContactView find(ContactView view) {
        return kontor.asSystem(() -> contacts.find(view.id())).orElseThrow();
    }

    private static ContactDraft person(String mobile, boolean optIn) {
        return of(mobile, optIn, "", "", Optional.empty());
    }

    private static ContactDraft status(ContactStatus status) {
        return of("303-202-7333", false, "", "", Optional.of(status));
    }

    private static ContactDraft typed(String type) {
        return of("", false, "", type, Optional.empty());
    }

    private static ContactDraft profile(String url) {
        return of("", false, url, "", Optional.empty());
    }

    private static ContactDraft of(
            String mobile, boolean optIn, String linkedIn, String type, Optional<ContactStatus> status) {
        return new ContactDraft(
                "Ann",
                "Lind",
                "",
                "",
                "",
                mobile,
                optIn,
                Optional.of(ConsentSource.CUSTOMER),
                linkedIn,
                type,
                Address.NONE,
                status,
                false,
                Map.of());
    }
}
