package org.kontor.web.page;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.customer.Address;

/** Values of several parts, written in one line. */
final class Lines {

    private Lines() {}

    /** A postal address, its blank parts left out. */
    static String address(Address address) {
        String place = Stream.of(address.state(), address.postalCode())
                .filter(s -> !s.isBlank())
                .collect(Collectors.joining(" "));
        return Stream.of(address.line1(), address.line2(), address.city(), place, address.country())
                .filter(s -> !s.isBlank())
                .collect(Collectors.joining(", "));
    }
}
