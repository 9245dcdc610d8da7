package org.kontor.kiosk;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import org.kontor.access.AccessLog;
import org.kontor.access.ApiKeys;
import org.kontor.access.Caller;
import org.kontor.access.CallerContext;
import org.kontor.access.CustomerScope;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.customer.CustomerDraft;
import org.kontor.customer.CustomerIdentity;
import org.kontor.customer.CustomerRules;
import org.kontor.customer.Customers;
import org.kontor.customer.EntryCheck;
import org.kontor.medical.MedicalConditionDraft;
import org.kontor.medical.MedicalIntake;
import org.kontor.shared.AppException;
import org.kontor.shared.Cursor;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.kontor.suppression.Suppressions;

/** Takes entries of kiosks, and lists those that look like an existing customer. */
@Stateless
public class KioskEntries {

    /** So many entries a minute are more than people type; see {@link #submit}. */
    static final int PER_MINUTE = 20;

    private static final String LIST = "kiosk-entries";

    @Inject
    Customers customers;

    @Inject
    EntryCheck check;

    @Inject
    KioskRepository repository;

    @Inject
    KioskDeviceRepository devices;

    @Inject
    KioskConsent consent;

    @Inject
    MedicalIntake intake;

    @Inject
    Suppressions suppressions;

    @Inject
    CustomerScope scope;

    @Inject
    AccessLog log;

    @Inject
    Clock clock;

    /**
     * Creates a Residential customer of what somebody typed at a kiosk (S3-01), with the consent and the medical answers that they
     * gave. The same happens, and nothing is answered, whether or not the person is known (S3-04). Of somebody whose data was
     * erased nothing is kept, and staff reads in the audit log that it was so; it counts for the limit as any other.
     *
     * @param token of the device that sends it: where that asks the medical questions, the required ones must be answered; empty for
     *     whoever sends with an API key
     * @throws AppException {@link ErrorKind#INVALID} with every field that is against a rule; {@link ErrorKind#TOO_MANY} after
     *     {@value #PER_MINUTE} entries in a minute (S3-05)
     */
    @Requires(Permission.CREATE_KIOSK_ENTRY)
    public void submit(KioskEntry entry, String token) {
        Caller kiosk = CallerContext.current();
        Instant now = clock.instant();
        Instant minuteAgo = now.minus(Duration.ofMinutes(1));
        if (repository.since(minuteAgo, kiosk.userId()) >= PER_MINUTE) {
            throw AppException.tooMany(
                    "TOO_MANY_ENTRIES",
                    "Wait a minute, then send it again: there were too many.",
                    Duration.ofMinutes(1));
        }
        Optional<List<MedicalConditionDraft>> answers = answers(entry, token);
        CustomerDraft draft = KioskRules.draft(entry);
        CustomerRules.Checked checked = CustomerRules.check(draft, LocalDate.ofInstant(now, ZoneOffset.UTC));
        OptionalLong erasure = suppressions
                .recognise(List.of(CustomerIdentity.of(checked.draft())))
                .get(0);
        // What is against a rule is told in any case: an answer must not show who was erased.
        if (erasure.isPresent() && checked.errors().isEmpty()) {
            answers.ifPresent(intake::checkAll);
            repository.sent(now, kiosk.userId(), minuteAgo);
            log.write("kiosk-entry.refused", "erasure " + erasure.getAsLong());
            return;
        }
        List<Long> similar = check.alike(List.of(checked.draft())).get(0).stream()
                .map(EntryCheck.Alike::customerId)
                .toList();
        // A kiosk may create this one customer, and read nothing of any other.
        Caller creator = new Caller(kiosk.userId(), kiosk.login(), Set.of(Permission.WRITE_CUSTOMER.wireName()));
        long id = as(creator, () -> create(entry, draft, answers));
        // Later than what the creation wrote into the history: whatever comes behind is work of staff.
        repository.add(clock.instant(), kiosk, id, similar);
        repository.sent(now, kiosk.userId(), minuteAgo);
    }

    /** What was answered; nothing is an answer, too, where the device asks. */
    private Optional<List<MedicalConditionDraft>> answers(KioskEntry entry, String token) {
        boolean asked = devices.byToken(ApiKeys.hash(token))
                .filter(KioskDeviceRepository.Device::asksMedical)
                .isPresent();
        return asked ? Optional.of(entry.medicalConditions().orElse(List.of())) : entry.medicalConditions();
    }

    private long create(KioskEntry entry, CustomerDraft draft, Optional<List<MedicalConditionDraft>> answers) {
        long id;
        try {
            id = customers.register(draft).id();
        } catch (AppException e) {
            throw KioskRules.asked(e);
        }
        if (entry.smsOptIn()) {
            consent.given(id);
        }
        answers.ifPresent(given -> intake.answerAll(id, given));
        return id;
    }

    /** How many entries wait for the caller, counting no further than {@code atMost}. */
    @Requires(Permission.READ_CUSTOMER)
    public int waitingCount(int atMost) {
        return repository.waiting(CallerContext.current(), 0, atMost).size();
    }

    /** Entries that look like an existing customer and that nobody has looked at, oldest first. */
    @Requires(Permission.READ_CUSTOMER)
    public Page<KioskEntryView> waiting(PageRequest page) {
        long after = Cursor.decode(LIST, page.cursor())
                .map(values -> Long.parseLong(values.get(0)))
                .orElse(0L);
        List<KioskEntryView> found = repository.waiting(CallerContext.current(), after, page.limit() + 1);
        List<KioskEntryView> piece = found.subList(0, Math.min(found.size(), page.limit()));
        Set<Long> seen = scope.visible(
                piece.stream().flatMap(entry -> entry.similar().stream()).toList());
        List<KioskEntryView> shown =
                piece.stream().map(entry -> onlySeen(entry, seen)).toList();
        return found.size() <= page.limit()
                ? new Page<>(shown, Optional.empty())
                : new Page<>(
                        shown,
                        Optional.of(Cursor.encode(
                                LIST, Long.toString(piece.get(piece.size() - 1).id()))));
    }

    /**
     * Takes an entry out of the queue and keeps its customer: somebody looked at it, and it is a new one.
     *
     * @throws AppException {@link ErrorKind#ABSENT} when it does not wait
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public void review(long id) {
        Caller caller = CallerContext.current();
        boolean waits = repository.waiting(caller, id - 1, 1).stream().anyMatch(entry -> entry.id() == id);
        if (!waits || repository.reviewed(id, clock.instant(), caller.login()) == 0) {
            throw absent(id);
        }
        log.write("kiosk-entry.kept", "kiosk entry " + id);
    }

    static AppException absent(long id) {
        return new AppException(
                ErrorKind.ABSENT, "KIOSK_ENTRY_NOT_FOUND", "Look for another entry: none with id " + id + " waits.");
    }

    private static KioskEntryView onlySeen(KioskEntryView entry, Set<Long> seen) {
        return new KioskEntryView(
                entry.id(),
                entry.at(),
                entry.by(),
                entry.customerId(),
                entry.displayName(),
                entry.similar().stream().filter(seen::contains).toList());
    }

    static <T> T as(Caller caller, Callable<T> work) {
        try {
            return CallerContext.callAs(caller, work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
