package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.access.Permission;
import org.kontor.document.TemplateDraft;
import org.kontor.document.TemplateView;
import org.kontor.document.Templates;

/** The templates of documents; the one whose id {@code template} stands in the address is in the form. */
@Named("templatesPage")
@ViewScoped
public class TemplatesPage implements CheckedForm, Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Templates templates;

    @Inject
    ShellPage shell;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private final EntryForms forms = new EntryForms();
    private List<TemplateView> all = List.of();
    private Optional<TemplateView> stored = Optional.empty();
    private String template = "";
    private String body = "";

    /** Fetches the templates; called once when the page is opened. */
    public void open() {
        all = templates.list();
        if (!template.isEmpty()) {
            shell.require(Permission.WRITE_SETTINGS);
            TemplateView found = templates.get(template);
            stored = Optional.of(found);
            body = found.body();
        }
    }

    @Override
    public List<FieldErrors.Entry> wrong() {
        return FieldErrors.entries(templates.wrong(template, new TemplateDraft(body)), texts);
    }

    /** Saves what stands in the form. */
    public void save() {
        forms.save(
                () -> {
                    templates.revise(template, version(), new TemplateDraft(body));
                    return texts.of("templates.saved");
                },
                "/templates.xhtml?template=" + template,
                texts,
                notices);
    }

    /** Goes back to the template of Kontor. */
    public void reset() {
        forms.save(
                () -> {
                    templates.reset(template, version());
                    return texts.of("templates.wasReset");
                },
                "/templates.xhtml?template=" + template,
                texts,
                notices);
    }

    private long version() {
        return stored.map(TemplateView::version).orElse(0L);
    }

    /** All templates. */
    public List<TemplateView> getAll() {
        return all;
    }

    /** Whether one is in the form. */
    public boolean isEditing() {
        return stored.isPresent();
    }

    /** Whether the one in the form is that of Kontor. */
    public boolean isStandard() {
        return stored.map(TemplateView::standard).orElse(true);
    }

    /** What a template is for, in words. */
    public String name(TemplateView view) {
        String general = texts.of("templates.name." + view.kind() + "-" + view.language());
        return view.design().isEmpty() ? general : texts.of("templates.named", general, view.designName());
    }

    /** What the one in the form is for. */
    public String getName() {
        return stored.map(this::name).orElse("");
    }

    /** Whether the one in the form is of an invoice template. */
    public boolean isNamed() {
        return stored.filter(each -> !each.design().isEmpty()).isPresent();
    }

    /** What needs a correction. */
    public FieldErrors getErrors() {
        return forms.errors();
    }

    /** Id of the template in the form; empty for none. */
    public String getTemplate() {
        return template;
    }

    /** Sets it. */
    public void setTemplate(@Nullable String value) {
        template = value == null ? "" : value;
    }

    /** The template. */
    public String getBody() {
        return body;
    }

    /** Sets it. */
    public void setBody(@Nullable String value) {
        body = value == null ? "" : value;
    }
}
