package io.tickmark.workflow;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Steps that have used up their tries: their processes go on only when somebody looks. */
@Component
public class StuckWork {

    private final JdbcClient database;

    StuckWork(JdbcClient database) {
        this.database = database;
    }

    /**
     * Steps that stand still at one element.
     *
     * @param process the model's id
     * @param element the element's id in it
     * @param since when the first of them stopped
     */
    public record Stuck(String process, String element, int many, Instant since) {}

    /** Where something stands still, the longest first; one statement. */
    public List<Stuck> all() {
        // the engine repeats an incident at every caller of the process in which it happened
        return database.sql("select p.KEY_ as PROCESS, i.ACTIVITY_ID_ as ELEMENT, count(*) as MANY,"
                        + " min(i.INCIDENT_TIMESTAMP_) as SINCE from ACT_RU_INCIDENT i"
                        + " join ACT_RE_PROCDEF p on p.ID_ = i.PROC_DEF_ID_ where i.CAUSE_INCIDENT_ID_ = i.ID_"
                        + " group by p.KEY_, i.ACTIVITY_ID_ order by min(i.INCIDENT_TIMESTAMP_)")
                .query((row, index) -> new Stuck(
                        row.getString("PROCESS"),
                        row.getString("ELEMENT"),
                        row.getInt("MANY"),
                        row.getTimestamp("SINCE").toInstant()))
                .list();
    }
}
