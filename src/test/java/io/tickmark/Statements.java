package io.tickmark;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The SQL statements that requests prepare, whoever prepares them: Hibernate, the engine or plain JDBC. What steps and
 * timers do beside them is left out: only the threads that answer HTTP are listened to.
 */
public final class Statements implements BeanPostProcessor {

    private static final List<String> HEARD = new CopyOnWriteArrayList<>();
    private static volatile boolean listening;

    /** What is prepared while the requests run, in order. One caller at a time. */
    public static List<String> during(Runnable requests) {
        HEARD.clear();
        listening = true;
        try {
            requests.run();
            return List.copyOf(HEARD);
        } finally {
            listening = false;
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source && !(bean instanceof DelegatingDataSource)
                ? new HeardDataSource(source)
                : bean;
    }

    private static final class HeardDataSource extends DelegatingDataSource {

        HeardDataSource(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return heard(super.getConnection());
        }
    }

    private static Connection heard(Connection connection) {
        return listening && Thread.currentThread().getName().contains("-exec-")
                ? (Connection) Proxy.newProxyInstance(
                        Statements.class.getClassLoader(), new Class<?>[] {Connection.class}, new Heard(connection))
                : connection;
    }

    private record Heard(Connection connection) implements InvocationHandler {

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            if (method.getName().startsWith("prepare")) {
                HEARD.add(String.valueOf(arguments[0]));
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException failure) {
                throw failure.getTargetException();
            }
        }
    }
}
