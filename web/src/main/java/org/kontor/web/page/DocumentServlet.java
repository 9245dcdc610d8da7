package org.kontor.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kontor.document.Documents;
import org.kontor.document.Paper;
import org.kontor.document.Statements;
import org.kontor.document.TemplateDraft;
import org.kontor.document.Templates;
import org.kontor.lifecycle.ErasureCertificates;
import org.kontor.receivable.DocumentKind;
import org.kontor.shared.AppException;

/**
 * Files for the pages, by an address of their own, so that a page can show one in a frame: {@code /documents/invoices/7.pdf},
 * {@code /documents/credit-memos/7.ubl.xml}, {@code /documents/statements/42.pdf?asOf=2026-03-31}, {@code /documents/invoices.zip?id=7&id=8},
 * {@code /documents/erasures/7.pdf}.
 * With {@code download} the browser keeps the file.
 */
@WebServlet("/documents/*")
public class DocumentServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern STATEMENT = Pattern.compile("/statements/(\\d{1,18})\\.pdf");
    private static final Pattern TEMPLATE = Pattern.compile("/templates/([A-Z]+-[a-z]+[A-Z0-9_-]{0,61})\\.pdf");
    private static final Pattern ERASURE = Pattern.compile("/erasures/(\\d{1,18})\\.pdf");
    private static final String ARCHIVE = "/invoices.zip";
    private static final Pattern DOCUMENT =
            Pattern.compile("/(invoices|credit-memos)/(\\d{1,18})\\.(pdf|factur-x\\.xml|ubl\\.xml)");

    @Inject
    transient Documents documents;

    @Inject
    transient Statements statements;

    @Inject
    transient Templates templates;

    @Inject
    transient ErasureCertificates certificates;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        try {
            Optional<Paper> paper = paper(path, request);
            if (paper.isEmpty()) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            } else {
                give(paper.get(), request.getParameter("download") != null, response);
            }
        } catch (AppException e) {
            request.setAttribute(PageProblems.MESSAGE, String.valueOf(e.getMessage()));
            response.sendError(status(e));
        }
    }

    /** A made-up document with the template that stands in the form of the page; what is wrong with it is shown in its place. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher template = TEMPLATE.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        if (!template.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            String body = Optional.ofNullable(request.getParameter("form:body")).orElse("");
            give(templates.preview(template.group(1), new TemplateDraft(body)), false, response);
        } catch (AppException e) {
            if (e.errors().isEmpty()) {
                response.sendError(status(e));
                return;
            }
            framed(response);
            response.setStatus(status(e));
            response.setContentType("text/plain; charset=UTF-8");
            String wrong =
                    Sentences.in(ReaderLocale.of(request)).of(e.errors().get(0).message());
            response.getOutputStream().write(wrong.getBytes(StandardCharsets.UTF_8));
        }
    }

    private Optional<Paper> paper(String path, HttpServletRequest request) {
        Matcher document = DOCUMENT.matcher(path);
        Matcher statement = STATEMENT.matcher(path);
        Matcher erasure = ERASURE.matcher(path);
        if (document.matches()) {
            return Optional.of(paper(document));
        }
        if (erasure.matches()) {
            return Optional.of(certificates.paper(Long.parseLong(erasure.group(1))));
        }
        if (statement.matches()) {
            return Optional.of(
                    statements.pdf(Long.parseLong(statement.group(1)), StatementForm.query(request::getParameter)));
        }
        return path.equals(ARCHIVE) ? Optional.of(documents.archive(chosen(request))) : Optional.empty();
    }

    private static List<Long> chosen(HttpServletRequest request) {
        return Stream.of(Optional.ofNullable(request.getParameterValues("id")).orElseGet(() -> new String[0]))
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .toList();
    }

    private Paper paper(Matcher asked) {
        DocumentKind kind = asked.group(1).equals("invoices") ? DocumentKind.INVOICE : DocumentKind.CREDIT_MEMO;
        long id = Long.parseLong(asked.group(2));
        return switch (asked.group(3)) {
            case "pdf" -> documents.pdf(kind, id);
            case "ubl.xml" -> documents.ubl(kind, id);
            default -> documents.cii(kind, id);
        };
    }

    private static int status(AppException refusal) {
        return switch (refusal.kind()) {
            case INVALID, CONFLICT -> HttpServletResponse.SC_CONFLICT;
            default -> PageProblems.status(refusal);
        };
    }

    private static void give(Paper paper, boolean download, HttpServletResponse response) throws IOException {
        response.setContentType(paper.type());
        response.setContentLength(paper.bytes().length);
        response.setHeader(
                "Content-Disposition", (download ? "attachment" : "inline") + "; filename=\"" + paper.name() + "\"");
        framed(response);
        response.getOutputStream().write(paper.bytes());
    }

    /** A page of Kontor may show it. */
    private static void framed(HttpServletResponse response) {
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setHeader("Content-Security-Policy", "frame-ancestors 'self'");
    }
}
