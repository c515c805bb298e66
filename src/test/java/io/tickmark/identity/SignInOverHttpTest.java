package io.tickmark.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.Caller;
import io.tickmark.Caller.Reply;
import io.tickmark.TickmarkTest;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@TickmarkTest
class SignInOverHttpTest {

    private static final String PASSWORD = "right horse battery staple";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    People people;

    private String username = "";
    private Caller admin = Caller.nobody(0);

    @BeforeEach
    void peopleOfTheFirm() {
        username = "s" + UUID.randomUUID().toString().substring(0, 8);
        people.create(new NewPerson(username, "Sam 🦊", null, Set.of("audit-senior")), PASSWORD);
        String chief = "c" + username;
        people.create(new NewPerson(chief, "Chief", null, Set.of("admin")), PASSWORD);
        admin = Caller.basic(port, chief, PASSWORD);
    }

    @Test
    void whoIsNotSignedInIsToldHowToOnTheApi() {
        Reply reply = Caller.nobody(port).get("/api/me");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.whole().headers().allValues("WWW-Authenticate"))
                .anySatisfy(v -> assertThat(v).startsWith("Bearer"))
                .anySatisfy(v -> assertThat(v).startsWith("Basic"));
        assertThat(reply.header("Set-Cookie")).isNull();
        assertThat(reply.json().path("status").asInt()).isEqualTo(401);
    }

    @Test
    void aBrowsersScriptIsNeverOfferedBasicSoThatNoWindowOpens() {
        Reply api = Caller.browser(port).get("/api/me");
        Reply fragment = Caller.browser(port).with("HX-Request", "true").get("/tasks");

        assertThat(api.status()).isEqualTo(401);
        assertThat(api.whole().headers().allValues("WWW-Authenticate")).containsExactly("Bearer realm=\"Tickmark\"");
        assertThat(fragment.status()).isEqualTo(401);
        assertThat(fragment.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void aPersonIsShownTheSignInPage() {
        Reply reply = Caller.browser(port).get("/tasks");

        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.header("Location")).endsWith("/login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/actuator/health"})
    void somePlacesAreOpen(String path) {
        assertThat(Caller.browser(port).get(path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/env", "/actuator/health/db", "/h2-console", "/v3/api-docs"})
    void otherPlacesAreNot(String path) {
        assertThat(Caller.nobody(port).get(path).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/env", "/h2-console"})
    void consolesAreNotThereForAdministratorsEither(String path) {
        assertThat(admin.get(path).status()).isIn(403, 404);
    }

    @Test
    void nameAndPasswordSignAProgramInWithoutASession() {
        Caller program = Caller.basic(port, username, PASSWORD);

        Reply me = program.get("/api/me");

        assertThat(me.status()).isEqualTo(200);
        assertThat(me.json().path("username").asString()).isEqualTo(username);
        assertThat(me.json().path("name").asString()).isEqualTo("Sam 🦊");
        assertThat(me.json().path("roles").get(0).asString()).isEqualTo("audit-senior");
        assertThat(me.header("Set-Cookie")).isNull();
        assertThat(Caller.basic(port, username.toUpperCase(java.util.Locale.ROOT), PASSWORD)
                        .get("/api/me")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic !!!", "Bearer", "Bearer tm_nonsense", "Digest x", "Basic bm9jb2xvbg=="})
    void anUnusableAuthorizationIs401(String header) {
        assertThat(Caller.nobody(port)
                        .with("Authorization", header)
                        .get("/api/me")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aTokenIsShownOnceAndDiesWhenItIsRevoked() {
        Caller sam = Caller.basic(port, username, PASSWORD);
        Reply made = sam.with("Idempotency-Key", "same").post("/api/tokens", "{\"name\":\"nightly\"}");
        Reply again = sam.with("Idempotency-Key", "same").post("/api/tokens", "{\"name\":\"nightly\"}");
        String token = made.json().path("token").asString();
        String id = made.json().path("id").asString();

        assertThat(made.status()).isEqualTo(201);
        assertThat(again.json().path("token").asString()).isNotEqualTo(token);
        assertThat(Caller.bearer(port, token)
                        .get("/api/me")
                        .json()
                        .path("username")
                        .asString())
                .isEqualTo(username);
        assertThat(sam.get("/api/tokens").body()).contains("nightly").doesNotContain(token);
        assertThat(admin.delete("/api/tokens/" + id).status()).isEqualTo(404);
        assertThat(sam.delete("/api/tokens/" + id).status()).isEqualTo(204);
        assertThat(Caller.bearer(port, token).get("/api/me").status()).isEqualTo(401);
        assertThat(sam.delete("/api/tokens/" + id).status()).isEqualTo(404);
        assertThat(sam.post("/api/tokens", "{\"name\":\" \"}").status()).isEqualTo(422);
        assertThat(sam.post("/api/tokens", "{}").status()).isEqualTo(422);
    }

    @Test
    void tenWrongPasswordsCloseTheNameButNobodyElses() {
        Caller guessing = Caller.basic(port, username, "wrong");
        for (int i = 0; i < 10; i++) {
            assertThat(guessing.get("/api/me").status()).isEqualTo(401);
        }

        Reply closed = guessing.get("/api/me");

        assertThat(closed.status()).isEqualTo(429);
        assertThat(closed.header("Retry-After")).isNotNull();
        assertThat(closed.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(Caller.basic(port, username, PASSWORD).get("/api/me").status())
                .isEqualTo(429);
        assertThat(signIn(Caller.browser(port), username, PASSWORD).status()).isEqualTo(429);
        assertThat(admin.get("/api/me").status()).isEqualTo(200);
    }

    @Test
    void theSignInFormStartsASession() {
        Caller browser = Caller.browser(port);

        Reply in = signIn(browser, username, PASSWORD);

        assertThat(in.status()).isEqualTo(302);
        assertThat(in.header("Location")).endsWith("/");
        assertThat(in.header("Set-Cookie")).contains("HttpOnly").contains("SameSite=Lax");
        assertThat(browser.get("/api/me").json().path("username").asString()).isEqualTo(username);
        assertThat(signIn(Caller.browser(port), username, "wrong").header("Location"))
                .endsWith("/login?error");
    }

    @Test
    void whatAPersonWantedToSeeComesAfterTheSignIn() {
        Caller browser = Caller.browser(port);
        browser.get("/engagements");
        browser.get("/api/me");

        assertThat(signIn(browser, username, PASSWORD).header("Location")).contains("/engagements");
    }

    @Test
    void aChangeFromABrowserNeedsThePagesToken() {
        Caller browser = Caller.browser(port);
        signIn(browser, username, PASSWORD);
        Reply session = browser.get("/api/session");
        String header = session.json().path("header").asString();
        String token = session.json().path("token").asString();

        assertThat(session.json().path("user").asString()).isEqualTo(username);
        assertThat(browser.post("/api/tokens", "{\"name\":\"x\"}").status()).isEqualTo(403);
        assertThat(browser.with(header, "guess")
                        .post("/api/tokens", "{\"name\":\"x\"}")
                        .status())
                .isEqualTo(403);
        assertThat(browser.form("/api/tokens", "_csrf=" + token).status()).isEqualTo(403);
        assertThat(browser.with(header, token)
                        .post("/api/tokens", "{\"name\":\"x\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aChangeWithoutAnySessionIsNotSignedInRatherThanForbidden() {
        assertThat(Caller.browser(port).post("/api/tokens", "{\"name\":\"x\"}").status())
                .isEqualTo(401);
        assertThat(Caller.nobody(port).post("/api/clients", "{\"name\":\"x\"}").status())
                .isEqualTo(401);
    }

    @Test
    void aProgramNeedsNoPageTokenAndUsesNoSession() {
        Caller browser = Caller.browser(port);
        signIn(browser, username, PASSWORD);
        Caller both = browser.with("Authorization", "Bearer tm_nonsense");

        assertThat(both.get("/api/me").status()).isEqualTo(401);
        assertThat(browser.get("/api/me").status()).isEqualTo(200);
        assertThat(Caller.basic(port, username, PASSWORD)
                        .get("/api/session")
                        .json()
                        .path("token")
                        .isNull())
                .isTrue();
    }

    @Test
    void aDisabledPersonsSessionAndTokensDieAtOnceAndStayDead() {
        Caller browser = Caller.browser(port);
        signIn(browser, username, PASSWORD);
        Caller sam = Caller.basic(port, username, PASSWORD);
        String token =
                sam.post("/api/tokens", "{\"name\":\"x\"}").json().path("token").asString();

        assertThat(admin.put("/api/people/" + username, "{\"enabled\":false,\"version\":0}")
                        .status())
                .isEqualTo(200);

        assertThat(browser.get("/api/me").status()).isEqualTo(401);
        assertThat(sam.get("/api/me").status()).isEqualTo(401);
        assertThat(Caller.bearer(port, token).get("/api/me").status()).isEqualTo(401);
        admin.put("/api/people/" + username, "{\"enabled\":true,\"version\":1}");
        assertThat(browser.get("/api/me").status()).isEqualTo(401);
        assertThat(Caller.bearer(port, token).get("/api/me").status()).isEqualTo(401);
        assertThat(Caller.basic(port, username, PASSWORD).get("/api/me").status())
                .isEqualTo(200);
    }

    @Test
    void changedRolesCountInASessionThatIsOpen() {
        Caller browser = Caller.browser(port);
        signIn(browser, username, PASSWORD);

        admin.put("/api/people/" + username, "{\"roles\":[\"audit-manager\"],\"version\":0}");

        assertThat(browser.get("/api/me").json().path("roles").get(0).asString())
                .isEqualTo("audit-manager");
    }

    @Test
    void signingOutEndsTheSession() {
        Caller browser = Caller.browser(port);
        signIn(browser, username, PASSWORD);
        String token = browser.get("/api/session").json().path("token").asString();

        assertThat(browser.form("/logout", "").status()).isEqualTo(403);
        assertThat(browser.form("/logout", "_csrf=" + token).header("Location")).endsWith("/login?logout");
        assertThat(browser.get("/api/me").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/api/me", "/nowhere"})
    void everyAnswerCarriesTheGuards(String path) {
        Reply reply = Caller.browser(port).get(path);

        assertThat(reply.header("Content-Security-Policy"))
                .contains("script-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(reply.header("X-Frame-Options")).isEqualTo("DENY");
    }

    private static Reply signIn(Caller browser, String username, String password) {
        Matcher csrf = CSRF.matcher(browser.get("/login").body());
        assertThat(csrf.find()).isTrue();
        return browser.form(
                "/login",
                "username=" + username + "&password=" + password.replace(' ', '+') + "&_csrf=" + csrf.group(1));
    }
}
