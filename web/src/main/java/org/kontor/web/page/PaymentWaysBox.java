package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kontor.portal.PaymentWays;
import org.kontor.portal.PaymentWaysDraft;
import org.kontor.portal.PaymentWaysView;
import org.kontor.receivable.PaymentWay;

/** By which ways the customer of the record page may pay (S4-56). */
@Named("paymentWaysBox")
@ViewScoped
public class PaymentWaysBox implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    PaymentWays ways;

    @Inject
    CustomerPage page;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private Optional<PaymentWaysView> view = Optional.empty();
    private String[] chosen = {};

    /** What is stated, in words; empty for nothing. */
    public String shown(long customer) {
        return of(customer).ways().stream()
                .map(way -> texts.of("paymentWay." + way))
                .collect(Collectors.joining(", "));
    }

    private PaymentWaysView of(long customer) {
        if (view.isEmpty()) {
            view = Optional.of(ways.of(customer));
            chosen = view.get().ways().stream().map(Enum::name).toArray(String[]::new);
        }
        return view.orElseThrow();
    }

    /** Saves what was chosen. */
    public void save() {
        List<PaymentWay> stated = Stream.of(chosen).map(PaymentWay::valueOf).toList();
        ways.replace(page.getId(), new PaymentWaysDraft(stated));
        notices.done(texts.of("paymentWay.saved", page.getCustomer().displayName()));
        notices.go("/customer.xhtml?id=" + page.getId() + "&tab=" + page.getTab());
    }

    /** What can be chosen. */
    public PaymentWay[] getAll() {
        return PaymentWay.values();
    }

    /** Names of those that are chosen. */
    public String[] getChosen() {
        of(page.getId());
        return chosen.clone();
    }

    /** Sets them. */
    public void setChosen(String @Nullable [] value) {
        chosen = value == null ? new String[0] : value.clone();
    }
}
