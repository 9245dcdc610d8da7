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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.access.Caller;
import org.kontor.customer.Address;
import org.kontor.customer.CustomerView;
import org.kontor.customer.Customers;
import org.kontor.medical.MedicalAnswer;
import org.kontor.medical.MedicalConditionDraft;
import org.kontor.medical.MedicalConditionView;
import org.kontor.medical.MedicalConditions;
import org.kontor.medical.MedicalQuestionView;
import org.kontor.medical.MedicalQuestions;
import org.kontor.note.Notes;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.PageRequest;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

/** Everything that a person may say at a kiosk, and what staff decides about somebody who is known. */
@OnPostgres
class KioskDecisionsTest {

    private static final Caller KIOSK = new Caller(7, "door", Set.of("create:kiosk-entry"));
    private static final Address HOME = new Address("1 Pier", "", "Boston", "MA", "02110", "US");

    private final TestKontor kontor = new TestKontor();

    @BeforeEach
    void twoEntriesOfOnePerson() {
        submit(entry("", "+13035550100", Optional.empty(), Address.NONE, MedicalAnswer.YES, "Nuts"));
        kontor.clock().advance(Duration.ofHours(1));
        submit(entry(
                "yuki@mail.example",
                "+13035550100",
                Optional.of(LocalDate.of(1990, 2, 3)),
                HOME,
                MedicalAnswer.NO,
                "Milk"));
        kontor.clock().advance(Duration.ofHours(1));
    }

    @AfterEach
    void close() {
        kontor.close();
    }

    /** S3-01: all fields, the consent with its source, and the answers. */
    @Test
    void whatWasTypedStandsOnTheCustomer() {
        CustomerView made = customer(2);
        assertEquals("Yuki Tanaka", made.displayName());
        assertEquals("Yu", made.nickname());
        assertEquals("Baker", made.occupation());
        assertEquals(HOME, made.address());
        assertEquals(
                "t KIOSK",
                kontor.sql("select k.sms_opt_in::text || ' ' || c.source from contact k join"
                                + " contact_consent c on c.contact_id = k.id where k.customer_id = 2")
                        .replace("true", "t"));
        assertEquals(4, medical(2).size());
    }

    /** S3-04, S3-61, S3-65. */
    @Test
    void thePersonIsKnownAndNothingIsLost() throws Exception {
        decide(() -> kontor.get(KioskDecisions.class).join(2, 1));
        CustomerView kept = customer(1);
        assertEquals(List.of("yuki@mail.example"), kept.emails());
        assertEquals(1, kept.phones().size());
        assertEquals(Optional.of(LocalDate.of(1990, 2, 3)), kept.birthdate());
        assertEquals(HOME, kept.address());
        assertEquals("1", kontor.sql("select count(*) from customer"));
        assertEquals(List.of(), waiting());
        List<MedicalConditionView> answers = medical(1);
        assertTrue(answers.stream().anyMatch(a -> a.answer().equals(Optional.of(MedicalAnswer.YES))), "a yes stays");
        assertTrue(answers.stream()
                .anyMatch(a -> a.text().contains("Nuts") && a.text().contains("Milk")));
        assertEquals("1", kontor.sql("select count(*) from access_event where kind = 'kiosk-entry.joined'"));
        assertEquals(
                "1",
                kontor.sql("select count(*) from timeline_entry where customer_id = 1 and kind = 'customer.updated'"));
    }

    @Test
    void anEntryOfNobodyGoesWithItsCustomer() throws Exception {
        decide(() -> kontor.get(KioskDecisions.class).discard(2));
        assertEquals("1", kontor.sql("select count(*) from customer"));
        assertEquals("1", kontor.sql("select count(*) from medical_record"));
        assertEquals(List.of(), waiting());
    }

