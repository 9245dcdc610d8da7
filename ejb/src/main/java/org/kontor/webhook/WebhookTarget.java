package org.kontor.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.ConfigProvider;
import org.kontor.shared.AppException;
import org.kontor.shared.FieldError;

/**
 * Where a webhook may be sent: https and addresses of the public Internet. With {@code kontor.webhook.allow-private} also http and
 * addresses of private networks. A name is resolved once for each try, and the connection goes to the very address that was
 * checked, so a name cannot point elsewhere meanwhile.
 */
@ApplicationScoped
public class WebhookTarget {

    private static final int LONGEST = 2_000;

    /**
     * The address that is behind a URL.
     *
     * @param url where to send
     * @param host its host, for the header and the certificate
     * @param port its port
     * @param address what the host's name means now; checked
     */
    record Address(URI url, String host, int port, InetAddress address) {

        boolean encrypted() {
            return "https".equals(url.getScheme());
        }
    }

    /** A URL that must not be called; the message is for the delivery log. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /** Whether private networks may be called. */
    boolean allowsPrivate() {
        return ConfigProvider.getConfig()
                .getOptionalValue("kontor.webhook.allow-private", Boolean.class)
                .orElse(false);
    }

    /** What a name means now. */
    List<InetAddress> resolve(String host) throws UnknownHostException {
        return Arrays.asList(InetAddress.getAllByName(host));
    }

    /**
     * Refuses a URL that somebody wants to subscribe with, as far as it can be told now: a name that does not resolve may resolve
     * later.
     *
     * @throws AppException {@code INVALID} for {@code url}
     */
    void check(String url) {
        try {
            check(parse(url));
        } catch (UnknownHostException e) {
            return;
        } catch (Refused e) {
            throw AppException.invalid("url", "URL_REFUSED", String.valueOf(e.getMessage()));
        }
    }

    /** What is wrong with how a URL is written; its name is not looked up. */
    List<FieldError> form(String url) {
        try {
            parse(url);
            return List.of();
        } catch (Refused e) {
            return List.of(new FieldError("url", "URL_REFUSED", String.valueOf(e.getMessage())));
        }
    }

    /**
     * The address to connect to.
     *
     * @throws Refused when it must not be called
     * @throws UnknownHostException when the name does not resolve
     */
    Address of(String url) throws Refused, UnknownHostException {
        return check(parse(url));
    }

    private Address check(URI url) throws Refused, UnknownHostException {
        String host = url.getHost();
        List<InetAddress> addresses = resolve(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
        if (!allowsPrivate()) {
            for (InetAddress address : addresses) {
                if (!isPublic(address)) {
                    throw new Refused("Choose an address of the public Internet: " + host
                            + " is in a private network, which the operator has not allowed.");
                }
            }
        }
        int port = url.getPort() >= 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
        return new Address(url, host, port, addresses.get(0));
    }

    private URI parse(String text) throws Refused {
        URI url;
        try {
            url = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new Refused("Write the address as https://example.org/path.");
        }
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        boolean known = scheme.equals("https") || (scheme.equals("http") && allowsPrivate());
        if (!known || url.getHost() == null || url.getRawUserInfo() != null || text.length() > LONGEST) {
            throw new Refused("Write the address as https://example.org/path, without user name, at most " + LONGEST
                    + " characters.");
        }
        return url;
    }

    /** Whether an address belongs to no private, local or otherwise special network. */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] b = address.getAddress();
        int first = b[0] & 0xff;
        int second = b[1] & 0xff;
        if (address instanceof Inet4Address) {
            boolean shared = first == 100 && second >= 64 && second < 128;
            boolean testing = first == 198 && (second == 18 || second == 19);
            boolean special = first == 192 && second == 0 && (b[2] & 0xff) == 0;
            return first != 0 && first < 240 && !shared && !testing && !special;
        }
        // Only 2000::/3 is public; in it Teredo (2001::/32), 6to4 (2002::/16) and documentation carry other addresses.
        boolean teredo = first == 0x20 && second == 0x01 && b[2] == 0 && b[3] == 0;
        boolean documentation = first == 0x20 && second == 0x01 && (b[2] & 0xff) == 0x0d && (b[3] & 0xff) == 0xb8;
        boolean sixToFour = first == 0x20 && second == 0x02;
        return (first & 0xe0) == 0x20 && !teredo && !documentation && !sixToFour;
    }
}
