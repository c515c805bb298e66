package io.tickmark.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tickmark.TickmarkTest;
import io.tickmark.kernel.NotFound;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Each test is rolled back: the people of other tests keep their passwords. */
@TickmarkTest
@Transactional
class FirstAdministratorTest {

    @Autowired
    FirstAdministrator first;

    @Autowired
    Invitations invitations;

    @Autowired
    People people;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void nobodyCanSignIn() {
        database.sql("update person set password = null").update();
    }

    @Test
    void theLinkOpensAnEmptyInstallationOnce() {
        String link = first.link().orElseThrow();

        assertThat(invitations.accept(code(link), "right horse battery staple").functions())
                .contains(Functions.ADMIN);
        assertThat(people.named("admin"))
                .hasValueSatisfying(a -> assertThat(a.may(Functions.ADMIN)).isTrue());
        assertThat(first.link()).isEmpty();
    }

    @Test
    void aStartBeforeItWasUsedTellsANewLinkAndEndsTheOld() {
        String lost = first.link().orElseThrow();
        String told = first.link().orElseThrow();

        assertThatThrownBy(() -> invitations.invited(code(lost))).isInstanceOf(NotFound.class);
        assertThat(invitations.invited(code(told)).username()).isEqualTo("admin");
    }

    @Test
    void anInvitationIsOverAfterFourteenDays() {
        String link = first.link().orElseThrow();
        database.sql("update invitation set expires = '2020-01-01 00:00:00'").update();

        assertThatThrownBy(() -> invitations.accept(code(link), "right horse battery staple"))
                .isInstanceOf(NotFound.class);
    }

    private static String code(String link) {
        return link.substring("/invitations/".length());
    }
}
