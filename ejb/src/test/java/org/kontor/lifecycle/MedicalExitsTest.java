package org.kontor.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.access.Caller;
import org.kontor.customer.Drafts;
import org.kontor.medical.MedicalAnswer;
import org.kontor.medical.MedicalConditionDraft;
import org.kontor.medical.MedicalIntake;
import org.kontor.shared.AppException;
import org.kontor.testing.OnPostgres;

/** Where the company says that staff sees nothing of medical answers, an erasure, a merge and an export do not tell of them (S3-40, S3-41). */
@OnPostgres
class MedicalExitsTest {

    private static final Caller CLERK =
            new Caller(8, "clerk", Set.of("read:customer", "erase:customer", "merge:customer", "export:personal-data"));
    private static final Caller DOCTOR =
            new Caller(7, "doctor", Set.of("read:customer", "erase:customer", "medical:customer"));

    private final ErasureBench bench = new ErasureBench();
    private final Merges merges = bench.kontor.get(Merges.class);
    private long customer;

    @BeforeEach
    void somebodyWithAnAnswer() {
        customer = bench.register(Drafts.person("Yuki", "Tanaka"));
        answer(customer);
        bench.kontor.sql("update company_setting set choices = '{\"medicalWithoutPermission\":\"NONE\"}'");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void anErasureTellsOfThemWhoMayKnowAlone() {
        assertFalse(announced(CLERK));
        assertTrue(announced(DOCTOR));
        bench.kontor.sql("update company_setting set choices = '{\"medicalWithoutPermission\":\"COUNT\"}'");
        assertTrue(announced(CLERK));
        bench.kontor.sql("update company_setting set choices = '{\"medicalWithoutPermission\":\"NONE\"}'");

        long erasure = bench.run(bench.erase(customer).id()).id();

        assertFalse(reported(CLERK, erasure));
        assertTrue(reported(DOCTOR, erasure));
        ErasureCertificates certificates = bench.kontor.get(ErasureCertificates.class);
        JsonObject certificate = bench.kontor.as(CLERK, () -> certificates.of(erasure));
        assertEquals(
                certificate, bench.kontor.as(DOCTOR, () -> certificates.of(erasure)), "one document, whoever reads it");
        JsonObject told = certificate.getJsonObject("certificate");
        assertFalse(told.getJsonObject("erased").toString().contains("medical"), told::toString);
        assertTrue(told.getJsonArray("uncounted").toString().contains("medical-record"), told::toString);
        long nobodys = bench.run(
                        bench.erase(bench.register(Drafts.business("Acme"))).id())
                .id();
        assertEquals(
                told.get("uncounted"),
                bench.kontor
                        .as(CLERK, () -> certificates.of(nobodys))
                        .getJsonObject("certificate")
                        .get("uncounted"),
                "told of everybody");
    }

    @Test
    void aMergeAndItsUndoDoNotTellOfThem() {
        long other = bench.register(Drafts.person("Yuki", "Tanaka"));
        answer(other);
        MergeDraft draft = new MergeDraft(customer, List.of(other));
        assertFalse(bench.kontor
                .as(CLERK, () -> merges.preview(draft).rows().toString())
                .contains("medical"));
        long merge = bench.kontor.as(CLERK, () -> merges.merge(draft)).id();
        answer(customer);

        assertTrue(bench.kontor
                .asSystem(() -> merges.previewUndo(merge).toString())
                .contains("medical"));
        assertFalse(bench.kontor
                .as(CLERK, () -> merges.previewUndo(merge).toString())
                .contains("medical"));
        assertEquals(List.of(), bench.kontor.as(CLERK, () -> merges.undo(merge, false)));
    }

    /** Whether there are answers cannot be told from which permissions an export of personal data asks for. */
    @Test
    void anExportAsksForThePermissionWithOrWithoutThem() {
        long without = bench.register(Drafts.person("Ken", "Sato"));
        PersonalData data = bench.kontor.get(PersonalData.class);
        for (long id : List.of(customer, without)) {
            assertTrue(String.valueOf(assertThrows(
                                    AppException.class,
                                    () -> bench.kontor.as(CLERK, () -> {
                                        data.begin(id);
                                        return true;
                                    }))
                            .getMessage())
                    .contains("medical:customer"));
        }
    }

    private boolean announced(Caller caller) {
        return bench.kontor.as(caller, () -> bench.erasures.preview(customer)).removed().stream()
                .anyMatch(part -> part.noun().contains("medical"));
    }

    private boolean reported(Caller caller, long erasure) {
        return bench.kontor
                .as(caller, () -> bench.erasures.find(erasure))
                .orElseThrow()
                .erased()
                .containsKey("medical-record");
    }

    private void answer(long id) {
        bench.kontor.asSystem(() -> {
            bench.kontor
                    .get(MedicalIntake.class)
                    .add(id, List.of(new MedicalConditionDraft("Diabetes", Optional.of(MedicalAnswer.YES), "")));
            return true;
        });
    }
}
