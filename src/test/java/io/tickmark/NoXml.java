package io.tickmark;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.http.converter.HttpMessageConverters.ServerBuilder;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The S3 server of the tests brings a library that would have the application speak XML, which it does nowhere else. */
@TestConfiguration(proxyBeanMethods = false)
class NoXml implements WebMvcConfigurer {

    @Override
    public void configureMessageConverters(ServerBuilder converters) {
        converters.configureMessageConvertersList(all ->
                all.removeIf(converter -> converter.getClass().getSimpleName().contains("Xml")));
    }
}
