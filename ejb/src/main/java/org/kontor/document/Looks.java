package org.kontor.document;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.receivable.DocumentKind;
import org.kontor.receivable.InvoiceTemplateView;
import org.kontor.receivable.InvoiceTemplates;
import org.kontor.receivable.InvoiceView;
import org.kontor.receivable.PaymentWay;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Sql;

/** Which letterhead and template a document is made with. Of an issued one it is settled when it is first made into a paper. */
@ApplicationScoped
class Looks {

    private static final String SETTLE = """
            insert into document_look (invoice_id, made_at, letterhead_id, template_id, ways, buyer_email)
            select i.id, ?, ?, ?, ?::text[], coalesce((select address from customer_email where customer_id = i.customer_id
                                            order by position limit 1), '')
            from invoice i where i.id = ? and i.issued_at is not null
            on conflict (invoice_id) do nothing
            """;

    private static final String FIND =
            "select letterhead_id, template_id, buyer_email, ways from document_look where invoice_id = ?";

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    LetterheadRepository letterheads;

    @Inject
    TemplateRepository templates;

    @Inject
    InvoiceTemplates named;

    @Inject
    Clock clock;

    /**
     * How a document looks.
     *
     * @param letterhead of the company entity
     * @param template of its language
     * @param ways by which its template says that can be paid; empty when it says nothing
     * @param buyerEmail electronic address of the customer; empty when there is none
     */
    record Look(Letterhead letterhead, Template template, List<PaymentWay> ways, String buyerEmail) {

        /** Copies the list. */
        Look {
            ways = List.copyOf(ways);
        }
    }

    private record Settled(long letterheadId, long templateId, List<PaymentWay> ways, String buyerEmail) {}

    Look of(InvoiceView document) {
        Optional<Settled> settled = document.issuedAt().isEmpty() ? Optional.empty() : find(document.id());
        if (settled.isPresent()) {
            return settled(settled.get());
        }
        Optional<InvoiceTemplateView> own = named.of(document);
        String design = own.map(InvoiceTemplateView::code).orElse("");
        List<PaymentWay> ways = document.kind() == DocumentKind.INVOICE
                ? own.map(InvoiceTemplateView::paymentWays).orElse(List.of())
                : List.of();
        if (document.issuedAt().isEmpty()) {
            Letterhead letterhead = spoken(current(document.entityId()), document, own);
            return new Look(letterhead, template(TemplateKind.INVOICE, design, letterhead), ways, "");
        }
        Letterhead letterhead = stored(document.entityId());

        Sql.execute(
                dataSource,
                SETTLE,
                Sql.of(
                        clock.instant(),
                        letterhead.rowId(),
                        template(TemplateKind.INVOICE, design, spoken(letterhead, document, own))
                                .rowId(),
                        ways.stream().map(Enum::name).toArray(String[]::new),
                        document.id()));
        return find(document.id()).map(this::settled).orElseThrow();
    }

    private Look settled(Settled look) {
        Template template = templates.version(look.templateId());
        return new Look(
                letterheads.version(look.letterheadId()).in(template.language()),
                template,
                look.ways(),
                look.buyerEmail());
    }

    /** In the language that the document or its template asks for, else in that of the company entity. */
    private static Letterhead spoken(Letterhead letterhead, InvoiceView document, Optional<InvoiceTemplateView> named) {
        String language = StandardTemplates.LANGUAGES.contains(document.template())
                ? document.template()
                : named.map(InvoiceTemplateView::language).orElse("");
        return language.isEmpty() ? letterhead : letterhead.in(language);
    }

    /** The letterhead that is in force. */
    Letterhead current(long entityId) {
        return letterheads
                .current(entityId)
                .orElseThrow(() -> new AppException(
                        ErrorKind.ABSENT,
                        "COMPANY_ENTITY_NOT_FOUND",
                        "Look for another company entity: there is none with id " + entityId + "."));
    }

    /** What a company entity is called now. */
    String entityName(long entityId) {
        return Sql.one(
                        dataSource,
                        "select name from company_entity where id = ?",
                        Sql.of(entityId),
                        row -> row.getString(1))
                .orElseThrow();
    }

    /** The template that is in force. */
    Template template(TemplateKind kind, Letterhead letterhead) {
        return template(kind, "", letterhead);
    }

    private Template template(TemplateKind kind, String design, Letterhead letterhead) {
        return templates.current(kind, letterhead.language(), design, clock.instant());
    }

    /** The letterhead that is in force as a version that can be referred to. */
    private Letterhead stored(long entityId) {
        Letterhead letterhead = current(entityId);
        if (letterhead.rowId() != 0) {
            return letterhead;
        }
        Instant now = clock.instant();
        letterheads.add(entityId, 1, letterhead.view().toDraft(), letterhead.logo(), now, "system");
        return current(entityId);
    }

    private Optional<Settled> find(long invoiceId) {
        return Sql.one(
                dataSource,
                FIND,
                Sql.of(invoiceId),
                row -> new Settled(
                        row.getLong(1),
                        row.getLong(2),
                        Stream.of((String[]) row.getArray(4).getArray())
                                .map(PaymentWay::valueOf)
                                .toList(),
                        row.getString(3)));
    }
}
