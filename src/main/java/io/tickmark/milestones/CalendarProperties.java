package io.tickmark.milestones;

import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The firm's calendar.
 *
 * @param holidays days that are not worked although they fall on Monday to Friday
 */
@ConfigurationProperties("tickmark.calendar")
record CalendarProperties(@DefaultValue List<LocalDate> holidays) {}
