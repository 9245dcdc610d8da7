package org.kontor.spi;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What connectors can be compiled against, one line each, and which of it a connector would miss that was compiled against an
 * earlier list.
 *
 * <p>At a release the list is written anew, at the root of the project:
 *
 * <pre>
 * java -cp connectors/spi/target/classes connectors/spi/src/test/java/org/kontor/spi/ApiBaseline.java
 * </pre>
 */
public final class ApiBaseline {

    /** Where the list of the last release is, from the root of the project. */
    private static final Path FILE = Path.of("connectors", "spi", "src", "test", "resources", "api.txt");

    private static final Set<String> OF_ANY_OBJECT = Set.of("equals", "hashCode", "toString");

    private ApiBaseline() {}

    /** Writes the list of what there is now. */
    public static void main(String[] args) throws IOException {
        Files.writeString(FILE, now().stream().map(line -> line + "\n").collect(Collectors.joining()));
        System.out.println(FILE + " is the baseline now");
    }

    /** The list of the last release. */
    static Set<String> released() throws IOException {
        try (InputStream list = ApiBaseline.class.getResourceAsStream("/api.txt")) {
            return new TreeSet<>(new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        }
    }

    /** The list of what there is now. */
    static Set<String> now() throws IOException {
        try {
            Path classes = Path.of(Connector.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            List<Class<?>> types = new ArrayList<>();
            try (Stream<Path> files = Files.walk(classes)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".class")).toList()) {
                    String name = classes.relativize(file).toString().replaceAll("[/\\\\]", ".");
                    types.add(Class.forName(name.substring(0, name.length() - ".class".length())));
                }
            }
            return of(types);
        } catch (URISyntaxException | ClassNotFoundException e) {
            throw new IOException(e);
        }
    }

    /** What these types show to others. */
    static Set<String> of(Collection<Class<?>> types) {
        Set<String> lines = new TreeSet<>();
        types.stream().filter(ApiBaseline::isPublic).forEach(type -> describe(type, lines));
        return lines;
    }

    /**
     * What breaks connectors: whatever is gone, and what they would have to implement and do not.
     *
     * @return a sentence for each; empty when everything that was compiled against the old list works with the new one
     */
    static List<String> breaks(Set<String> old, Set<String> now) {
        List<String> found = new ArrayList<>();
        Set<String> callable = now.stream().map(ApiBaseline::asCalled).collect(Collectors.toSet());
        for (String line : old) {
            if (!now.contains(line) && !callable.contains(asCalled(line))) {
                found.add("Gone or changed: " + line);
            } else if (!now.contains(line) && !line.contains(" abstract ")) {
                found.add("Was there and must be implemented now: " + line);
            }
        }
        Set<String> types = old.stream().map(ApiBaseline::type).collect(Collectors.toSet());
        for (String line : now) {
            if (line.contains(" abstract ") && types.contains(type(line)) && !old.contains(line)) {
                String called = asCalled(line);
                if (old.stream().noneMatch(before -> asCalled(before).equals(called))) {
                    found.add("New, and must be implemented: " + line);
                }
            }
        }
        return found;
    }

    private static String type(String line) {
        return line.substring(0, line.indexOf(' '));
    }

    /** For whoever calls a method it is the same whether it has a body. */
    private static String asCalled(String line) {
        return line.replaceFirst(" (abstract|default) ", " method ");
    }

    private static boolean isPublic(Class<?> type) {
        Class<?> outer = type.getDeclaringClass();
        return Modifier.isPublic(type.getModifiers())
                && !type.isSynthetic()
                && !type.isAnonymousClass()
                && (outer == null || isPublic(outer));
    }

    private static void describe(Class<?> type, Set<String> lines) {
        String name = type.getName();
        String kind = type.isAnnotation()
                ? "annotation"
                : type.isInterface() ? "interface" : type.isRecord() ? "record" : type.isEnum() ? "enum" : "class";
        lines.add(name + " is " + kind);
        Stream.concat(Stream.ofNullable(type.getGenericSuperclass()), Arrays.stream(type.getGenericInterfaces()))
                .forEach(above -> lines.add(name + " is a " + above.getTypeName()));
        if (!Modifier.isFinal(type.getModifiers()) && !type.isSealed() && !type.isEnum()) {
            lines.add(name + " may be extended");
        }
        if (Modifier.isAbstract(type.getModifiers()) && !type.isInterface() && !type.isEnum()) {
            lines.add(name + " abstract class");
        }
        Arrays.stream(type.getDeclaredFields())
                .filter(ApiBaseline::isSeen)
                .forEach(field -> lines.add(name + " " + field(field)));
        Arrays.stream(type.getDeclaredConstructors())
                .filter(ApiBaseline::isSeen)
                .forEach(constructor -> lines.add(name + " new" + signature(constructor)));
        Arrays.stream(type.getDeclaredMethods())
                .filter(method -> isSeen(method) && !OF_ANY_OBJECT.contains(method.getName()))
                .forEach(method -> lines.add(name + " " + method(method)));
    }

    private static boolean isSeen(Member member) {
        return !member.isSynthetic() && (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
    }

    private static String field(Field field) {
        String word = Modifier.isStatic(field.getModifiers()) ? "constant " : "field ";
        return word + field.getGenericType().getTypeName() + " " + field.getName();
    }

    private static String method(Method method) {
        int modifiers = method.getModifiers();
        String word = Modifier.isStatic(modifiers)
                ? "static "
                : Modifier.isAbstract(modifiers) ? "abstract " : method.isDefault() ? "default " : "method ";
        return word + method.getGenericReturnType().getTypeName() + " " + method.getName() + signature(method);
    }

    private static String signature(Executable of) {
        return names(of.getGenericParameterTypes(), "(", ")")
                + (of.getExceptionTypes().length == 0 ? "" : names(of.getGenericExceptionTypes(), " throws ", ""))
                + (of instanceof Constructor<?> && Modifier.isProtected(of.getModifiers()) ? " protected" : "");
    }

    private static String names(Type[] types, String before, String after) {
        return Arrays.stream(types).map(Type::getTypeName).collect(Collectors.joining(", ", before, after));
    }
}
