package org.kontor.web.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.annotation.WebListener;
import java.util.EnumSet;

/** Puts the filters in their order and limits sessions. SameSite and Secure of the cookie stand in glassfish-web.xml: here the server ignores them. */
@WebListener
public class SecurityListener implements ServletContextListener {

    private static final int IDLE_MINUTES = 60;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        filter(context, "edge", EdgeFilter.class);
        filter(context, "caller", CallerFilter.class);
        context.addServlet("signout", SignOutServlet.class).addMapping(Paths.SIGN_OUT);
        context.addServlet("oidc", OidcServlet.class).addMapping(Paths.OIDC + "/*");
        context.addServlet("kiosk", KioskServlet.class).addMapping(Paths.KIOSK);
        context.addServlet("noSuchApi", NoSuchApiServlet.class).addMapping("/api", "/api/*");
        context.setSessionTimeout(IDLE_MINUTES);
        context.setSessionTrackingModes(EnumSet.of(SessionTrackingMode.COOKIE));
        SessionCookieConfig cookie = context.getSessionCookieConfig();
        cookie.setHttpOnly(true);
    }

    private static void filter(ServletContext context, String name, Class<? extends Filter> type) {
        context.addFilter(name, type).addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");
    }
}
