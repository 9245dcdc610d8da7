package org.kontor.connectors.tck;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a deliberately bad connector with the rules that must fail on it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Breaks {

    /** Numbers of the rules, such as {@code IF05}. */
    String[] value();
}
