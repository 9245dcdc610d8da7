package org.kontor.portal;

/**
 * The usual invitation, to be changed before it is sent.
 *
 * @param subject its subject, with places to be filled in
 * @param text its text, with places to be filled in
 */
public record InvitationView(String subject, String text) {}
