package dev.nearstream.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks over HTTP, and reads Prometheus' text format. */
public final class Scrape {
    private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
    private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\\n]|\\\\[\"\\\\n])*\"";
    private static final Pattern SAMPLE =
            Pattern.compile("(" + NAME + "(?:\\{" + LABEL + "(?:," + LABEL + ")*,?\\})?) (NaN|[+-]Inf|[-+0-9.eE]+)");
    private static final Pattern REMARK =
            Pattern.compile("# (?:HELP " + NAME + " .*|TYPE " + NAME + " (?:counter|gauge|summary|histogram|untyped))");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private Scrape() {}

    public static HttpResponse<String> ask(String method, String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .method(method, BodyPublishers.noBody())
                .timeout(PATIENCE)
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    public static HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return ask("GET", url);
    }

    /** All samples by name and labels; every line is one, or a remark of the format. */
    public static Map<String, Double> samples(String text) {
        Map<String, Double> samples = new TreeMap<>();
        assertThat(text).endsWith("\n");
        text.lines().forEach(line -> {
            if (line.startsWith("#")) {
                assertThat(line).matches(REMARK);
            } else {
                Matcher sample = SAMPLE.matcher(line);
                assertThat(sample.matches()).as(line).isTrue();
                Double before = samples.put(
                        sample.group(1), Double.valueOf(sample.group(2).replace("Inf", "Infinity")));
                assertThat(before).as("twice: " + line).isNull();
            }
        });
        return samples;
    }
}
