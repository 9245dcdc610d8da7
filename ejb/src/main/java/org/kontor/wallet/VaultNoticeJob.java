package org.kontor.wallet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.kontor.access.Caller;
import org.kontor.jobs.JobHandler;
import org.kontor.jobs.JobRun;
import org.kontor.wallet.VaultNoticeWork.Answer;
import org.kontor.wallet.VaultNoticeWork.Question;

/** Works on what a vault pushed: asks the vault whether it is so, outside of any transaction, and lets what Kontor keeps follow. */
@ApplicationScoped
public class VaultNoticeJob implements JobHandler {

    /** The kind of these jobs. */
    public static final String KIND = "vault-notice";

    @Inject
    VaultNoticeWork work;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(long id, JobRun run) throws Exception {
        Optional<Question> question = run.inTransaction(Caller.SYSTEM, () -> work.begin(id));
        if (question.isPresent()) {
            Answer answer = work.ask(question.get());
            run.inTransaction(Caller.SYSTEM, () -> work.end(question.get(), answer));
        }
        return Outcome.DONE;
    }

    @Override
    public void gaveUp(long id, JobRun run, String incident) throws Exception {
        run.inTransaction(Caller.SYSTEM, () -> work.record(id));
    }
}
