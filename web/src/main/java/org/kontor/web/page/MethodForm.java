package org.kontor.web.page;

import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.wallet.PaymentMethodDraft;
import org.kontor.wallet.PaymentMethodType;

/** What is typed of a payment method that a vault keeps. */
public class MethodForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private long vault;
    private String shopperId = "";
    private String methodId = "";
    private PaymentMethodType type = PaymentMethodType.CARD;
    private String brand = "";
    private String lastDigits = "";
    private String expires = "";

    PaymentMethodDraft draft() {
        return new PaymentMethodDraft(vault, shopperId, methodId, Optional.of(type), brand, lastDigits, expires);
    }

    /** The connection to the vault; 0 when none is chosen. */
    public long getVault() {
        return vault;
    }

    /** Sets it. */
    public void setVault(long value) {
        vault = value;
    }

    /** What the vault calls the payer. */
    public String getShopperId() {
        return shopperId;
    }

    /** Sets it. */
    public void setShopperId(@Nullable String value) {
        shopperId = Typed.text(value);
    }

    /** What the vault calls the method. */
    public String getMethodId() {
        return methodId;
    }

    /** Sets it. */
    public void setMethodId(@Nullable String value) {
        methodId = Typed.text(value);
    }

    /** Card or bank account. */
    public PaymentMethodType getType() {
        return type;
    }

    /** Sets it. */
    public void setType(PaymentMethodType value) {
        type = value;
    }

    /** Brand or bank. */
    public String getBrand() {
        return brand;
    }

    /** Sets it. */
    public void setBrand(@Nullable String value) {
        brand = Typed.text(value);
    }

    /** Up to four last digits. */
    public String getLastDigits() {
        return lastDigits;
    }

    /** Sets it. */
    public void setLastDigits(@Nullable String value) {
        lastDigits = Typed.text(value);
    }

    /** Last month of a card, such as 2028-07. */
    public String getExpires() {
        return expires;
    }

    /** Sets it. */
    public void setExpires(@Nullable String value) {
        expires = Typed.text(value);
    }
}
