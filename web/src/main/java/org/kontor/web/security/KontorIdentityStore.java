package org.kontor.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.kontor.access.Caller;
import org.kontor.access.ExternalSignIn;
import org.kontor.access.SignIn;
import org.kontor.access.SignedIn;

/** Hands credentials to the business. Groups are not used: permissions are checked in the services. */
@ApplicationScoped
public class KontorIdentityStore implements IdentityStore {

    @Inject
    SignIn signIn;

    @Inject
    ExternalSignIn external;

    @Inject
    HttpServletRequest request;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (credential instanceof UsernamePasswordCredential password) {
            return firstStep(
                    signIn.byPassword(password.getCaller(), password.getPasswordAsString(), ClientAddress.of(request)));
        }
        if (credential instanceof IdentityCredential account) {
            return firstStep(external.by(account.identity(), ClientAddress.of(request)));
        }
        if (credential instanceof CodeCredential code) {
            Optional<SignIn.Outcome> outcome =
                    SessionUser.half(request).map(step -> signIn.byCode(step, code.code(), ClientAddress.of(request)));
            outcome.ifPresent(o -> Refusal.tell(request, o.refusal()));
            return result(outcome.flatMap(SignIn.Outcome::signedIn));
        }
        if (credential instanceof ApiKeyCredential key) {
            Optional<Caller> caller = signIn.byApiKey(key.key(), ClientAddress.of(request));
            return result(caller.map(SignedIn::withoutSession));
        }
        return CredentialValidationResult.NOT_VALIDATED_RESULT;
    }

    private CredentialValidationResult firstStep(SignIn.Outcome outcome) {
        Refusal.tell(request, outcome.refusal());
        outcome.firstStep().ifPresent(step -> SessionUser.half(request, step));
        return result(outcome.signedIn());
    }

    private static CredentialValidationResult result(Optional<SignedIn> signedIn) {
        return signedIn.map(s -> new CredentialValidationResult(new KontorPrincipal(s), Set.of()))
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }
}
