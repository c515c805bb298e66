package io.tickmark;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: one process that serves pages, API and process engine. */
@SpringBootApplication
public class Tickmark {

    public static void main(String[] args) {
        SpringApplication.run(Tickmark.class, args);
    }
}
