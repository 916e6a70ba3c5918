package org.dapple.bench.lab;

import jakarta.servlet.ServletContainerInitializer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.dapple.datalink.config.DataLinkSettings;
import org.dapple.datalink.web.DataLinkWebapp;
import org.dapple.embedded.tomcat.EmbeddedTomcat;
import org.dapple.tap.config.TapSettings;
import org.dapple.tap.web.TapWebapp;

/**
 * The services as a process of its own, mounted as {@code ./dapple up} mounts them. It prints its port, then for each line
 * that it reads the bytes that live in its heap, and ends with its input.
 */
final class ServerMain {

    private ServerMain() {}

    public static void main(String[] arguments) throws IOException {
        try (var tomcat = EmbeddedTomcat.start(0, services());
                var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println(tomcat.port());
            while (lines.readLine() != null) {
                System.gc();
                System.out.println(
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
            }
        }
    }

    private static Map<String, ServletContainerInitializer> services() {
        return Map.of(
                "",
                new TapWebapp(TapSettings.fromEnvironment()),
                "/datalink",
                new DataLinkWebapp(DataLinkSettings.fromEnvironment()));
    }
}
