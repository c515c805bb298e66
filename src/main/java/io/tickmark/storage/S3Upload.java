package io.tickmark.storage;

import io.minio.UploadPartResponse;
import io.minio.messages.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One document on its way into a bucket: in one request where it fits a part, else in parts, each sent while the next is
 * read. Two parts are the most that it holds in memory.
 */
final class S3Upload {

    /** In bytes. S3 takes up to 10,000 parts, so up to 80 GB; less than 5 MiB it refuses. */
    static final int PART = 8 << 20;

    private static final int FIRST = 1 << 16;

    private final S3Bucket bucket;
    private final DocumentKey key;
    private final MeasuredStream bytes;
    private final boolean versioning;

    /** @param versioning where a put of a taken key is one more version, and servers differ on whether they refuse it */
    S3Upload(S3Bucket bucket, DocumentKey key, MeasuredStream bytes, boolean versioning) {
        this.versioning = versioning;
        this.bucket = bucket;
        this.key = key;
        this.bytes = bytes;
    }

    /** Whatever goes wrong, nothing is left that the store still answered us about. */
    Stored run() {
        byte[] part = new byte[FIRST];
        int length = 0;
        while (true) {
            length = fill(part, length, null);
            if (length < part.length) {
                return whole(part, length);
            }
            if (part.length == PART) {
                return inParts(part);
            }
            part = Arrays.copyOf(part, Math.min(PART, part.length * 16));
        }
    }

    /** Reads on up to the end of the buffer or of the document, while what was sent has not failed. */
    private int fill(byte[] buffer, int from, @Nullable CompletableFuture<?> sent) {
        int filled = from;
        while (filled < buffer.length) {
            int read = bytes.read(buffer, filled, buffer.length - filled);
            if (read < 0) {
                return filled;
            }
            filled += read;
            if (sent != null && sent.isCompletedExceptionally()) {
                bucket.answer(sent);
            }
        }
        return filled;
    }

    private void refuseTaken() {
        if (bucket.find(key.toString(), null) != null) {
            throw S3Store.taken(key, null);
        }
    }

    private Stored whole(byte[] part, int length) {
        if (versioning) {
            refuseTaken();
        }
        Stored measured = bytes.stored(null);
        return versioned(measured, bucket.put(key.toString(), part, length, measured.sha256()));
    }

    private Stored inParts(byte[] first) {
        refuseTaken();
        String upload = bucket.begin(key.toString());
        CompletableFuture<UploadPartResponse> sent = new CompletableFuture<>();
        try {
            byte[] part = first;
            byte[] spare = new byte[PART];
            int length = PART;
            List<Part> parts = new ArrayList<>();
            while (length > 0) {
                sent = bucket.sending(key.toString(), upload, parts.size() + 1, part, length);
                length = fill(spare, 0, sent);
                parts.add(bucket.answer(sent).part());
                byte[] free = part;
                part = spare;
                spare = free;
            }
            String version = bucket.complete(key.toString(), upload, parts);
            return versioned(bytes.stored(null), version);
        } catch (RuntimeException | Error failure) {
            giveUp(upload, sent, failure);
            throw failure;
        }
    }

    private static Stored versioned(Stored measured, @Nullable String version) {
        return new Stored(measured.size(), measured.sha256(), measured.chunks(), version);
    }

    /** A part that still arrives would outlive the upload that it belongs to. */
    private void giveUp(String upload, CompletableFuture<UploadPartResponse> sent, Throwable failure) {
        try {
            sent.getNow(null);
            if (!sent.isDone()) {
                bucket.answer(sent);
            }
        } catch (RuntimeException | Error known) {
            failure.addSuppressed(known);
        }
        try {
            bucket.abort(key.toString(), upload);
        } catch (StoreUnavailable later) {
            // the reconciler deletes by the key, half an upload too
            failure.addSuppressed(later);
        }
    }
}
