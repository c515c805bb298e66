package io.tickmark.identity;

import static org.springframework.security.config.http.SessionCreationPolicy.STATELESS;

import io.tickmark.web.ErrorAnswer;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/**
 * Who gets in. Two ways that never mix: programs send Authorization with every request and have no session, so nothing
 * can be forged in their name; browsers have a session, and every change needs the token of the page.
 */
@Configuration(proxyBeanMethods = false)
class AccessRules {

    private static final String POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final String ACCEPT_INVITATION = "/api/invitations/*/accept";
    private static final String[] OPEN = {
        "/login", "/error", "/assets/**", "/favicon.ico", "/actuator/health", "/invitations/**"
    };

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    StrictHttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(text -> text.indexOf('\0') < 0);
        return firewall;
    }

    @Bean
    @Order(1)
    SecurityFilterChain programs(
            HttpSecurity http, SignIn signIn, CollectorTokens collectors, CollectorPace pace, ErrorAnswer errors) {
        return common(http, errors)
                .securityMatcher(request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null)
                .sessionManagement(session -> session.sessionCreationPolicy(STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .addFilterBefore(
                        new HeaderSignIn(signIn, collectors, pace, errors), AnonymousAuthenticationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain browsers(HttpSecurity http, SignIn signIn, PersonTable people, ErrorAnswer errors) {
        HttpSessionRequestCache pages = new HttpSessionRequestCache();
        pages.setRequestMatcher(AccessRules::isPage);
        return common(http, errors)
                .authenticationManager(new ProviderManager(signIn))
                .csrf(csrf -> csrf.csrfTokenRequestHandler(new PageToken()).ignoringRequestMatchers(ACCEPT_INVITATION))
                .requestCache(cache -> cache.requestCache(pages))
                .formLogin(login -> login.loginPage("/login")
                        .defaultSuccessUrl("/")
                        .failureHandler((request, response, failure) -> {
                            if (failure instanceof TooManyTries) {
                                errors.send(request, response, failure);
                            } else {
                                response.sendRedirect(request.getContextPath() + "/login?error");
                            }
                        }))
                .logout(logout -> logout.logoutSuccessUrl("/login?logout"))
                .addFilterBefore(new SessionPerson(people), AnonymousAuthenticationFilter.class)
                .build();
    }

    private static HttpSecurity common(HttpSecurity http, ErrorAnswer errors) {
        Strangers strangers = new Strangers(errors);
        return http.authorizeHttpRequests(
                        rules -> rules.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(OPEN)
                                .permitAll()
                                .requestMatchers(HttpMethod.POST, ACCEPT_INVITATION)
                                .permitAll()
                                .requestMatchers("/actuator/**")
                                .denyAll()
                                .anyRequest()
                                .authenticated())
                .exceptionHandling(e -> e.authenticationEntryPoint(strangers).accessDeniedHandler(strangers))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)));
    }

    /** Only what a person asked a browser to open is worth coming back to after signing in. */
    static boolean isPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        String path = request.getServletPath();
        return !path.startsWith("/api/")
                && !path.startsWith("/v3/")
                && request.getHeader("HX-Request") == null
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && request.getMethod().equals("GET");
    }
}
