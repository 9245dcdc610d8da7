package org.kontor.webhook;

/**
 * An event that can be subscribed to.
 *
 * @param name noun and past participle
 * @param permission what a subscriber needs for it
 * @param description what happened
 */
public record WebhookEventView(String name, String permission, String description) {}
