package org.kontor.web.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The method creates something: 201 with the {@code Location} of what it returns. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Created {
    /** Path below the base, such as {@code /contacts}, under which the id is found; empty for the path of the request. */
    String value() default "";
}
