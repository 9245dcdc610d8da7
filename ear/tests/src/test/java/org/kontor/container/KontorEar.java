package org.kontor.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The EAR that the build made, with a test class in a WAR of its own beside Kontor's: that one lets nobody in who has not
 * signed in, Arquillian included.
 */
public final class KontorEar {

    private static final String DESCRIPTOR = "META-INF/application.xml";

    private KontorEar() {}

    /** For a {@code @Deployment} method. */
    public static EnterpriseArchive with(Class<?>... tests) {
        Path file = Path.of(System.getProperty("kontor.ear", "../target/kontor.ear"));
        EnterpriseArchive ear = ShrinkWrap.createFromZipFile(EnterpriseArchive.class, file.toFile());
        WebArchive web = ShrinkWrap.create(WebArchive.class, "kontor-it.war")
                .addClasses(tests)
                .addClasses(KontorEar.class, LetsEverybodyIn.class)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
        String module = "<module><web><web-uri>kontor-it.war</web-uri>"
                + "<context-root>/kontor-it</context-root></web></module>";
        String descriptor = text(ear).replaceFirst("(?=<library-directory>)", module);
        ear.delete(DESCRIPTOR);
        ear.add(new StringAsset(descriptor), DESCRIPTOR);
        return ear.addAsModule(Testable.archiveToTest(web));
    }

    private static String text(EnterpriseArchive ear) {
        try (InputStream stream = ear.get(DESCRIPTOR).getAsset().openStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
