package org.kontor.document;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.access.AccessLog;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.receivable.InvoiceTemplateView;
import org.kontor.receivable.InvoiceTemplates;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;

/** The templates of a company: looked at, changed, tried out and reset. Versions are kept, and what was issued keeps its version. */
@Stateless
public class Templates {

    private static final int LONGEST = 200_000;
    private static final long SAMPLE_ENTITY = 1;

    @Inject
    TemplateRepository repository;

    @Inject
    InvoiceTemplates named;

    @Inject
    Looks looks;

    @Inject
    AccessLog log;

    @Inject
    Clock clock;

    /** All of them: each kind in each language, and each invoice template of the company. */
    @Requires(Permission.READ_SETTINGS)
    public List<TemplateView> list() {
        List<TemplateView> general = Arrays.stream(TemplateKind.values())
                .flatMap(kind -> StandardTemplates.LANGUAGES.stream().map(language -> view(kind, language)))
                .toList();
        Stream<TemplateView> own = named.list().stream()
                .flatMap(each -> general.stream()
                        .filter(one -> one.kind() == TemplateKind.INVOICE)
                        .map(one -> view(one, each)));
        return Stream.concat(general.stream(), own).toList();
    }

    /**
     * The one with this id, such as {@code INVOICE-en}.
     *
     * @throws AppException {@link ErrorKind#ABSENT}
     */
    @Requires(Permission.READ_SETTINGS)
    public TemplateView get(String id) {
        return list().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AppException(
                        ErrorKind.ABSENT, "TEMPLATE_NOT_FOUND", "Choose one of the templates that there are."));
    }

    /**
     * Replaces a template; documents that are made from now on use it.
     *
     * @param expectedVersion the version that the caller saw
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#INVALID} with the line of what is wrong
     */
    @Requires(Permission.WRITE_SETTINGS)
    public TemplateView revise(String id, long expectedVersion, TemplateDraft draft) {
        TemplateView before = get(id);
        page(before, draft);
        return store(before, expectedVersion, false, draft.body());
    }

    /**
     * Goes back to the template of Kontor, with a design to that of all others; the company's own stays among the versions.
     *
     * @param expectedVersion the version that the caller saw
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}
     */
    @Requires(Permission.WRITE_SETTINGS)
    public TemplateView reset(String id, long expectedVersion) {
        TemplateView before = get(id);
        return store(
                before,
                expectedVersion,
                true,
                before.design().isEmpty()
                        ? StandardTemplates.body(before.kind(), before.language())
                        : view(before.kind(), before.language()).body());
    }

    /**
     * A made-up document by a template that is not stored yet.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#INVALID} with the line of what is wrong
     */
    @Requires(Permission.WRITE_SETTINGS)
    public Paper preview(String id, TemplateDraft draft) {
        TemplateView template = get(id);
        byte[] bytes = PdfRenderer.render(
                page(template, draft),
                new PdfFacts("Preview", "Kontor", Locale.forLanguageTag(template.language()), clock.instant(), 0),
                Optional.empty());
        return Paper.of("preview-" + id, ".pdf", Paper.PDF, bytes);
    }

    /**
     * What is wrong with a template that is not stored yet, as far as it is filled in; it is not made into paper.
     *
     * @throws AppException {@link ErrorKind#ABSENT}
     */
    @Requires(Permission.WRITE_SETTINGS)
    public List<FieldError> wrong(String id, TemplateDraft draft) {
        TemplateView template = get(id);
        try {
            page(template, draft);
            return List.of();
        } catch (AppException e) {
            return e.errors();
        }
    }

    /** Every use of the template is tried, so that none fails when it matters. */
    private org.w3c.dom.Document page(TemplateView template, TemplateDraft draft) {
        if (draft.body().length() > LONGEST) {
            throw AppException.invalid("body", "TOO_LONG", "Shorten the template to 200,000 characters.");
        }
        try {
            TemplateText text = new TemplateText(draft.body());
            List<Map<String, Object>> samples =
                    SamplePages.of(template.kind(), looks.current(SAMPLE_ENTITY).in(template.language()));
            return samples.stream().map(text::fill).toList().get(0);
        } catch (TemplateProblem e) {
            throw AppException.invalid("body", "TEMPLATE", e.told());
        }
    }

    private TemplateView store(TemplateView before, long expectedVersion, boolean standard, String body) {
        boolean stored = before.version() == expectedVersion
                && repository.add(
                        before.kind(),
                        before.language(),
                        before.design(),
                        expectedVersion + 1,
                        clock.instant(),
                        CallerContext.current().login(),
                        standard,
                        body);
        if (!stored) {
            throw AppException.stale();
        }
        log.write(standard ? "document-template.reset" : "document-template.changed", before.id());
        return get(before.id());
    }

    /** What is in force: a version of Kontor's own is shown as Kontor brings it now. */
    private TemplateView view(TemplateKind kind, String language) {
        String id = kind.name() + "-" + language;
        return repository
                .latest(kind, language, "")
                .map(stored -> new TemplateView(
                        id,
                        kind,
                        language,
                        "",
                        "",
                        stored.version(),
                        Optional.of(stored.createdAt()),
                        stored.createdBy(),
                        stored.standard(),
                        stored.standard() ? StandardTemplates.body(kind, language) : stored.body()))
                .orElseGet(() -> new TemplateView(
                        id,
                        kind,
                        language,
                        "",
                        "",
                        0,
                        Optional.empty(),
                        "system",
                        true,
                        StandardTemplates.body(kind, language)));
    }

    /** What is in force for an invoice template: its own, else that of all others. */
    private TemplateView view(TemplateView general, InvoiceTemplateView template) {
        Optional<Template> stored = repository.latest(general.kind(), general.language(), template.code());
        Optional<Template> own = stored.filter(each -> !each.standard());
        return new TemplateView(
                general.id() + "-" + template.code(),
                general.kind(),
                general.language(),
                template.code(),
                template.name(),
                stored.map(Template::version).orElse(0L),
                own.isPresent() ? own.map(Template::createdAt) : general.updatedAt(),
                own.map(Template::createdBy).orElse(general.updatedBy()),
                own.isEmpty(),
                own.map(Template::body).orElse(general.body()));
    }
}
