package org.kontor.document;

import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Which markup a template may hold: well-formed, without programs, and without anything that would have to be fetched. */
final class MarkupRules {

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final Set<String> REFUSED = Set.of(
            "script",
            "object",
            "embed",
            "iframe",
            "frame",
            "frameset",
            "applet",
            "link",
            "base",
            "form",
            "input",
            "textarea",
            "select",
            "button",
            "audio",
            "video",
            "source",
            "svg",
            "math");
    private static final Set<String> FETCHED = Set.of("src", "srcset", "background", "data", "download");
    private static final Pattern RESOURCE =
            Pattern.compile("url\\s*\\(\\s*['\"]?\\s*(?!data:image/)|@import|@font-face");

    private MarkupRules() {}

    /**
     * Looks through a template.
     *
     * @throws TemplateProblem with the line of what is not accepted
     */
    static void check(String body) {
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            factory.newSAXParser().parse(new InputSource(new StringReader(body)), new Check());
        } catch (SAXParseException e) {
            throw malformed(e);
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("A template could not be read", e);
        }
    }

    /**
     * Reads markup.
     *
     * @throws TemplateProblem when it is not well-formed
     */
    static Document parse(String markup) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Check());
            return builder.parse(new InputSource(new StringReader(markup)));
        } catch (SAXParseException e) {
            throw malformed(e);
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("A document could not be read", e);
        }
    }

    private static TemplateProblem malformed(SAXParseException e) {
        return new TemplateProblem(
                e.getLineNumber(),
                "Write well-formed XHTML (close every element, quote every attribute, &#160; for a blank that does not"
                        + " break, no document type): " + e.getMessage());
    }

    private static final class Check extends DefaultHandler {

        private @Nullable Locator locator;
        private boolean style;

        @Override
        public void setDocumentLocator(Locator value) {
            locator = value;
        }

        @Override
        public void startElement(String uri, String localName, String name, Attributes attributes) {
            String element = name.toLowerCase(Locale.ROOT);
            style = element.equals("style");
            if (REFUSED.contains(element)) {
                throw new TemplateProblem(line(), "Remove <" + name + ">: paper has no use for it.");
            }
            for (int i = 0; i < attributes.getLength(); i++) {
                String attribute = attributes.getQName(i).toLowerCase(Locale.ROOT);
                String value = attributes.getValue(i);
                if (attribute.startsWith("on")) {
                    throw new TemplateProblem(line(), "Remove " + attribute + ": paper runs no programs.");
                }
                boolean inside = value.startsWith("data:image/") || value.equals("{{logo}}");
                if (FETCHED.contains(attribute) && !inside) {
                    throw new TemplateProblem(
                            line(),
                            "Use {{logo}} or a picture that stands in the template (data:image/png;base64,...) for "
                                    + attribute + ": nothing is fetched from elsewhere.");
                }
                if (attribute.equals("style")) {
                    refuseResource(value, line());
                }
            }
        }

        @Override
        public void characters(char[] text, int start, int length) {
            if (style) {
                refuseResource(new String(text, start, length), line());
            }
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }

        private int line() {
            return locator == null ? 0 : locator.getLineNumber();
        }

        private static void refuseResource(String css, int line) {
            Matcher resource = RESOURCE.matcher(css.toLowerCase(Locale.ROOT));
            if (resource.find()) {
                throw new TemplateProblem(
                        line, "Remove “" + resource.group() + "”: nothing is fetched from elsewhere.");
            }
        }
    }
}
