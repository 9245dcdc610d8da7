package org.kontor.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A test of the business on a real PostgreSQL. {@code mvn test} leaves these out, so that the unit tests alone are quick;
 * {@code mvn verify} runs them, and so does {@code mvn test -Dtest=NameOfTheTest}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("postgres")
public @interface OnPostgres {}
