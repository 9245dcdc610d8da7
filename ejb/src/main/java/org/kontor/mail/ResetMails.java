package org.kontor.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.kontor.access.ResetMail;
import org.kontor.connector.MessageChannels;
import org.kontor.jobs.Jobs;
import org.kontor.spi.MessageChannel.Medium;

/** Links for a new password go by mail. */
@ApplicationScoped
public class ResetMails implements ResetMail {

    @Inject
    MessageChannels channels;

    @Inject
    BaseUrl baseUrl;

    @Inject
    Jobs jobs;

    @Override
    public boolean ready() {
        return baseUrl.of(ResetMailJob.PAGE).isPresent()
                && channels.own(Medium.EMAIL).isPresent();
    }

    @Override
    public void send(long id) {
        jobs.enqueue(ResetMailJob.KIND, id);
    }
}
