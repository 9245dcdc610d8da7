package org.kontor.web.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.access.ExternalIdentity;

/**
 * The provider's side of the authorization code flow (OpenID Connect Core 1.0, 3.1): where to send the user, what the code is worth.
 * Addresses and keys come from its discovery document. It must speak https, but for one on the same machine.
 */
final class OidcProvider {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int LARGEST_KEYS = 256 * 1024;
    private static final String WELL_KNOWN = "/.well-known/openid-configuration";
    /** Signatures by a key that only the provider has: neither none nor anything with a shared secret. */
    private static final Set<JWSAlgorithm> TRUSTED = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final OidcSettings.Provider settings;
    private final URI authorization;
    private final URI token;
    private final JWKSource<SecurityContext> keys;

    private OidcProvider(OidcSettings.Provider settings, JsonObject document) throws OidcRefused {
        this.settings = settings;
        authorization = endpoint(document, "authorization_endpoint");
        token = endpoint(document, "token_endpoint");
        try {
            int millis = Math.toIntExact(PATIENCE.toMillis());
            keys = JWKSourceBuilder.create(
                            endpoint(document, "jwks_uri").toURL(),
                            new DefaultResourceRetriever(millis, millis, LARGEST_KEYS))
                    .build();
        } catch (MalformedURLException e) {
            throw new OidcRefused("address of the keys", e);
        }
    }

    /** Reads the discovery document of the configured provider. */
    static OidcProvider discover(OidcSettings.Provider settings) throws OidcRefused {
        String issuer = settings.issuer().toString();
        URI address =
                URI.create((issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer) + WELL_KNOWN);
        JsonObject document = answer(HttpRequest.newBuilder(secure(address)), "discovery");
        if (!issuer.equals(document.getString("issuer", ""))) {
            throw new OidcRefused("discovery names another issuer");
        }
        return new OidcProvider(settings, document);
    }

    /** What it was configured with. */
    OidcSettings.Provider settings() {
        return settings;
    }

    /** Where the user signs in for this try. */
    URI authorize(OidcAttempt attempt) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", settings.clientId());
        query.put("redirect_uri", attempt.redirect());
        query.put("scope", settings.scopes());
        query.put("state", attempt.state());
        query.put("nonce", attempt.nonce());
        query.put("code_challenge", attempt.challenge());
        query.put("code_challenge_method", "S256");
        String begun = authorization.toString();
        return URI.create(begun + (begun.contains("?") ? "&" : "?") + form(query));
    }

    /**
     * Redeems the code of an answer.
     *
     * @throws OidcRefused when the provider does not take it, or its ID token is not for Kontor, not for this try, not of now, or not
     *     signed by it
     */
    ExternalIdentity redeem(OidcAttempt attempt, String code) throws OidcRefused {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "authorization_code");
        fields.put("code", code);
        fields.put("redirect_uri", attempt.redirect());
        fields.put("code_verifier", attempt.verifier());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(token).header("Content-Type", "application/x-www-form-urlencoded");
        if (settings.clientSecret().isEmpty()) {
            fields.put("client_id", settings.clientId());
        } else {
            String both = encoded(settings.clientId()) + ":" + encoded(settings.clientSecret());
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
        }
        JsonObject answer = answer(request.POST(HttpRequest.BodyPublishers.ofString(form(fields))), "code");
        return identity(verified(answer.getString("id_token", ""), attempt.nonce()));
    }

    private JWTClaimsSet verified(String idToken, String nonce) throws OidcRefused {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(TRUSTED, keys));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                settings.clientId(),
                new JWTClaimsSet.Builder()
                        .issuer(settings.issuer().toString())
                        .claim("nonce", nonce)
                        .build(),
                Set.of("sub", "exp", "iat")));
        try {
            JWTClaimsSet claims = processor.process(idToken, null);
            String party = claims.getStringClaim("azp");
            if (party == null ? claims.getAudience().size() > 1 : !party.equals(settings.clientId())) {
                throw new OidcRefused("ID token: for another client");
            }
            return claims;
        } catch (BadJOSEException e) {
            throw new OidcRefused("ID token: not of the provider, not for Kontor, not for this try or not of now", e);
        } catch (ParseException | JOSEException e) {
            throw new OidcRefused("ID token: cannot be read or checked", e);
        }
    }

    private ExternalIdentity identity(JWTClaimsSet claims) throws OidcRefused {
        try {
            boolean verified = Boolean.TRUE.equals(claims.getBooleanClaim("email_verified"));
            return new ExternalIdentity(
                    settings.issuer().toString(),
                    claims.getSubject(),
                    verified ? Optional.ofNullable(claims.getStringClaim("email")) : Optional.empty(),
                    Optional.ofNullable(claims.getStringClaim("name")).orElse(""));
        } catch (ParseException e) {
            throw new OidcRefused("ID token: a claim is not of its type", e);
        }
    }

    private static JsonObject answer(HttpRequest.Builder request, String what) throws OidcRefused {
        try {
            HttpResponse<String> response = CLIENT.send(
                    request.timeout(PATIENCE)
                            .header("Accept", "application/json")
                            .build(),
                    BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new OidcRefused(what + ": answered " + response.statusCode());
            }
            try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
                return reader.readObject();
            }
        } catch (IOException e) {
            throw new OidcRefused(what + ": not reached", e);
        } catch (JsonException e) {
            throw new OidcRefused(what + ": no JSON", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OidcRefused(what + ": interrupted", e);
        }
    }

    private static URI endpoint(JsonObject document, String name) throws OidcRefused {
        try {
            return secure(URI.create(document.getString(name, "")));
        } catch (IllegalArgumentException e) {
            throw new OidcRefused("discovery: " + name, e);
        }
    }

    private static URI secure(URI address) throws OidcRefused {
        boolean here = "http".equals(address.getScheme())
                && List.of("localhost", "127.0.0.1", "[::1]").contains(String.valueOf(address.getHost()));
        if (!"https".equals(address.getScheme()) && !here) {
            throw new OidcRefused("provider without https");
        }
        return address;
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
