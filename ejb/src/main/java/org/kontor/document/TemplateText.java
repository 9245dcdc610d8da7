package org.kontor.document;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.MustacheParseException;
import com.samskivert.mustache.Template;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Document;

/**
 * A template that an administrator may have written: XHTML with Mustache placeholders, which can name values and repeat parts, and can
 * neither call anything nor fetch anything. Values are always escaped.
 */
final class TemplateText {

    /** Placeholders that would let a value become markup, include other texts, or change what a placeholder is. */
    private static final Pattern REFUSED = Pattern.compile("\\{\\{\\s*([{&>=$<])");

    private static final Pattern LINE = Pattern.compile("\\bon line (\\d+)|@ line (\\d+)");

    private static final Mustache.Compiler COMPILER = Mustache.compiler()
            .escapeHTML(true)
            .strictSections(true)
            .emptyStringIsFalse(true)
            .withCollector(new ValuesAlone())
            .withLoader(name -> {
                throw new TemplateProblem(0, "Remove {{> " + name + "}}: a template cannot include another one.");
            });

    private final Template template;

    /**
     * Reads a template.
     *
     * @throws TemplateProblem with the line of what is not understood
     */
    TemplateText(String body) {
        Matcher refused = REFUSED.matcher(body);
        if (refused.find()) {
            throw new TemplateProblem(
                    line(body, refused.start()),
                    "Write {{name}}, {{#name}}, {{^name}} or {{/name}}; {{" + refused.group(1) + " is not accepted.");
        }
        MarkupRules.check(body);
        try {
            template = COMPILER.compile(body);
        } catch (MustacheParseException e) {
            throw problem(e, "Close each {{#name}} or {{^name}} by {{/name}}");
        }
    }

    /**
     * The document with these values.
     *
     * @param values texts, truth values, lists of maps and maps; nothing else
     * @throws TemplateProblem with the line of a placeholder that there is no value for
     */
    Document fill(Map<String, Object> values) {
        String markup;
        try {
            markup = template.execute(values);
        } catch (MustacheException.Context e) {
            throw new TemplateProblem(e.lineNo, "Remove or correct {{" + e.key + "}}: there is no such value here.");
        } catch (MustacheException e) {
            throw problem(e, "Correct the placeholder");
        }
        return MarkupRules.parse(markup);
    }

    private static TemplateProblem problem(MustacheException e, String cure) {
        String message = String.valueOf(e.getMessage());
        Matcher line = LINE.matcher(message);
        int number = line.find() ? Integer.parseInt(line.group(1) == null ? line.group(2) : line.group(1)) : 0;
        return new TemplateProblem(number, cure + ": " + message);
    }

    static int line(String text, int position) {
        return 1
                + (int) text.substring(0, position)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    /** Looks into maps and lists, and into no other object: a placeholder calls no method and reads no field. */
    private static final class ValuesAlone extends BasicCollector {

        @Override
        public <K, V> Map<K, V> createFetcherCache() {
            return new HashMap<>();
        }
    }
}
