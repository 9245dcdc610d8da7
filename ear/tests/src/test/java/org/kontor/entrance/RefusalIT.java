package org.kontor.entrance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.Api.Reply;
import org.kontor.harness.KontorServer;
import org.kontor.harness.OnKontor;
import org.kontor.harness.OpenApi;

/** Every operation and every page, without credentials and without the permission. */
@ExtendWith(OnKontor.class)
class RefusalIT {

    /** A permission that opens nothing of this version: who has it alone gets in nowhere. */
    private static final String USELESS = "medical:customer";

    /** Whoever is signed in may know who that is. */
    private static final Set<String> FREE =
            Set.of("GET /api/v1/users/me", "GET /api/v1/users/me/preferences", "PATCH /api/v1/users/me/preferences");

    /** Asks for the current password, which a sample body does not hold. */
    private static final Set<String> OWN_PASSWORD = Set.of("POST /api/v1/users/me/password");

    /** The vault that sends it has no credentials: its connector looks where it comes from, and refuses everybody else. */
    private static final Set<String> WITHOUT_CREDENTIALS = Set.of("POST /api/v1/connections/{id}/notices");

    /** Pages for everybody, or for everybody who is signed in. */
    private static final Set<String> OPEN_PAGES = Set.of(
            "/signin.xhtml",
            "/signin-code.xhtml",
            "/two-factor.xhtml",
            "/password.xhtml",
            "/forgot-password.xhtml",
            "/reset-password.xhtml",
            "/index.xhtml",
            "/preferences.xhtml");

    /** Pages for somebody who cannot sign in. */
    private static final Set<String> BEFORE_SIGNING_IN =
            Set.of("/signin.xhtml", "/forgot-password.xhtml", "/reset-password.xhtml");

    @Test
    void everyOperationAnswers401WithoutCredentials(Api api) {
        List<String> wrong = new ArrayList<>();
        for (OpenApi.Operation operation : new OpenApi(api).operations()) {
            Reply reply = call(api, api.anonymous(), operation);
            boolean refused = WITHOUT_CREDENTIALS.contains(operation.toString())
                    ? reply.status() == 403 && reply.text("/code").equals("NOTICE_REFUSED")
                    : reply.status() == 401 && reply.text("/code").equals("NOT_SIGNED_IN");
            if (!refused) {
                wrong.add(operation + " -> " + reply.status() + " " + reply.body());
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyOperationAnswers403WithoutThePermission(KontorServer kontor, Api api) {
        Api useless = Accounts.key(kontor, USELESS);
        List<String> wrong = new ArrayList<>();
        int walked = 0;
        for (OpenApi.Operation operation : new OpenApi(api).operations()) {
            walked++;
            Reply reply = call(api, useless, operation);
            if (reply.status() != wanted(operation.toString())) {
                wrong.add(operation + " -> " + reply.status() + " " + reply.body());
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(walked > 10, "walked " + walked);
    }

    @Test
    void everyPageLeadsToTheSignInWithoutASession(KontorServer kontor) throws IOException {
        Visitor visitor = new Visitor(kontor.base());
        List<String> wrong = new ArrayList<>();
        for (String page : pages()) {
            HttpResponse<String> answer = visitor.get(page);
            String to = answer.headers().firstValue("Location").orElse("");
            boolean turned = answer.statusCode() == 303 && to.contains("/signin.xhtml");
            if (turned == BEFORE_SIGNING_IN.contains(page)) {
                wrong.add(page + " -> " + answer.statusCode() + " " + to);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyPageIsRefusedWithoutThePermission(KontorServer kontor, Api api) throws IOException {
        Visitor visitor = Accounts.signedIn(kontor, api, USELESS);
        List<String> wrong = new ArrayList<>();
        for (String page : pages()) {
            HttpResponse<String> answer = visitor.get(page + "?id=1&q=smith");
            if (!OPEN_PAGES.contains(page) && answer.statusCode() != 403) {
                wrong.add(page + " -> " + answer.statusCode());
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void whoMayNotReadReceivablesSeesNoneOfThemOnTheRecord(KontorServer kontor, Api api) {
        String id = api.post(
                        "/api/v1/customers",
                        "{\"accountType\":\"STANDARD\",\"class\":\"BUSINESS\",\"companyName\":\"Discreet Works\"}")
                .expect(201)
                .text("/id");
        api.post(
                        "/api/v1/invoices",
                        "{\"customerId\":" + id
                                + ",\"status\":\"OPEN\",\"lines\":[{\"description\":\"Work\",\"quantity\":\"1\","
                                + "\"unitPrice\":\"7654.32\"}]}")
                .expect(201);
        Visitor clerk = Accounts.signedIn(kontor, api, "read:customer");
        Visitor accountant = Accounts.signedIn(kontor, api, "read:customer", "read:receivable");
        for (String tab : List.of("overview", "transactions", "timeline")) {
            String path = "/customer.xhtml?id=" + id + "&tab=" + tab;
            String seen = clerk.get(path).body();
            assertTrue(seen.contains("Discreet Works"), seen);
            assertFalse(seen.contains("654.32") || seen.contains("tab=transactions"), tab);
            assertTrue(accountant.get(path).body().contains("7,654.32"), tab);
        }
    }

    private static int wanted(String operation) {
        if (OWN_PASSWORD.contains(operation)) {
            return 422;
        }
        return FREE.contains(operation) ? 200 : 403;
    }

    private static Reply call(Api describing, Api caller, OpenApi.Operation operation) {
        OpenApi document = new OpenApi(describing);
        String path = operation.path().replaceAll("\\{[^}]*}", "1");
        JsonNode content = operation.definition().path("requestBody").path("content");
        if (content.has("multipart/form-data")) {
            return caller.upload(
                    path, "a.csv", "a,b\n1,2\n".getBytes(java.nio.charset.StandardCharsets.UTF_8), Map.of());
        }
        if (content.isMissingNode() || content.isEmpty()) {
            return caller.send(operation.method(), path, "application/json", "");
        }
        String type = content.fieldNames().next();
        return caller.send(
                operation.method(),
                path,
                type,
                document.sample(content.path(type).path("schema")).toString());
    }

    /** The pages that the distribution holds: every view outside of WEB-INF, error pages aside. */
    private static List<String> pages() throws IOException {
        Path application = KontorServer.distribution().resolve("lib").resolve("kontor");
        try (Stream<Path> files = Files.walk(application)) {
            List<String> pages = files.map(file -> "/" + application.relativize(file))
                    .filter(name -> name.endsWith(".xhtml"))
                    .filter(name -> !name.startsWith("/WEB-INF/")
                            && !name.startsWith("/error/")
                            && !name.startsWith("/resources/"))
                    .toList();
            assertTrue(pages.size() > 3, "pages found: " + pages);
            return pages;
        }
    }
}
