package org.kontor.medical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.access.Caller;
import org.kontor.customer.CustomerExport;
import org.kontor.customer.CustomerQuery;
import org.kontor.customer.CustomerView;
import org.kontor.customer.Customers;
import org.kontor.customer.Drafts;
import org.kontor.encryption.FieldEncryption;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;
import org.kontor.shared.PageRequest;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;
import org.kontor.timeline.Timeline;

@OnPostgres
class MedicalConditionsTest {

    private static final String SECRET = "penicillin-marker-4711";
    private static final Caller DOCTOR =
            new Caller(7, "doctor", Set.of("read:customer", "write:customer", "medical:customer"));
    private static final Caller CLERK = new Caller(8, "clerk", Set.of("read:customer", "write:customer"));

    private TestKontor kontor;
    private MedicalConditions conditions;
    private MedicalIntake intake;
    private long customer;

    @BeforeEach
    void start() {
        kontor = new TestKontor();
        conditions = kontor.get(MedicalConditions.class);
        intake = kontor.get(MedicalIntake.class);
        customer = register("Acme");
    }

    @AfterEach
    void stop() {
        kontor.close();
    }

    @Test
    void answersAreReadBackGroupedByType_S3_38() {
        answer("Blood thinners", Optional.of(MedicalAnswer.YES), "daily");
        answer("latex allergy", Optional.of(MedicalAnswer.NO), "");
        answer("Other allergies", Optional.empty(), SECRET);
        answer("Other allergies", Optional.empty(), SECRET + " and nuts");

        List<MedicalConditionView> file = kontor.as(DOCTOR, () -> conditions.ofCustomer(customer));

        assertEquals(
                List.of("Latex allergy", "Other allergies", "Blood thinners"),
                file.stream().map(MedicalConditionView::condition).toList());
        assertEquals(SECRET + " and nuts", file.get(1).text());
        assertEquals("doctor", file.get(1).answeredBy());
        assertEquals(kontor.clock().instant(), file.get(1).answeredAt());
        assertEquals(Optional.of(2), kontor.as(DOCTOR, () -> conditions.onFile(customer)));
    }

    /** S3-37: whoever reads the tables, a backup or a log of statements sees neither answers nor which questions were answered. */
    @Test
    void noTableHoldsWhatWasAnswered_S3_37() {
        answer("Other allergies", Optional.empty(), SECRET);
        kontor.as(DOCTOR, () -> conditions.ofCustomer(customer));

        String tables = kontor.sql("select string_agg(quote_ident(table_name), ',') from information_schema.tables"
                + " where table_schema = 'public' and table_type = 'BASE TABLE'");
        assertTrue(tables.contains("medical_record") && tables.contains("access_event"), tables);
        for (String table : tables.split(",", -1)) {
            assertEquals(
                    "0",
                    kontor.sql("select count(*) from " + table + " t where t::text like '%" + SECRET + "%'"),
                    "in " + table);
        }
        assertEquals("1", kontor.sql("select count(*) from medical_record where length(answers) > 50"));
    }

    /** S3-37: a value copied to the row of another customer cannot be read there. */
    @Test
    void aValueIsBoundToItsCustomer_S3_37() {
        answer("Other allergies", Optional.empty(), SECRET);
        long other = register("Other");
        kontor.sql("insert into medical_record select " + other
                + ", version, created_at, created_by, updated_at, updated_by, answers, on_file from medical_record");

        assertThrows(FieldEncryption.CannotDecrypt.class, () -> kontor.as(DOCTOR, () -> conditions.ofCustomer(other)));
    }

    /** S3-37: the column is one of those that follow to a new key. */
    @Test
    void theColumnFollowsANewKey_S3_37() {
        assertEquals(
                List.of("medical_record.answers"),
                kontor.get(MedicalRecords.class).encryptedColumns().stream()
                        .map(column -> column.table() + "." + column.column())
                        .toList());
    }

    /** S3-39, S3-40. */
    @Test
    void withoutThePermissionNothingIsReadOrWritten_S3_39() {
        answer("Other allergies", Optional.empty(), SECRET);

        assertEquals(ErrorKind.FORBIDDEN, refused(CLERK, () -> conditions.ofCustomer(customer)));
        assertEquals(ErrorKind.FORBIDDEN, refused(CLERK, () -> conditions.questions()));
        assertEquals(ErrorKind.FORBIDDEN, refused(CLERK, () -> {
            conditions.answer(customer, new MedicalConditionDraft("Diabetes", Optional.of(MedicalAnswer.NO), ""));
            return 0;
        }));
        assertEquals(ErrorKind.FORBIDDEN, refused(CLERK, () -> {
            conditions.remove(customer, 2);
            return 0;
        }));
    }

