package org.kontor.launcher;

import java.lang.reflect.Proxy;
import java.util.List;

/**
 * Runs an action when the process is asked to end. A shutdown hook would not do: the server's and the database's own hooks
 * run beside it in no order, and the exit code would be the signal's.
 */
final class Signals {

    private Signals() {}

    /** Calls the action for the first of Ctrl-C, SIGTERM and, where it exists, the end of the terminal. */
    static void onEnd(Runnable action) throws ReflectiveOperationException {
        // By reflection, since the compiler warns of these classes and has no switch against it; every JDK has them.
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object proxy = Proxy.newProxyInstance(
                Signals.class.getClassLoader(), new Class<?>[] {handler}, (self, method, arguments) -> {
                    switch (method.getName()) {
                        case "handle" -> {
                            action.run();
                            return null;
                        }
                        case "hashCode" -> {
                            return System.identityHashCode(self);
                        }
                        case "equals" -> {
                            return arguments != null && self == arguments[0];
                        }
                        default -> {
                            return "Signals";
                        }
                    }
                });
        for (String name : List.of("TERM", "INT", "HUP")) {
            try {
                signal.getMethod("handle", signal, handler)
                        .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
            } catch (ReflectiveOperationException e) {
                System.getLogger(Signals.class.getName())
                        .log(System.Logger.Level.DEBUG, "This system has no signal " + name, e);
            }
        }
    }
}
