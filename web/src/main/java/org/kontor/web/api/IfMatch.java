package org.kontor.web.api;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.OptionalLong;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** The precondition of a change: {@code @BeanParam IfMatch ifMatch}. */
public class IfMatch {

    @HeaderParam(HttpHeaders.IF_MATCH)
    @DefaultValue("*")
    String header = "*";

    /** The one version that was named; empty when none was, and -1, which nothing has, when there is no one number in it. */
    public OptionalLong named() {
        String tag = header.strip().replaceFirst("^W/", "");
        if (tag.equals("*")) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(tag.matches("\"\\d{1,18}\"") ? Long.parseLong(tag.substring(1, tag.length() - 1)) : -1);
    }

    /**
     * The version to change.
     *
     * @param current the version that is stored now
     * @throws AppException {@link ErrorKind#STALE} when the caller named versions and the current one is not among them
     */
    public long version(long current) {
        boolean named = Arrays.stream(header.split(","))
                .map(String::strip)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals("*") || tag.equals("\"" + current + "\""));
        if (!named) {
            throw AppException.stale(current);
        }
        return current;
    }
}
