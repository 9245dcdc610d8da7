package org.kontor.web.page;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Iterator;
import java.util.Optional;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/**
 * Turns what went wrong in a page into something that helps: a banner over the form that the reader is in (what was typed
 * stays), or a page with the right status. Only faults of our own are logged, under the incident that the reader sees.
 */
public class PageProblems extends ExceptionHandlerWrapper {

    private static final System.Logger LOG = System.getLogger(PageProblems.class.getName());
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /** Request attribute with the sentence that an error page shows. */
    static final String MESSAGE = "kontor.problem.message";

    /** Request attribute with the incident that an error page shows. */
    static final String INCIDENT = "kontor.problem.incident";

    PageProblems(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() throws FacesException {
        FacesContext context = FacesContext.getCurrentInstance();
        for (Iterator<ExceptionQueuedEvent> events =
                        getUnhandledExceptionQueuedEvents().iterator();
                events.hasNext(); ) {
            Throwable thrown = root(events.next().getContext().getException());
            if (answer(context, thrown)) {
                events.remove();
            }
        }
        getWrapped().handle();
    }

    private static boolean answer(FacesContext context, Throwable thrown) {
        if (thrown instanceof ViewExpiredException expired) {
            return reload(context, expired.getViewId());
        }
        if (thrown instanceof FileNotFoundException) {
            return send(context, 404, "", "");
        }
        if (thrown instanceof AppException absent && absent.kind() == ErrorKind.ABSENT && elsewhere(context, absent)) {
            return true;
        }
        boolean ours = !(thrown instanceof AppException);
        String incident = "";
        String message = "";
        if (thrown instanceof AppException refusal && refusal.kind() != ErrorKind.BUG) {
            message = String.valueOf(refusal.getMessage());
        } else {
            incident = incident();
            LOG.log(System.Logger.Level.ERROR, "Incident " + incident, thrown);
        }
        boolean canShow = context.getPartialViewContext().isAjaxRequest()
                && !PhaseId.RENDER_RESPONSE.equals(context.getCurrentPhaseId())
                && context.getViewRoot() != null;
        if (canShow) {
            Texts texts = CDI.current().select(Texts.class).get();
            CDI.current()
                    .select(Notices.class)
                    .get()
                    .refused(incident.isEmpty() ? message : texts.of("fault.incident", incident));
            context.renderResponse();
            return true;
        }
        return send(context, ours ? 500 : status(thrown), message, incident);
    }

    /** Who was merged is shown under the id of who stayed. */
    private static boolean elsewhere(FacesContext context, AppException absent) {
        HttpServletRequest request =
                (HttpServletRequest) context.getExternalContext().getRequest();
        if (!request.getMethod().equals("GET")) {
            return false;
        }
        Optional<String> query = CDI.current()
                .select(FormerAddress.class)
                .get()
                .instead(
                        absent.code(),
                        Optional.ofNullable(request.getQueryString()).orElse(""),
                        context.getExternalContext().getRequestParameterMap());
        query.ifPresent(text -> redirect(context, request.getRequestURI() + "?" + text));
        return query.isPresent();
    }

    private static void redirect(FacesContext context, String address) {
        try {
            context.getExternalContext().redirect(address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.responseComplete();
    }

    /** The status of the page that tells of it. */
    static int status(Throwable thrown) {
        return thrown instanceof AppException refusal
                ? switch (refusal.kind()) {
                    case UNAUTHENTICATED, FORBIDDEN -> 403;
                    case ABSENT, MALFORMED -> 404;
                    case GONE -> 410;
                    default -> 500;
                }
                : 500;
    }

    private static boolean send(FacesContext context, int status, String message, String incident) {
        ExternalContext external = context.getExternalContext();
        if (external.isResponseCommitted()) {
            return true;
        }
        external.getRequestMap().put(MESSAGE, message);
        external.getRequestMap().put(INCIDENT, incident);
        try {
            external.responseReset();
            external.responseSendError(status, message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.responseComplete();
        return true;
    }

    /** The session knows this page no more: it is loaded anew, and the browser puts back what was typed. */
    private static boolean reload(FacesContext context, String viewId) {
        ExternalContext external = context.getExternalContext();
        String query = Optional.ofNullable(external.getRequestHeaderMap().get("Referer"))
                .filter(referer -> referer.contains(viewId + "?"))
                .map(referer -> referer.substring(referer.indexOf('?')))
                .orElse("");
        redirect(context, external.getRequestContextPath() + viewId + query);
        return true;
    }

    private static Throwable root(Throwable thrown) {
        Throwable current = thrown;
        while (current.getCause() != null && !(current instanceof AppException)) {
            current = current.getCause();
        }
        return current;
    }

    private static String incident() {
        StringBuilder text = new StringBuilder(9);
        for (int i = 0; i < 8; i++) {
            text.append(i == 4 ? "-" : "").append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
