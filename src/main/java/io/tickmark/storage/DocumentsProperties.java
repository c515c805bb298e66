package io.tickmark.storage;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where documents are kept.
 *
 * @param folder the folder of the local store, created when missing; relative to the working directory. Text and not a
 *     path: Spring's conversion would first look for it on the class path
 * @param endpoint the address of an S3 server, such as {@code https://store.example:9000}, for documents to be kept there
 *     and not in the folder
 * @param bucket the bucket on the S3 server; created when missing, with versions and object lock where the server can
 * @param region the region that the S3 server says it is
 * @param accessKey who signs in to the S3 server. Give it in the environment: {@code TICKMARK_DOCUMENTS_ACCESSKEY}
 * @param secretKey the secret to it. Give it in the environment: {@code TICKMARK_DOCUMENTS_SECRETKEY}
 * @param timeout how long the S3 server may be silent before an upload or a download is given up
 */
@ConfigurationProperties("tickmark.documents")
record DocumentsProperties(
        @DefaultValue("./data/documents") String folder,
        @Nullable String endpoint,
        @DefaultValue("tickmark") String bucket,
        @DefaultValue("us-east-1") String region,
        @Nullable String accessKey,
        @Nullable String secretKey,
        @DefaultValue("PT20S") Duration timeout) {

    boolean onServer() {
        return endpoint != null && !endpoint.isBlank();
    }

    /** Without the secret: settings are logged. */
    @Override
    public String toString() {
        return onServer() ? endpoint + "/" + bucket : folder;
    }
}
