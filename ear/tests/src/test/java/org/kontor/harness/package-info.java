/**
 * Tests from outside, on the Micro distribution as it ships.
 *
 * <p>How to write one: name the class {@code SomethingIT}, take what you need as parameters of the test method, and speak
 * REST or click:
 *
 * <pre>{@code
 * @ExtendWith(OnKontor.class)
 * class CustomerListIT {
 *
 *     @Test
 *     void aCustomerThatWasCreatedIsFound(Api api) {
 *         Api.Reply created = api.post("/api/v1/customers", """
 *                 {"accountType": "STANDARD", "class": "BUSINESS", "companyName": "Acme"}""").expect(201);
 *         assertEquals("Acme", created.text("/displayName"));
 *     }
 *
 *     @Test
 *     @BrowserTest
 *     void theListShowsIt(KontorServer kontor, Page page) {
 *         kontor.signIn(page);
 *         page.navigate("/customers.xhtml");
 *     }
 * }
 * }</pre>
 *
 * <p>Decided here: one server for all test classes, started at first need on a fresh data folder and a free port, stopped at
 * the end; so a test makes the records that it needs under names of its own and never counts all. A test that has to kill,
 * restart or configure Kontor starts one for itself ({@link org.kontor.harness.KontorServer#start}). Browser tests are
 * marked {@link org.kontor.harness.BrowserTest}; {@code -Dkontor.browser-tests=skip} leaves them out.
 *
 * <p>Must not enter: classes of {@code ejb} or {@code web}. What these tests know is what a client can know.
 */
@NullMarked
package org.kontor.harness;

import org.jspecify.annotations.NullMarked;
