package io.tickmark.description;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.DatabaseTime;
import io.tickmark.kernel.EngagementId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every version of every section; the newest is the one that stands. */
@Component
class SectionVersions {

    private static final String SELECT = "select v.section, v.version_no, v.content, v.written_with, v.writer,"
            + " v.written_at from description_version v where v.engagement_id = ? ";

    private final JdbcClient database;

    SectionVersions(JdbcClient database) {
        this.database = database;
    }

    /** The newest of each section that was ever written, an empty one too. */
    Map<Section, SectionVersion> current(EngagementId engagement) {
        Map<Section, SectionVersion> current = new EnumMap<>(Section.class);
        database.sql(SELECT + "and v.version_no = (select max(n.version_no) from description_version n"
                        + " where n.engagement_id = v.engagement_id and n.section = v.section)")
                .param(engagement.toString())
                .query(SectionVersions::read)
                .list()
                .forEach(version -> current.put(version.section(), version));
        return current;
    }

    /** The newest first. */
    List<SectionVersion> of(EngagementId engagement, Section section) {
        return database.sql(SELECT + "and v.section = ? order by v.version_no desc")
                .params(engagement.toString(), section.name())
                .query(SectionVersions::read)
                .list();
    }

    /** The engagement is locked before, so that no two people write the same version. */
    void add(EngagementId engagement, SectionVersion version, Actor by) {
        database.sql("insert into description_version (id, engagement_id, section, version_no, content, written_with,"
                        + " written_by, writer, written_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID().toString(),
                        engagement.toString(),
                        version.section().name(),
                        version.version(),
                        version.text(),
                        version.writtenWith(),
                        by.id().toString(),
                        version.writer(),
                        DatabaseTime.of(version.writtenAt()))
                .update();
    }

    private static SectionVersion read(ResultSet row, int index) throws SQLException {
        return new SectionVersion(
                Section.valueOf(row.getString("section")),
                row.getInt("version_no"),
                row.getString("content"),
                row.getString("written_with"),
                row.getString("writer"),
                DatabaseTime.instant(row.getTimestamp("written_at")));
    }
}
