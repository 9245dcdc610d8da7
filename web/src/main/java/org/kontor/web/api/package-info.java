/**
 * The REST face of Kontor: resources without logic, one per noun of the contract, on top of what this package gives them.
 *
 * <h2>How to write a resource</h2>
 *
 * <pre>{@code
 * @Path("/customers")
 * @ApplicationScoped
 * @Produces(MediaType.APPLICATION_JSON)
 * @Tag(name = "Customers")
 * public class CustomerResource {
 *
 *     @Inject
 *     Customers customers;
 *
 *     @GET
 *     @Operation(summary = "Lists customers")
 *     public Page<CustomerRow> list(@BeanParam Paging paging, @QueryParam("q") @DefaultValue("") String q) {
 *         return customers.list(query(q), paging.request());
 *     }
 *
 *     @POST
 *     @Created
 *     @Consumes(MediaType.APPLICATION_JSON)
 *     public CustomerView register(CustomerDraft draft) {
 *         return customers.register(draft);
 *     }
 *
 *     @GET
 *     @Path("{id}")
 *     public Optional<CustomerView> find(@PathParam("id") long id) {
 *         return customers.find(id);
 *     }
 *
 *     @PATCH
 *     @Path("{id}")
 *     @Consumes(JsonBody.MERGE_PATCH)
 *     public CustomerView change(
 *             @PathParam("id") long id, @BeanParam IfMatch ifMatch, JsonBody<CustomerDraft> body) {
 *         CustomerView now = customers.find(id).orElseThrow(Absent.of("customer", id));
 *         return customers.revise(id, ifMatch.version(now.version()), body.patch(now, now.toDraft()));
 *     }
 * }
 * }</pre>
 *
 * <p>What follows of itself, for every resource:
 *
 * <ul>
 *   <li><b>In</b>: a record as parameter is read strictly from JSON (at most 1 MiB): 400 when it is not JSON, 422 with every
 *       unknown field, missing value and wrong type by name. Absent text is empty text, an absent list is an empty list, an
 *       absent {@code Optional} is empty; a number, a date or an enum that may be absent must be an {@code Optional} in the
 *       record. {@link org.kontor.web.api.JsonBody} leaves the reading to the resource: {@code read()}, {@code over(template)} when
 *       some fields have defaults, {@code patch(view, draft)} for a merge patch. A record component gets another name by
 *       {@code @JsonbProperty}, and stays out of JSON by {@code @JsonbTransient}.
 *   <li><b>Out</b>: records, lists of records, {@code Optional} (empty: 404). A {@link org.kontor.shared.Page} becomes
 *       {@code items} and {@code nextCursor}, with {@code Link: rel="next"}. A record with a component {@code long version}
 *       gets an {@code ETag}; a GET with a matching {@code If-None-Match} is answered 304.
 *       {@link org.kontor.web.api.Created} makes it 201 and {@link org.kontor.web.api.Accepted} 202, with the {@code Location} of
 *       the component {@code long id} below the path of the request, or below the path given. A method returning {@code void} answers
 *       204.
 *   <li><b>Errors</b>: throw nothing but {@link org.kontor.shared.AppException}, better: let the service throw it.
 *       {@link org.kontor.web.api.ProblemMapper} makes the answer.
 *   <li><b>Idempotency</b>: a POST with {@code Idempotency-Key} runs in one transaction together with the record of its key,
 *       and its answer is given again for the same key and the same body. Nothing to do, unless the service ends transactions of
 *       its own: then a crash between the two may repeat it, and the service has to recognise the repetition.
 *   <li><b>Permission</b>: {@code @Requires} stands on the service method; the resource says nothing. The caller is bound to the
 *       thread before the resource runs.
 * </ul>
 *
 * <p>The OpenAPI document is made from the very same signatures and records, so it agrees with what is read and written; the
 * annotations {@code @Operation(summary, description)} and {@code @Tag} add words. Logic and transactions must not enter.
 */
@NullMarked
package org.kontor.web.api;

import org.jspecify.annotations.NullMarked;
