package org.kontor.contact;

import java.util.List;
import org.kontor.customer.Address;
import org.kontor.customer.CustomerDraft;
import org.kontor.customer.Phone;
import org.kontor.customer.PhoneType;

/**
 * What the automatic contact of a Residential customer says of the person: a copy that follows the customer field by field,
 * until somebody edits that field of the contact.
 *
 * @param firstName given name
 * @param lastName family name
 * @param email the primary e-mail
 * @param phone the first phone that is neither mobile nor fax nor somebody else's
 * @param mobile the first mobile phone
 * @param address the customer's address
 */
record CustomerCopy(String firstName, String lastName, String email, String phone, String mobile, Address address) {

    /** Names of the fields of the copy, as they are stored while they follow. */
    static final String ALL_FIELDS = "firstName,lastName,email,phone,mobile,address";

    static CustomerCopy of(CustomerDraft customer) {
        return new CustomerCopy(
                customer.firstName(),
                customer.lastName(),
                customer.emails().isEmpty() ? "" : customer.emails().get(0),
                first(customer.phones(), List.of(PhoneType.HOME, PhoneType.WORK, PhoneType.OTHER)),
                first(customer.phones(), List.of(PhoneType.MOBILE)),
                customer.address());
    }

    private static String first(List<Phone> phones, List<PhoneType> types) {
        for (Phone phone : phones) {
            if (types.contains(phone.type())) {
                return phone.number();
            }
        }
        return "";
    }
}
