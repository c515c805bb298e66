package io.tickmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationListener;

@ExtendWith(OutputCaptureExtension.class)
class BrokenStartTest {

    private static final Path BROKEN = Path.of("src/test/resources/broken-models/not-executable.bpmn");

    @TempDir
    Path folder;

    /** An installation with one model more than the product ships, which is broken. */
    @Test
    void anInstallationWithABrokenModelDoesNotStartAndSaysWhatIsWrong(CapturedOutput output) throws Exception {
        Files.createDirectories(folder.resolve("processes"));
        Files.copy(BROKEN, folder.resolve("processes/do-work.bpmn"));
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (var more = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            var application = new SpringApplication(Tickmark.class);
            application.addListeners((ApplicationListener<ApplicationStartedEvent>)
                    event -> Thread.currentThread().setContextClassLoader(more));
            assertThatThrownBy(() -> application
                            .run(
                                    "--spring.datasource.url=jdbc:h2:mem:broken-start",
                                    "--tickmark.documents.folder=" + folder.resolve("documents"),
                                    "--tickmark.demo.world=false",
                                    "--server.port=0")
                            .close())
                    .hasStackTraceContaining("These models cannot be deployed. processes/do-work.bpmn");
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
        assertThat(output.getOut())
                .contains("file=processes/do-work.bpmn, element=do-work")
                .contains("The process is not executable: tick 'Executable'.")
                .doesNotContain("are live as release");
    }
}
