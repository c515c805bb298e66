package io.tickmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.stereotype.Component;

/**
 * Tells Hibernate when the server behind Connector/J is a MariaDB: it calls itself MySQL 5.5.5 there, and Hibernate
 * would write SQL for a server of 2010.
 */
@Component
final class MariaDbVersion implements HibernatePropertiesCustomizer {

    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)\\.\\d+-MariaDB.*");

    private final DataSource database;

    MariaDbVersion(DataSource database) {
        this.database = database;
    }

    @Override
    public void customize(Map<String, Object> properties) {
        try (Connection connection = database.getConnection()) {
            if (!connection.getMetaData().getURL().startsWith("jdbc:mysql:")) {
                return;
            }
            try (Statement statement = connection.createStatement();
                    ResultSet answer = statement.executeQuery("select version()")) {
                Matcher version = VERSION.matcher(answer.next() ? answer.getString(1) : "");
                if (version.matches()) {
                    properties.put("jakarta.persistence.database-product-name", "MariaDB");
                    properties.put("jakarta.persistence.database-product-version", version.group());
                    properties.put("jakarta.persistence.database-major-version", version.group(1));
                    properties.put("jakarta.persistence.database-minor-version", version.group(2));
                }
            }
        } catch (SQLException away) {
            throw new IllegalStateException("The database cannot be reached", away);
        }
    }
}
