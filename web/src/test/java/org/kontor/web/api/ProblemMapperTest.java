package org.kontor.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ejb.EJBException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.web.problem.Problem;

class ProblemMapperTest {

    @ParameterizedTest
    @EnumSource(ErrorKind.class)
    void everyKindOfRefusalHasAStatusOfItsOwn(ErrorKind kind) {
        int status = ProblemMapper.problem(new AppException(kind, "CODE", "Do this."))
                .status();
        assertEquals(kind == ErrorKind.BUG, status == 500);
        assertTrue(status >= 400 && status < 600);
    }

    @Test
    void aRefusalIsFoundThroughWhatTheContainerWrapsAroundIt() {
        Problem problem = ProblemMapper.problem(
                new EJBException(new PersistenceException(new AppException(ErrorKind.GONE, "ERASED", "Gone."))));
        assertEquals(410, problem.status());
        assertEquals("ERASED", problem.code());
    }

    @Test
    void whatTheDatabaseRefusesIsAConflict() {
        assertEquals(409, ProblemMapper.problem(sql("23505")).status());
        assertEquals(409, ProblemMapper.problem(sql("40P01")).status());
        assertEquals(
                412,
                ProblemMapper.problem(new EJBException(new OptimisticLockException()))
                        .status());
    }

    @Test
    void whatNobodyForesawShowsAnIncidentAndNothingOfTheInside() {
        Problem problem = ProblemMapper.problem(new IllegalStateException("secret detail", sql("42P01")));
        assertEquals(500, problem.status());
        assertTrue(problem.incident().isPresent());
        String body = problem.body().toString();
        assertTrue(body.contains(problem.incident().get()));
        assertFalse(body.contains("secret") || body.contains("Exception") || body.contains("table"), body);
    }

    /** S3-01: who stands at a kiosk reads what is wrong in the language of its screen; REST speaks English to everybody else. */
    @Test
    void aKioskIsAnsweredInTheLanguageOfItsScreen() {
        Problem wrong =
                ProblemMapper.problem(AppException.invalid("lastName", "REQUIRED", "Enter a first or a last name."));
        List<Locale> german = List.of(Locale.GERMAN, Locale.ENGLISH);
        Problem said = ProblemMapper.forReader(wrong, true, german);
        assertEquals(
                "Geben Sie einen Vor- oder Nachnamen ein.", said.errors().get(0).message());
        assertEquals("REQUIRED", said.errors().get(0).code());
        assertEquals(wrong, ProblemMapper.forReader(wrong, false, german));
        assertEquals(wrong, ProblemMapper.forReader(wrong, true, List.of(Locale.ENGLISH)));
        assertEquals(wrong, ProblemMapper.forReader(wrong, true, List.of()));
    }

    private static RuntimeException sql(String state) {
        return new PersistenceException(new SQLException("relation customer_table", state));
    }
}
