package org.kontor.web.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The method starts something long: 202 with the {@code Location} where its state can be asked. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Accepted {
    /** Path below the base, such as {@code /imports}, under which the id is found; empty for the path of the request. */
    String value() default "";
}
