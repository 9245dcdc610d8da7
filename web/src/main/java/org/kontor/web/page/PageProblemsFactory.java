package org.kontor.web.page;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** Puts {@link PageProblems} before the handler of the platform. */
public class PageProblemsFactory extends ExceptionHandlerFactory {

    /** Called by the platform once. */
    public PageProblemsFactory(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new PageProblems(getWrapped().getExceptionHandler());
    }
}
