package org.kontor.web.portal;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kontor.note.AttachmentContent;
import org.kontor.portal.PortalFiles;
import org.kontor.portal.PortalVisit;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.web.api.FileDownload;
import org.kontor.web.security.Paths;

/**
 * Files that a customer and the company share (S4-135, X-34): the list, one of them, and the upload. A servlet of its own, so that nobody who
 * is not signed in has a body read; an upload lies on disk, not in memory.
 */
@WebServlet({Paths.PORTAL + "/files", Paths.PORTAL + "/files/*"})
@MultipartConfig(maxFileSize = 262_144_000, maxRequestSize = 263_192_576, fileSizeThreshold = 65_536)
public class PortalFilesServlet extends PortalPages {

    private static final long serialVersionUID = 1L;
    private static final Pattern FILE = Pattern.compile("/(\\d{1,18})");
    private static final String PAGE = "/files";

    /** What a form has beside the file. */
    private static final long FORM = 16_384;

    @Inject
    transient PortalFiles files;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (off(request, response)) {
            return;
        }
        Optional<PortalVisit> visit = visit(request, response);
        if (visit.isEmpty()) {
            return;
        }
        String path = Optional.ofNullable(request.getPathInfo()).orElse("");
        Matcher file = FILE.matcher(path);
        try {
            if (file.matches()) {
                give(files.content(visit.get(), Long.parseLong(file.group(1))), response);
            } else if (path.isEmpty()) {
                list(
                        visit.get(),
                        Optional.ofNullable(request.getParameter("cursor")),
                        request.getParameter("added") == null ? "" : "added",
                        "",
                        200,
                        request,
                        response);
            } else {
                show(request, response, 404, screen("problem", visit));
            }
        } catch (AppException e) {
            // Whatever it is, a visitor is told the same: there is nothing here for them.
            show(request, response, 404, screen("problem", visit));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        if (!door.on()) {
            bare(404, response);
            return;
        }
        Optional<PortalVisit> visit = visit(request, response);
        if (visit.isEmpty()) {
            return;
        }
        long length = request.getContentLengthLong();
        if (length < 0 || length > files.maxBytes() + FORM) {
            bare(413, response);
            return;
        }
        if (request.getPathInfo() != null) {
            show(request, response, 404, screen("problem", visit));
            return;
        }
        try {
            if (!sentBy(visit.get(), request)) {
                show(request, response, 403, screen("problem", visit));
                return;
            }
            Part part = request.getPart("file");
            if (part == null) {
                list(visit.get(), Optional.empty(), "", "noFile", 422, request, response);
                return;
            }
            try {
                take(part, visit.get(), request, response);
            } finally {
                // What lies on disk would stay until the server ends.
                part.delete();
            }
        } catch (AppException e) {
            boolean large = e.kind() == ErrorKind.TOO_LARGE;
            list(visit.get(), Optional.empty(), "", large ? "large" : trouble(e), large ? 413 : 422, request, response);
        } catch (IllegalStateException e) {
            // The server's own limit for a body.
            bare(413, response);
        }
    }

    private void take(Part part, PortalVisit visit, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String name = Optional.ofNullable(part.getSubmittedFileName()).orElse("");
        if (name.isBlank() || part.getSize() == 0) {
            list(visit, Optional.empty(), "", "noFile", 422, request, response);
            return;
        }
        files.begin(visit);
        try (InputStream content = part.getInputStream()) {
            files.add(visit, name, content);
        }
        go(request, response, PAGE + "?added");
    }

    /** An answer without a page: a page asks for parameters, and then the server would read the whole body to find them. */
    private static void bare(int status, HttpServletResponse response) {
        response.setStatus(status);
        response.setHeader("Connection", "close");
        response.setContentLength(0);
    }

    /** Who is signed in with an account chosen; else it was answered where to go. */
    private Optional<PortalVisit> visit(HttpServletRequest request, HttpServletResponse response) {
        Optional<PortalVisit> visit = door.visit(PortalCookie.of(request));
        if (visit.isEmpty()) {
            go(request, response, "/sign-in");
        } else if (!visit.get().chosen()) {
            go(request, response, "/accounts");
            return Optional.empty();
        }
        return visit;
    }

    private static void go(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(303);
        response.setHeader("Location", request.getContextPath() + Paths.PORTAL + path);
    }

    /** What is to be done about a refusal: the end of a key of the messages. */
    static String trouble(AppException refused) {
        String code = refused.errors().isEmpty()
                ? String.valueOf(refused.code())
                : refused.errors().get(0).code();
        return switch (code) {
            case "TYPE_NOT_ALLOWED" -> "type";
            case "THREAT_FOUND" -> "threat";
            case "TOO_MANY" -> "many";
            default -> refused.errors().stream().anyMatch(error -> error.field().equals("name")) ? "name" : "again";
        };
    }

    private void list(
            PortalVisit visit,
            Optional<String> cursor,
            String notice,
            String trouble,
            int status,
            HttpServletRequest request,
            HttpServletResponse response)
            throws ServletException, IOException {
        show(
                request,
                response,
                status,
                screen("files", Optional.of(visit))
                        .files(files.list(visit, cursor))
                        .most(files.maxBytes() >> 20)
                        .notice(notice)
                        .trouble(trouble)
                        .amount(trouble.equals("many") ? PortalFiles.MOST_A_DAY : files.maxBytes() >> 20));
    }

    /** Always a download of no particular type: a browser is given nothing to show, and nothing to guess. */
    private static void give(AttachmentContent content, HttpServletResponse response) throws IOException {
        response.setContentType("application/octet-stream");
        response.setContentLengthLong(content.view().size());
        response.setHeader(
                "Content-Disposition", FileDownload.disposition(content.view().name()));
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        content.writeTo(response.getOutputStream());
    }
}
