package org.kontor.connectors.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.ProfileWatch;
import org.kontor.spi.ProfileWatch.Sighting;

/** What every profile watch must hold: it tells of whom it was asked, and does not take a failure for no news. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public interface ProfileWatchContract extends RemoteContract {

    /** The watch under test. */
    ProfileWatch testee();

    /** Profiles that the stub has; at least two. */
    List<URI> profiles();

    /** A profile of the same site that the stub does not have. */
    URI missingProfile();

    /** Whether a request to the stub changes something there. */
    boolean changesSomething(StubServer.Request request);

    /** PW01. */
    @Test
    default void required_PW01_itSaysHowManyProfilesItTakesAtOnce() {
        int most = testee().most();
        assertTrue(most >= 1 && most <= 1000, () -> "most() is 1 to 1000, not " + most);
        assertEquals(most, testee().most());
    }

    /** PW02. */
    @Test
    default void required_PW02_aProfileTellsWhatThePersonDoesAndWhenItWasSeen() throws ConnectorException {
        assertTrue(profiles().size() >= 2, "the stub must have two profiles");
        Instant soon = Instant.now().plus(Duration.ofMinutes(1));
        List<Sighting> seen = look(profiles());
        assertEquals(
                Set.copyOf(profiles()),
                new HashSet<>(seen.stream().map(Sighting::profile).toList()));
        for (Sighting sighting : seen) {
            assertFalse(
                    sighting.title().isBlank() && sighting.company().isBlank(),
                    () -> sighting + " tells neither title nor company");
            assertFalse(sighting.seenAt().isAfter(soon), () -> sighting + " was seen in the future");
            assertFalse(
                    sighting.since().filter(sighting.seenAt()::isBefore).isPresent(),
                    () -> sighting + " began after it was seen");
        }
    }

    /** PW03: what nobody asked for is nobody's business. */
    @Test
    default void required_PW03_noOtherProfileIsInTheAnswerAndNoneTwice() throws ConnectorException {
        URI asked = profiles().get(1);
        assertEquals(
                List.of(asked),
                look(List.of(asked)).stream().map(Sighting::profile).toList());
    }

    /** PW04. */
    @Test
    default void required_PW04_aMissingProfileIsLeftOutAndTheOthersAreTold() throws ConnectorException {
        List<URI> asked = new ArrayList<>(profiles());
        asked.add(0, missingProfile());
        assertEquals(
                Set.copyOf(profiles()),
                Set.copyOf(look(asked).stream().map(Sighting::profile).toList()));
        assertEquals(List.of(), look(List.of(missingProfile())));
    }

    /** PW05. */
    @Test
    default void required_PW05_whereNothingIsAskedNothingIsSent() throws ConnectorException {
        stub().forgetRequests();
        assertEquals(List.of(), look(List.of()));
        assertEquals(List.of(), stub().requests(), "something was sent");
    }

    /** PW06. */
    @Test
    default void required_PW06_itTakesAsManyProfilesAsItSays() throws ConnectorException {
        List<URI> asked = new ArrayList<>(profiles());
        IntStream.range(asked.size(), testee().most()).forEach(i -> asked.add(URI.create(missingProfile() + "-" + i)));
        List<URI> taken = asked.subList(0, Math.min(asked.size(), testee().most()));
        Set<URI> known = new HashSet<>(profiles());
        known.retainAll(taken);
        assertEquals(
                known, Set.copyOf(look(taken).stream().map(Sighting::profile).toList()));
    }

    /** PW07: an empty answer would say that nothing has changed. */
    @Test
    default void required_PW07_aLookThatFailsSaysWhoHasToAct() {
        assertEachFailureSaysWhoHasToAct(() -> look(profiles()));
    }

    /** PW08. */
    @Test
    default void required_PW08_lookingAgainTellsTheSameAndChangesNothing() throws ConnectorException {
        List<String> first =
                look(profiles()).stream().map(ProfileWatchContract::told).toList();
        assertEquals(
                first, look(profiles()).stream().map(ProfileWatchContract::told).toList());
        assertEquals(0, changes(this::changesSomething), "something was changed in the remote system");
    }

    private List<Sighting> look(List<URI> profiles) throws ConnectorException {
        return testee().look(connection(), profiles);
    }

    /** Without the time, which goes on. */
    private static String told(Sighting sighting) {
        return sighting.profile() + " " + sighting.title() + " " + sighting.company() + " " + sighting.since();
    }
}
