package org.kontor.shared;

/**
 * Why a customer cannot be erased now.
 *
 * @param code stable code in upper snake case
 * @param message one sentence for the user: the cure first
 */
public record ErasureObstacle(String code, String message) {}
