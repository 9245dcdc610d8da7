package org.kontor.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.access.Caller;
import org.kontor.connector.OpenConnections.Opened;
import org.kontor.connector.PullKind;
import org.kontor.connector.PullsFrom;
import org.kontor.contact.ProfileRepository.Watched;
import org.kontor.customer.CustomerGate;
import org.kontor.jobs.JobRun;
import org.kontor.settings.CompanySetting;
import org.kontor.settings.CurrentSettings;
import org.kontor.spi.Capability;
import org.kontor.spi.ProfileWatch;
import org.kontor.spi.ProfileWatch.Sighting;

/**
 * Asks once a day what the public profiles of contacts say, when the company wants it (S2-32, S2-34). The first sighting is what later
 * ones are compared with; a contact without a link is never asked for (S2-33).
 */
@ApplicationScoped
public class ProfilePull implements PullsFrom {

    private static final int LONGEST = 200;

    @Inject
    ProfileRepository profiles;

    @Inject
    JobChanges changes;

    @Inject
    CustomerGate gate;

    @Inject
    CurrentSettings settings;

    @Override
    public PullKind kind() {
        return PullKind.PROFILE_WATCH;
    }

    @Override
    public Class<? extends Capability> capability() {
        return ProfileWatch.class;
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    @Override
    public boolean wanted() {
        return settings.on(CompanySetting.LINKED_IN_UPDATES);
    }

    @Override
    public Piece fetch(Opened opened, Optional<String> cursor, JobRun run) throws Exception {
        ProfileWatch watch = opened.capability(ProfileWatch.class).orElseThrow();
        long behind = cursor.map(Long::parseLong).orElse(0L);
        int most = Math.max(1, Math.min(watch.most(), 1000));
        List<Watched> watched = run.inTransaction(Caller.SYSTEM, () -> profiles.behind(behind, most));
        Map<URI, Watched> asked = new HashMap<>();
        watched.forEach(each -> uri(each.link()).ifPresent(link -> asked.putIfAbsent(link, each)));
        List<Sighting> seen =
                asked.isEmpty() ? List.of() : watch.look(opened.connection(), List.copyOf(asked.keySet()));
        boolean more = watched.size() == most;
        String source = opened.connector().id();
        return new Piece() {
            @Override
            public Taken apply() {
                return take(source, watched, seen);
            }

            @Override
            public String cursor() {
                return more ? Long.toString(watched.get(watched.size() - 1).contactId()) : "0";
            }

            @Override
            public boolean more() {
                return more;
            }
        };
    }

    private Taken take(String source, List<Watched> watched, List<Sighting> seen) {
        Map<URI, Sighting> byLink =
                seen.stream().collect(Collectors.toMap(Sighting::profile, s -> s, (one, other) -> one));
        int count = 0;
        // Customers are taken in the order of their ids, as everybody does who takes more than one.
        for (Watched each : watched.stream()
                .sorted(Comparator.comparingLong(Watched::customerId).thenComparingLong(Watched::contactId))
                .toList()) {
            Optional<Sighting> sighting = uri(each.link()).map(byLink::get);
            if (sighting.isPresent() && changed(source, each, job(sighting.get()), sighting.get())) {
                count++;
            }
        }
        return new Taken(count, List.of(), List.of());
    }

    private boolean changed(String source, Watched contact, String job, Sighting sighting) {
        // The customer before the contact; one that is gone, or that a merge took, is asked for in the next round.
        if (job.isEmpty()
                || job.equals(contact.job())
                || gate.lockIfThere(contact.customerId()).isEmpty()
                || !profiles.noted(contact, job, sighting.seenAt())) {
            return false;
        }
        return !contact.job().isEmpty() && changes.report(contact.contactId(), source, contact.job(), job);
    }

    /** In one line, as people say it. */
    private static String job(Sighting sighting) {
        String job = Stream.of(sighting.title(), sighting.company())
                .map(text -> text.replaceAll("\\p{Cntrl}+", " ").strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return job.length() > LONGEST ? job.substring(0, LONGEST) : job;
    }

    private static Optional<URI> uri(String link) {
        try {
            return Optional.of(URI.create(link));
        } catch (IllegalArgumentException e) {
            // A link that is no address is asked for by nobody.
            return Optional.empty();
        }
    }
}