    @Test
    void whoSomebodyHasWorkedWithSinceIsNotRemoved() {
        kontor.asSystem(() -> kontor.get(Notes.class).add(2, "Called", false));
        for (Action action : List.<Action>of(
                () -> kontor.get(KioskDecisions.class).discard(2),
                () -> kontor.get(KioskDecisions.class).join(2, 1))) {
            AppException e = assertThrows(AppException.class, () -> decide(action));
            assertEquals("WORKED_WITH_SINCE", e.code());
        }
        assertEquals("2", kontor.sql("select count(*) from customer"));
    }

    @Test
    void onlyACustomerWhoLooksLikeTheEntryCanBeIt() {
        submit(new KioskEntry("Other", "Person", "other@mail.example", "", Optional.empty()));
        assertEquals(
                "customerId",
                assertThrows(
                                AppException.class,
                                () -> decide(
                                        () -> kontor.get(KioskDecisions.class).join(2, 3)))
                        .errors()
                        .get(0)
                        .field());
        assertEquals(
                ErrorKind.ABSENT,
                assertThrows(
                                AppException.class,
                                () -> decide(
                                        () -> kontor.get(KioskDecisions.class).discard(3)))
                        .kind());
    }

    /** S3-05: the fields are named as the kiosk asks for them, and nothing is half-written. */
    @Test
    void aRefusalNamesTheFieldsOfTheKiosk() {
        AppException wrong = assertThrows(
                AppException.class, () -> submit(new KioskEntry("A", "B", "no-address", "", Optional.empty())));
        assertEquals("email", wrong.errors().get(0).field());
        AppException unanswered = assertThrows(
                AppException.class,
                () -> submit(new KioskEntry(
                        "A",
                        "",
                        "B",
                        "",
                        "a@mail.example",
                        "",
                        true,
                        Optional.empty(),
                        "",
                        "",
                        Address.NONE,
                        Optional.empty())));
        assertEquals("phone", unanswered.errors().get(0).field());
        AppException unknown = assertThrows(
                AppException.class,
                () -> submit(new KioskEntry(
                        "A",
                        "",
                        "B",
                        "",
                        "a@mail.example",
                        "",
                        false,
                        Optional.empty(),
                        "",
                        "",
                        Address.NONE,
                        Optional.of(List.of(new MedicalConditionDraft("No such question", Optional.empty(), "x"))))));
        assertTrue(
                unknown.errors().get(0).field().startsWith("medicalConditions"),
                unknown.errors().toString());
        assertEquals("2", kontor.sql("select count(*) from customer"));
    }

    private interface Action {
        void run() throws Exception;
    }

    private void decide(Action action) throws Exception {
        kontor.asSystem(() -> {
            action.run();
            return true;
        });
    }

    private KioskEntry entry(
            String email, String phone, Optional<LocalDate> born, Address address, MedicalAnswer answer, String text) {
        List<MedicalConditionDraft> answers = kontor
                .asSystem(() -> kontor.get(MedicalQuestions.class).list())
                .stream()
                .filter(MedicalQuestionView::active)
                .map(question -> switch (question.input()) {
                    case TEXT -> new MedicalConditionDraft(question.name(), Optional.empty(), text);
                    default -> new MedicalConditionDraft(question.name(), Optional.of(answer), "");
                })
                .toList();
        return new KioskEntry(
                "Yuki", "", "Tanaka", "Yu", email, phone, true, born, "", "Baker", address, Optional.of(answers));
    }

    private void submit(KioskEntry entry) {
        kontor.as(KIOSK, () -> {
            kontor.get(KioskEntries.class).submit(entry, "");
            return true;
        });
    }

    private CustomerView customer(long id) {
        return kontor.asSystem(() -> kontor.get(Customers.class).find(id)).orElseThrow();
    }

    private List<MedicalConditionView> medical(long id) {
        return kontor.asSystem(() -> kontor.get(MedicalConditions.class).ofCustomer(id));
    }

    private List<KioskEntryView> waiting() {
        return kontor.asSystem(() -> kontor.get(KioskEntries.class).waiting(PageRequest.first()))
                .items();
    }
}
