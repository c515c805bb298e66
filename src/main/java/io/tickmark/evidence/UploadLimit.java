package io.tickmark.evidence;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much is taken in.
 *
 * @param maxSize of one uploaded file; a larger one is answered with 413 and nothing of it is kept
 */
@ConfigurationProperties("tickmark.documents")
record UploadLimit(@DefaultValue("200MB") DataSize maxSize) {}
