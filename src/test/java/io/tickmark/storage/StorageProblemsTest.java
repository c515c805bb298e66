package io.tickmark.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.kernel.EngagementId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

class StorageProblemsTest {

    private static final DocumentKey KEY = new DocumentKey(EngagementId.next(), UUID.randomUUID());

    private final MockMvcTester http = MockMvcTester.create(MockMvcBuilders.standaloneSetup(new Troubled())
            .setControllerAdvice(new StorageProblems())
            .build());

    @ParameterizedTest
    @CsvSource({"away,503,try again", "large,413,1 GB", "broken,500,not served"})
    void eachProblemHasItsStatusAndSaysWhatToDo(String problem, int status, String detail) {
        MvcTestResult result = http.get().uri("/" + problem).exchange();
        assertThat(result).hasStatus(status).hasContentType("application/problem+json");
        assertThat(result).bodyJson().extractingPath("$.detail").asString().contains(detail);
        assertThat(result).bodyText().doesNotContain("/secret/folder");
        assertThat(result.getResponse().getHeader(HttpHeaders.CONTENT_RANGE)).isNull();
    }

    @Test
    void aDocumentThatBreaksWhileItIsSentIsNeverFinished() {
        assertThat(http.get().uri("/midway").exchange()).failure().hasRootCauseInstanceOf(IntegrityFailure.class);
    }

    @RestController
    static class Troubled {

        @GetMapping("/{problem}")
        ResponseEntity<String> fail(@PathVariable String problem, HttpServletResponse response) throws IOException {
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes 0-1/2");
            switch (problem) {
                case "away" -> throw new StoreUnavailable(new IOException("/secret/folder"));
                case "large" -> throw new TooLarge(1 << 30);
                case "midway" -> response.flushBuffer();
                default -> {}
            }
            throw IntegrityFailure.alarm(KEY, "its bytes differ");
        }
    }
}
