package org.kontor.suppression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.access.Caller;
import org.kontor.contact.ContactDraft;
import org.kontor.contact.UpstreamContacts;
import org.kontor.customer.Address;
import org.kontor.customer.CustomerIdentity;
import org.kontor.customer.CustomerRules;
import org.kontor.customer.Customers;
import org.kontor.customer.Drafts;
import org.kontor.customer.PhoneType;
import org.kontor.encryption.ManagedKeys;
import org.kontor.kiosk.KioskEntries;
import org.kontor.kiosk.KioskEntry;
import org.kontor.medical.MedicalConditionDraft;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.PageRequest;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

/** Somebody whose data was erased is recognised on every way in, and nobody learns who it was. */
@OnPostgres
class SuppressionsTest {

    private static final LocalDate BORN = LocalDate.of(1990, 2, 3);

    private final TestKontor kontor = new TestKontor();
    private final Suppressions suppressions = kontor.get(Suppressions.class);

    @AfterEach
    void close() {
        kontor.close();
    }

    /** S4-102, X-29: by address, by phone and name, by birthdate and name, by external id. */
    @Test
    void eachTraitIsRecognisedHoweverItIsWritten() {
        erase();
        assertKnown(Drafts.person("Other", "Name").emails("YUKI@mail.example"));
        assertKnown(Drafts.person("YUKI", "Tanáka").phone(PhoneType.MOBILE, "(303) 555-0100"));
        assertKnown(Drafts.person("yuki", "tanaka").born(BORN));
        assertKnown(Drafts.business("Some Ltd").externalId("books", "customer", "77"));
    }

    /** who shares a phone, a name or a number of another kind is somebody else. */
    @Test
    void whoSharesLessIsLetIn() {
        erase();
        assertFree(Drafts.person("Ken", "Tanaka").phone(PhoneType.MOBILE, "(303) 555-0100"));
        assertFree(Drafts.person("Yuki", "Tanaka").born(BORN.plusDays(1)));
        assertFree(Drafts.person("Yuki", "Tanaka"));
        assertFree(Drafts.business("Some Ltd").externalId("books", "vendor", "77"));
    }

    /** S4-102: REST and page. */
    @Test
    void aNewCustomerIsRefusedWithoutSayingWhoAndLetInAfterLifting() {
        erase();
        AppException refused = assertThrows(
                AppException.class, () -> register(Drafts.person("Y", "T").emails("yuki@mail.example")));
        assertEquals(ErrorKind.CONFLICT, refused.kind());
        assertEquals(Suppressions.CODE, refused.code());
        assertTrue(String.valueOf(refused.getMessage()).contains("erasure 5"));
        assertFalse(String.valueOf(refused.getMessage()).toLowerCase().contains("yuki"));
        assertEquals("0", kontor.sql("select count(*) from customer"));

        SuppressionList list = kontor.get(SuppressionList.class);
        SuppressionView shown =
                kontor.asSystem(() -> list.list(PageRequest.first())).items().get(0);
        assertEquals(
                List.of(5L, 1, 1, 1, 1),
                List.of(shown.erasureId(), shown.emails(), shown.phones(), shown.birthdates(), shown.externalIds()));
        kontor.asSystem(() -> {
            list.lift(5);
            return true;
        });
        assertEquals("erasure 5", kontor.sql("select subject from access_event where kind = 'suppression.lifted'"));
        register(Drafts.person("Y", "T").emails("yuki@mail.example"));
        assertEquals(
                "SUPPRESSION_NOT_FOUND",
                assertThrows(
                                AppException.class,
                                () -> kontor.asSystem(() -> {
                                    list.lift(5);
                                    return true;
                                }))
                        .code());
    }

    /** the kiosk answers as ever, keeps nothing, and staff reads of it. */
    @Test
    void aKioskKeepsNothingOfAnErasedPerson() {
        erase();
        Caller kiosk = new Caller(7, "door", Set.of("create:kiosk-entry"));
        kontor.as(kiosk, () -> {
            kontor.get(KioskEntries.class)
                    .submit(new KioskEntry("Yuki", "Tanaka", "yuki@mail.example", "", Optional.empty()), "");
            return true;
        });
        assertEquals("0", kontor.sql("select count(*) from customer"));
        assertEquals("0", kontor.sql("select count(*) from kiosk_entry"));
        assertEquals(
                "door erasure 5",
                kontor.sql("select actor || ' ' || subject from access_event where kind = 'kiosk-entry.refused'"));
        AppException wrong = assertThrows(
                AppException.class,
                () -> kontor.as(kiosk, () -> {
                    kontor.get(KioskEntries.class)
                            .submit(new KioskEntry("", "", "yuki@mail.example", "", Optional.empty()), "");
                    return true;
                }));
        assertEquals(ErrorKind.INVALID, wrong.kind());
    }

