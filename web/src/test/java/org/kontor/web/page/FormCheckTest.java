package org.kontor.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kontor.customer.BillMethod;
import org.kontor.customer.CustomerClass;

/** Inputs are checked when they are left, in the words of a save. */
class FormCheckTest {

    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Pattern BEAN = Pattern.compile("viewAction action=\"#\\{(\\w+)\\.open\\(\\)}\"");

    /** What a connector says about its settings may need the other system: it is asked when the form is saved. */
    private static final Set<Class<?>> LEFT_OUT = Set.of(ConnectionEditPage.class);

    @Test
    void everyFormOnARecordIsChecked() throws IOException {
        List<String> without = new ArrayList<>();
        int seen = 0;
        try (Stream<Path> files = Files.list(PAGES)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".xhtml")).toList()) {
                String page = Files.readString(file);
                Matcher bean = BEAN.matcher(page);
                if (bean.find() && edits(bean.group(1))) {
                    seen++;
                    if (!page.contains("<k:check page=\"#{page}\"/>")) {
                        without.add(file.getFileName().toString());
                    }
                }
            }
        }
        assertEquals(List.of(), without);
        assertTrue(seen >= 9, seen + " forms");
    }

    @Test
    void aCustomerHalfTypedIsToldEveryFieldAgainstARule() {
        CustomerEditPage page = page();
        CustomerForm form = page.getForm();
        form.setCustomerClass(CustomerClass.RESIDENTIAL);
        form.setBillMethod(BillMethod.PRINT);
        form.setEmails(List.of("anna@lind.example", "no address"));
        form.getPhones().get(0).setNumber("\u0000");
        form.setWebsite("javascript:alert(1)");
        form.setBirthdate("31.12.");
        assertEquals(
                List.of("birthdate", "phones", "website", "emails", "lastName"),
                Stream.of("birthdate", "phones", "website", "emails", "lastName")
                        .filter(page.wrong().stream()
                                .map(FieldErrors.Entry::anchor)
                                .toList()::contains)
                        .toList());
        assertEquals(
                "Enter a first or a last name.",
                page.wrong().stream()
                        .filter(each -> each.anchor().equals("lastName"))
                        .findFirst()
                        .orElseThrow()
                        .message());
        assertEquals(List.of(), page.getErrors().getList(), "the page itself says nothing before a save");

        form.setBirthdate("1980-12-31");
        form.setLastName("Lind");
        form.setEmails(List.of("anna@lind.example"));
        form.setWebsite("lind.example");
        form.getPhones().get(0).setNumber("+1 303 555 0142");
        assertEquals(List.of(), page.wrong());
    }

    /** The rules of a contact that the form and REST know. */
    @Test
    void aContactIsToldWhereTextMessagesGo() {
        ContactEditPage page = new ContactEditPage();
        page.texts = english();
        page.getForm().setLastName("Lind");
        page.getForm().setEmail("no address");
        page.getForm().setSmsOptIn(true);
        assertEquals(
                List.of("email", "smsOptIn"),
                page.wrong().stream().map(FieldErrors.Entry::anchor).toList());
    }

    /** A custom field may be called as a field that every record has; its error stands beside its own input. */
    @Test
    void theErrorOfACustomFieldStandsBesideItsInput() {
        FieldErrors errors = new FieldErrors();
        errors.add("customFields.status", "Choose one of the values.", english());
        assertEquals("custom-status", errors.getList().get(0).anchor());
        assertTrue(errors.has("customFields.status"));
    }

    /** Without a page there is no language to be asked for. */
    private static Texts english() {
        return new Texts() {
            @Override
            public Locale locale() {
                return Locale.ENGLISH;
            }
        };
    }

    private static CustomerEditPage page() {
        CustomerEditPage page = new CustomerEditPage();
        page.texts = english();
        return page;
    }

    private static boolean edits(String bean) {
        try {
            Class<?> type =
                    Class.forName("org.kontor.web.page." + Character.toUpperCase(bean.charAt(0)) + bean.substring(1));
            return EditPage.class.isAssignableFrom(type) && !LEFT_OUT.contains(type);
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
