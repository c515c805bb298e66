package io.tickmark.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

class PagesTest {

    private static final Pattern ASSET =
            Pattern.compile("(?:src|href)=\"/assets/[0-9a-f]{16}(/(?:ui|vendor)/[^\"]+)\"");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-03-01T09:00:00Z"), ZoneOffset.UTC);

    private final MockMvc browser = MockMvcBuilders.standaloneSetup(new Pages(), new Failing())
            .setControllerAdvice(new PageModel(CLOCK))
            .setViewResolvers(thymeleaf())
            .addFilters(new FixedAssets())
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/invitations/4711",
                "/tasks",
                "/tasks/4711",
                "/engagements/4711",
                "/engagements/4711/description",
                "/engagements/4711/review",
                "/search",
                "/clients",
                "/processes",
                "/processes/scoping",
                "/me",
                "/fail/404",
                "/fail/500"
            })
    void everyPageKeepsToTheContentPolicyAndNamesOnlyFilesThatExist(String path) throws Exception {
        String page = page(path);

        assertThat(page).contains("<title>").doesNotContain("th:", "<style", " style=", "javascript:");
        assertThat(page).doesNotContainPattern("<script(?![^>]* src=)").doesNotContainPattern("\\son[a-z]+=");
        List<String> assets =
                ASSET.matcher(page).results().map(found -> found.group(1)).toList();
        assertThat(assets).isNotEmpty().allSatisfy(asset -> assertThat(
                        getClass().getResource("/static" + asset))
                .as(asset)
                .isNotNull());
    }

    @Test
    void aPageTellsTheApplicationsTimeSoThatDueDatesFollowADemosClock() throws Exception {
        assertThat(page("/tasks")).contains("<meta name=\"now\" content=\"2027-03-01T09:00:00Z\">");
    }

    @Test
    void anInvitationsCodeCannotBecomeMarkup() throws Exception {
        assertThat(page("/invitations/{code}", "\"><script>alert(1)<")).doesNotContain("<script>alert");
    }

    @Test
    void anErrorPageSaysWhatHappenedAndWhatToDo() throws Exception {
        assertThat(page("/fail/404")).contains("Nothing here", "looked for &lt;it&gt;");
        assertThat(page("/fail/500")).contains("That went wrong", "Nothing was changed");
        assertThat(page("/fail/415")).contains("Unsupported Media Type");
    }

    private String page(String path, Object... variables) throws Exception {
        return browser.perform(get(path, variables))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static ThymeleafViewResolver thymeleaf() {
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        var resolver = new ThymeleafViewResolver();
        resolver.setTemplateEngine(engine);
        resolver.setCharacterEncoding("UTF-8");
        return resolver;
    }

    /** Stands for a refused page: the error page is given the problem. */
    @Controller
    static class Failing {

        @GetMapping("/fail/{code}")
        ModelAndView fail(@PathVariable int code) {
            Problem problem = Problem.of(HttpStatus.valueOf(code), "looked for <it>");
            return new ModelAndView("error/problem", Map.of("problem", problem));
        }
    }
}
