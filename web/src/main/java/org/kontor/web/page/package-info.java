/**
 * What the pages show and do: one bean for each page, without business logic.
 *
 * <p>Decided here: what stands in the address of a page (filters, tab, id), how a refusal of a service is shown beside its
 * field, how two people's changes of one record are laid side by side, and how dates and numbers are written. Must not
 * enter: rules of the business (services have them), queries, and work in getters, which run many times in a request.
 */
@NullMarked
package org.kontor.web.page;

import org.jspecify.annotations.NullMarked;
