package org.kontor.spi;

/** Where connectors are registered; see {@code connectors/README.md} for the whole life cycle. */
public final class Connectors {

    /**
     * JNDI context under which each connector binds a non-serializable {@link java.util.function.Supplier} of itself, by
     * its id.
     */
    public static final String CONTEXT = "kontor/connectors";

    private Connectors() {}

    /** The JNDI name of the connector with this id. */
    public static String jndiName(String id) {
        return CONTEXT + "/" + id;
    }
}
