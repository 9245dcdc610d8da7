/**
 * Tests inside the real EAR on a real Payara Server, and against it.
 *
 * <p>How to write one: a class {@code SomethingIT} with {@code @ExtendWith(ArquillianExtension.class)},
 * {@code @Tag("ear")} (so that the server is started) and a {@code @Deployment} that answers
 * {@link org.kontor.container.KontorEar#with}. A test method runs in the server and may inject what it likes; one with
 * {@code @RunAsClient} runs here. Each class costs a deployment of some ten seconds: add to a class that is there rather
 * than to make another one. Names of classes that are not in the server (the harness) must not stand in signatures.
 *
 * <p>Must not enter: what a test on a database or from outside can show as well; those are faster.
 */
@NullMarked
package org.kontor.container;

import org.jspecify.annotations.NullMarked;
