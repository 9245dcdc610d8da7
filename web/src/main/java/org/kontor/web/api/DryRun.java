package org.kontor.web.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method does the same with {@code dryRun=true} and takes it back: then it answers 200 with what would have happened, whatever
 * {@link Created} or {@link Accepted} says.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface DryRun {
    /** What is answered then. */
    Class<? extends Record> value();
}
