package org.kontor.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/**
 * Addresses of our style sheets, scripts and icons. Each carries a sum of the content, so that a browser may keep it for
 * long and still asks anew after an upgrade.
 */
@Named("assets")
@ApplicationScoped
public class Assets {

    private static final String LIBRARY = "kontor";

    private final Map<String, String> urls = new ConcurrentHashMap<>();

    /** Address of a file of ours, such as {@code kontor.css}. */
    public String url(String name) {
        return urls.computeIfAbsent(name, Assets::find);
    }

    private static String find(String name) {
        FacesContext context = FacesContext.getCurrentInstance();
        var resource = context.getApplication().getResourceHandler().createResource(name, LIBRARY);
        if (resource == null) {
            throw new IllegalArgumentException("No resource " + name);
        }
        try (InputStream content = resource.getInputStream()) {
            CRC32 sum = new CRC32();
            sum.update(content.readAllBytes());
            return resource.getRequestPath() + "&v=" + Long.toHexString(sum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
