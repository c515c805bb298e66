package io.tickmark.milestones;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CalendarProperties.class)
class MilestonesConfiguration {

    @Bean
    WorkingDays workingDays(CalendarProperties properties) {
        return new WorkingDays(properties.holidays());
    }

    @Bean
    Schedule schedule(WorkingDays workingDays) {
        return new Schedule(workingDays);
    }
}
