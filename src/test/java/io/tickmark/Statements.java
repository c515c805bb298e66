package io.tickmark;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The SQL statements that are run on the way to an answer, whoever runs them: Hibernate, the engine or plain JDBC. What
 * steps and timers do beside it is left out: only the threads that answer HTTP are listened to, and the one that asks.
 */
public final class Statements implements BeanPostProcessor {

    private static final List<String> HEARD = new CopyOnWriteArrayList<>();
    private static final AtomicInteger COMMITS = new AtomicInteger();
    private static volatile @Nullable Thread asking;

    /** In their order; a batch is one statement. */
    public record Heard(List<String> statements, int commits) {}

    /** What is run while the work is done. One caller at a time. */
    public static Heard of(Runnable work) {
        HEARD.clear();
        COMMITS.set(0);
        asking = Thread.currentThread();
        try {
            work.run();
            return new Heard(List.copyOf(HEARD), COMMITS.get());
        } finally {
            asking = null;
        }
    }

    public static List<String> during(Runnable work) {
        return of(work).statements();
    }

    /** A data source that is listened to. */
    public static DataSource around(DataSource source) {
        return new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                return isHeard() ? heard(Connection.class, connection, "") : connection;
            }
        };
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source && !(bean instanceof DelegatingDataSource) ? around(source) : bean;
    }

    private static boolean isHeard() {
        Thread asks = asking;
        Thread runs = Thread.currentThread();
        return asks != null && (runs == asks || runs.getName().contains("-exec-"));
    }

    private static <T> T heard(Class<T> type, T real, String sql) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    if (method.getName().startsWith("execute")) {
                        HEARD.add(sql.isEmpty() ? String.valueOf(given[0]) : sql);
                    } else if (type == Connection.class && method.getName().equals("commit")) {
                        COMMITS.incrementAndGet();
                    }
                    try {
                        Object answer = method.invoke(real, given);
                        if (method.getReturnType() == PreparedStatement.class) {
                            return heard(PreparedStatement.class, (PreparedStatement) answer, String.valueOf(given[0]));
                        }
                        return method.getReturnType() == Statement.class && type == Connection.class
                                ? heard(Statement.class, (Statement) answer, "")
                                : answer;
                    } catch (InvocationTargetException failure) {
                        throw failure.getTargetException();
                    }
                }));
    }
}
