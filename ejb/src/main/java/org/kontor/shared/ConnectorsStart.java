package org.kontor.shared;

/**
 * The launcher of the distribution starts connectors behind the application, so that people can sign in early. Until it is through, what is
 * not there may be just about to come.
 */
public final class ConnectorsStart {

    /** Set by the launcher as long as it starts connectors. */
    private static final String GOING_ON = "kontor.connectors.starting";

    private ConnectorsStart() {}

    /** Whether connectors are still to come; never where a server has started them before the application. */
    public static boolean isGoingOn() {
        return Boolean.getBoolean(GOING_ON);
    }
}
