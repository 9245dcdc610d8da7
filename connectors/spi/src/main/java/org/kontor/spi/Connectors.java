package org.kontor.spi;

import java.util.regex.Pattern;

/** Where connectors are registered; see {@code connectors/README.md} for the whole life cycle. */
public final class Connectors {

    /**
     * JNDI context under which each connector binds a non-serializable {@link java.util.function.Supplier} of itself, by
     * its id.
     */
    public static final String CONTEXT = "kontor/connectors";

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private Connectors() {}

    /**
     * Whether a connector or a capability may have this id: lower case letters and digits, in groups that single hyphens
     * part; 1 to 60 characters.
     */
    public static boolean isId(String id) {
        return id.length() <= 60 && ID.matcher(id).matches();
    }

    /**
     * Whether Kontor can use a connector that was compiled against this version of the interfaces: the major version, the
     * part before the first dot, must be that of {@link Connector#SPI_VERSION}.
     */
    public static boolean isCompatible(String spiVersion) {
        return major(spiVersion).equals(major(Connector.SPI_VERSION));
    }

    private static String major(String version) {
        int dot = version.indexOf('.');
        return dot < 0 ? version : version.substring(0, dot);
    }

    /** The JNDI name of the connector with this id. */
    public static String jndiName(String id) {
        return CONTEXT + "/" + id;
    }
}
