package org.kontor.web.portal;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kontor.document.Paper;
import org.kontor.portal.PortalOverview;
import org.kontor.portal.PortalSignIn;
import org.kontor.portal.PortalVisit;
import org.kontor.receivable.DocumentKind;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.web.security.ClientAddress;
import org.kontor.web.security.Paths;

/**
 * The portal (S4-62). No session of the server is used: who is signed in is told by {@link PortalCookie}, anew at each request. While
 * the portal is off there is nothing at any of its addresses.
 */
@WebServlet({Paths.PORTAL, Paths.PORTAL + "/*"})
public class PortalServlet extends PortalPages {

    private static final long serialVersionUID = 1L;
    private static final Pattern DOCUMENT = Pattern.compile("/(invoices|credit-memos)/(\\d{1,18})\\.pdf");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (off(request, response)) {
            return;
        }
        Optional<PortalVisit> visit = door.visit(PortalCookie.of(request));
        String path = path(request);
        switch (path) {
            case "/sign-in" -> {
                if (visit.isPresent()) {
                    go(request, response, "");
                } else {
                    show(
                            request,
                            response,
                            200,
                            screen("sign-in", visit)
                                    .notice(request.getParameter("accepted") != null ? "accepted" : ""));
                }
            }
            case "/accept" -> accept(request, response, 200, "", 0);
            default -> {
                if (visit.isEmpty()) {
                    go(request, response, "/sign-in");
                } else {
                    inside(path, visit.get(), request, response);
                }
            }
        }
    }

    private void inside(String path, PortalVisit visit, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<PortalVisit> who = Optional.of(visit);
        if (!visit.chosen() && !path.equals("/accounts")) {
            go(request, response, "/accounts");
            return;
        }
        try {
            Matcher document = DOCUMENT.matcher(path);
            if (document.matches()) {
                give(
                        records.pdf(
                                visit,
                                document.group(1).equals("invoices") ? DocumentKind.INVOICE : DocumentKind.CREDIT_MEMO,
                                Long.parseLong(document.group(2))),
                        response);
                return;
            }
            switch (path) {
                case "" -> {
                    PortalOverview open = records.overview(visit);
                    show(
                            request,
                            response,
                            200,
                            screen("home", who)
                                    .overview(open)
                                    .accounts(door.accounts(visit))
                                    .payment(records.payment(visit, open)));
                }
                case "/accounts" ->
                    show(request, response, 200, screen("accounts", who).accounts(door.accounts(visit)));
                case "/history" ->
                    show(
                            request,
                            response,
                            200,
                            screen("history", who)
                                    .history(records.history(
                                            visit, Optional.ofNullable(request.getParameter("cursor")))));
                case "/statement.pdf" -> give(records.statement(visit), response);
                default -> show(request, response, 404, screen("problem", who));
            }
        } catch (AppException e) {
            // Whatever it is, a visitor is told the same: there is nothing here for them.
            show(request, response, 404, screen("problem", who));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        if (off(request, response)) {
            return;
        }
        switch (path(request)) {
            case "/sign-in" -> signIn(request, response);
            case "/accept" -> accept(request, response);
            default -> {
                Optional<PortalVisit> visit = door.visit(PortalCookie.of(request));
                if (visit.isEmpty()) {
                    go(request, response, "/sign-in");
                } else if (!sentBy(visit.get(), request)) {
                    show(request, response, 403, screen("problem", visit));
                } else {
                    act(visit.get(), request, response);
                }
            }
        }
    }

    private void act(PortalVisit visit, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        switch (path(request)) {
            case "/sign-out" -> {
                door.signOut(visit, ClientAddress.of(request));
                PortalCookie.take(request, response);
                go(request, response, "/sign-in");
            }
            case "/accounts" -> {
                String account = text(request, "account");
                try {
                    door.choose(visit, account.matches("\\d{1,18}") ? Long.parseLong(account) : 0);
                    go(request, response, "");
                } catch (AppException e) {
                    go(request, response, "/accounts");
                }
            }
            default -> show(request, response, 404, screen("problem", Optional.of(visit)));
        }
    }

    private void signIn(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        String email = text(request, "email");
        PortalSignIn.Outcome outcome =
                door.byPassword(email, text(request, "password"), PortalCookie.of(request), ClientAddress.of(request));
        if (outcome.session().isPresent()) {
            PortalCookie.give(request, response, outcome.session().get());
            go(request, response, "");
        } else {
            boolean locked = !outcome.pause().isZero();
            if (locked) {
                response.setHeader("Retry-After", Long.toString(outcome.pause().toSeconds() + 1));
            }
            show(
                    request,
                    response,
                    locked ? 429 : 200,
                    screen("sign-in", Optional.empty())
                            .email(email.length() > 254 ? "" : email)
                            .trouble(locked ? "wait" : "refused")
                            .amount(outcome.pause().toMinutes() + 1));
        }
    }

    private void accept(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        String password = text(request, "newPassword");
        if (!password.equals(text(request, "again"))) {
            accept(request, response, 200, "differ", 0);
            return;
        }
        try {
            door.accept(text(request, "token"), password, ClientAddress.of(request));
        } catch (AppException e) {
            accept(request, response, 200, e.kind() == ErrorKind.INVALID ? "weak" : "", door.passwordMinLength());
            return;
        }
        PortalCookie.take(request, response);
        go(request, response, "/sign-in?accepted");
    }

    private void accept(
            HttpServletRequest request, HttpServletResponse response, int status, String trouble, long amount)
            throws ServletException, IOException {
        String token = text(request, "token");
        Optional<String> email = door.invited(token);
        show(
                request,
                response,
                status,
                screen("accept", Optional.empty())
                        .token(token)
                        .email(email.orElse(""))
                        .trouble(trouble)
                        .amount(amount == 0 ? door.passwordMinLength() : amount));
    }

    private static void give(Paper paper, HttpServletResponse response) throws IOException {
        response.setContentType(paper.type());
        response.setContentLength(paper.bytes().length);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + paper.name() + "\"");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.getOutputStream().write(paper.bytes());
    }

    private static void go(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(303);
        response.setHeader("Location", request.getContextPath() + Paths.PORTAL + path);
    }

    private static String path(HttpServletRequest request) {
        String path = request.getPathInfo();
        return path == null || path.equals("/") ? "" : path;
    }
}
