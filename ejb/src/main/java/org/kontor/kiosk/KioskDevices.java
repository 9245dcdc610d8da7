package org.kontor.kiosk;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.kontor.access.AccessLog;
import org.kontor.access.ApiKeys;
import org.kontor.access.Caller;
import org.kontor.access.CallerContext;
import org.kontor.access.PasswordHash;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.access.SignInGuard;
import org.kontor.customer.FieldCheck;
import org.kontor.medical.MedicalIntake;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** Turns devices into kiosks and back: the token that one shows, and the passcode by which staff leaves it. */
@Stateless
public class KioskDevices {

    /** With this every token of a kiosk begins. */
    public static final String MARK = "ktk_";

    private static final int FIRST_IDLE = 60;
    private static final int SHORTEST_IDLE = 15;
    private static final int LONGEST_IDLE = 600;
    private static final int NAME_MAX = 100;
    private static final int MOST = 200;
    private static final Pattern PASSCODE = Pattern.compile("[0-9]{4,12}");
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    KioskDeviceRepository repository;

    @Inject
    MedicalIntake intake;

    @Inject
    SignInGuard guard;

    @Inject
    AccessLog log;

    @Inject
    Clock clock;

    /**
     * What became of a try to leave a kiosk.
     *
     * @param left whether the passcode was right; the token is worth nothing from then on
     * @param pause how long until the next try; zero when it may be at once
     */
    public record Leaving(boolean left, Duration pause) {}

    /**
     * Starts a kiosk in the name of the caller.
     *
     * @return its token, this once
     * @throws AppException {@link ErrorKind#INVALID} with each field that is against a rule
     */
    @Requires(Permission.START_KIOSK)
    public NewKiosk start(KioskDraft draft) {
        KioskDraft checked = check(draft);
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        String token = MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        long id = repository.add(
                checked,
                checked.idleSeconds().orElse(FIRST_IDLE),
                ApiKeys.hash(token),
                PasswordHash.of(checked.passcode()),
                CallerContext.current(),
                now());
        log.write("kiosk.started", checked.name());
        return new NewKiosk(id, token);
    }

    /** Kiosks that run, oldest first. */
    @Requires(Permission.START_KIOSK)
    public List<KioskView> running() {
        return repository.running(MOST);
    }

    /**
     * Ends a kiosk from afar: its token is worth nothing from now on.
     *
     * @throws AppException {@link ErrorKind#ABSENT} when none with this id runs
     */
    @Requires(Permission.START_KIOSK)
    public void end(long id) {
        String name = repository
                .end(id, now(), CallerContext.current().login())
                .orElseThrow(() -> new AppException(
                        ErrorKind.ABSENT, "KIOSK_NOT_FOUND", "Look for another kiosk: none with id " + id + " runs."));
        log.write("kiosk.ended", name);
    }

    /**
     * Whom a token stands for: the user who started the kiosk, with the permission to send entries and no other (S3-03). Empty when the
     * kiosk was ended or that user is inactive. Needs no permission, as signing in does.
     */
    public Optional<Caller> byToken(String token) {
        if (!token.startsWith(MARK)) {
            return Optional.empty();
        }
        Instant now = now();
        Optional<KioskDeviceRepository.Device> device = repository.byToken(ApiKeys.hash(token));
        device.ifPresent(d -> repository.seen(d.id(), now, now.minus(SEEN_EVERY)));
        return device.map(d -> new Caller(d.userId(), d.login(), Set.of(Permission.CREATE_KIOSK_ENTRY.wireName())));
    }

    /** What the kiosk with this token shows; empty when there is none. */
    @Requires(Permission.CREATE_KIOSK_ENTRY)
    public Optional<KioskScreen> screen(String token) {
        return repository
                .byToken(ApiKeys.hash(token))
                .map(device ->
                        new KioskScreen(device.idleSeconds(), device.asksMedical() ? intake.questions() : List.of()));
    }

    /**
     * Ends the kiosk with this token, for whoever knows its passcode. Wrong tries are slowed down as those of signing in are.
     *
     * @throws AppException {@link ErrorKind#ABSENT} when there is no such kiosk
     */
    @Requires(Permission.CREATE_KIOSK_ENTRY)
    public Leaving leave(String token, String passcode) {
        KioskDeviceRepository.Device device = repository
                .byToken(ApiKeys.hash(token))
                .orElseThrow(() -> new AppException(
                        ErrorKind.ABSENT, "NO_KIOSK", "Leave it on the device itself: this is not a kiosk."));
        String subject = "kiosk " + device.id();
        Duration wait = guard.count(subject, subject);
        if (!wait.isZero()) {
            return new Leaving(false, wait);
        }
        String typed = passcode.strip();
        if (!PasswordHash.matches(PASSCODE.matcher(typed).matches() ? typed : "", device.passcodeHash())) {
            log.write("kiosk.passcode-refused", device.name());
            return new Leaving(false, Duration.ZERO);
        }
        guard.succeeded(subject, subject);
        repository.end(device.id(), now(), CallerContext.current().login());
        log.write("kiosk.left", device.name());
        return new Leaving(true, Duration.ZERO);
    }

    private static KioskDraft check(KioskDraft draft) {
        FieldCheck fields = new FieldCheck();
        String name = fields.line("name", draft.name(), NAME_MAX);
        if (name.isEmpty()) {
            fields.refuse("name", "REQUIRED", "Say where the kiosk stands, such as Front door.");
        }
        if (!PASSCODE.matcher(draft.passcode()).matches()) {
            fields.refuse("passcode", "PASSCODE_FORM", "Choose a passcode of 4 to 12 digits.");
        }
        int idle = draft.idleSeconds().orElse(FIRST_IDLE);
        if (idle < SHORTEST_IDLE || idle > LONGEST_IDLE) {
            fields.refuse(
                    "idleSeconds", "OUT_OF_RANGE", "Choose " + SHORTEST_IDLE + " to " + LONGEST_IDLE + " seconds.");
        }
        if (!fields.errors().isEmpty()) {
            throw AppException.invalid(fields.errors());
        }
        return new KioskDraft(name, draft.passcode(), Optional.of(idle), draft.asksMedical());
    }

    private Instant now() {
        return clock.instant();
    }
}
