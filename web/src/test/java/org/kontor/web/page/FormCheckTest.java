package org.kontor.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kontor.customer.AccountType;
import org.kontor.customer.BillMethod;
import org.kontor.customer.CustomerClass;

/** Inputs are checked when they are left, in the words of a save. */
class FormCheckTest {

    private static final Path PAGES = Path.of("src/main/webapp");
    /** A form with inputs of which something can be wrong, or with something to lose. */
    private static final Pattern FORM = Pattern.compile("<h:form[^>]*(novalidate|data-k-guard)[^>]*>");

    private static final Pattern CHECK = Pattern.compile("<k:check page=\"#\\{(\\w+)}\"/>");
    private static final Pattern PAGE = Pattern.compile("<ui:param name=\"page\" value=\"#\\{(\\w+)}\"/>");

    private static final String DIALOGS = "forms in dialogs, which answer at once";
    private static final String SECRETS = "secrets, which leave the browser when they are sent and not before";
    private static final String CHOICES = "choices and switches: only what is accepted is offered";
    private static final String ONE_LINE = "one line that adds or starts something, and says at once what is wrong";

    /** Pages whose forms are not checked, and why. */
    private static final Map<String, String> LEFT_OUT = Map.ofEntries(
            Map.entry("customers.xhtml", DIALOGS),
            Map.entry("customer.xhtml", DIALOGS),
            Map.entry("subscription.xhtml", DIALOGS),
            Map.entry("document.xhtml", DIALOGS),
            Map.entry("password.xhtml", SECRETS),
            Map.entry("reset-password.xhtml", SECRETS),
            Map.entry("forgot-password.xhtml", SECRETS),
            Map.entry("two-factor.xhtml", SECRETS),
            Map.entry("kiosk-setup.xhtml", SECRETS),
            Map.entry("connection-edit.xhtml", SECRETS),
            Map.entry("customer-erase.xhtml", "a name that is typed to confirm"),
            Map.entry("settings.xhtml", CHOICES),
            Map.entry("preferences.xhtml", CHOICES),
            Map.entry("medical-questions.xhtml", ONE_LINE),
            Map.entry("statement-runs.xhtml", ONE_LINE));

    @Test
    void everyFormIsCheckedOrSaysWhyNot() throws IOException {
        List<String> without = new ArrayList<>();
        Set<String> unchecked = new TreeSet<>();
        int seen = 0;
        try (Stream<Path> files = Files.list(PAGES)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".xhtml")).toList()) {
                String page = Files.readString(file);
                String name = file.getFileName().toString();
                Matcher check = CHECK.matcher(page);
                if (check.find()) {
                    seen++;
                    if (!FORM.matcher(page).find() && !page.contains("data-k-check")) {
                        without.add(name + " has nothing that is watched");
                    }
                    if (!checked(bean(check.group(1), page))) {
                        without.add(name + " names a page that checks nothing");
                    }
                } else if (FORM.matcher(page).find()) {
                    unchecked.add(name);
                }
            }
        }
        assertEquals(List.of(), without);
        assertEquals(new TreeSet<>(LEFT_OUT.keySet()), unchecked);
        assertTrue(seen >= 22, seen + " forms");
    }

    /** What the forms of settings and administration say of what is typed, in the words of a save. */
    @Test
    void theFormsOfAdministrationAreToldWhatIsWrong() {
        UserPage user = new UserPage();
        user.texts = english();
        user.setLogin("Anna Lind");
        user.setEmail("no address");
        assertEquals(List.of("login", "email"), anchors(user));
        RolePage role = new RolePage();
        role.texts = english();
        role.setDescription("x".repeat(501));
        assertEquals(List.of("name", "description"), anchors(role));
        ApiKeysPage key = new ApiKeysPage();
        key.texts = english();
        key.clock = Clock.systemUTC();
        key.setExpires("soon");
        assertEquals(List.of("expiresAt", "name", "permissions"), anchors(key));
        CustomFieldsPage field = new CustomFieldsPage();
        field.texts = english();
        field.setOrder("first");
        field.setLabel("Region");
        field.setKey("Sales region");
        field.setChoices("North");
        assertEquals(List.of("order", "key", "choices"), anchors(field));
        SystemTablesPage entry = new SystemTablesPage();
        entry.texts = english();
        entry.setCode("at risk");
        assertEquals(List.of("name", "code"), anchors(entry));
        CompanyEntitiesPage entity = new CompanyEntitiesPage();
        entity.texts = english();
        entity.setName("Acme");
        entity.setCurrency("US dollar");
        entity.setTimeZone("Europe/Berlin");
        entity.setDefaultCountry("DE");
        entity.setLocale("de-DE");
        assertEquals(List.of("currency"), anchors(entity));
        LetterheadPage letterhead = new LetterheadPage();
        letterhead.texts = english();
        letterhead.getValues().putAll(Map.of("locale", "de-DE", "accent", "#1f4e79", "iban", "DE00"));
        assertEquals(List.of("iban"), anchors(letterhead));
        PortalInvitePage invitation = new PortalInvitePage();
        invitation.texts = english();
        invitation.setText("Come in.");
        assertEquals(List.of("text"), anchors(invitation));
    }

    private static List<String> anchors(CheckedForm form) {
        return form.wrong().stream().map(FieldErrors.Entry::anchor).toList();
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

    /** What is put into the inputs of PSA comes out again, with the one account type that it knows. */
    @Test
    void theFormOfPsaSaysWhatStandsInItsInputs() {
        PsaForm form = new PsaForm();
        form.setIdentity(CustomerClass.BUSINESS);
        form.setCustomerName("Acme");
        form.setEmail("anna@lind.example");
        form.setBillMethod(BillMethod.PRINT);
        form.getAddress().setCity("Boston");
        assertEquals("Acme", form.draft().customerName());
        assertEquals("Boston", form.draft().address().city());
        assertEquals(AccountType.STANDARD, form.draft().accountType());
        PsaForm again = new PsaForm();
        again.fill(form.draft());
        assertEquals(form.draft(), again.draft());
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

    /** The name of the bean: {@code page} stands for another where the page says so. */
    private static String bean(String named, String page) {
        Matcher param = PAGE.matcher(page);
        return named.equals("page") && param.find() ? param.group(1) : named;
    }

    private static boolean checked(String bean) {
        try {
            return CheckedForm.class.isAssignableFrom(
                    Class.forName("org.kontor.web.page." + Character.toUpperCase(bean.charAt(0)) + bean.substring(1)));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
