package io.tickmark.modeling;

import io.tickmark.kernel.Actor;
import io.tickmark.modelcheck.Severity;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Checking and submitting models: parts named {@code file}, a field {@code remove} for each file to take out, a {@code
 * note} for the second owner, and {@code release} to start from an earlier release in place of the live set.
 */
@RestController
@RequestMapping("/api/models")
class SubmissionsApi {

    private final Releases releases;
    private final ReleaseBook book;

    SubmissionsApi(Releases releases, ReleaseBook book) {
        this.releases = releases;
        this.book = book;
    }

    /** @param more how many findings there are beside those told, which are the first {@value FirstFindings#MOST} */
    record Checked(boolean deployable, List<Finding> findings, int more) {}

    /** @param more as in {@link Checked} */
    record Submitted(UUID release, int number, String state, List<Finding> findings, int more) {}

    @PostMapping(value = "/check", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Checked check(Actor actor, HttpServletRequest http) {
        Owners.toSubmit(actor);
        List<Finding> findings = releases.check(actor, Submission.read(http));
        FirstFindings first = FirstFindings.of(findings);
        return new Checked(
                findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR),
                first.findings(),
                first.more());
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Submitted submit(Actor actor, HttpServletRequest http) {
        Owners.toSubmit(actor);
        return submitted(releases.submit(actor, Submission.read(http)));
    }

    private Submitted submitted(Release release) {
        FirstFindings first = FirstFindings.of(book.findings(release));
        return new Submitted(release.id(), release.number(), release.state().word(), first.findings(), first.more());
    }
}
