package io.tickmark.web;

import io.tickmark.kernel.ClientId;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** What the web framework has to know of our kernel: ids are texts. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class WebConfiguration {

    private static final int SWALLOWED_BYTES = 64 << 20;

    private static final Validator NOTHING_TO_CHECK = new Validator() {
        @Override
        public boolean supports(Class<?> type) {
            return false;
        }

        @Override
        public void validate(Object target, Errors errors) {
            // never asked to
        }
    };

    /**
     * What is refused before it was read is still taken off the wire, up to this size: who is in the middle of sending
     * would otherwise see a broken connection in place of the refusal.
     */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusalsReachTheirSender() {
        return tomcat -> tomcat.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                http.setMaxSwallowSize(SWALLOWED_BYTES);
            }
        });
    }

    /** Requests are checked by code of our own; the framework would start a validator that has nothing to do. */
    @Bean
    WebMvcConfigurer noOtherValidator() {
        return new WebMvcConfigurer() {
            @Override
            public Validator getValidator() {
                return NOTHING_TO_CHECK;
            }
        };
    }

    @Bean
    JacksonModule kernelIds() {
        return new SimpleModule("kernel-ids")
                .addSerializer(ClientId.class, ToStringSerializer.instance)
                .addSerializer(EngagementId.class, ToStringSerializer.instance)
                .addSerializer(PersonId.class, ToStringSerializer.instance);
    }
}
