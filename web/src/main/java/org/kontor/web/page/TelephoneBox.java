package org.kontor.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kontor.customer.BillingNumber;
import org.kontor.customer.TelephoneServiceDraft;
import org.kontor.customer.TelephoneServiceView;
import org.kontor.customer.TelephoneServices;
import org.kontor.shared.AppException;

/** Telephone services of the customer of the record page, and which of their numbers is the billing one (S0-30 to S0-32). */
@Named("telephoneBox")
@ViewScoped
public class TelephoneBox implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    TelephoneServices services;

    @Inject
    CustomerPage page;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private final FieldErrors errors = new FieldErrors();
    private List<TelephoneServiceView> all = List.of();
    private String number = "";
    private String name = "";

    @PostConstruct
    void open() {
        all = services.ofCustomer(page.getId());
    }

    /** Adds what was typed. */
    public void add() {
        attempt(() -> {
            TelephoneServiceView added = services.add(page.getId(), new TelephoneServiceDraft(number, name));
            number = "";
            name = "";
            notices.done(texts.of("telephone.added", added.number()));
        });
    }

    /** Makes the number of one the billing telephone number. */
    public void bill(TelephoneServiceView service) {
        attempt(() -> {
            services.setBillingNumber(page.getId(), new BillingNumber(service.number()));
            notices.done(texts.of("telephone.billed", service.number()));
        });
    }

    /** Removes one; that the billing number goes with it was asked before where it is that of the one as it is shown. */
    public void remove(TelephoneServiceView service) {
        attempt(() -> {
            services.remove(page.getId(), service.id(), service.btn());
            notices.done(texts.of("telephone.removed", service.number()));
        });
    }

    private void attempt(Runnable change) {
        errors.clear();
        try {
            change.run();
        } catch (AppException e) {
            errors.showOrBanner(e, texts, notices);
        }
        open();
    }

    /** All of them, oldest first. */
    public List<TelephoneServiceView> getAll() {
        return all;
    }

    /** What needs a correction. */
    public FieldErrors getErrors() {
        return errors;
    }

    /** The telephone number that is typed. */
    public String getNumber() {
        return number;
    }

    /** Sets it. */
    public void setNumber(@Nullable String value) {
        number = Typed.text(value);
    }

    /** What it is, as typed. */
    public String getName() {
        return name;
    }

    /** Sets it. */
    public void setName(@Nullable String value) {
        name = Typed.text(value);
    }
}
