package io.tickmark;

import io.tickmark.demo.ClockOnMariaDb;
import io.tickmark.identity.QuickPasswords;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The whole application on a random port with a database of its own; one context that all tests share. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("application")
@ContextConfiguration(initializers = TestDatabase.class)
@Import({ClockOnMariaDb.class, NoXml.class, QuickPasswords.class})
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:tickmark;DB_CLOSE_DELAY=-1",
            "tickmark.documents.folder=target/documents-${tickmark.fork:1}",
            "tickmark.search.folder=target/search-${tickmark.fork:1}",
            // tests look at what is still to be told to the store, and read all documents themselves
            "tickmark.documents.retain-every=P1D",
            "tickmark.documents.scrub-rate=0B",
            "tickmark.demo.world=false",
            // an installation reads a repository's queries when they are first used; here all are, so that none is
            // wrong
            "spring.data.jpa.repositories.bootstrap-mode=deferred"
        })
public @interface TickmarkTest {}
