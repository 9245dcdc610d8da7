package org.kontor.web.page;

import jakarta.faces.context.FacesContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Address of a page of ours with what stands behind the question mark; blank values are left out. */
final class PageAddress {

    private final StringBuilder text;
    private char separator = '?';

    private PageAddress(String path) {
        text = new StringBuilder(path);
    }

    /** Address of a page, such as {@code /customers.xhtml}, in this installation. */
    static PageAddress of(String path) {
        return new PageAddress(
                FacesContext.getCurrentInstance().getExternalContext().getRequestContextPath() + path);
    }

    /** Address of a page from the root of the application. */
    static PageAddress inside(String path) {
        return new PageAddress(path);
    }

    PageAddress with(String name, String value) {
        if (!value.isBlank()) {
            text.append(separator).append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            separator = '&';
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