    /** S3-04, S3-05, X-29: neither the limit nor what is refused of the answers tells who was erased. */
    @Test
    void aKioskCountsAndChecksAnErasedPersonAsAnyOther() {
        erase();
        for (int i = 0; i < 20; i++) {
            assertEquals(Optional.empty(), refusedAtKiosk(Optional.empty()));
        }
        assertEquals(Optional.of(ErrorKind.TOO_MANY), refusedAtKiosk(Optional.empty()));
        kontor.clock().advance(Duration.ofSeconds(61));
        assertEquals(
                Optional.of(ErrorKind.INVALID),
                refusedAtKiosk(Optional.of(List.of(new MedicalConditionDraft("No such", Optional.empty(), "x")))));
        assertEquals(Optional.empty(), refusedAtKiosk(Optional.empty()));
        assertEquals("1", kontor.sql("select count(*) from kiosk_sending"));
    }

    private Optional<ErrorKind> refusedAtKiosk(Optional<List<MedicalConditionDraft>> answers) {
        KioskEntry entry = new KioskEntry(
                "Yuki",
                "",
                "Tanaka",
                "",
                "yuki@mail.example",
                "",
                false,
                Optional.empty(),
                "",
                "",
                Address.NONE,
                answers);
        try {
            kontor.as(new Caller(7, "door", Set.of("create:kiosk-entry")), () -> {
                kontor.get(KioskEntries.class).submit(entry, "");
                return true;
            });
            return Optional.empty();
        } catch (AppException e) {
            return Optional.of(e.kind());
        }
    }

    /** a sync of contacts. */
    @Test
    void aContactFromAnotherSystemIsRefused() {
        long customer = register(Drafts.business("Some Ltd"));
        erase();
        ContactDraft contact = contact("Yuki@mail.example");
        AppException refused = assertThrows(
                AppException.class,
                () -> kontor.asSystem(
                        () -> kontor.get(UpstreamContacts.class).present(customer, "books", "9", contact)));
        assertEquals(Suppressions.CODE, refused.code());
    }

    /** What is stored tells nothing without the key, and the key is encrypted. */
    @Test
    void theDatabaseHoldsHashesAlone() {
        erase();
        assertEquals(
                "0",
                kontor.sql("select count(*) from suppression where encode(hash, 'escape') ilike '%yuki%'"
                        + " or encode(hash, 'escape') like '%5550100%'"));
        ManagedKeys keys = kontor.get(ManagedKeys.class);
        byte[] key = kontor.asSystem(() -> keys.secret(ManagedKeys.Purpose.SUPPRESSION));
        assertArrayEquals(key, kontor.asSystem(() -> keys.secret(ManagedKeys.Purpose.SUPPRESSION)));
        assertEquals(
                "0",
                kontor.sql("select count(*) from managed_key where position(decode('"
                        + java.util.HexFormat.of().formatHex(key) + "', 'hex') in value) > 0"));
    }

    private void erase() {
        Identity identity = CustomerIdentity.of(CustomerRules.check(Drafts.person("Yuki", "Tanaka")
                        .emails("Yuki@Mail.example")
                        .phone(PhoneType.MOBILE, "+1 303 555 0100")
                        .born(BORN)
                        .externalId("books", "customer", "77")
                        .draft())
                .draft());
        assertEquals(4, kontor.asSystem(() -> suppressions.remember(5, List.of(identity))));
        assertEquals(4, kontor.asSystem(() -> suppressions.remember(5, List.of(identity))));
    }

    private static ContactDraft contact(String email) {
        return new ContactDraft("Y", "T", "", email, "", "", Address.NONE, Optional.empty(), false);
    }

    private void assertKnown(Drafts draft) {
        assertEquals(OptionalLong.of(5), recognised(draft));
    }

    private void assertFree(Drafts draft) {
        assertEquals(OptionalLong.empty(), recognised(draft));
    }

    private OptionalLong recognised(Drafts draft) {
        Identity identity = CustomerIdentity.of(draft.checked().draft());
        return kontor.asSystem(() -> suppressions.recognise(List.of(identity))).get(0);
    }

    private long register(Drafts draft) {
        return kontor.asSystem(() -> kontor.get(Customers.class).register(draft.draft()))
                .id();
    }
}
