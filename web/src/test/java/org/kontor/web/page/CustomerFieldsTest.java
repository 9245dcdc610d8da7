package org.kontor.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kontor.customer.Address;
import org.kontor.customer.CustomerDraft;
import org.kontor.customer.Owners;

/** S1-03: what is blank is not shown on the record, and stays in the form: every field of a customer can be filled there. */
class CustomerFieldsTest {

    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Pattern INCLUDED = Pattern.compile("<ui:include src=\"(/WEB-INF/[^\"]+)\"");

    /** What has a dialog or a place of its own on the record, beside the form; and what has another name in it. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "tags", "k-new-tag",
            "flags", "k-new-flag",
            "primaryPhone", "id=\"phones\"",
            "autoPayments", "toggleAutoPayments",
            "lateFees", "toggleLateFees",
            "address", "id=\"line1\"",
            "owners", "id=\"billingOwner\"",
            "customFields", "id=\"custom\"");

    @Test
    void everyFieldIsInTheForm() throws IOException {
        String form = read("/customer-edit.xhtml");
        String record = read("/customer.xhtml") + form;
        List<String> missing = Stream.of(CustomerDraft.class, Address.class, Owners.class)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .map(RecordComponent::getName)
                .filter(name -> ELSEWHERE.containsKey(name)
                        ? !record.contains(ELSEWHERE.get(name))
                        : !form.contains("id=\"" + name + "\""))
                .toList();
        assertEquals(List.of(), missing);
    }

    /** A page with all that it includes. */
    private static String read(String name) throws IOException {
        String page = Files.readString(PAGES.resolve(name.substring(1)));
        StringBuilder all = new StringBuilder(page);
        Matcher included = INCLUDED.matcher(page);
        while (included.find()) {
            all.append(read(included.group(1)));
        }
        return all.toString();
    }
}
