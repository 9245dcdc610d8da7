package org.kontor.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** By which address users reach Kontor, {@code kontor.base-url}. What a request calls itself is never believed in a mail. */
@ApplicationScoped
public class BaseUrl {

    private static final Logger LOG = System.getLogger(BaseUrl.class.getName());

    /** The address of a page, or empty when none is configured. */
    public Optional<String> of(String page) {
        return configured().map(base -> (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + page);
    }

    /** The configured text; overridden by tests. */
    Optional<String> text() {
        return ConfigProvider.getConfig().getOptionalValue("kontor.base-url", String.class);
    }

    private Optional<String> configured() {
        Optional<String> text = text().map(String::strip).filter(value -> !value.isEmpty());
        Optional<String> good = text.filter(BaseUrl::isAddress);
        if (text.isPresent() && good.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "Set kontor.base-url to an address such as https://kontor.example.org; mail with links is not sent");
        }
        return good;
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = new URI(text);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
