package io.tickmark.kills;

import io.tickmark.Caller.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One call with an idempotency key, and what it answered; null as long as nobody knows whether it was taken. */
final class Deed {

    enum Kind {
        CLIENT,
        ENGAGEMENT,
        UPLOAD,
        COMPLETION
    }

    private final Kind kind;
    private final String person;
    private final String path;
    private final String about;
    private final byte[] body;
    private final int noise;
    private final String key;
    private volatile @Nullable Reply answer;

    private Deed(Kind kind, String person, String path, String about, byte[] body, int noise, Random random) {
        this.kind = kind;
        this.person = person;
        this.path = path;
        this.about = about;
        this.body = body;
        this.noise = noise;
        this.key = new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** @param about what is found again: a title, a name, a task's id */
    static Deed of(Kind kind, String person, String path, String about, String json, Random random) {
        return new Deed(kind, person, path, about, json.getBytes(StandardCharsets.UTF_8), 0, random);
    }

    /** An upload of a file of this name, whose bytes are noise of this many bytes, made anew at every sending. */
    static Deed upload(String person, String task, String name, int size, Random random) {
        byte[] seed = Long.toString(random.nextLong()).getBytes(StandardCharsets.UTF_8);
        return new Deed(Kind.UPLOAD, person, "/api/tasks/" + task + "/documents", name, seed, size, random);
    }

    Kind kind() {
        return kind;
    }

    String person() {
        return person;
    }

    String path() {
        return path;
    }

    String about() {
        return about;
    }

    String key() {
        return key;
    }

    byte[] body() {
        if (kind != Kind.UPLOAD) {
            return body;
        }
        byte[] file = new byte[noise];
        new Random(Long.parseLong(new String(body, StandardCharsets.UTF_8))).nextBytes(file);
        return file;
    }

    @Nullable
    Reply answer() {
        return answer;
    }

    void answered(Reply reply) {
        answer = reply;
    }

    /** The answer told nothing: what was asked may have happened all the same. */
    void unsure() {
        answer = null;
    }

    boolean taken() {
        Reply reply = answer;
        return reply != null && reply.status() < 300;
    }

    @Override
    public String toString() {
        Reply reply = answer;
        return kind + " of " + about + " as " + person + " at " + path + " with key " + key + ": "
                + (reply == null ? "no answer" : reply.status() + " " + reply.body());
    }
}