    /** S3-41: a count, or nothing, as the company decided. */
    @Test
    void othersSeeACountOrNothing_S3_41() {
        answer("Other allergies", Optional.empty(), SECRET);
        assertEquals(Optional.of(1), kontor.as(CLERK, () -> conditions.onFile(customer)));

        kontor.sql("update company_setting set choices = '{\"medicalWithoutPermission\":\"NONE\"}'");
        assertEquals(Optional.empty(), kontor.as(CLERK, () -> conditions.onFile(customer)));
        assertEquals(Optional.of(1), kontor.as(DOCTOR, () -> conditions.onFile(customer)));
    }

    @Test
    void eachReadingIsAudited_S3_42() {
        answer("Other allergies", Optional.empty(), SECRET);
        kontor.as(DOCTOR, () -> conditions.ofCustomer(customer));
        kontor.as(DOCTOR, () -> conditions.ofCustomer(customer));

        assertEquals(
                "2",
                kontor.sql("select count(*) from access_event where kind = 'medical.read' and actor = 'doctor'"
                        + " and subject = 'customer " + customer + "'"));
    }

    /** S3-40: the view of the customer, which REST, exports and webhooks are made of. */
    @Test
    void theCustomerItselfCarriesNothing_S3_40() {
        answer("Other allergies", Optional.empty(), SECRET);

        CustomerView view = kontor.as(DOCTOR, () -> kontor.get(Customers.class).find(customer))
                .orElseThrow();

        assertFalse(view.toString().contains(SECRET));
        assertFalse(view.toString().contains("medical"));
    }

    /** S3-35, S3-40: the export. */
    @Test
    void theExportCarriesNothing_S3_35() {
        answer("Other allergies", Optional.empty(), SECRET);

        String file = kontor.asSystem(() -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            CustomerExport export = kontor.get(CustomerExport.class);
            export.begin(CustomerQuery.all());
            export.write(CustomerQuery.all(), out);
            return out.toString(StandardCharsets.UTF_8);
        });

