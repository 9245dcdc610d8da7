package org.kontor.harness;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests what they take as parameters: the shared {@link KontorServer}, an {@link Api}, a fresh browser {@link Page}. */
public final class OnKontor implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(OnKontor.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == KontorServer.class || type == Api.class || type == Page.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == KontorServer.class) {
            return KontorServer.shared();
        }
        if (type == Api.class) {
            return KontorServer.shared().api();
        }
        Page page = Browser.page(KontorServer.shared().base());
        context.getStore(NAMESPACE)
                .put(page, (AutoCloseable) () -> page.context().close());
        return page;
    }
}
