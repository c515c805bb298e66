package io.tickmark.modelcheck;

import com.fasterxml.jackson.annotation.JsonProperty;

/** An error keeps a set of models from being deployed, a warning does not. */
public enum Severity {
    @JsonProperty("error")
    ERROR,
    @JsonProperty("warning")
    WARNING
}
