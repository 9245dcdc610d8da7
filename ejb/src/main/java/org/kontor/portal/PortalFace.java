package org.kontor.portal;

/**
 * How the company presents itself in the portal.
 *
 * @param company its name
 * @param logo address that holds its picture; empty for none
 * @param email for questions; may be empty
 * @param phone for questions; may be empty
 */
public record PortalFace(String company, String logo, String email, String phone) {}
