package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kontor.access.Audit;
import org.kontor.access.AuditEntry;
import org.kontor.access.AuditQuery;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/** The audit log, newest first, narrowed by the parameters of the address. */
@Named("auditPage")
@ViewScoped
public class AuditPage implements Serializable {

    private static final long serialVersionUID = 1L;

    /** What the log is about, in the order in which it is offered. */
    private static final List<String> NOUNS = List.of(
            "sign-in",
            "permission",
            "user",
            "user-group",
            "role",
            "password",
            "two-factor",
            "api-key",
            "customer",
            "receivable",
            "payment-method",
            "message",
            "cadence",
            "portal",
            "medical",
            "medical-question",
            "webhook",
            "kiosk",
            "kiosk-entry",
            "suppression",
            "personal-data",
            "locked-period",
            "duplicate-search",
            "duplicate",
            "setting",
            "system-table",
            "custom-field",
            "company-entity",
            "letterhead",
            "document",
            "document-template",
            "invoice-template",
            "statement-run",
            "connection");

    @Inject
    Audit audit;

    @Inject
    Texts texts;

    private String kind = "";
    private String actor = "";
    private String from = "";
    private String to = "";
    private Page<AuditEntry> shown = new Page<>(List.of(), Optional.empty());

    /** Fetches the first lines; called once when the page is opened. */
    public void open() {
        shown = audit.list(query(), PageRequest.first());
    }

    /** Shows the next lines below those on the page. */
    public void next() {
        shown.nextCursor().ifPresent(cursor -> {
            Page<AuditEntry> next =
                    audit.list(query(), new PageRequest(PageRequest.DEFAULT_LIMIT, Optional.of(cursor)));
            shown = new Page<>(
                    Stream.concat(shown.items().stream(), next.items().stream()).toList(), next.nextCursor());
        });
    }

    private AuditQuery query() {
        return new AuditQuery(kind.isEmpty() ? List.of() : List.of(kind), actor, start(from, 0), start(to, 1));
    }

    /** The start of a day, or of one later; a day that cannot be read narrows nothing. */
    private Optional<Instant> start(String day, int later) {
        try {
            return day.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(day)
                            .plusDays(later)
                            .atStartOfDay(texts.zone())
                            .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** What happened, in words; the kind itself where there are none. */
    public String words(AuditEntry entry) {
        return texts.find("audit." + entry.kind()).orElse(entry.kind());
    }

    /** Style of what happened. */
    public String style(AuditEntry entry) {
        return entry.kind().endsWith(".refused") || entry.kind().endsWith(".locked")
                ? "k-status-warn"
                : "k-status-plain";
    }

    /** What the log can be narrowed to. */
    public List<String> getNouns() {
        return NOUNS;
    }

    /** Lines on the page. */
    public List<AuditEntry> getShown() {
        return shown.items();
    }

    /** Whether there are more. */
    public boolean isMore() {
        return shown.nextCursor().isPresent();
    }

    /** What the log is narrowed to; empty for everything. */
    public String getKind() {
        return kind;
    }

    /** Sets what the log is narrowed to. */
    public void setKind(@Nullable String value) {
        kind = value == null ? "" : value;
    }

    /** Sign-in name; empty for everybody. */
    public String getActor() {
        return actor;
    }

    /** Sets the sign-in name. */
    public void setActor(@Nullable String value) {
        actor = value == null ? "" : value.strip();
    }

    /** First day, as 2026-11-21; empty for no limit. */
    public String getFrom() {
        return from;
    }

    /** Sets the first day. */
    public void setFrom(@Nullable String value) {
        from = value == null ? "" : value;
    }

    /** Last day, as 2026-11-21; empty for no limit. */
    public String getTo() {
        return to;
    }

    /** Sets the last day. */
    public void setTo(@Nullable String value) {
        to = value == null ? "" : value;
    }
}
