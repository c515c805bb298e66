package io.tickmark.milestones;

import io.tickmark.engagement.Practice;
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
    Schedule schedule(WorkingDays workingDays, Practice practice) {
        return new Schedule(workingDays, practice);
    }
}
