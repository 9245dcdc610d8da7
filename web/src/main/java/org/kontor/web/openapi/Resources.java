package org.kontor.web.openapi;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.ws.rs.Path;
import java.util.Comparator;
import java.util.List;

/** Knows the resource classes of the application, once it has started. */
@WebListener
public class Resources implements ServletContextListener {

    private static volatile List<Class<?>> found = List.of();

    @Inject
    BeanManager beans;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        found = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .sorted(Comparator.comparing(Class::getSimpleName))
                .toList();
    }

    static List<Class<?>> found() {
        return found;
    }
}
