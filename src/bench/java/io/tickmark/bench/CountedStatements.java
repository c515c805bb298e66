package io.tickmark.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A data source that counts statements and commits; both sides of a ratio have one, so that both pay for it. */
public final class CountedStatements {

    private final Queue<String> statements = new ConcurrentLinkedQueue<>();
    private final AtomicInteger commits = new AtomicInteger();

    /** What was asked of the database while something ran, in its order. */
    public record Count(List<String> statements, int commits) {}

    public Count of(Runnable work) {
        statements.clear();
        commits.set(0);
        work.run();
        return new Count(List.copyOf(statements), commits.get());
    }

    public DataSource around(DataSource pool) {
        return wrap(DataSource.class, pool, "");
    }

    @SuppressWarnings("unchecked")
    private <T> T wrap(Class<T> type, T real, String sql) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                statements.add(sql);
            } else if (method.getName().equals("commit")) {
                commits.incrementAndGet();
            }
            try {
                Object answer = method.invoke(real, arguments);
                if (method.getReturnType() == Connection.class && type == DataSource.class) {
                    return wrap(Connection.class, (Connection) answer, "");
                }
                if (method.getReturnType() == PreparedStatement.class) {
                    return wrap(PreparedStatement.class, (PreparedStatement) answer, String.valueOf(arguments[0]));
                }
                return method.getReturnType() == Statement.class && type == Connection.class
                        ? wrap(Statement.class, (Statement) answer, "")
                        : answer;
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        });
    }
}
