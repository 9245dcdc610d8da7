package org.kontor.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.PageRequest;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

/** User groups carry roles and users: what a user may do is the union of both ways. */
@OnPostgres
class UserGroupsTest {

    private static TestKontor kontor;
    private static Users users;
    private static Roles roles;
    private static UserGroups groups;
    private static SignIn signIn;

    @BeforeAll
    static void start() {
        kontor = new TestKontor().with(AdminSettings.class, new AdminSettings() {
            @Override
            public Optional<String> password() {
                return Optional.of("Initial-Pass-2026");
            }

            @Override
            public Optional<String> apiKey() {
                return Optional.empty();
            }
        });
        kontor.asSystem(() -> kontor.get(FirstStart.class));
        users = kontor.get(Users.class);
        roles = kontor.get(Roles.class);
        groups = kontor.get(UserGroups.class);
        signIn = kontor.get(SignIn.class);
    }

    @AfterAll
    static void stop() {
        kontor.close();
    }

    @BeforeEach
    void later() {
        kontor.clock().advance(Duration.ofSeconds(1));
    }

    @Test
    void aUserHasTheUnionOfOwnRolesAndThoseOfAllGroups() {
        role("union-read", false, "read:customer");
        role("union-export", false, "export:customer");
        role("union-audit", false, "read:audit");
        UserView anna = user("union-anna", List.of("union-read"), List.of());
        group("Union export", List.of("union-export"), List.of("union-anna"));
        group("Union audit", List.of("union-audit"), List.of("union-anna"));
        UserView now = found(anna);
        assertEquals(List.of("export:customer", "read:audit", "read:customer"), now.permissions());
        assertEquals(List.of("union-read"), now.roles());
        assertEquals(List.of("Union audit", "Union export"), now.groups());
        assertEquals(Set.copyOf(now.permissions()), callerOf(anna).permissions());
    }

    @Test
    void oneRoleOfAGroupThatSeesAllCustomersIsEnough() {
        role("scope-own", true, "read:customer", "import:customer");
        role("scope-all", false, "read:audit");
        UserView bert = user("scope-bert", List.of("scope-own"), List.of());
        assertEquals(RowScope.OWN, callerOf(bert).scope());
        assertFalse(callerOf(bert).may("import:customer"));
        UserGroupView own = group("Scope own", List.of("scope-own"), List.of("scope-bert"));
        assertTrue(own.ownCustomersOnly());
        assertEquals(RowScope.OWN, callerOf(bert).scope());
        group("Scope all", List.of("scope-all"), List.of("scope-bert"));
        assertEquals(RowScope.ALL, callerOf(bert).scope());
        assertTrue(callerOf(bert).may("import:customer"));
    }

    @Test
    void aChangeHoldsFromTheNextRequestOfASessionAndOfAKey() {
        role("once-key", false, "manage:api-key");
        role("once-read", false, "read:customer");
        UserView carl = user("once-carl", List.of("once-key"), List.of());
        UserGroupView desk = group("Once desk", List.of("once-read"), List.of("once-carl"));
        Caller caller = callerOf(carl);
        NewApiKey key = kontor.as(
                caller,
                () -> kontor.get(ApiKeys.class)
                        .create(new ApiKeyDraft("k", List.of("read:customer"), Optional.empty())));
        long stamp = Long.parseLong(kontor.sql("select credential_stamp from app_user where login = 'once-carl'"));
        assertTrue(session(carl, stamp).may("read:customer"));
        later();
        UserGroupView left = revise(desk, new UserGroupDraft("Once desk", "", List.of("once-read"), List.of()));
        assertFalse(session(carl, stamp).may("read:customer"));
        assertEquals(Set.of(), byKey(key).permissions());
        later();
        UserGroupView back = revise(left, desk.toDraft());
        assertEquals(Set.of("read:customer"), byKey(key).permissions());
        later();
        revise(back, new UserGroupDraft("Once desk", "", List.of(), List.of("once-carl")));
        assertFalse(session(carl, stamp).may("read:customer"));
        assertEquals(Set.of(), byKey(key).permissions());
    }

    @Test
    void whoIsInactiveStaysInTheGroupAndMayDoNothing() {
        role("idle-read", false, "read:customer");
        UserView dora = user("idle-dora", List.of(), List.of());
        UserGroupView group = group("Idle", List.of("idle-read"), List.of("idle-dora"));
        later();
        UserView now = found(dora);
        kontor.asSystem(() -> users.revise(
                now.id(),
                now.version(),
                new UserDraft(
                        "idle-dora", "", "", Optional.of(false), List.of(), now.groups(), Optional.empty(), Map.of())));
        assertEquals(List.of("idle-dora"), found(group).users());
        assertEquals(
                "USER_INACTIVE",
                assertThrows(AppException.class, () -> callerOf(dora)).code());
    }

