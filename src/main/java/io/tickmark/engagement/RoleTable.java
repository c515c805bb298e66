package io.tickmark.engagement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The roles that were added beside the shipped ones; read anew each time, since they change while others run. */
@Component
class RoleTable {

    private final JdbcClient database;

    RoleTable(JdbcClient database) {
        this.database = database;
    }

    /** Those that were added, by key. */
    List<TeamRole> added() {
        return database.sql("select r.role_key, r.name, r.side, r.sees_workpapers, r.retired, r.version, s.stand_in"
                        + " from team_role r left join team_role_stand_in s on s.role_key = r.role_key"
                        + " order by r.role_key, s.position_no")
                .query(RoleTable::read);
    }

    /** The shipped ones first. */
    List<TeamRole> all() {
        return Stream.concat(Roles.ALL.stream().map(TeamRole::shipped), added().stream())
                .toList();
    }

    /** The keys of all roles that a client's people hold, the shipped ones included. */
    Set<String> clientSide() {
        return Stream.concat(
                        Roles.CLIENT_SIDE.stream(),
                        added().stream()
                                .filter(role -> role.side() == Side.CLIENT)
                                .map(TeamRole::key))
                .collect(Collectors.toUnmodifiableSet());
    }

    Optional<TeamRole> find(String key) {
        return all().stream().filter(role -> role.key().equals(key)).findFirst();
    }

    void insert(TeamRole role) {
        database.sql("insert into team_role (role_key, name, side, sees_workpapers, retired, version)"
                        + " values (?, ?, ?, ?, false, 0)")
                .params(role.key(), role.name(), role.side().name(), role.seesWorkpapers())
                .update();
        for (int i = 0; i < role.standIns().size(); i++) {
            database.sql("insert into team_role_stand_in (role_key, position_no, stand_in) values (?, ?, ?)")
                    .params(role.key(), i, role.standIns().get(i))
                    .update();
        }
    }

    /** False when somebody else changed the role since this version. */
    boolean update(String key, String name, boolean retired, int version) {
        return database.sql("update team_role set name = ?, retired = ?, version = version + 1"
                                + " where role_key = ? and version = ?")
                        .params(name, retired, key, version)
                        .update()
                == 1;
    }

    void delete(String key) {
        database.sql("delete from team_role_stand_in where role_key = ?")
                .param(key)
                .update();
        database.sql("delete from team_role where role_key = ?").param(key).update();
    }

    private static List<TeamRole> read(ResultSet row) throws SQLException {
        Map<String, List<String>> standIns = new LinkedHashMap<>();
        List<TeamRole> roles = new ArrayList<>();
        while (row.next()) {
            String key = row.getString("role_key");
            List<String> own = standIns.get(key);
            if (own == null) {
                own = new ArrayList<>();
                standIns.put(key, own);
                roles.add(new TeamRole(
                        key,
                        row.getString("name"),
                        Side.valueOf(row.getString("side")),
                        own,
                        row.getBoolean("sees_workpapers"),
                        false,
                        row.getBoolean("retired"),
                        row.getInt("version")));
            }
            String standIn = row.getString("stand_in");
            if (standIn != null) {
                own.add(standIn);
            }
        }
        return roles;
    }
}
