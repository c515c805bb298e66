package io.tickmark.storage;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DocumentsProperties.class)
class StorageConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(StorageConfiguration.class);

    /** The S3 client's classes are loaded only where one is set up: the embedded default starts without them. */
    @Bean
    DocumentStore documentStore(DocumentsProperties properties) {
        if (!properties.onServer()) {
            return new FileSystemStore(new DocumentsFolder(Path.of(properties.folder())));
        }
        DocumentStore store = S3Store.open(properties);
        try {
            LOG.info("{}", store.capabilities().inWords());
        } catch (StoreUnavailable away) {
            LOG.warn("The document store does not answer yet; uploads and downloads are refused until it does", away);
        }
        return store;
    }

    @Bean
    HealthIndicator documentStoreHealthIndicator(DocumentStore store) {
        return () -> store.trouble()
                .map(why -> Health.down().withDetail("reason", why).build())
                .orElseGet(() -> Health.up().build());
    }
}
