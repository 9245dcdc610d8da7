package org.kontor.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.access.Caller;
import org.kontor.access.RowScope;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.PageRequest;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

/** What a kiosk may send, what it learns, and what staff finds. */
@OnPostgres
class KioskEntriesTest {

    private static final Caller KIOSK = new Caller(7, "door", Set.of("create:kiosk-entry"));
    private static final LocalDate BORN = LocalDate.of(1990, 2, 3);

    private final TestKontor kontor = new TestKontor();

    @AfterEach
    void close() {
        kontor.close();
    }

    /** S3-01. */
    @Test
    void aCustomerWithTheirPrimaryContactIsCreatedWithoutAnyOtherPermission() {
        submit(entry("Yuki", "Tanaka", "yuki@mail.example", ""));
        assertEquals(
                "Yuki Tanaka RESIDENTIAL PENDING door",
                kontor.sql("select concat_ws(' ', display_name, customer_class, status, created_by) from customer"));
        assertEquals("1", kontor.sql("select count(*) from contact where is_primary and email = 'yuki@mail.example'"));
        assertEquals("1", kontor.sql("select count(*) from timeline_entry where kind = 'customer.created'"));
        assertEquals(List.of(), waiting());
    }

    /** S3-04. */
    @Test
    void aKnownPersonIsTakenAllTheSameAndStaffIsTold() {
        submit(entry("Yuki", "Tanaka", "yuki@mail.example", ""));
        submit(entry("YUKI", "Tanáka", "Yuki@Mail.example", ""));
        submit(entry("Other", "Person", "other@mail.example", ""));
        assertEquals("3", kontor.sql("select count(*) from customer"));
        List<KioskEntryView> queue = waiting();
        assertEquals(1, queue.size());
        assertEquals(List.of(1L), queue.get(0).similar());
        assertEquals("door", queue.get(0).by());
    }

    /** S3-04. */
    @Test
    void theSamePhoneOrBirthdateWithTheSameNameIsEnough() {
        kontor.as(KIOSK, () -> {
            KioskEntries entries = kontor.get(KioskEntries.class);
            entries.submit(new KioskEntry("Ada", "Byron", "", "+13035550100", Optional.of(BORN)), "");
            entries.submit(new KioskEntry("Ada", "Byron", "", "(303) 555-0100", Optional.empty()), "");
            entries.submit(new KioskEntry("Ada", "Byron", "ada@mail.example", "", Optional.of(BORN)), "");
            return true;
        });
        assertEquals(2, waiting().size());
    }

    @Test
    void whatWasLookedAtLeavesTheQueueOnce() {
        submit(entry("Yuki", "Tanaka", "yuki@mail.example", ""));
        submit(entry("Yuki", "Tanaka", "yuki@mail.example", ""));
        long id = waiting().get(0).id();
        kontor.asSystem(() -> {
            kontor.get(KioskEntries.class).review(id);
            return true;
        });
        assertEquals(List.of(), waiting());
        assertEquals(
                ErrorKind.ABSENT,
                assertThrows(
                                AppException.class,
                                () -> kontor.asSystem(() -> {
                                    kontor.get(KioskEntries.class).review(id);
                                    return true;
                                }))
                        .kind());
    }

    /** S4-66. */
    @Test
    void somebodyWhoSeesOwnCustomersAloneFindsNothingOfOthersInTheQueue() {
        submit(entry("Yuki", "Tanaka", "yuki@mail.example", ""));
        submit(entry("Yuki", "Tanaka", "yuki@mail.example", ""));
        Caller limited = new Caller(99, "lim", Set.of("read:customer"), RowScope.OWN);
        assertEquals(
                List.of(),
                kontor.as(limited, () -> kontor.get(KioskEntries.class).waiting(PageRequest.first()))
                        .items());
    }

    /** S3-05. */
    @Test
    void whatIsTypedIsCheckedAndEveryFieldNamed() {
        AppException empty = assertThrows(AppException.class, () -> submit(entry("", " ", "", "")));
        assertEquals(
                Set.of("firstName", "lastName", "email"),
                Set.copyOf(empty.errors().stream().map(e -> e.field()).toList()));
        AppException wrong = assertThrows(AppException.class, () -> submit(entry("A", "B", "no-address", "")));
        assertTrue(
                wrong.errors().get(0).field().startsWith("email"),
                wrong.errors().toString());
        assertEquals("0", kontor.sql("select count(*) from customer"));
    }

    /** S3-05. */
    @Test
    void twentyAMinuteAreEnough() {
        for (int i = 0; i < KioskEntries.PER_MINUTE; i++) {
            submit(entry("Person", "No" + i, "p" + i + "@mail.example", ""));
        }
        AppException e = assertThrows(AppException.class, () -> submit(entry("One", "More", "more@mail.example", "")));
        assertEquals(ErrorKind.TOO_MANY, e.kind());
        kontor.clock().advance(Duration.ofSeconds(61));
        submit(entry("One", "More", "more@mail.example", ""));
    }

    private void submit(KioskEntry entry) {
        kontor.as(KIOSK, () -> {
            kontor.get(KioskEntries.class).submit(entry, "");
            return true;
        });
    }

    private List<KioskEntryView> waiting() {
        return kontor.asSystem(() -> kontor.get(KioskEntries.class).waiting(PageRequest.first()))
                .items();
    }

    private static KioskEntry entry(String first, String last, String email, String phone) {
        return new KioskEntry(first, last, email, phone, Optional.empty());
    }
}
