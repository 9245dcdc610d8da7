package org.kontor.lifecycle;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import org.kontor.access.Caller;
import org.kontor.connector.ConnectionDraft;
import org.kontor.connector.Connections;
import org.kontor.connector.ConnectorDirectory;
import org.kontor.customer.Customers;
import org.kontor.customer.Drafts;
import org.kontor.customer.PhoneType;
import org.kontor.jobs.JobRun;
import org.kontor.testing.TestKontor;
import org.kontor.wallet.MethodRemovalJob;
import org.kontor.wallet.VaultNoticeJob;

/** Services with a vault, somebody to be erased, and the hand that runs the job. */
final class ErasureBench implements AutoCloseable {

    static final String SHOPPER = "900100200";

    final ScriptedVault vault = new ScriptedVault();
    final TestKontor kontor = new TestKontor().with(ConnectorDirectory.class, vault.directory());
    final Erasures erasures = kontor.get(Erasures.class);
    final long connection = kontor.asSystem(() -> kontor.get(Connections.class)
                    .create(new ConnectionDraft("vault-test", "Vault", Optional.empty(), true, Map.of(), Map.of())))
            .id();

    /** Kontor dies: nothing after this point happens, and nothing catches it. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** A person whom the vault and the books know. */
    Drafts person(String first, String last) {
        return Drafts.person(first, last)
                .emails(first.toLowerCase(java.util.Locale.ROOT) + "@mail.example")
                .phone(PhoneType.MOBILE, "+13035550100")
                .born(LocalDate.of(1990, 2, 3))
                .externalId("books", "customer", "B-77001");
    }

    long register(Drafts draft) {
        return kontor.asSystem(() -> kontor.get(Customers.class).register(draft.draft()))
                .id();
    }

    long vaulted() {
        return register(person("Yuki", "Tanaka").externalId(Long.toString(connection), "shopper", SHOPPER));
    }

    ErasureView erase(long customer) {
        String name = kontor.asSystem(() -> erasures.preview(customer)).displayName();
        return kontor.asSystem(() -> erasures.erase(customer, name));
    }

    ErasureView run(long erasure) {
        return run(erasure, Integer.MAX_VALUE, false);
    }

    /** Runs the job; dies in the transaction with this number, before or after its commit. */
    ErasureView run(long erasure, int last, boolean afterCommit) {
        try {
            kontor.get(ErasureJob.class).run(erasure, new Steps(last, afterCommit));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return find(erasure);
    }

    /** Runs the job that has a vault forget a method; dies in the transaction with this number, before or after its commit. */
    void runRemoval(long method, int last, boolean afterCommit) {
        try {
            kontor.get(MethodRemovalJob.class).run(method, new Steps(last, afterCommit));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Works on everything that the vault pushed and that is open. */
    void runNotices() {
        for (String id : kontor.sql(
                        "select coalesce(string_agg(id::text, ',' order by id), '') from vault_notice where outcome = 'OPEN'")
                .split(",")) {
            if (!id.isEmpty()) {
                try {
                    kontor.get(VaultNoticeJob.class).run(Long.parseLong(id), new Steps(Integer.MAX_VALUE, false));
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    ErasureView find(long erasure) {
        return kontor.asSystem(() -> erasures.find(erasure)).orElseThrow();
    }

    ErasureStep remote(long erasure) {
        List<ErasureStep> steps = find(erasure).steps();
        return steps.get(steps.size() - 1);
    }

    @Override
    public void close() {
        kontor.close();
    }

    private final class Steps implements JobRun {

        private final boolean afterCommit;
        private int left;

        Steps(int transactions, boolean afterCommit) {
            left = transactions;
            this.afterCommit = afterCommit;
        }

        @Override
        public boolean stopping() {
            return false;
        }

        @Override
        public <T> T inTransaction(Caller caller, Callable<T> work) {
            left--;
            T result = kontor.as(caller, () -> {
                T done = work.call();
                if (left == 0 && !afterCommit) {
                    throw new Killed();
                }
                return done;
            });
            if (left == 0) {
                throw new Killed();
            }
            return result;
        }

        @Override
        public Executor background() {
            return Runnable::run;
        }
    }
}
