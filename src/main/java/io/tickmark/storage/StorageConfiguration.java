package io.tickmark.storage;

import java.nio.file.Path;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DocumentsProperties.class)
class StorageConfiguration {

    @Bean
    DocumentStore documentStore(DocumentsProperties properties) {
        return new FileSystemStore(new DocumentsFolder(Path.of(properties.folder())));
    }

    @Bean
    HealthIndicator documentStoreHealthIndicator(DocumentStore store) {
        return () -> store.trouble()
                .map(why -> Health.down().withDetail("reason", why).build())
                .orElseGet(() -> Health.up().build());
    }
}
