package org.kontor.launcher;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import javax.management.JMException;
import javax.management.ObjectName;

/** What the Java that runs Kontor is asked to do. Whatever it refuses costs a start some seconds and nothing else. */
final class JavaCommands {

    private static final System.Logger LOG = System.getLogger(JavaCommands.class.getName());

    private JavaCommands() {}

    /**
     * Leaves code that runs while Kontor starts and hardly afterwards to the first compiler. The second one, on the processors that
     * the start itself needs, would spend a third of a start on it. What is hot before {@link #compileWell} stays so for good.
     *
     * @param directives the file that names this code, in the form of the compiler's directives
     */
    static void compileQuickly(Path directives) {
        run("compilerDirectivesAdd", directives.toString());
    }

    /** From now on, whatever becomes hot is left to the second compiler. */
    static void compileWell() {
        run("compilerDirectivesRemove");
    }

    /** Writes the classes that are loaded to a file. */
    static void keepClasses(Path file) {
        run("vmCds", "dynamic_dump", file.toString());
    }

    private static void run(String command, String... arguments) {
        boolean none = arguments.length == 0;
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            command,
                            none ? null : new Object[] {arguments},
                            none ? null : new String[] {String[].class.getName()});
        } catch (JMException e) {
            LOG.log(System.Logger.Level.INFO, "This Java does not do " + command, e);
        }
    }
}
