package org.kontor.portal;

import java.time.LocalDate;

/**
 * A file that a customer and the company share.
 *
 * @param id of the file
 * @param name with its ending
 * @param size in bytes
 * @param day when it came, where the company entity is
 * @param own whether it was uploaded in the portal
 */
public record PortalFile(long id, String name, long size, LocalDate day, boolean own) {}
