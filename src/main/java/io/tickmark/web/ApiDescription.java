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
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The description of the API at {@code /v3/api-docs}; made when somebody asks for it, for no start has need of it. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    @Bean
    static BeanFactoryPostProcessor describedWhenAsked() {
        return beans -> {
            for (String name : beans.getBeanDefinitionNames()) {
                BeanDefinition definition = beans.getBeanDefinition(name);
                String maker = definition.getFactoryBeanName();
                if (name.startsWith("org.springdoc.") || maker != null && maker.startsWith("org.springdoc.")) {
                    definition.setLazyInit(true);
                }
            }
        };
    }

    @Bean
    @Lazy
    OpenAPI description() {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Actor.class)
                .replaceWithClass(ClientId.class, String.class)
                .replaceWithClass(EngagementId.class, String.class)
                .replaceWithClass(PersonId.class, String.class);
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
}
