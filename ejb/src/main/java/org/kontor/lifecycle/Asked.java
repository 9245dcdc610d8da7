package org.kontor.lifecycle;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.kontor.customer.CustomerClass;
import org.kontor.customer.CustomerDraft;
import org.kontor.customer.Folding;
import org.kontor.customer.Phone;
import org.kontor.lifecycle.RecordRepository.Known;

/**
 * Who is looked for.
 *
 * @param record as the matcher compares
 * @param phones as they are stored
 * @param sortName the display name, folded
 */
record Asked(MatchRecord record, List<String> phones, String sortName) {

    static Asked of(Known known) {
        return new Asked(
                known.record(),
                known.member().phones(),
                Folding.fold(known.member().displayName()));
    }

    static Asked of(CustomerDraft draft) {
        boolean organisation = draft.customerClass() == CustomerClass.BUSINESS
                && !draft.companyName().isEmpty();
        List<String> phones = draft.phones().stream().map(Phone::number).toList();
        MatchRecord record = MatchRecord.folded(
                organisation,
                draft.firstName(),
                draft.middleName(),
                draft.lastName(),
                draft.companyName(),
                draft.birthdate().map(LocalDate::toString).orElse(""),
                draft.emails(),
                phones,
                draft.address(),
                draft.externalIds().stream()
                        .map(id -> id.system() + ":" + id.kind() + ":" + id.value())
                        .collect(Collectors.toSet()));
        String composed = organisation ? draft.companyName() : (draft.firstName() + " " + draft.lastName()).strip();
        return new Asked(record, phones, Folding.fold(draft.displayName().isEmpty() ? composed : draft.displayName()));
    }
}
