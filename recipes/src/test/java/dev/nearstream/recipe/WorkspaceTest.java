package dev.nearstream.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkspaceTest {

    @ParameterizedTest
    @CsvSource({
        ".,                x.patch,                x.patch",
        "sub,              x.patch,                sub/x.patch",
        "sub,              ../x.patch,             x.patch",
        "sub/deep,         ../../x.patch,          x.patch",
        "sub,              /home/build/x.patch,    x.patch",
        "/home/build/sub,  ../x.patch,             x.patch",
        "/home/build,      x.patch,                x.patch",
        "./sub/,           ./x.patch,              sub/x.patch",
        ".,                a//b/../x.patch,        a/x.patch",
        ".,                .,                      .",
        "sub,              ..,                     .",
        "sub,              ../../build/x.patch,    x.patch"
    })
    void aPathIsRelativeToTheWorkspace(String directory, String path, String result) {
        assertThat(Workspace.resolve(directory, path)).contains(result);
    }

    @ParameterizedTest
    @CsvSource({
        ".,      ../x.patch",
        ".,      /etc/passwd",
        ".,      /home/builder/x.patch",
        ".,      /home",
        "/tmp,   x.patch",
        "sub,    ../../../../../../x"
    })
    void aPathOutOfTheWorkspaceIsNone(String directory, String path) {
        assertThat(Workspace.resolve(directory, path)).isEmpty();
    }
}
