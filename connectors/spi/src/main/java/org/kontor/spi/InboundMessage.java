package org.kontor.spi;

import java.util.Map;

/**
 * What somebody sent to Kontor in a remote system's name. Nothing about it is to be believed before the connector has looked.
 *
 * @param sourceAddress IP address of the sender as the server saw it, behind the operator's own proxies
 * @param headers by name in lower case; several values of one name are joined by a comma
 * @param body as UTF-8 text
 */
public record InboundMessage(String sourceAddress, Map<String, String> headers, String body) {

    /** Copies the headers. */
    public InboundMessage {
        headers = Map.copyOf(headers);
    }

    /** Shows the sender alone: headers and body may hold secrets and what belongs to a person. */
    @Override
    public String toString() {
        return "message from " + sourceAddress;
    }
}
