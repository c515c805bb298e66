package io.tickmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who calls the running application over HTTP: a program with Authorization, or a browser with cookies. */
public final class Caller {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final int port;
    private final HttpClient client;
    private final List<String> headers;

    private Caller(int port, HttpClient client, List<String> headers) {
        this.port = port;
        this.client = client;
        this.headers = List.copyOf(headers);
    }

    public record Reply(int status, String body, HttpResponse<String> whole) {

        public JsonNode json() {
            return JSON.readTree(body);
        }

        public @Nullable String header(String name) {
            return whole.headers().firstValue(name).orElse(null);
        }
    }

    public static Caller nobody(int port) {
        return new Caller(port, HttpClient.newHttpClient(), List.of());
    }

    public static Caller basic(int port, String username, String password) {
        byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return nobody(port).with("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    public static Caller bearer(int port, String token) {
        return nobody(port).with("Authorization", "Bearer " + token);
    }

    /** Keeps cookies and asks for pages, as a browser does. */
    public static Caller browser(int port) {
        HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        return new Caller(port, client, List.of("Accept", "text/html,*/*;q=0.8", "User-Agent", "Mozilla/5.0"));
    }

    /** The same caller, cookies included, at another port of this machine. */
    public Caller at(int other) {
        return new Caller(other, client, headers);
    }

    public Caller with(String header, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(header);
        more.add(value);
        return new Caller(port, client, more);
    }

    public Reply get(String path) {
        return send("GET", path, BodyPublishers.noBody(), null);
    }

    public Reply post(String path, String json) {
        return send("POST", path, BodyPublishers.ofString(json), "application/json");
    }

    public Reply put(String path, String json) {
        return send("PUT", path, BodyPublishers.ofString(json), "application/json");
    }

    public Reply delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody(), null);
    }

    public Reply form(String path, String encoded) {
        return send("POST", path, BodyPublishers.ofString(encoded), "application/x-www-form-urlencoded");
    }

    public Reply send(String method, String path, BodyPublisher body, @Nullable String contentType) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, body);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        for (int i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            return new Reply(answer.statusCode(), answer.body(), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
