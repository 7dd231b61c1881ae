package dev.nearstream.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotAssessedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "the source is an archive (https://a.org/x/%s.tgz), and so on > the source is an archive (a.org), and so on",
                "the source is an archive (https://a.org/x/%s.tgz) > the source is an archive (a.org)",
                "https://a.org/%s.git: unknown host > a.org: unknown host",
                "https://a.org:8080/%s: unknown host > a.org: unknown host",
                "https://a.org: unknown host of %s > a.org: unknown host of %s",
                "cannot read https://a.org/%s. > cannot read a.org.",
                "cannot read https://a.org/%s; try again > cannot read a.org; try again",
                "cannot read https://a.org/%s, https://b.org/%s > cannot read a.org, b.org",
                "cannot read https://a.org. > cannot read a.org.",
                "see (https://user@a.org) of all > see (a.org) of all",
                "https://a.org/%s.git: there is no repository at /m/a.org/%s.git; a checkout would do"
                        + " > a.org: there is no repository at its local path; a checkout would do",
                "there is no repository at /m/%s (old).git > there is no repository at its local path",
            })
    void whatDiffersByTheRepositoryAloneIsOneReason(String message, String shared) {
        NotAssessed.Groups groups = new NotAssessed.Groups();
        List.of("p", "q").forEach(name -> groups.add("failed", message.replace("%s", "r"), name));
        assertThat(groups.list())
                .containsExactly(new NotAssessed("failed", shared.replace("%s", "r"), List.of("p", "q")));
    }

    @Test
    void repositoriesOfOneHostAreOneRow() {
        NotAssessed.Groups groups = new NotAssessed.Groups();
        for (String name : List.of("p", "q", "r")) {
            String url = "https://a.org/" + name + ".git";
            groups.add("failed", url + ": there is no repository at /m/a.org/" + name + ".git; make one", name);
        }
        groups.add("failed", "https://b.org/s.git: there is no repository at /m/b.org/s.git; make one", "s");
        assertThat(groups.list())
                .containsExactly(
                        new NotAssessed(
                                "failed",
                                "a.org: there is no repository at its local path; make one",
                                List.of("p", "q", "r")),
                        new NotAssessed(
                                "failed",
                                "https://b.org/s.git: there is no repository at /m/b.org/s.git; make one",
                                List.of("s")));
    }

    @Test
    void whyUpdatesAreOffIsThePackagesOwn() {
        NotAssessed.Groups groups = new NotAssessed.Groups();
        groups.add("not scored", "no newest release is known: updates are disabled: abandoned in 2011", "p");
        groups.add("not scored", "no newest release is known: updates are disabled", "q");
        groups.add("skipped", "updates are disabled: no tags", "r");
        assertThat(groups.list())
                .containsExactly(
                        new NotAssessed(
                                "not scored", "no newest release is known: updates are disabled", List.of("p", "q")),
                        new NotAssessed("skipped", "updates are disabled: no tags", List.of("r")));
    }
}