    @Test
    void aUserIsPutIntoGroupsFromTheUsersSideTooAndNobodyOverwritesThatUnseen() {
        UserGroupView first = group("Side one", List.of(), List.of());
        UserGroupView second = group("Side two", List.of(), List.of());
        UserView emil = user("side-emil", List.of(), List.of("Side one"));
        assertEquals(List.of("side-emil"), found(first).users());
        later();
        UserView moved = kontor.asSystem(() -> users.revise(
                emil.id(),
                emil.version(),
                new UserDraft(
                        "side-emil",
                        "",
                        "",
                        Optional.empty(),
                        List.of(),
                        List.of("Side two"),
                        Optional.empty(),
                        Map.of())));
        assertEquals(List.of("Side two"), moved.groups());
        assertEquals(List.of(), found(first).users());
        assertEquals(List.of("side-emil"), found(second).users());
        refused(ErrorKind.STALE, "STALE_VERSION", () -> groups.revise(second.id(), second.version(), second.toDraft()));
        later();
        revise(found(second), new UserGroupDraft("Side two", "", List.of(), List.of()));
        refused(ErrorKind.STALE, "STALE_VERSION", () -> users.revise(moved.id(), moved.version(), moved.toDraft()));
    }

    @Test
    void nobodyGrantsByAGroupWhatTheyDoNotHave() {
        role("grant-medical", false, "medical:customer");
        role("grant-own", true, "read:user");
        role("grant-seen", false, "read:user");
        UserGroupView strong = group("Grant strong", List.of("grant-medical"), List.of());
        UserGroupView weak = group("Grant weak", List.of(), List.of());
        user("grant-boss", List.of("grant-medical"), List.of());
        Caller helper = new Caller(1, "helper", Set.of("read:user", "write:user"));
        beyond(helper, () -> groups.create(new UserGroupDraft("G", "", List.of("grant-medical"), List.of())));
        beyond(helper, () -> groups.revise(strong.id(), strong.version(), strong.toDraft()));
        beyond(
                helper,
                () -> groups.revise(
                        weak.id(),
                        weak.version(),
                        new UserGroupDraft("Grant weak", "", List.of(), List.of("grant-boss"))));
        beyond(helper, () -> {
            groups.delete(strong.id(), strong.version());
            return true;
        });
        beyond(
                helper,
                () -> users.create(new UserDraft(
                        "grant-eva",
                        "",
                        "",
                        Optional.empty(),
                        List.of(),
                        List.of("Grant strong"),
                        Optional.empty(),
                        Map.of())));
        Caller limited = new Caller(1, "limited", Set.of("read:user", "write:user"), RowScope.OWN);
        UserGroupDraft seesAll = new UserGroupDraft("G", "", List.of("grant-seen"), List.of());
        assertEquals(
                "BEYOND_OWN_CUSTOMERS",
                assertThrows(AppException.class, () -> kontor.as(limited, () -> groups.create(seesAll)))
                        .code());
        assertEquals(
                "grant-own",
                kontor.as(
                                limited,
                                () -> groups.create(
                                        new UserGroupDraft("Grant own", "", List.of("grant-own"), List.of())))
                        .roles()
                        .get(0));
        assertEquals("0", kontor.sql("select count(*) from app_user where login = 'grant-eva'"));
    }

    @Test
    void theLastAdministratorStaysOneAlsoByAGroup() {
        UserView admin =
                kontor.asSystem(() -> users.list(PageRequest.first())).items().get(0);
        UserGroupView all = group("Last", List.of("Administrator"), List.of(admin.login()));
        later();
        UserView byGroup = found(admin);
        kontor.asSystem(() -> users.revise(
                byGroup.id(),
                byGroup.version(),
                new UserDraft(
                        admin.login(),
                        "",
                        "",
                        Optional.empty(),
                        List.of(),
                        List.of("Last"),
                        Optional.empty(),
                        Map.of())));
        assertEquals(Permission.names(), callerOf(admin).permissions());
        later();
        UserGroupView now = found(all);
        refused(
                ErrorKind.CONFLICT,
                "LAST_ADMINISTRATOR",
                () -> groups.revise(
                        now.id(), now.version(), new UserGroupDraft("Last", "", List.of("Administrator"), List.of())));
        refused(
                ErrorKind.CONFLICT,
                "LAST_ADMINISTRATOR",
                () -> groups.revise(
                        now.id(), now.version(), new UserGroupDraft("Last", "", List.of(), List.of(admin.login()))));
        UserView still = found(admin);
        assertEquals(Permission.names(), Set.copyOf(still.permissions()));
        kontor.asSystem(() -> users.revise(
                still.id(),
                still.version(),
                new UserDraft(admin.login(), "", "", Optional.empty(), List.of("Administrator"), Optional.empty())));
        revise(found(all), new UserGroupDraft("Last", "", List.of(), List.of()));
    }

