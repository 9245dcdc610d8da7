package org.kontor.web.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createObject;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jspecify.annotations.Nullable;
import org.kontor.shared.Page;
import org.kontor.web.api.Accepted;
import org.kontor.web.api.AnswerFilter;
import org.kontor.web.api.Answers;
import org.kontor.web.api.Created;
import org.kontor.web.api.DryRun;
import org.kontor.web.api.IfMatch;
import org.kontor.web.api.JsonBody;
import org.kontor.web.api.MergedInto;
import org.kontor.web.api.Paging;
import org.kontor.web.api.WithoutCredentials;
import org.kontor.web.problem.Problem;

/** Describes the methods of resource classes. */
final class Operations {

    private final Paths paths = createObject(Paths.class);
    private final String base;
    private final Schemas schemas;

    Operations(String base, Schemas schemas) {
        this.base = base;
        this.schemas = schemas;
    }

    Paths paths() {
        return paths;
    }

    void describe(Class<?> resource) {
        Arrays.stream(resource.getDeclaredMethods())
                .filter(method -> verb(method).isPresent())
                .sorted(Comparator.comparing(Method::getName))
                .forEach(method -> add(resource, method));
    }

    private void add(Class<?> resource, Method method) {
        String path = path(resource, method);
        PathItem item = paths.getPathItem(path);
        if (item == null) {
            item = createObject(PathItem.class);
            paths.addPathItem(path, item);
        }
        PathItem.HttpMethod verb = PathItem.HttpMethod.valueOf(verb(method).orElseThrow());
        Operation other = item.getOperations().get(verb);
        Operation operation = operation(resource, method);
        if (other != null) {
            alsoAs(operation, other);
        }
        item.setOperation(verb, operation);
    }

