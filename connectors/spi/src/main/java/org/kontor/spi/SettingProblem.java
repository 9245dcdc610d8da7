package org.kontor.spi;

/**
 * Something wrong with a setting.
 *
 * @param key key of the setting
 * @param code {@code REQUIRED}, {@code UNKNOWN_SETTING}, {@code SETTING_FORMAT}, or a code of the connector's own
 * @param message what to do, cure first; never the value of a secret
 */
public record SettingProblem(String key, String code, String message) {}
