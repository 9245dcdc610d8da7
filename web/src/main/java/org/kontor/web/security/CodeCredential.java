package org.kontor.web.security;

import jakarta.security.enterprise.credential.Credential;

/** The code that somebody shows besides the password, which was right. */
public final class CodeCredential implements Credential {

    private final String code;

    /** As typed. */
    public CodeCredential(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
