package io.tickmark;

import io.tickmark.binder.BinderCommand;
import java.util.List;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: one process that serves pages, API and process engine. */
@SpringBootApplication
public class Tickmark {

    /** {@code verify <export>} checks a trail's export or a binder and ends, without starting anything. */
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("verify")) {
            List<String> rest = List.of(args).subList(1, args.length);
            System.exit(BinderCommand.run(rest, System.out, System.err));
        }
        // dates of the audit are calendar dates; drivers must not shift them by the machine's zone
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        ClassesAhead.load();
        SpringApplication.run(Tickmark.class, args);
    }
}
