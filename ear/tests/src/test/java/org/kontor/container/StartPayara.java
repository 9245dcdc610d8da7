package org.kontor.container;

import org.junit.platform.engine.TestTag;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** Starts Payara Server before the first test that needs it; Arquillian then finds it running. */
public final class StartPayara implements TestExecutionListener {

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        boolean wanted = plan.countTestIdentifiers(test -> test.getTags().contains(TestTag.create("ear"))) > 0;
        if (wanted) {
            PayaraServer.ensureStarted();
        }
    }
}
