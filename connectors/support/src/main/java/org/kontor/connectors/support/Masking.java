package org.kontor.connectors.support;

import java.util.Collection;
import java.util.List;
import org.kontor.spi.Secret;

/** Takes secrets out of texts before they reach a log or a person. */
public final class Masking {

    /** Hides nothing, for callers without secrets. */
    public static final Masking NONE = new Masking(List.of());

    private final List<String> secrets;

    /** Masks these; those of fewer than four characters would hide half of every text and are left. */
    public Masking(Collection<Secret> secrets) {
        this.secrets = secrets.stream()
                .map(Secret::reveal)
                .filter(s -> s.length() >= 4)
                .toList();
    }

    /** The text with every secret replaced by three stars. */
    public String mask(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, "***");
        }
        return masked;
    }
}