    /** Two methods answer the same request, each in another media type: one operation. */
    private static void alsoAs(Operation operation, Operation other) {
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            APIResponse further = other.getResponses().getAPIResponse(status);
            if (further != null && further.getContent() != null && response.getContent() != null) {
                further.getContent().getMediaTypes().forEach(response.getContent()::addMediaType);
            }
        });
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(a -> a.annotationType().getAnnotation(HttpMethod.class))
                .flatMap(a -> Optional.ofNullable(a).stream())
                .map(HttpMethod::value)
                .findFirst();
    }

    private String path(Class<?> resource, Method method) {
        String below = Optional.ofNullable(method.getAnnotation(jakarta.ws.rs.Path.class))
                .map(jakarta.ws.rs.Path::value)
                .orElse("");
        String whole =
                base + "/" + resource.getAnnotation(jakarta.ws.rs.Path.class).value() + "/" + below;
        return whole.replaceAll("\\{\\s*([^:}\\s]+)\\s*:[^}]*}", "{$1}")
                .replaceAll("/+", "/")
                .replaceAll("/$", "");
    }

    private Operation operation(Class<?> resource, Method method) {
        String noun = resource.getSimpleName().replaceFirst("Resource$", "");
        Operation operation = createObject(Operation.class).operationId(method.getName() + noun);
        var words = method.getAnnotation(org.eclipse.microprofile.openapi.annotations.Operation.class);
        if (words != null) {
            operation.summary(words.summary());
            if (!words.description().isEmpty()) {
                operation.description(words.description());
            }
        }
        var tag = resource.getAnnotation(org.eclipse.microprofile.openapi.annotations.tags.Tag.class);
        if (tag != null) {
            operation.addTag(tag.name());
        }
        parameters(operation, method);
        if (method.isAnnotationPresent(WithoutCredentials.class)) {
            operation.setSecurity(List.of());
        } else if (verb(method).orElse("").equals("POST")) {
            operation.addParameter(parameter(Parameter.In.HEADER, "Idempotency-Key", String.class, null)
                    .description("The same key with the same body is done once and answered the same; kept two days."));
        }
        return operation.responses(responses(resource, method));
    }

    private void parameters(Operation operation, Method method) {
        Schema form = createObject(Schema.class).type(SchemaType.OBJECT);
        for (java.lang.reflect.Parameter p : method.getParameters()) {
            if (p.isAnnotationPresent(BeanParam.class)) {
                for (Field field : p.getType().getDeclaredFields()) {
                    simple(field, field.getGenericType()).ifPresent(operation::addParameter);
                }
            } else if (p.isAnnotationPresent(FormParam.class)) {
                form.addProperty(p.getAnnotation(FormParam.class).value(), part(p.getType()));
            } else if (!p.isAnnotationPresent(Context.class)) {
                Optional<Parameter> simple = simple(p, p.getParameterizedType());
                simple.ifPresent(operation::addParameter);
                if (simple.isEmpty()) {
                    operation.requestBody(body(method, p.getParameterizedType()));
                }
            }
        }
        if (AnswerFilter.givesAllAtOnce(method)) {
            for (Field field : Paging.class.getDeclaredFields()) {
                simple(field, field.getGenericType()).ifPresent(operation::addParameter);
            }
        }
        if (form.getProperties() != null && !form.getProperties().isEmpty()) {
            operation.requestBody(createObject(RequestBody.class).content(content(consumes(method), form)));
        }
    }

    private Schema part(Class<?> type) {
        boolean file = type == EntityPart.class || type == InputStream.class;
        Schema schema = createObject(Schema.class).type(SchemaType.STRING);
        return file ? schema.format("binary") : schema;
    }

    private Optional<Parameter> simple(AnnotatedElement element, Type type) {
        DefaultValue given = element.getAnnotation(DefaultValue.class);
        @Nullable String value = given == null || given.value().isEmpty() ? null : given.value();
        if (element.isAnnotationPresent(PathParam.class)) {
            String name = element.getAnnotation(PathParam.class).value();
            return Optional.of(parameter(Parameter.In.PATH, name, type, null).required(true));
        } else if (element.isAnnotationPresent(QueryParam.class)) {
            String name = element.getAnnotation(QueryParam.class).value();
            return Optional.of(parameter(Parameter.In.QUERY, name, type, value));
        } else if (element.isAnnotationPresent(HeaderParam.class)) {
            String name = element.getAnnotation(HeaderParam.class).value();
            return Optional.of(parameter(Parameter.In.HEADER, name, type, value));
        }
        return Optional.empty();
    }

    private Parameter parameter(Parameter.In in, String name, Type type, @Nullable String value) {
        Schema schema = name.equals("limit") ? limit() : schemas.read(type);
        if (value != null) {
            schema.defaultValue(name.equals("limit") ? Integer.valueOf(value) : value);
        }
        return createObject(Parameter.class).name(name).in(in).schema(schema);
    }

    private static Schema limit() {
        return createObject(Schema.class)
                .type(SchemaType.INTEGER)
                .minimum(java.math.BigDecimal.ONE)
                .maximum(java.math.BigDecimal.valueOf(org.kontor.shared.PageRequest.MAX_LIMIT));
    }

    private RequestBody body(Method method, Type type) {
        List<String> media = consumes(method);
        Type target = type instanceof ParameterizedType p && p.getRawType() == JsonBody.class
                ? p.getActualTypeArguments()[0]
                : type;
        boolean raw = target == InputStream.class || target instanceof ParameterizedType;
        Schema schema = raw
                ? createObject(Schema.class).type(SchemaType.OBJECT)
                : media.contains(JsonBody.MERGE_PATCH) ? schemas.patch(target) : schemas.read(target);
        return createObject(RequestBody.class).required(true).content(content(media, schema));
    }

    private static List<String> consumes(Method method) {
        Consumes consumes = annotation(method, Consumes.class);
        return consumes == null ? List.of(MediaType.APPLICATION_JSON) : List.of(consumes.value());
    }

    /** Without the quality by which one is preferred. */
    private static List<String> produces(Method method) {
        Produces produces = annotation(method, Produces.class);
        return produces == null
                ? List.of(MediaType.APPLICATION_JSON)
                : Arrays.stream(produces.value())
                        .map(type -> type.replaceFirst(";.*", ""))
                        .toList();
    }

    private APIResponses responses(Class<?> resource, Method method) {
        APIResponses responses = createObject(APIResponses.class);
        Answers said = method.getAnnotation(Answers.class);
        Type type = said == null ? method.getGenericReturnType() : said.value();
        String status = method.isAnnotationPresent(Created.class)
                ? "201"
                : method.isAnnotationPresent(Accepted.class) ? "202" : type == void.class ? "204" : "200";
        APIResponse good = createObject(APIResponse.class).description("Done");
        if (type != void.class) {
            good.content(content(produces(method), answer(type)));
        }
        if (status.equals("201") || status.equals("202")) {
            good.addHeader("Location", header("Where it is"));
        }
        responses.addAPIResponse(status, good);
        DryRun dryRun = method.getAnnotation(DryRun.class);
        if (dryRun != null) {
            responses.addAPIResponse(
                    "200",
                    createObject(APIResponse.class)
                            .description("What would have been done, with dryRun=true")
                            .content(content(List.of(MediaType.APPLICATION_JSON), schemas.written(dryRun.value()))));
        }
        boolean addressed = Arrays.stream(method.getParameters()).anyMatch(p -> p.isAnnotationPresent(PathParam.class));
        if (addressed && verb(method).orElse("").equals("GET") && status.equals("200")) {
            responses.addAPIResponse(
                    "304",
                    createObject(APIResponse.class)
                            .description("If-None-Match names the current version: nothing has changed"));
        }
        if (addressed
                && resource.getAnnotation(jakarta.ws.rs.Path.class).value().matches("/(customers|contacts)(/.*)?")) {
            responses.addAPIResponse(
                    "308",
                    createObject(APIResponse.class)
                            .description("It became part of another one in a merge")
                            .content(content(List.of(MediaType.APPLICATION_JSON), schemas.written(MergedInto.class)))
                            .addHeader("Location", header("The same of that one")));
        }
        problem(responses, "401", "No credentials, or such as are not accepted");
        problem(responses, "403", "The permission is missing");
        if (addressed) {
            problem(responses, "404", "There is none");
        }
        if (List.of(method.getParameterTypes()).contains(IfMatch.class)) {
            problem(responses, "412", "If-Match names another version than the current one");
        }
        problem(responses, "default", "Any other error");
        return responses;
    }

    private Schema answer(Type type) {
        Class<?> raw = (Class<?>) (type instanceof ParameterizedType p ? p.getRawType() : type);
        if (raw == Page.class) {
            Type item = ((ParameterizedType) type).getActualTypeArguments()[0];
            Schema items = createObject(Schema.class).type(SchemaType.ARRAY).items(schemas.written(item));
            Schema cursor = createObject(Schema.class).type(SchemaType.STRING).nullable(true);
            return createObject(Schema.class)
                    .type(SchemaType.OBJECT)
                    .addProperty("items", items)
                    .addProperty("nextCursor", cursor)
                    .addRequired("items")
                    .addRequired("nextCursor");
        }
        if (raw == Optional.class) {
            return schemas.written(((ParameterizedType) type).getActualTypeArguments()[0]);
        }
        if (raw == Response.class || raw == StreamingOutput.class || raw == String.class) {
            return createObject(Schema.class).type(SchemaType.STRING);
        }
        return raw.isRecord() || Collection.class.isAssignableFrom(raw)
                ? schemas.written(type)
                : createObject(Schema.class).type(SchemaType.OBJECT);
    }

    private void problem(APIResponses responses, String status, String description) {
        Schema body = schemas.written(ProblemBody.class);
        responses.addAPIResponse(
                status,
                createObject(APIResponse.class)
                        .description(description)
                        .content(content(List.of(Problem.MEDIA_TYPE), body)));
    }

    private static Header header(String description) {
        return createObject(Header.class)
                .description(description)
                .schema(createObject(Schema.class).type(SchemaType.STRING));
    }

    private static Content content(List<String> media, Schema schema) {
        Content content = createObject(Content.class);
        media.forEach(type -> content.addMediaType(
                type,
                createObject(org.eclipse.microprofile.openapi.models.media.MediaType.class)
                        .schema(schema)));
        return content;
    }

    private static <A extends Annotation> @Nullable A annotation(Method method, Class<A> type) {
        A own = method.getAnnotation(type);
        return own == null ? method.getDeclaringClass().getAnnotation(type) : own;
    }
}
