package io.tickmark.web;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.ClientId;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.PersonId;
import org.springdoc.core.utils.SpringDocUtils;
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

    WebConfiguration() {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Actor.class)
                .replaceWithClass(ClientId.class, String.class)
                .replaceWithClass(EngagementId.class, String.class)
                .replaceWithClass(PersonId.class, String.class);
    }

    @Bean
    JacksonModule kernelIds() {
        return new SimpleModule("kernel-ids")
                .addSerializer(ClientId.class, ToStringSerializer.instance)
                .addSerializer(EngagementId.class, ToStringSerializer.instance)
                .addSerializer(PersonId.class, ToStringSerializer.instance);
    }
}
