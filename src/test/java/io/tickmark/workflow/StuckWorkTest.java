package io.tickmark.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.TickmarkTest;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@TickmarkTest
class StuckWorkTest {

    private final String cause = UUID.randomUUID().toString();
    private final String atTheCaller = UUID.randomUUID().toString();

    @Autowired
    private JdbcClient database;

    @Autowired
    private StuckWork stuck;

    @AfterEach
    void takeBack() {
        // the one that refers to the other first
        for (String id : List.of(atTheCaller, cause)) {
            database.sql("delete from ACT_RU_INCIDENT where ID_ = ?").param(id).update();
        }
    }

    @Test
    void aStepThatUsedUpItsTriesIsToldOnceHoweverManyProcessesCalledItsOwn() {
        assertThat(told()).isZero();
        incident(cause, "ServiceTask_RemindOwner");
        incident(atTheCaller, "CallActivity_Caller");
        assertThat(told()).isEqualTo(1);
        assertThat(stuck.all()).noneMatch(one -> one.element().equals("CallActivity_Caller"));
    }

    private long told() {
        return stuck.all().stream()
                .filter(one -> one.process().equals("evidence-request")
                        && one.element().equals("ServiceTask_RemindOwner"))
                .mapToLong(StuckWork.Stuck::many)
                .sum();
    }

    private void incident(String id, String element) {
        String definition = database.sql("select ID_ from ACT_RE_PROCDEF where KEY_ = 'evidence-request' limit 1")
                .query(String.class)
                .single();
        database.sql("insert into ACT_RU_INCIDENT (ID_, REV_, INCIDENT_TIMESTAMP_, INCIDENT_TYPE_, ACTIVITY_ID_,"
                        + " PROC_DEF_ID_, CAUSE_INCIDENT_ID_, ROOT_CAUSE_INCIDENT_ID_)"
                        + " values (?, 1, ?, 'failedJob', ?, ?, ?, ?)")
                .params(id, Timestamp.valueOf("2026-01-01 00:00:00"), element, definition, cause, cause)
                .update();
    }
}
