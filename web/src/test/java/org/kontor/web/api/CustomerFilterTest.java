package org.kontor.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kontor.customer.CustomerQuery.Lack;
import org.kontor.customer.CustomerQuery.Portal;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;

/** What the parameters of the list of customers say over REST: a word that it does not know is refused with those that it knows. */
class CustomerFilterTest {

    @Test
    void aWordOfWhichThereIsNoChoiceIsRefusedWithTheChoices() {
        CustomerFilter filter = new CustomerFilter();
        filter.portal = List.of("INVITED,OPENED");
        filter.without = List.of("TAG", "HOPE");
        AppException refused = assertThrows(AppException.class, filter::query);
        assertEquals(ErrorKind.INVALID, refused.kind());
        assertEquals(
                List.of(
                        new FieldError(
                                "portal", "UNKNOWN_VALUE", "Choose one of DISABLED, INVITED, ENABLED, SUSPENDED."),
                        new FieldError(
                                "without", "UNKNOWN_VALUE", "Choose one of OWNER, TAG, FLAG, EMAIL, PHONE, CADENCE.")),
                refused.errors());
        filter.portal = List.of("invited", " ENABLED ");
        filter.without = List.of("TAG,PHONE");
        assertEquals(
                Set.of(Portal.INVITED, Portal.ENABLED),
                filter.query().standing().portal());
        assertEquals(Set.of(Lack.TAG, Lack.PHONE), filter.query().standing().without());
    }
}
