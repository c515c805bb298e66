package io.tickmark.web;

import io.tickmark.kernel.Sha256;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Scripts and styles have addresses with the fingerprint of all of them: a browser asks for each once, and after an
 * upgrade never mixes old with new. One fingerprint for all, since modules import each other by relative addresses.
 * Templates write {@code @{/assets/ui/base.css}}; without the fingerprint nothing is there. The filter has to stay
 * behind those of Spring Security, which switch the rewriting of addresses off for whatever comes before them.
 */
@Component
final class FixedAssets extends OncePerRequestFilter implements WebMvcConfigurer {

    static final String ROOT = "/assets/";
    private static final int LETTERS = 16;

    private final String fixed = ROOT + fingerprint(files()) + "/";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(fixed + "**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String context = request.getContextPath();
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public String encodeURL(String address) {
                return address.startsWith(context + ROOT)
                        ? context + fixed + address.substring(context.length() + ROOT.length())
                        : super.encodeURL(address);
            }
        });
    }

    /** Error pages have styles, too. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:/static/**/*.*")) {
                files.put(file.getURL().getPath().replaceFirst(".*/static/", ""), file.getContentAsByteArray());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The scripts and styles of the pages cannot be read.", unreadable);
        }
        return files;
    }

    /** @param files contents by name */
    static String fingerprint(Map<String, byte[]> files) {
        MessageDigest all = Sha256.digest();
        new TreeMap<>(files).forEach((name, content) -> {
            all.update((name + "\0" + content.length + "\0").getBytes(StandardCharsets.UTF_8));
            all.update(content);
        });
        return Sha256.hex(all).substring(0, LETTERS);
    }
}
