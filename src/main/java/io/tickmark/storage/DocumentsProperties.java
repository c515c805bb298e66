package io.tickmark.storage;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where documents are kept.
 *
 * @param folder the folder of the local store, created when missing; relative to the working directory. Text and not a
 *     path: Spring's conversion would first look for it on the class path
 */
@ConfigurationProperties("tickmark.documents")
record DocumentsProperties(@DefaultValue("./data/documents") String folder) {}
