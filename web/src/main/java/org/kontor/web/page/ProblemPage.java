package org.kontor.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** What an error page tells: the sentence of the refusal, or the incident to quote. */
@Named("problem")
@RequestScoped
public class ProblemPage {

    @Inject
    HttpServletRequest request;

    @Inject
    Texts texts;

    /** The sentence of the refusal; empty when there is none. */
    public String getMessage() {
        return texts.say(attribute(PageProblems.MESSAGE));
    }

    /** The incident; empty when nothing of ours went wrong. */
    public String getIncident() {
        return attribute(PageProblems.INCIDENT);
    }

    private String attribute(String name) {
        return Optional.ofNullable(request.getAttribute(name))
                .map(Object::toString)
                .orElse("");
    }
}
