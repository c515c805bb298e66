package io.tickmark.scoping;

import io.tickmark.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue of criteria in the API: the same for everybody who is signed in, and always whole. */
@RestController
@RequestMapping("/api/criteria")
class CriteriaResource {

    private final Catalogue catalogue;

    CriteriaResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping
    Page<Criterion> list() {
        return Page.all(catalogue.all());
    }
}
