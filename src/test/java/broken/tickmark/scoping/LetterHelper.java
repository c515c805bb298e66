package broken.tickmark.scoping;

import jakarta.persistence.Version;
import java.time.Clock;
import java.time.LocalDate;
import org.apache.tika.Tika;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** What no class of ours may be: shows that the rules of the architecture find it. */
class LetterHelper {

    @Version
    int version;

    @Autowired
    @Nullable
    Clock clock;

    LocalDate today() {
        return LocalDate.now(java.time.ZoneOffset.UTC);
    }

    String read(byte[] letter) {
        return new Tika().detect(letter);
    }

    void start(RuntimeService engine) {
        engine.startProcessInstanceByKey("scoping");
    }
}
