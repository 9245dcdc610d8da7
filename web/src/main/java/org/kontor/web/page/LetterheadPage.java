package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kontor.access.Permission;
import org.kontor.document.LetterheadDraft;
import org.kontor.document.LetterheadView;
import org.kontor.document.Letterheads;
import org.kontor.settings.CompanyEntities;
import org.kontor.settings.CompanyEntityView;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.primefaces.event.FileUploadEvent;

/** The letterhead of the company entity whose id {@code entity} stands in the address. */
@Named("letterheadPage")
@ViewScoped
public class LetterheadPage implements CheckedForm, Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Letterheads letterheads;

    @Inject
    CompanyEntities entities;

    @Inject
    ShellPage shell;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private final EntryForms forms = new EntryForms();
    private final AddressForm address = new AddressForm();
    private final HashMap<String, String> values = new HashMap<>();
    private long entity;
    private long version;
    private String name = "";
    private String logo = "";

    /** Fetches it; called once when the page is opened. */
    public void open() {
        shell.require(Permission.WRITE_SETTINGS);
        name = entities.find(entity).map(CompanyEntityView::name).orElseThrow(this::absent);
        LetterheadView view = letterheads.find(entity).orElseThrow(this::absent);
        fill(view.toDraft());
        version = view.version();
        logo = letterheads.logo(entity);
    }

    private void fill(LetterheadDraft draft) {
        address.fill(draft.address());
        values.put("locale", draft.locale());
        values.put("vatId", draft.vatId());
        values.put("taxNumber", draft.taxNumber());
        values.put("email", draft.email());
        values.put("phone", draft.phone());
        values.put("website", draft.website());
        values.put("accountHolder", draft.accountHolder());
        values.put("iban", draft.iban());
        values.put("bic", draft.bic());
        values.put("accent", draft.accent());
        values.put("footer", draft.footer());
    }

    @Override
    public List<FieldErrors.Entry> wrong() {
        return FieldErrors.entries(typed().wrong(), texts);
    }

    /** Saves what was typed. */
    public void save() {
        forms.save(
                () -> {
                    letterheads.revise(entity, version, typed());
                    return texts.of("tables.saved", name);
                },
                "/letterhead.xhtml?entity=" + entity,
                texts,
                notices);
    }

    private LetterheadDraft typed() {
        return new LetterheadDraft(
                value("locale"),
                address.address(),
                value("vatId"),
                value("taxNumber"),
                value("email"),
                value("phone"),
                value("website"),
                value("accountHolder"),
                value("iban"),
                value("bic"),
                value("accent"),
                value("footer"));
    }

    private String value(String field) {
        String value = values.get(field);
        return value == null ? "" : value;
    }

    /** Puts a picture on it; what was typed beside stays in the form. */
    public void upload(FileUploadEvent event) {
        try (InputStream picture = event.getFile().getInputStream()) {
            shown(letterheads.replaceLogo(entity, picture.readNBytes(Letterheads.LOGO_MAX + 1)));
        } catch (AppException e) {
            notices.refused(
                    e.errors().isEmpty()
                            ? String.valueOf(e.getMessage())
                            : e.errors().get(0).message());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the picture off. */
    public void removeLogo() {
        shown(letterheads.removeLogo(entity));
    }

    private void shown(LetterheadView now) {
        version = now.version();
        logo = letterheads.logo(entity);
        notices.done(texts.of("tables.saved", name));
    }

    private AppException absent() {
        return new AppException(ErrorKind.ABSENT, "COMPANY_ENTITY_NOT_FOUND", texts.of("error.404"));
    }

    /** What needs a correction. */
    public FieldErrors getErrors() {
        return forms.errors();
    }

    /** The postal address. */
    public AddressForm getAddress() {
        return address;
    }

    /** The other inputs by field. */
    public Map<String, String> getValues() {
        return values;
    }

    /** Id of the company entity. */
    public long getEntity() {
        return entity;
    }

    /** Sets it. */
    public void setEntity(long value) {
        entity = value;
    }

    /** What the company entity is called. */
    public String getName() {
        return name;
    }

    /** The logo as an address that holds it; empty for none. */
    public String getLogo() {
        return logo;
    }
}
