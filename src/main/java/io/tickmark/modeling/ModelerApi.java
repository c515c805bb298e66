package io.tickmark.modeling;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.Conflict;
import io.tickmark.kernel.Forbidden;
import io.tickmark.kernel.Malformed;
import io.tickmark.kernel.NotFound;
import io.tickmark.kernel.Refused;
import io.tickmark.kernel.TooLarge;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What Camunda Modeler's Deploy button calls, and nothing else of the engine's REST interface: it asks for deployments
 * to see whether somebody is there and lets it in, for the version, and then sends the files. They land in the same
 * check and wait as every submission. Errors are told in the engine's shape, which Modeler writes to its log.
 */
@RestController
@RequestMapping(value = "/engine-rest", produces = MediaType.APPLICATION_JSON_VALUE)
class ModelerApi {

    /** Which level of models Modeler may send: that of the engine inside. */
    private static final String VERSION = "7.24.0";

    private final Releases releases;

    ModelerApi(Releases releases) {
        this.releases = releases;
    }

    record EngineVersion(String version) {}

    /** @param type the engine's name for the kind of error */
    record EngineError(String type, String message) {}

    @GetMapping("/version")
    EngineVersion version(Actor actor) {
        Owners.toSubmit(actor);
        return new EngineVersion(VERSION);
    }

    /** Always empty: Modeler only looks whether it is let in. What is deployed stands at {@code /api/models}. */
    @GetMapping("/deployment")
    List<Object> deployments(Actor actor) {
        Owners.toSubmit(actor);
        return List.of();
    }

    @PostMapping(value = "/deployment/create", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ModelerAnswer.Accepted deploy(Actor actor, HttpServletRequest http) {
        Owners.toSubmit(actor);
        ModelerUpload upload = ModelerUpload.read(http);
        try {
            return ModelerAnswer.accepted(releases.submit(actor, upload.submission()), upload, http);
        } catch (AlreadyWaits again) {
            return ModelerAnswer.accepted(again.release(), upload, http);
        } catch (FindingsRefused refused) {
            throw new ModelerRefused(ModelerAnswer.refused(refused.findings(), upload.submission()));
        }
    }

    @ExceptionHandler
    ResponseEntity<ModelerAnswer.Refusal> findings(ModelerRefused refused) {
        return ResponseEntity.badRequest().body(refused.answer());
    }

    @ExceptionHandler({Refused.class, Malformed.class, Conflict.class, TooLarge.class, Forbidden.class, NotFound.class})
    ResponseEntity<EngineError> refused(RuntimeException refused) {
        Map<Class<?>, HttpStatus> statuses = Map.of(
                Conflict.class, HttpStatus.CONFLICT,
                TooLarge.class, HttpStatus.CONTENT_TOO_LARGE,
                Forbidden.class, HttpStatus.FORBIDDEN,
                NotFound.class, HttpStatus.NOT_FOUND);
        return ResponseEntity.status(statuses.getOrDefault(refused.getClass(), HttpStatus.BAD_REQUEST))
                .contentType(MediaType.APPLICATION_JSON)
                .body(new EngineError("InvalidRequestException", String.valueOf(refused.getMessage())));
    }

    /** Carries the answer past the transaction, which must not commit. */
    static final class ModelerRefused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient ModelerAnswer.Refusal answer;

        ModelerRefused(ModelerAnswer.Refusal answer) {
            this.answer = answer;
        }

        ModelerAnswer.Refusal answer() {
            return answer;
        }
    }
}
