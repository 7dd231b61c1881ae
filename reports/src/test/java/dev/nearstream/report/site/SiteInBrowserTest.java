package dev.nearstream.report.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.report.Nights;
import dev.nearstream.report.VisibleText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** The site as its readers have it: in a browser, wide and narrow, light and dark, by keyboard. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SiteInBrowserTest {
    private static final String ALL = "packages/index.html";

    private Browser browser;
    private ChromeDriver driver;
    private SiteServer full;
    private SiteServer large;

    @BeforeAll
    void open(@TempDir Path directory) throws IOException {
        browser = Browser.open();
        driver = browser.driver();
        SiteFixture.full(directory.resolve("full"));
        SiteFixture.plain(directory.resolve("large"), Nights.large(3401));
        full = new SiteServer(directory.resolve("full/site"));
        large = new SiteServer(directory.resolve("large/site"));
    }

    @AfterAll
    void close() {
        if (full != null) {
            full.close();
            large.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void wideAndLight() {
        browser.width(1280);
        browser.dark(false);
        browser.console();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index.html",
                ALL,
                "packages/libpcap.html",
                "packages/hostile.html",
                "runs/index.html",
                "trends.html",
                "pulls.html"
            })
    void nothingIsWrong(String page) {
        nothingIsWrong(page, 1280, false);
        nothingIsWrong(page, 1280, true);
        nothingIsWrong(page, 360, false);
    }

    private void nothingIsWrong(String page, int width, boolean dark) {
        browser.width(width);
        browser.dark(dark);
        driver.get(full.address(page));
        String how = page + " at " + width + (dark ? ", dark" : ", light");
        assertThat(browser.console()).as(how).isEmpty();
        assertThat(browser.ask("document.documentElement.scrollWidth <= innerWidth"))
                .as("%s fits", how)
                .isEqualTo("true");
        assertThat(browser.violations()).as(how).isEmpty();
    }

    @Test
    void picturesComeAndScriptsOfOthersDoNot() {
        driver.get(full.address("trends.html"));
        assertThat(browser.ask("[...document.images].every(image => image.complete && image.naturalWidth > 0)"))
                .isEqualTo("true");
        driver.executeScript("const s = document.createElement('script'); s.textContent = 'window.taken = 1';"
                + " document.body.append(s);");
        assertThat(browser.ask("window.taken")).isEqualTo("null");
    }

    @Test
    void worksFromADiskToo(@TempDir Path directory) throws IOException {
        SiteFixture.plain(directory, Nights.tonight());
        driver.get(directory.resolve("site/" + ALL).toUri().toString());
        assertThat(browser.console()).isEmpty();
        head("Days").click();
        assertThat(first(2)).containsExactly("held", "libpcap");
        assertThat(driver.getCurrentUrl()).endsWith("#sort=days&order=desc");
    }

    @Test
    void sortsByWhatIsAskedUnknownsLast() {
        driver.get(full.address(ALL));
        assertThat(first(3)).containsExactly(text(SiteFixture.HOSTILE), "base", "curl");
        head("Deltas").click();
        assertThat(first(1)).containsExactly("libpcap");
        assertThat(browser.ask("document.querySelector('[aria-sort]').textContent + ' '"
                        + " + document.querySelector('[aria-sort]').getAttribute('aria-sort')"))
                .isEqualTo("Deltas descending");
        assertThat(said()).isEqualTo("All 8 packages, by deltas, descending.");
        head("Deltas").click();
        assertThat(first(3)).containsExactly("held", "zlib", "libpcap");
        head("Package").click();
        assertThat(first(2)).containsExactly(text(SiteFixture.HOSTILE), "base");
        assertThat(driver.getCurrentUrl()).endsWith(ALL);
    }

    @Test
    void filtersAndSaysHowManyAreLeft() {
        driver.get(large.address(ALL));
        assertThat(said()).isEqualTo("All 3,401 packages, by package, ascending.");
        filter("PACKAGE-33 out");
        assertThat(said()).isEqualTo("39 of 3,401 packages, by package, ascending.");
        assertThat(first(2)).containsExactly("package-33", "package-330");
        choose("assessed");
        assertThat(said()).startsWith("0 of 3,401 packages");
    }

    @Test
    void theAddressKeepsWhatWasChosenAndTheBackButtonTakesItBack() {
        driver.get(large.address(ALL));
        head("Avoidable").click();
        choose("behind");
        filter("package-1");
        String address = driver.getCurrentUrl();
        assertThat(address).endsWith("#sort=avoidable&order=desc&show=behind&q=package-1");
        List<String> shown = first(3);
        driver.get("about:blank");
        driver.get(address);
        assertThat(first(3)).isEqualTo(shown);
        assertThat(driver.findElement(By.id("filter")).getDomProperty("value")).isEqualTo("package-1");

        driver.get(large.address(ALL) + "?x");
        head("Avoidable").click();
        choose("failed");
        driver.navigate().back();
        assertThat(said()).isEqualTo("All 3,401 packages, by avoidable, descending.");
        driver.navigate().back();
        assertThat(said()).isEqualTo("All 3,401 packages, by package, ascending.");
        driver.navigate().forward();
        assertThat(said()).isEqualTo("All 3,401 packages, by avoidable, descending.");
    }

    @Test
    void anAddressOfNonsenseIsTheWholeTable() {
        driver.get(full.address(ALL + "#sort=__proto__&order=up&show=constructor&q=%3Cscript%3E"));
        assertThat(said()).isEqualTo("2 of 8 packages, by package, ascending.");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void goesByKeyboard() {
        driver.get(full.address(ALL));
        press(Keys.TAB);
        assertThat(browser.ask("document.activeElement.textContent")).isEqualTo("Skip to content");
        press(Keys.ENTER);
        assertThat(browser.ask("document.activeElement.id")).isEqualTo("main");
        press(Keys.TAB, Keys.TAB);
        assertThat(browser.ask("document.activeElement.id")).isEqualTo("filter");
        press("zlib");
        assertThat(first(2)).containsExactly("zlib");
        press(Keys.TAB, Keys.TAB);
        assertThat(browser.ask("document.activeElement.className")).isEqualTo("box tall"); // it scrolls
        press(Keys.TAB);
        assertThat(browser.ask("document.activeElement.textContent")).isEqualTo("Package");
        press(Keys.SPACE);
        assertThat(said()).isEqualTo("1 of 8 packages, by package, descending.");
        assertThat(browser.ask("getComputedStyle(document.activeElement).outlineStyle"))
                .isEqualTo("solid");
        press(Keys.chord(Keys.SHIFT, Keys.TAB), Keys.chord(Keys.SHIFT, Keys.TAB));
        assertThat(browser.ask("document.activeElement.id")).isEqualTo("show");
        driver.get(full.address("runs/index.html"));
        browser.settle();
        assertThat(browser.ask("document.querySelector('.box').tabIndex")).isEqualTo("-1"); // it does not
    }

    @Test
    void isATableWithoutItsScript() {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        try {
            driver.get(full.address(ALL));
            assertThat(driver.findElements(By.cssSelector("tbody tr"))).hasSize(8);
            assertThat(driver.findElement(By.cssSelector(".controls")).isDisplayed())
                    .isFalse();
            assertThat(driver.findElements(By.tagName("button"))).isEmpty();
        } finally {
            driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        }
    }

    private WebElement head(String title) {
        return driver.findElements(By.cssSelector("thead button")).stream()
                .filter(button -> button.getText().startsWith(title))
                .findFirst()
                .orElseThrow();
    }

    private String said() {
        return driver.findElement(By.cssSelector("[role=status]")).getText();
    }

    private void filter(String text) {
        driver.findElement(By.id("filter")).sendKeys(text);
    }

    private void choose(String value) {
        driver.findElement(By.cssSelector("option[value=" + value + "]")).click();
    }

    private void press(CharSequence... keys) {
        for (CharSequence key : keys) {
            driver.switchTo().activeElement().sendKeys(key);
        }
    }

    /** The names in the first rows that are seen. */
    private List<String> first(int rows) {
        Object names = driver.executeScript(
                "return [...document.querySelectorAll('tbody tr:not([hidden]) th')].slice(0, arguments[0])"
                        + ".map(cell => cell.textContent.trim())",
                rows);
        return ((List<?>) Objects.requireNonNull(names))
                .stream().map(Object::toString).toList();
    }

    private static String text(String outside) {
        return VisibleText.of(outside, 100);
    }
}