    @Test
    void everyWrongFieldIsNamedAndNothingIsWritten() {
        AppException e = assertThrows(
                AppException.class,
                () -> kontor.asSystem(() -> groups.create(
                        new UserGroupDraft(" ", "x".repeat(501), List.of("Nope"), List.of("nobody-here")))));
        assertEquals(
                Set.of("name", "description", "roles", "users"),
                Set.copyOf(e.errors().stream().map(f -> f.field()).toList()));
        group("Taken", List.of(), List.of());
        refused(
                ErrorKind.CONFLICT,
                "GROUP_NAME_TAKEN",
                () -> groups.create(new UserGroupDraft("TAKEN", "", List.of(), List.of())));
        AppException unknown = assertThrows(
                AppException.class,
                () -> kontor.asSystem(() -> users.create(new UserDraft(
                        "lost",
                        "",
                        "",
                        Optional.empty(),
                        List.of(),
                        List.of("No group"),
                        Optional.empty(),
                        Map.of()))));
        assertEquals("groups", unknown.errors().get(0).field());
    }

    @Test
    void aGroupWithUsersAndARoleOfAGroupAreNotDeleted() {
        RoleView role = role("kept", false, "read:customer");
        user("kept-finn", List.of(), List.of());
        UserGroupView group = group("Kept", List.of("kept"), List.of("kept-finn"));
        refused(ErrorKind.CONFLICT, "ROLE_IN_USE", () -> {
            roles.delete(role.id(), role.version());
            return true;
        });
        refused(ErrorKind.CONFLICT, "GROUP_IN_USE", () -> {
            groups.delete(group.id(), group.version());
            return true;
        });
        later();
        UserGroupView empty = revise(group, new UserGroupDraft("Kept", "", List.of("kept"), List.of()));
        kontor.asSystem(() -> {
            groups.delete(empty.id(), empty.version());
            return true;
        });
        assertTrue(kontor.asSystem(() -> groups.find(empty.id())).isEmpty());
        kontor.asSystem(() -> {
            roles.delete(role.id(), role.version());
            return true;
        });
        assertEquals(
                "created,changed,deleted",
                kontor.sql("select string_agg(substr(kind, 12), ',' order by id) from access_event"
                        + " where kind like 'user-group.%' and subject = 'Kept'"));
    }

    @Test
    void theListGoesOnWhereItEnded() {
        UserGroupView one = group("List one", List.of(), List.of());
        UserGroupView two = group("List two", List.of(), List.of());
        PageRequest afterOne = new PageRequest(1, Optional.of(Long.toString(one.id())));
        assertEquals(
                List.of(two.id()),
                kontor.asSystem(() -> groups.list(afterOne)).items().stream()
                        .map(UserGroupView::id)
                        .toList());
    }

    private static RoleView role(String name, boolean own, String... permissions) {
        return kontor.asSystem(() -> roles.create(new RoleDraft(name, "", List.of(permissions), Optional.of(own))));
    }

    private static UserView user(String login, List<String> roles, List<String> groups) {
        return kontor.asSystem(() -> users.create(
                new UserDraft(login, "", "", Optional.empty(), roles, groups, Optional.empty(), Map.of())));
    }

    private static UserGroupView group(String name, List<String> roles, List<String> users) {
        return kontor.asSystem(() -> groups.create(new UserGroupDraft(name, "", roles, users)));
    }

    private static UserGroupView revise(UserGroupView group, UserGroupDraft draft) {
        return kontor.asSystem(() -> groups.revise(group.id(), group.version(), draft));
    }

    private static UserView found(UserView user) {
        return kontor.asSystem(() -> users.find(user.id())).orElseThrow();
    }

    private static UserGroupView found(UserGroupView group) {
        return kontor.asSystem(() -> groups.find(group.id())).orElseThrow();
    }

    private static Caller callerOf(UserView user) {
        return kontor.asSystem(() -> signIn.callerOf(user.id()));
    }

    private static Caller session(UserView user, long stamp) {
        return kontor.asSystem(() -> signIn.bySession(user.id(), stamp))
                .orElseThrow()
                .caller();
    }

    private static Caller byKey(NewApiKey key) {
        return kontor.asSystem(() -> signIn.byApiKey(key.key(), "")).orElseThrow();
    }

    private static void refused(ErrorKind kind, String code, Callable<?> work) {
        AppException e = assertThrows(AppException.class, () -> kontor.asSystem(work));
        assertEquals(kind, e.kind());
        assertEquals(code, e.code());
    }

    private static void beyond(Caller caller, Callable<?> work) {
        assertEquals(
                "BEYOND_OWN_PERMISSIONS",
                assertThrows(AppException.class, () -> kontor.as(caller, work)).code());
    }
}
