package org.kontor.access;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** The one place where a permission is checked, whatever the way in: page, REST, job, webhook, export, search. Refusals are audited. */
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
@Requires(Permission.READ_CUSTOMER)
public class RequiresInterceptor {

    @Inject
    Refusals refusals;

    /** Refuses with {@link ErrorKind#FORBIDDEN} when the caller lacks the permission. */
    @AroundInvoke
    public @Nullable Object check(InvocationContext context) throws Exception {
        Method method = context.getMethod();
        Requires requires = method.getAnnotation(Requires.class);
        if (requires == null) {
            requires = method.getDeclaringClass().getAnnotation(Requires.class);
        }
        if (requires == null) {
            throw new IllegalStateException("No @Requires found on " + method);
        }
        String permission = requires.value().wireName();
        if (!CallerContext.current().may(permission)) {
            refusals.note(permission + " for " + method.getDeclaringClass().getSimpleName() + "." + method.getName());
            throw new AppException(
                    ErrorKind.FORBIDDEN,
                    "PERMISSION_MISSING",
                    "This needs the permission " + permission + ". Ask an administrator for it.");
        }
        return context.proceed();
    }
}
