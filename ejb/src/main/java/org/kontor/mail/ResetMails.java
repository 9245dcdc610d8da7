package org.kontor.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.kontor.access.ResetMail;
import org.kontor.jobs.Jobs;

/** Links for a new password go by mail. */
@ApplicationScoped
public class ResetMails implements ResetMail {

    @Inject
    MailConnection connection;

    @Inject
    BaseUrl baseUrl;

    @Inject
    Jobs jobs;

    @Override
    public boolean ready() {
        return baseUrl.of(ResetMailJob.PAGE).isPresent() && connection.ready();
    }

    @Override
    public void send(long id) {
        jobs.enqueue(ResetMailJob.KIND, id);
    }
}
