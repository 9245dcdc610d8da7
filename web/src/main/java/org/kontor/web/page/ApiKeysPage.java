package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kontor.access.ApiKeyDraft;
import org.kontor.access.ApiKeyView;
import org.kontor.access.ApiKeys;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.shared.AppException;
import org.kontor.shared.FieldError;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/** API keys that the reader may see, and the form for a new one. */
@Named("apiKeysPage")
@ViewScoped
public class ApiKeysPage implements CheckedForm, Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    ApiKeys keys;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    @Inject
    ShellPage shell;

    @Inject
    Clock clock;

    private String name = "";
    private String expires = "";
    private String key = "";
    private List<String> permissions = List.of();
    private List<String> offered = List.of();
    private Page<ApiKeyView> shown = new Page<>(List.of(), Optional.empty());
    private final FieldErrors errors = new FieldErrors();

    /** Fetches the first keys; called once when the page is opened. */
    public void open() {
        shell.require(Permission.MANAGE_API_KEY);
        offered = CallerContext.current().permissions().stream().sorted().toList();
        shown = keys.list(PageRequest.first());
    }

    /** Shows the next ones below those on the page. */
    public void next() {
        shown.nextCursor().ifPresent(cursor -> {
            Page<ApiKeyView> next = keys.list(new PageRequest(PageRequest.DEFAULT_LIMIT, Optional.of(cursor)));
            shown = new Page<>(
                    Stream.concat(shown.items().stream(), next.items().stream()).toList(), next.nextCursor());
        });
    }

    /** Makes a key and shows it this once. */
    public synchronized void create() {
        errors.clear();
        try {
            key = keys.create(new ApiKeyDraft(name, permissions, end())).key();
            name = "";
            permissions = List.of();
            shown = keys.list(PageRequest.first());
        } catch (AppException e) {
            errors.showOrThrow(e, texts);
        }
    }

    @Override
    public List<FieldErrors.Entry> wrong() {
        List<FieldError> wrong = new ArrayList<>();
        Optional<Instant> end = Optional.empty();
        try {
            end = end();
        } catch (AppException e) {
            wrong.addAll(e.errors());
        }
        wrong.addAll(new ApiKeyDraft(name, permissions, end).wrong(clock.instant()));
        return FieldErrors.entries(wrong, texts);
    }

    /** The end of the day that was chosen. */
    private Optional<Instant> end() {
        try {
            return expires.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(expires)
                            .plusDays(1)
                            .atStartOfDay(texts.zone())
                            .toInstant());
        } catch (DateTimeParseException e) {
            throw AppException.invalid("expiresAt", "DATE_FORM", texts.of("form.date"));
        }
    }

    /** Revokes a key, at once and for good. */
    public void revoke(long id) {
        keys.revoke(id);
        notices.done(texts.of("keysPage.revoked"));
        shown = keys.list(PageRequest.first());
    }

    /** Whether a key works still. */
    public boolean works(ApiKeyView view) {
        return view.revokedAt().isEmpty()
                && view.expiresAt().filter(end -> !end.isAfter(clock.instant())).isEmpty();
    }

    /** Whether it works, in words. */
    public String state(ApiKeyView view) {
        if (view.revokedAt().isPresent()) {
            return texts.of("keysPage.isRevoked");
        }
        return texts.of(works(view) ? "keysPage.works" : "keysPage.expired");
    }

    /** Style of whether it works. */
    public String style(ApiKeyView view) {
        return works(view) ? "k-status-open" : "k-status-closed";
    }

    /** Its permissions in one line. */
    public String line(ApiKeyView view) {
        return String.join(", ", view.permissions());
    }

    /** When it was last used. */
    public String used(ApiKeyView view) {
        return view.lastUsedAt().map(texts::moment).orElseGet(() -> texts.of("user.never"));
    }

    /** The key, right after it was made; empty text else. */
    public String getKey() {
        return key;
    }

    /** Permissions to choose from: those of the reader. */
    public List<String> getOffered() {
        return offered;
    }

    /** Keys on the page. */
    public List<ApiKeyView> getShown() {
        return shown.items();
    }

    /** Whether there are more. */
    public boolean isMore() {
        return shown.nextCursor().isPresent();
    }

    /** What needs a correction. */
    public FieldErrors getErrors() {
        return errors;
    }

    /** What the key is for. */
    public String getName() {
        return name;
    }

    /** Sets: what the key is for. */
    public void setName(@Nullable String value) {
        name = value == null ? "" : value;
    }

    /** Last day on which it works, as 2026-11-21; empty for no end. */
    public String getExpires() {
        return expires;
    }

    /** Sets: last day on which it works, as 2026-11-21; empty for no end. */
    public void setExpires(@Nullable String value) {
        expires = value == null ? "" : value;
    }

    /** Chosen permissions. */
    public List<String> getPermissions() {
        return permissions;
    }

    /** Sets: chosen permissions. */
    public void setPermissions(List<String> value) {
        permissions = List.copyOf(value);
    }
}
