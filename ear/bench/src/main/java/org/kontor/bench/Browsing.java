package org.kontor.bench;

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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who is signed in with a cookie and looks at pages; scripts and pictures are not fetched. */
final class Browsing {

    private static final Pattern INPUT = Pattern.compile("<input[^>]*>");
    private static final Pattern BUTTON = Pattern.compile("<button[^>]*type=\"submit\"[^>]*>");
    private static final Pattern NONCE = Pattern.compile("csp\\.init\\('([^']+)'\\)");

    private final URI base;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();

    Browsing(URI base) {
        this.base = base;
    }

    /** Fills the sign-in form; fails when that does not lead inside. */
    void signIn(String login, String password) throws IOException, InterruptedException {
        HttpResponse<String> answer = post("/signin.xhtml", fields(get("/signin.xhtml"), login, password));
        String to = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() / 100 != 3 || to.contains("/signin.xhtml")) {
            throw new IllegalStateException("Signing in as " + login + " answered " + answer.statusCode() + " " + to);
        }
        if (to.contains("/password.xhtml")) {
            throw new IllegalStateException(login + " has to choose another password first");
        }
    }

    /** Replaces the password with which somebody signs in for the first time. */
    void signInFirst(String login, String given, String chosen) throws IOException, InterruptedException {
        post("/signin.xhtml", fields(get("/signin.xhtml"), login, given));
        Map<String, String> form = fields(get("/password.xhtml"), "", chosen);
        form.keySet().stream()
                .filter(name -> name.toLowerCase(java.util.Locale.ROOT).contains("current"))
                .findFirst()
                .ifPresent(name -> form.put(name, given));
        post("/password.xhtml", form);
    }

    /** A page, whole. */
    String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + " "
                    + answer.headers().firstValue("Location").orElse(""));
        }
        return answer.body();
    }

    private HttpResponse<String> post(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        String form = fields.entrySet().stream()
                .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                .collect(Collectors.joining("&"));
        return client.send(
                HttpRequest.newBuilder(base.resolve(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private static Map<String, String> fields(String page, String login, String password) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher inputs = INPUT.matcher(page);
        while (inputs.find()) {
            String input = inputs.group();
            switch (attribute(input, "type")) {
                case "text" -> fields.put(attribute(input, "name"), login);
                case "password" -> fields.put(attribute(input, "name"), password);
                case "hidden" -> fields.put(attribute(input, "name"), attribute(input, "value"));
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
        Matcher nonce = NONCE.matcher(page);
        if (nonce.find()) {
            fields.put("primefaces.nonce", nonce.group(1));
        }
        return fields;
    }

    private static String attribute(String tag, String name) {
        Matcher value = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(tag);
        return value.find() ? value.group(1) : "";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
