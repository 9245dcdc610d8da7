package org.kontor.web.api;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonStructure;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** Reads records and {@link JsonBody} from JSON in UTF-8. */
@Provider
@Consumes({MediaType.APPLICATION_JSON, JsonBody.MERGE_PATCH})
public class JsonBodyReader implements MessageBodyReader<Object> {

    /** How large a JSON body may be, in bytes. */
    static final int MAX_BYTES = 1 << 20;

    private static final JsonReaderFactory FACTORY =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream in)
            throws IOException {
        JsonObject json = parse(in);
        if (JsonBody.class.equals(type)) {
            Class<?> target = (Class<?>) ((ParameterizedType) genericType).getActualTypeArguments()[0];
            return new JsonBody<>(json, target.asSubclass(Record.class));
        }
        return org.kontor.web.json.JsonReader.read(json, type, Set.of());
    }

    /** JSON that Kontor itself has written, be it an object or a list. */
    static JsonStructure parse(String text) {
        try (JsonReader reader = FACTORY.createReader(new StringReader(text))) {
            return reader.read();
        }
    }

    static JsonObject parse(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new AppException(ErrorKind.TOO_LARGE, "BODY_TOO_LARGE", "Send at most 1 MiB of JSON at once.");
        }
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        JsonStructure json;
        try (JsonReader reader =
                FACTORY.createReader(new InputStreamReader(new ByteArrayInputStream(bytes), decoder))) {
            json = reader.read();
        } catch (JsonException | IllegalStateException e) {
            throw new AppException(
                    ErrorKind.MALFORMED,
                    "NOT_JSON",
                    "Send one JSON object in UTF-8; what came cannot be read as JSON.");
        }
        if (!(json instanceof JsonObject object)) {
            throw new AppException(ErrorKind.MALFORMED, "NOT_AN_OBJECT", "Send one JSON object, not a list.");
        }
        return object;
    }
}
