package org.kontor.web.security;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * How many REST requests one address and one API key may send, counted on each node by itself: {@code kontor.http.rate.address}
 * and {@code kontor.http.rate.key}, requests a minute, 0 for no limit; {@code kontor.http.rate.notice} of those that anybody may send. A minute's worth may come at once.
 */
@ApplicationScoped
public class RateLimit {

    private static final int PER_ADDRESS = 12_000;
    private static final int PER_KEY = 6_000;

    private static final int NOTICES_PER_ADDRESS = 600;

    private TokenBuckets notices = new TokenBuckets(NOTICES_PER_ADDRESS);
    private TokenBuckets addresses = new TokenBuckets(PER_ADDRESS);
    private TokenBuckets keys = new TokenBuckets(PER_KEY);

    /** Reads the settings. */
    @PostConstruct
    void configure() {
        notices = new TokenBuckets(setting("kontor.http.rate.notice", NOTICES_PER_ADDRESS));
        addresses = new TokenBuckets(setting("kontor.http.rate.address", PER_ADDRESS));
        keys = new TokenBuckets(setting("kontor.http.rate.key", PER_KEY));
    }

    /** How long the address of this request has to wait; zero when it may go on. */
    Duration byAddress(HttpServletRequest request) {
        return addresses.take(ClientAddress.of(request), System.nanoTime());
    }

    /** How long whoever sends notices has to wait; zero when it may go on. */
    Duration byNotice(HttpServletRequest request) {
        return notices.take(ClientAddress.of(request), System.nanoTime());
    }

    /** How long an accepted API key has to wait; zero when it may go on. */
    Duration byKey(String apiKey) {
        return keys.take(apiKey, System.nanoTime());
    }

    private static int setting(String key, int otherwise) {
        int value =
                ConfigProvider.getConfig().getOptionalValue(key, Integer.class).orElse(otherwise);
        if (value < 0) {
            throw new IllegalStateException("Set " + key + " to a number of requests a minute, or 0 for no limit.");
        }
        return value;
    }
}
