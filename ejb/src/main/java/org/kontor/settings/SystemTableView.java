package org.kontor.settings;

/**
 * A system table.
 *
 * @param name name in addresses, such as {@code contact-types}
 * @param entries how many entries it has, retired ones too
 * @param coloured whether its entries have a colour
 */
public record SystemTableView(String name, int entries, boolean coloured) {}
