package dev.nearstream.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.owner.Owners;
import dev.nearstream.report.Night;
import dev.nearstream.report.Nights;
import dev.nearstream.report.OwnerDigests;
import dev.nearstream.report.site.Site;
import dev.nearstream.store.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestWriterTest {
    private static final Owners TWO = (name, recipe) -> switch (name) {
        case "libpcap", "zlib" -> List.of("@org/net");
        case "curl" -> List.of("../../<b>evil</b>\n| [x](javascript:1)");
        default -> List.of();
    };

    private final Path out;

    DigestWriterTest(@TempDir Path directory) {
        this.out = directory.resolve("out");
    }

    @Test
    void writesEachOwnersDigestAndTheIndexAndTheSame() throws IOException {
        write(Nights.tonight(), TWO);
        assertThat(files("digests")).containsExactly("b-evil-b-x-javascript-1.md", "index.md", "org-net.md");
        assertThat(files("site/digests")).containsExactly("b-evil-b-x-javascript-1.html", "index.html", "org-net.html");
        assertThat(out.resolve("digests/index.md"))
                .content()
                .contains("2 owners, and 3 packages that nobody owns", "[`@org/net`](org-net.md)")
                .doesNotContain("<b>");
        assertThat(out.resolve("site/digests/org-net.html"))
                .content()
                .contains(
                        "Digest of <code>@org/net</code></h1>",
                        "href=\"../packages/libpcap.html\"",
                        "href=\"index.html\"");
        assertThat(out.resolve("site/digests/b-evil-b-x-javascript-1.html"))
                .content()
                .contains("&lt;b&gt;evil&lt;/b&gt;")
                .doesNotContain("<b>", "href=\"javascript");
    }

    @Test
    void digestsOfOwnersThatAreGoneGo() throws IOException {
        write(Nights.tonight(), TWO);
        Files.writeString(out.resolve("digests/notes.txt"), "a person's own");
        write(Nights.tonight(), (name, recipe) -> List.of("@new"));
        assertThat(files("digests")).containsExactly("index.md", "new.md", "notes.txt");
        assertThat(files("site/digests")).containsExactly("index.html", "new.html");
    }

    @Test
    void aRunOverSomePackagesLeavesTheOthersDigests() throws IOException {
        write(Nights.tonight(), TWO);
        Run run = Nights.run(2);
        Run some = new Run(run.id(), run.started(), run.finished(), run.recipes(), null, run.recipeLinks(), "zlib", 1);
        write(new Night(some, Nights.tonight().outcomes().subList(5, 6)), TWO);
        assertThat(files("digests")).containsExactly("b-evil-b-x-javascript-1.md", "index.md", "org-net.md");
        assertThat(out.resolve("digests/org-net.md")).content().contains("1 package, ");
    }

    @Test
    void withoutOwnersThereIsNothing() throws IOException {
        write(Nights.tonight(), Owners.NONE);
        assertThat(out.resolve("digests")).doesNotExist();
        write(Nights.tonight(), TWO);
        write(Nights.tonight(), Owners.NONE);
        assertThat(files("digests")).isEmpty();
        assertThat(files("site/digests")).containsExactly("index.html");
        assertThat(out.resolve("site/digests/index.html")).content().contains("Nobody is known to own a package");
    }

    @Test
    void theSameNightGivesTheSameBytes() throws IOException {
        write(Nights.tonight(), TWO);
        String first = Files.readString(out.resolve("digests/org-net.md"));
        write(Nights.tonight(), TWO);
        assertThat(out.resolve("digests/org-net.md")).hasContent(first);
    }

    private void write(Night night, Owners owners) throws IOException {
        OwnerDigests digests = OwnerDigests.of(night, Nights.before(), Nights.ZONE, owners, List.of());
        new DigestWriter(out, Site.in(out)).write(digests);
    }

    private List<String> files(String directory) throws IOException {
        try (Stream<Path> files = Files.list(out.resolve(directory))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
