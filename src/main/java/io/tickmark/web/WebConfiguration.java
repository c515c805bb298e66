package io.tickmark.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.security.SecurityScheme.Type;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.ClientId;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** What the web framework has to know of our kernel: ids are texts, and the actor is never a parameter of the API. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class WebConfiguration {

    private static final int SWALLOWED_BYTES = 64 << 20;

    WebConfiguration() {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Actor.class)
                .replaceWithClass(ClientId.class, String.class)
                .replaceWithClass(EngagementId.class, String.class)
                .replaceWithClass(PersonId.class, String.class);
    }

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

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info().title("Tickmark").description("SOC audits from scoping to renewal."))
                .components(new Components()
                        .addSecuritySchemes(
                                "token", new SecurityScheme().type(Type.HTTP).scheme("bearer"))
                        .addSecuritySchemes(
                                "password", new SecurityScheme().type(Type.HTTP).scheme("basic")))
                .addSecurityItem(new SecurityRequirement().addList("token"))
                .addSecurityItem(new SecurityRequirement().addList("password"));
    }

    @Bean
    JacksonModule kernelIds() {
        return new SimpleModule("kernel-ids")
                .addSerializer(ClientId.class, ToStringSerializer.instance)
                .addSerializer(EngagementId.class, ToStringSerializer.instance)
                .addSerializer(PersonId.class, ToStringSerializer.instance);
    }
}
