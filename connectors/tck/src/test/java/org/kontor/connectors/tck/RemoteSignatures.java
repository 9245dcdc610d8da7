package org.kontor.connectors.tck;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.connectors.tck.StubServer.Reply;
import org.kontor.connectors.tck.StubServer.Request;
import org.kontor.spi.SignatureService.SignerState;

/** Documents to sign at {@link RemoteSystem}, in memory. */
final class RemoteSignatures {

    private static final String PATH = "/documents";

    private final Map<String, Document> documents = new LinkedHashMap<>();

    /** Whether it is a request for documents. */
    static boolean isMeant(Request request) {
        return request.uri().getPath().startsWith(PATH);
    }

    byte[] received(String id) {
        return find(id).orElseThrow().file;
    }

    static byte[] signedFile(String id) {
        return ("%PDF-1.4\n%\u00e2\u00e3 signed " + id).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    synchronized void act(String id, String signer, SignerState what) {
        Document document = find(id).orElseThrow();
        document.signers.replace(signer, what);
        if (what == SignerState.DECLINED) {
            document.state = "DECLINED";
        } else if (document.signers.values().stream().allMatch(SignerState.SIGNED::equals)) {
            document.state = "COMPLETED";
        } else if (what == SignerState.SIGNED) {
            document.tellNext();
        }
    }

    synchronized void expire(String id) {
        find(id).orElseThrow().state = "EXPIRED";
    }

    /** {@code POST /documents}, {@code GET /documents/by-key}, and of one document: state, file, proof, reminder, end. */
    synchronized Reply apply(Request request) {
        String[] path = request.uri().getPath().substring(PATH.length()).split("/");
        if (path.length < 2) {
            return new Reply(
                    200,
                    documents
                            .computeIfAbsent(
                                    request.header("Idempotency-Key"),
                                    key -> new Document(documents.size() + 1, request))
                            .json());
        } else if (path[1].equals("by-key")) {
            return reply(Optional.ofNullable(documents.get(RemoteSystem.query(request, "key"))));
        }
        Optional<Document> found = find(path[1]);
        if (found.isEmpty() || path.length == 2 && request.method().equals("GET")) {
            return reply(found);
        }
        Document document = found.get();
        if (path.length == 2) {
            return document.withdraw();
        } else if (path[2].equals("remind")) {
            SignerState signer =
                    document.signers.getOrDefault(RemoteSystem.query(request, "signer"), SignerState.WAITING);
            return signer == SignerState.SENT ? new Reply(200, document.json()) : new Reply(409, "{}");
        }
        boolean complete = document.state.equals("COMPLETED");
        return complete ? Reply.file(signedFile(path[1])) : new Reply(409, "{}");
    }

    private static Reply reply(Optional<Document> found) {
        return found.map(document -> new Reply(200, document.json())).orElseGet(() -> new Reply(404, "{}"));
    }

    private Optional<Document> find(String id) {
        return documents.values().stream()
                .filter(document -> document.id.equals(id))
                .findFirst();
    }

    private static final class Document {

        private final String id;
        private final byte[] file;
        private final Map<String, SignerState> signers = new LinkedHashMap<>();
        private String state = "SENT";

        Document(int number, Request request) {
            JsonObject body =
                    Json.createReader(new StringReader(request.body())).readObject();
            id = Integer.toString(number);
            file = Base64.getDecoder().decode(body.getString("file"));
            int count = 0;
            for (JsonObject signer : body.getJsonArray("signers").getValuesAs(JsonObject.class)) {
                boolean told = count == 0 || !body.getBoolean("inOrder");
                signers.put(signer.getString("email") + "-" + count++, told ? SignerState.SENT : SignerState.WAITING);
            }
        }

        void tellNext() {
            List<String> waiting = new ArrayList<>(signers.keySet());
            waiting.removeIf(signer -> signers.get(signer) != SignerState.WAITING);
            waiting.stream().limit(1).forEach(signer -> signers.replace(signer, SignerState.SENT));
        }

        Reply withdraw() {
            if (state.equals("COMPLETED") || state.equals("DECLINED")) {
                return new Reply(422, "{}");
            }
            state = "WITHDRAWN";
            return new Reply(200, json());
        }

        String json() {
            JsonArrayBuilder list = Json.createArrayBuilder();
            signers.forEach((signer, what) -> {
                JsonObjectBuilder entry =
                        Json.createObjectBuilder().add("id", signer).add("state", what.name());
                list.add(what == SignerState.WAITING ? entry : entry.add("at", "2026-03-01T09:00:00Z"));
            });
            return Json.createObjectBuilder()
                    .add("id", id)
                    .add("state", state)
                    .add("signers", list)
                    .build()
                    .toString();
        }
    }
}
