package io.tickmark.evidence;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({UploadLimit.class, KeepingRules.class, ReadingSettings.class})
class EvidenceConfiguration {}
