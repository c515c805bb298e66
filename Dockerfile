# The application alone. docker-compose.yml adds its database and its document store.
ARG BUILD=maven:3.9-eclipse-temurin-17
ARG RUN=eclipse-temurin:17-jre

FROM ${BUILD} AS build
WORKDIR /tickmark
COPY pom.xml .
COPY src/main src/main
COPY processes processes
COPY forms forms
RUN mvn -q -B package -Dmaven.test.skip=true -Dspotless.check.skip=true

FROM ${RUN}
RUN useradd --system --create-home --home-dir /var/lib/tickmark tickmark
WORKDIR /var/lib/tickmark
COPY --from=build /tickmark/target/tickmark.jar /opt/tickmark.jar
USER tickmark
EXPOSE 8080
ENTRYPOINT ["java", "-Duser.timezone=UTC", "-XX:MaxRAMPercentage=75", "-jar", "/opt/tickmark.jar"]
