/**
 * Who is asking, and what every answer carries.
 *
 * <p>Decided here: how a request is authenticated (session for pages, API key for REST), that its caller is bound to the
 * thread while it is served, which requests from other sites are turned away, the security headers, and the request id.
 * What somebody may do is not decided here but in the services.
 */
@NullMarked
package org.kontor.web.security;

import org.jspecify.annotations.NullMarked;
