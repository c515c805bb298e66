package io.tickmark;

import io.tickmark.demo.ClockOnMariaDb;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The whole application on a random port and on a database of the kind that {@link BenchmarkDatabase} gives. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ContextConfiguration(initializers = BenchmarkDatabase.class)
@Import(ClockOnMariaDb.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "tickmark.documents.folder=target/bench/documents",
            "tickmark.search.folder=target/bench/search",
            "tickmark.demo.world=false"
        })
public @interface TickmarkBenchmark {}