        assertTrue(file.contains("Acme"), file);
        assertFalse(file.contains(SECRET) || file.toLowerCase(Locale.ROOT).contains("medical"), file);
    }

    /** S3-40: the search. */
    @Test
    void theSearchFindsNothingByIt_S3_40() {
        answer("Other allergies", Optional.empty(), SECRET);

        assertEquals(
                List.of(), kontor.as(DOCTOR, () -> kontor.get(Customers.class).suggest(SECRET, 10)));
    }

    /** S3-40: the timeline, and with it the events that webhooks are made of. */
    @Test
    void theTimelineSaysNothingOfIt_S3_40() {
        answer("Other allergies", Optional.empty(), SECRET);

        assertEquals(
                List.of("customer.created"),
                kontor
                        .as(
                                DOCTOR,
                                () -> kontor.get(Timeline.class).ofCustomer(customer, Set.of(), PageRequest.first()))
                        .items()
                        .stream()
                        .map(entry -> entry.kind())
                        .toList());
    }

    /** S3-40: what may end in a log. */
    @Test
    void theTextFormsSayNothing_S3_40() {
        MedicalConditionDraft draft = new MedicalConditionDraft("Diabetes", Optional.of(MedicalAnswer.YES), SECRET);
        answer("Other allergies", Optional.empty(), SECRET);
        MedicalConditionView view =
                kontor.as(DOCTOR, () -> conditions.ofCustomer(customer)).get(0);

        assertFalse(draft.toString().contains(SECRET) || draft.toString().contains("YES"));
        assertFalse(view.toString().contains(SECRET) || view.toString().contains("llerg"));
        AppException refusal =
                assertThrows(AppException.class, () -> answer("Latex allergy", Optional.of(MedicalAnswer.YES), SECRET));
        assertFalse(String.valueOf(refusal.getMessage()).contains(SECRET));
    }

    @Test
    void eachKindOfInputHasItsAnswer() {
        assertEquals("medicalConditions[0].answer", field("Latex allergy", Optional.empty(), ""));
        assertEquals("medicalConditions[0].text", field("Latex allergy", Optional.of(MedicalAnswer.YES), "x"));
        assertEquals("medicalConditions[0].answer", field("Other allergies", Optional.of(MedicalAnswer.YES), "x"));
        assertEquals("medicalConditions[0].text", field("Other allergies", Optional.empty(), "x".repeat(2001)));
        assertEquals("medicalConditions[0].condition", field("Vertigo", Optional.of(MedicalAnswer.YES), ""));
        assertEquals(Optional.of(0), kontor.as(DOCTOR, () -> conditions.onFile(customer)));
    }

    /** S3-01: the kiosk stores answers, all required ones or none, and reads nothing. */
    @Test
    void theKioskMustAskWhatIsRequired_S3_01() {
        List<MedicalConditionDraft> some =
                List.of(new MedicalConditionDraft("Latex allergy", Optional.of(MedicalAnswer.NO), ""));
        AppException refusal = assertThrows(
                AppException.class,
                () -> kontor.as(CLERK, () -> {
                    intake.answerAll(customer, some);
                    return 0;
                }));
        assertEquals(
                List.of("medicalConditions"),
                refusal.errors().stream().map(FieldError::field).toList());

        List<MedicalConditionDraft> all = List.of(
                some.get(0), new MedicalConditionDraft("Blood thinners", Optional.of(MedicalAnswer.YES), SECRET));
        kontor.as(CLERK, () -> {
            intake.answerAll(customer, all);
            return 0;
        });
        assertEquals(2, kontor.as(DOCTOR, () -> conditions.ofCustomer(customer)).size());
    }

    @Test
    void anAnswerCanBeTakenFromTheFile() {
        answer("Other allergies", Optional.empty(), SECRET);
        long question =
                kontor.as(DOCTOR, () -> conditions.ofCustomer(customer)).get(0).id();

        kontor.as(DOCTOR, () -> {
            conditions.remove(customer, question);
            return 0;
        });

        assertEquals(Optional.of(0), kontor.as(DOCTOR, () -> conditions.onFile(customer)));
        assertEquals(ErrorKind.ABSENT, refused(DOCTOR, () -> {
            conditions.remove(customer, question);
            return 0;
        }));
    }

    @Test
    void answersGivenAtOnceAreAllKept() throws Exception {
        List<String> names = List.of("Latex allergy", "Blood thinners", "Diabetes");
        List<Callable<Integer>> work = new ArrayList<>();
        names.forEach(name -> work.add(() -> {
            answer(name, Optional.of(MedicalAnswer.YES), "");
            return 0;
        }));
        var threads = Executors.newFixedThreadPool(3);
        try {
            for (var each : threads.invokeAll(work)) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }

        assertEquals(3, kontor.as(DOCTOR, () -> conditions.ofCustomer(customer)).size());
    }

    @Test
    void questionsAreAddedOrderedAndRetired() {
        MedicalQuestions questions = kontor.get(MedicalQuestions.class);
        MedicalQuestionView added = kontor.asSystem(() -> questions.add(new MedicalQuestionDraft(
                " Epilepsy ", MedicalType.DISEASE, MedicalInput.YES_NO, true, Optional.empty(), Optional.empty())));
        assertEquals("Epilepsy", added.name());
        assertTrue(added.active());
        assertEquals(
                "Epilepsy", kontor.asSystem(() -> intake.questions()).get(4).name());

        MedicalQuestionView first = kontor.asSystem(() -> questions.revise(
                added.id(),
                added.version(),
                new MedicalQuestionDraft(
                        "Epilepsy", MedicalType.DISEASE, MedicalInput.YES_NO, true, Optional.of(0), Optional.empty())));
        assertEquals(
                "Epilepsy", kontor.asSystem(() -> intake.questions()).get(0).name());

        kontor.asSystem(() -> questions.revise(
                first.id(),
                first.version(),
                new MedicalQuestionDraft(
                        "Epilepsy",
                        MedicalType.DISEASE,
                        MedicalInput.YES_NO,
                        true,
                        Optional.empty(),
                        Optional.of(false))));
        assertEquals(4, kontor.asSystem(() -> intake.questions()).size());
        assertEquals(
                ErrorKind.CONFLICT,
                refused(
                        Caller.SYSTEM,
                        () -> questions.add(new MedicalQuestionDraft(
                                "diabetes",
                                MedicalType.DISEASE,
                                MedicalInput.TEXT,
                                false,
                                Optional.empty(),
                                Optional.empty()))));
        assertEquals(
                ErrorKind.STALE,
                refused(Caller.SYSTEM, () -> questions.revise(first.id(), first.version(), first.toDraft())));
    }

    private String field(String condition, Optional<MedicalAnswer> answer, String text) {
        return assertThrows(AppException.class, () -> answer(condition, answer, text))
                .errors()
                .get(0)
                .field();
    }

    private void answer(String condition, Optional<MedicalAnswer> answer, String text) {
        kontor.as(DOCTOR, () -> {
            conditions.answer(customer, new MedicalConditionDraft(condition, answer, text));
            return 0;
        });
    }

    private ErrorKind refused(Caller caller, Callable<?> work) {
        return assertThrows(AppException.class, () -> kontor.as(caller, work)).kind();
    }

    private long register(String name) {
        return kontor.asSystem(() -> kontor.get(Customers.class)
                .register(Drafts.business(name).draft())
                .id());
    }
}
