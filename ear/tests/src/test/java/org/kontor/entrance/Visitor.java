package org.kontor.entrance;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with cookies and without scripts; follows no redirect, so that each can be looked at. */
final class Visitor {

    private static final Pattern INPUT = Pattern.compile("<input[^>]*>");
    private static final Pattern BUTTON = Pattern.compile("<button[^>]*type=\"submit\"[^>]*>");

    private static final Pattern NONCE = Pattern.compile("csp\\.init\\('([^']+)'\\)");

    private final URI base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(30))
            .build();

    Visitor(URI base) {
        this.base = base;
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
        String form = fields.entrySet().stream()
                .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    HttpResponse<String> postJson(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    /** Fills the sign-in form and sends it, as a browser would. */
    HttpResponse<String> signIn(String login, String password, String... headers) {
        return signInFrom("/signin.xhtml", login, password, headers);
    }

    /** The same, from the sign-in page as somebody was led to it. */
    HttpResponse<String> signInFrom(String page, String login, String password, String... headers) {
        return post("/signin.xhtml", form(get(page).body(), login, password), headers);
    }

    /** Fills the form for a new password and sends it. */
    HttpResponse<String> choose(String current, String next) {
        Map<String, String> fields = form(get("/password.xhtml").body(), "", next);
        fields.keySet().stream()
                .filter(name -> name.toLowerCase(java.util.Locale.ROOT).contains("current"))
                .findFirst()
                .ifPresent(name -> fields.put(name, current));
        return post("/password.xhtml", fields);
    }

    /** The fields of the sign-in form of this page. */
    static Map<String, String> form(String page, String login, String password) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher inputs = INPUT.matcher(page);
        while (inputs.find()) {
            String input = inputs.group();
            String name = attribute(input, "name");
            switch (attribute(input, "type")) {
                case "text" -> fields.put(name, login);
                case "password" -> fields.put(name, password);
                case "hidden" -> fields.put(name, attribute(input, "value"));
                default -> {
                    // A box that is not ticked is not sent.
                }
            }
        }
        Matcher button = BUTTON.matcher(page);
        while (button.find()) {
            fields.put(attribute(button.group(), "name"), "");
        }
        fields.remove("");
        // A script of the page would send it along.
        Matcher nonce = NONCE.matcher(page);
        if (nonce.find()) {
            fields.put("primefaces.nonce", nonce.group(1));
        }
        return fields;
    }

    /** What a script of the session's pages sends along when it calls REST. */
    String csrfToken() {
        Matcher token = Pattern.compile("name=\"csrf-token\" content=\"([^\"]+)\"")
                .matcher(get("/customers.xhtml").body());
        if (!token.find()) {
            throw new AssertionError("The page does not name its token");
        }
        return token.group(1);
    }

    /** The session cookie's value; empty before there is one. */
    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(c -> c.getName().equals("JSESSIONID"))
                .map(c -> c.getValue())
                .findFirst()
                .orElse("");
    }

    /** Goes on with this session cookie. */
    Visitor withSession(String value) {
        java.net.HttpCookie cookie = new java.net.HttpCookie("JSESSIONID", value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(base, cookie);
        return this;
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(60));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String attribute(String tag, String name) {
        Matcher value = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(tag);
        return value.find() ? value.group(1) : "";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
