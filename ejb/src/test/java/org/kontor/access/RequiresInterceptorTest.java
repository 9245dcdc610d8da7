package org.kontor.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

class RequiresInterceptorTest {

    private static final Caller READER = new Caller(1, "reader", Set.of("read:user"));

    private final List<String> noted = new ArrayList<>();

    @Test
    void whoHasThePermissionGetsThrough() throws Exception {
        assertEquals("done", CallerContext.callAs(READER, () -> check("list")));
    }

    @Test
    void whoLacksItIsRefusedByName() {
        AppException e = assertThrows(AppException.class, () -> CallerContext.callAs(READER, () -> check("create")));
        assertEquals(ErrorKind.FORBIDDEN, e.kind());
        assertTrue(String.valueOf(e.getMessage()).contains("write:user"));
        assertEquals(List.of("reader: write:user for Users.create"), noted);
    }

    @Test
    void nobodyIsRefusedAsNotSignedIn() {
        assertEquals(
                ErrorKind.UNAUTHENTICATED,
                assertThrows(AppException.class, () -> check("list")).kind());
    }

    @Test
    void theCallerBeforeIsBoundAgainEvenAfterAFailure() throws Exception {
        CallerContext.callAs(READER, () -> {
            assertThrows(
                    IllegalStateException.class,
                    () -> CallerContext.callAs(Caller.SYSTEM, () -> {
                        throw new IllegalStateException("on purpose");
                    }));
            assertEquals(READER, CallerContext.current());
            return true;
        });
        assertThrows(AppException.class, CallerContext::current);
    }

    private Object check(String method) throws Exception {
        Method called = Arrays.stream(Users.class.getDeclaredMethods())
                .filter(m -> m.getName().equals(method) && Modifier.isPublic(m.getModifiers()))
                .findFirst()
                .orElseThrow();
        InvocationContext context = (InvocationContext) Proxy.newProxyInstance(
                InvocationContext.class.getClassLoader(),
                new Class<?>[] {InvocationContext.class},
                (proxy, m, args) -> m.getName().equals("getMethod") ? called : "done");
        RequiresInterceptor interceptor = new RequiresInterceptor();
        interceptor.refusals = new Refusals() {
            @Override
            public void note(String what) {
                noted.add(CallerContext.current().login() + ": " + what);
            }
        };
        return interceptor.check(context);
    }
}
