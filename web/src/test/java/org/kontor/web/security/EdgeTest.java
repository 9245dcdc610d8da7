package org.kontor.web.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/customers.xhtml", "/customer.xhtml?id=7&tab=notes"})
    void aPageOfKontorMayFollowTheSignIn(String wanted) {
        assertEquals(wanted, Paths.nextOf(wanted));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/",
                "//example.org",
                "/\\example.org",
                "/a\r\nSet-Cookie: x=y",
                "javascript:alert(1)",
                "",
                "/signin.xhtml?next=/",
                "/signout",
                "/api/v1/users"
            })
    void anythingElseMayNot(String wanted) {
        assertEquals("/", Paths.nextOf(wanted));
    }

    @Test
    void readingIsAllowedFromAnywhere() {
        assertTrue(Origins.fromHere(request("GET", "/customers.xhtml", Map.of("Sec-Fetch-Site", "cross-site"))));
    }

    @Test
    void writingIsAllowedFromKontorItselfOnly() {
        assertTrue(post("/customers.xhtml", Map.of("Sec-Fetch-Site", "same-origin")));
        assertTrue(post("/customers.xhtml", Map.of("Origin", "https://kontor.example", "Host", "kontor.example")));
        assertTrue(post("/customers.xhtml", Map.of()), "a client that is no browser");
        assertFalse(post("/customers.xhtml", Map.of("Sec-Fetch-Site", "same-site")));
        assertFalse(post("/customers.xhtml", Map.of("Sec-Fetch-Site", "cross-site")));
        assertFalse(post("/customers.xhtml", Map.of("Origin", "null", "Host", "kontor.example")));
        assertFalse(post("/customers.xhtml", Map.of("Origin", "https://example.org", "Host", "kontor.example")));
    }

    @Test
    void aRequestWithAnApiKeyComesFromNoBrowser() {
        assertTrue(post("/api/v1/customers", Map.of("Sec-Fetch-Site", "cross-site", "Authorization", "Bearer k")));
        assertFalse(post("/customers.xhtml", Map.of("Sec-Fetch-Site", "cross-site", "Authorization", "Bearer k")));
    }

    @Test
    void onlyWhatIsMeantForEverybodyIsPublic() {
        for (String path : new String[] {
            "/signin.xhtml", "/health/ready", "/openapi", "/metrics", "/error/404.xhtml", "/kiosk-worker.js"
        }) {
            assertTrue(Paths.isPublic(request("GET", path, Map.of())), path);
        }
        for (String path :
                new String[] {"/", "/customers.xhtml", "/healthy.xhtml", "/api/v1/users", "/password.xhtml"}) {
            assertFalse(Paths.isPublic(request("GET", path, Map.of())), path);
        }
    }

    @Test
    void theAddressIsTheLastThatTheProxyWrote() {
        assertEquals(Optional.empty(), forwarded());
        assertEquals(Optional.of("192.0.2.1"), forwarded("192.0.2.1"));
        assertEquals(Optional.of("192.0.2.1"), forwarded("198.51.100.9, 192.0.2.1"));
        // A proxy that adds a line of its own leaves that of whoever called.
        assertEquals(Optional.of("192.0.2.1"), forwarded("198.51.100.9", "192.0.2.1"));
        assertEquals(Optional.of("192.0.2.1"), forwarded("198.51.100.9, 198.51.100.8", "198.51.100.7 , 192.0.2.1"));
    }

    @Test
    void theProtocolIsTheLastThatTheProxyWrote() {
        assertFalse(ClientAddress.forwardedSecure(lines("X-Forwarded-Proto")));
        assertTrue(ClientAddress.forwardedSecure(lines("X-Forwarded-Proto", "https")));
        assertTrue(ClientAddress.forwardedSecure(lines("X-Forwarded-Proto", "http, HTTPS ")));
        assertTrue(ClientAddress.forwardedSecure(lines("X-Forwarded-Proto", "http", "https")));
        // Whoever called said https; the proxy, which adds to it, says that it was not.
        assertFalse(ClientAddress.forwardedSecure(lines("X-Forwarded-Proto", "https", "http")));
        assertFalse(ClientAddress.forwardedSecure(lines("X-Forwarded-Proto", "https, http")));
    }

    private static Optional<String> forwarded(String... lines) {
        return ClientAddress.forwarded(lines("X-Forwarded-For", lines));
    }

    private static HttpServletRequest lines(String header, String... lines) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, args) -> {
                    assertEquals("getHeaders", called.getName());
                    assertEquals(header, args[0]);
                    return Collections.enumeration(List.of(lines));
                });
    }

    private static boolean post(String path, Map<String, String> headers) {
        return Origins.fromHere(request("POST", path, headers));
    }

    private static HttpServletRequest request(String method, String path, Map<String, String> headers) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, args) -> switch (called.getName()) {
                    case "getMethod" -> method;
                    case "getServletPath" -> path;
                    case "getPathInfo" -> null;
                    case "getHeader" -> headers.get(args[0]);
                    default -> throw new IllegalStateException("Not offered: " + called);
                });
    }
}
