package org.kontor.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.wallet.VaultNoticeView;
import org.kontor.wallet.VaultNotices;
import org.kontor.web.security.ClientAddress;

/** What payment vaults push to Kontor. */
@Path("/connections/{id}/notices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class ConnectionNoticeResource {

    @Inject
    VaultNotices notices;

    @Context
    HttpServletRequest request;

    /** Takes one. */
    @POST
    @WithoutCredentials
    @Consumes({
        MediaType.APPLICATION_JSON,
        MediaType.APPLICATION_FORM_URLENCODED,
        MediaType.TEXT_PLAIN,
        MediaType.APPLICATION_XML,
        MediaType.TEXT_XML
    })
    @Operation(
            summary = "Takes a message of a payment vault",
            description =
                    "The address to enter at the vault as that of its webhooks. Needs no credentials: the connector of the connection tells"
                            + " by the message whether its sender is the vault. Whoever else calls is answered 403, alike for a connection"
                            + " that there is and one that there is not. Nothing follows from a message before the vault itself was asked;"
                            + " the same message does its work once. At most 64 KiB.")
    public NoticeReceipt take(@PathParam("id") long id, InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(VaultNotices.LONGEST + 1);
        if (bytes.length > VaultNotices.LONGEST) {
            throw new AppException(ErrorKind.TOO_LARGE, "BODY_TOO_LARGE", "Send at most 64 KiB at once.");
        }
        if (!notices.take(id, ClientAddress.of(request), headers(), new String(bytes, StandardCharsets.UTF_8))) {
            throw new AppException(
                    ErrorKind.FORBIDDEN,
                    "NOTICE_REFUSED",
                    "Only the payment vault of a connection sends messages here.");
        }
        return new NoticeReceipt(true);
    }

    /** Those that came. */
    @GET
    @Operation(
            summary = "Lists what a payment vault pushed, the last message first",
            description =
                    "What each is about, the vault's own name of what happened, and what became of it. DONE: the vault confirmed it, and"
                            + " what Kontor keeps follows, an erasure included. RECORDED: it stands in the history of the customer, since"
                            + " Kontor keeps nothing else that would follow, as with refunds and money that a bank took back. Kept for 90"
                            + " days. Needs read:connector.")
    public Page<VaultNoticeView> list(@PathParam("id") long id, @BeanParam Paging paging) {
        return notices.list(id, paging.request());
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), String.join(",", Collections.list(request.getHeaders(name))));
        }
        return headers;
    }
}
