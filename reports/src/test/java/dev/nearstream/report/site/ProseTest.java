package dev.nearstream.report.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProseTest {
    @Test
    void writesAPageOfOurs() {
        String html = html("""
                # A name

                See [zlib](packages/zlib.md), [`v1`](https://github.com/u/zlib/releases/tag/v1) and ![Curve](trends/contents.svg).

                ## What is carried

                | Package | Days |
                |:--------|-----:|
                | a       |   12 |
                """);
        assertThat(html).isEqualTo("""
                <h1 id="s-a-name">A name</h1>
                <p>See <a href="packages/zlib.html">zlib</a>, <a href="https://github.com/u/zlib/releases/tag/v1"><code>v1</code></a> and <img src="trends/contents.svg" alt="Curve" width="760" height="280" />.</p>
                <h2 id="s-what-is-carried">What is carried</h2>
                <div class="box" role="group" tabindex="0" aria-label="Table: What is carried">
                <table>
                <thead>
                <tr><th scope="col">Package</th><th class="n" scope="col">Days</th></tr>
                </thead>
                <tbody>
                <tr><td>a</td><td class="n">12</td></tr>
                </tbody>
                </table>
                </div>
                """);
    }

    @Test
    void foldsWhatOurPagesFold() {
        assertThat(html("<details>\n<summary>Its diff</summary>\n\n```diff\n-<b>\n```\n\n</details>\n"))
                .isEqualTo("""
                        <details>
                        <summary>Its diff</summary>
                        <pre><code class="language-diff">-&lt;b&gt;
                        </code></pre>
                        </details>
                        """);
    }

    @Test
    void allOtherHtmlIsText() {
        assertThat(html("""
                        <script>alert(1)</script>

                        a <b onclick=x>b</b>

                        <details open onclick=x>

                        <details>
                        <summary><img src=x></summary>

                        <!-- nearstream: x -->
                        """))
                .doesNotContain("<script", "<b", "<details", "<img", "<!--")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;b onclick=x&gt;", "&lt;img src=x&gt;");
    }

    @Test
    void onlyTheWebIsLinked() {
        assertThat(html("[a](javascript:alert(1)) [b](data:text/html,x) [c](HTTPS://d.example/x.md) [e](file:///f)"))
                .doesNotContain("javascript:", "data:", "file:")
                .contains("<a href=\"HTTPS://d.example/x.md\">c</a>");
    }

    @Test
    void whatKeepsForgesFromLinkingIsNotThere() {
        assertThat(html("a @&#8203;b &amp; &lt;c&gt; `&#8203;`")).isEqualTo("""
                <p>a @b &amp; &lt;c&gt; <code>&amp;#8203;</code></p>
                """);
    }

    @Test
    void noHeadingTakesThePlaceOfOurIds() {
        assertThat(html("# main\n\n## main\n")).contains("id=\"s-main\"").doesNotContain("id=\"main\"");
    }

    @Test
    void aLongPageBeginsWithItsParts() {
        Prose prose = Prose.of("# N `<i>`\n\nText.\n\n## A\n\n## B & `c`\n\n## C\n\n## D\n");
        assertThat(prose.title()).isEqualTo("N &lt;i&gt;");
        assertThat(prose.withContents("<hr>\n")).contains("""
                <p>Text.</p>
                <hr>
                <nav class="contents" aria-label="On this page">
                <ul>
                <li><a href="#s-a">A</a></li>
                <li><a href="#s-b--c">B &amp; c</a></li>
                """);
        assertThat(Prose.of("# N\n\n## A\n").withContents("")).doesNotContain("<nav");
    }

    private static String html(String markdown) {
        return Prose.of(markdown).html();
    }
}
