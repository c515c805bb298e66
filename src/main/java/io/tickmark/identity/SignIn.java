package io.tickmark.identity;

import io.tickmark.kernel.Sha256;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Signing in with a password or a token. Whoever fails learns nothing of why: no such name and wrong password look alike. */
@Component
final class SignIn implements AuthenticationProvider {

    private final PersonTable people;
    private final PasswordEncoder encoder;
    private final Throttle throttle;
    private final VerifiedPasswords verified;
    /**
     * Compared with where there is no such person, so that the time tells nothing either: of a password that was drawn
     * and thrown away. Making one at each start would cost it a tenth of a second of a processor.
     */
    private static final String NOBODY = "{bcrypt}$2a$10$yAvA4uR6QIucTphFeGgwW.1upB59yiNBG7gA9bKaLToXTYfSrKcyG";

    SignIn(PersonTable people, PasswordEncoder encoder, Throttle throttle, VerifiedPasswords verified) {
        this.people = people;
        this.encoder = encoder;
        this.throttle = throttle;
        this.verified = verified;
    }

    Account withPassword(String entered, String password, String address) {
        String username = entered.strip().toLowerCase(Locale.ROOT);
        throttle.check(username, address);
        Optional<Account> account = people.byUsername(username);
        String stored = account.map(Account::password).orElse(NOBODY);
        boolean right = verified.contains(username, password, stored) || encoder.matches(password, stored);
        if (!right || account.isEmpty() || !account.get().person().enabled()) {
            throttle.failed(username, address);
            throw new BadCredentialsException("Wrong name or password");
        }
        throttle.succeeded(username, address);
        verified.add(username, password, stored);
        return account.get();
    }

    Account withToken(String token) {
        return people.byTokenHash(Sha256.hex(token))
                .filter(a -> a.person().enabled())
                .orElseThrow(() -> new BadCredentialsException("Unknown token"));
    }

    static Authentication authenticated(Account account) {
        return UsernamePasswordAuthenticationToken.authenticated(account.signedIn(), null, List.of());
    }

    /** Named after the collector and not its maker, so that the idempotency keys of the two never meet. */
    static Authentication authenticated(CollectorTokens.AtWork collector) {
        return UsernamePasswordAuthenticationToken.authenticated("collector " + collector.id(), null, List.of());
    }

    @Override
    public Authentication authenticate(Authentication entered) {
        String address =
                entered.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        return authenticated(withPassword(entered.getName(), String.valueOf(entered.getCredentials()), address));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
