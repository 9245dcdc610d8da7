package org.kontor.entrance;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A small provider of OpenID Connect that signs everybody in as the account which the test chose, and checks what Kontor must send. */
final class OidcTestProvider implements AutoCloseable {

    static final String CLIENT = "kontor-it";
    static final String SECRET = "s3cret+of/the:client";

    /** Makes the ID token of a test out of the claims that would be right. */
    interface Token {
        String of(JWTClaimsSet.Builder right, OidcTestProvider provider) throws JOSEException;
    }

    private final HttpServer server;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    final RSAKey rsa;
    final ECKey ec;
    private volatile String subject = "";
    private volatile String email = "";
    private volatile Token token = (claims, provider) -> "";

    OidcTestProvider() {
        try {
            rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
            ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, discovery()));
        server.createContext(
                "/keys",
                exchange -> answer(
                        exchange,
                        200,
                        new JWKSet(Arrays.asList(rsa, ec)).toPublicJWKSet().toString()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::redeem);
        server.start();
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Who signs in next, with which ID token. */
    void next(String subject, String email, Token token) {
        this.subject = subject;
        this.email = email;
        this.token = token;
    }

    private String discovery() {
        return "{\"issuer\":\"" + issuer() + "\",\"authorization_endpoint\":\"" + issuer()
                + "/authorize\",\"token_endpoint\":\"" + issuer() + "/token\",\"jwks_uri\":\"" + issuer() + "/keys\"}";
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> query = fields(exchange.getRequestURI().getRawQuery());
        boolean asDue = query.get("response_type").equals("code")
                && query.get("client_id").equals(CLIENT)
                && query.get("scope").contains("openid")
                && query.get("code_challenge_method").equals("S256")
                && query.get("state").length() >= 32
                && query.get("nonce").length() >= 32;
        if (!asDue) {
            answer(exchange, 400, "{}");
            return;
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, query);
        exchange.getResponseHeaders()
                .add("Location", query.get("redirect_uri") + "?code=" + code + "&state=" + query.get("state"));
        answer(exchange, 303, "");
    }

    private void redeem(HttpExchange exchange) throws IOException {
        Map<String, String> form = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> asked = codes.remove(form.getOrDefault("code", ""));
        boolean asDue = asked != null
                && form.get("grant_type").equals("authorization_code")
                && form.get("redirect_uri").equals(asked.get("redirect_uri"))
                && hashed(form.get("code_verifier")).equals(asked.get("code_challenge"))
                && String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                        .equals("Basic "
                                + Base64.getEncoder()
                                        .encodeToString("kontor-it:s3cret%2Bof%2Fthe%3Aclient"
                                                .getBytes(StandardCharsets.US_ASCII)));
        if (!asDue) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(subject)
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", asked.get("nonce"))
                .claim("email", email)
                .claim("email_verified", true)
                .claim("name", "Oda Example");
        try {
            answer(exchange, 200, "{\"token_type\":\"Bearer\",\"id_token\":\"" + token.of(claims, this) + "\"}");
        } catch (JOSEException e) {
            answer(exchange, 500, "{}");
        }
    }

    private static String hashed(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> fields(String form) {
        return Arrays.stream(form.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(f -> f[0], f -> URLDecoder.decode(f[1], StandardCharsets.UTF_8)));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
