package io.tickmark.extraction;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ReadingLimits.class, ClamdAddress.class})
class ExtractionConfiguration {

    @Bean(destroyMethod = "close")
    TextExtractor textExtractor(ReadingLimits limits) {
        return new ReaderPool(limits);
    }

    @Bean
    MalwareScanner malwareScanner(ClamdAddress address) {
        return new Clamd(address);
    }
}
