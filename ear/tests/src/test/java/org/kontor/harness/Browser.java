package org.kontor.harness;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One Chromium for all tests; a fresh profile (context) for each page asked for. */
public final class Browser {

    /** One line for whoever has none. */
    static final String HOW_TO_GET_IT = "Install Chromium, or name it with -Dkontor.chromium=/path/to/it, or leave the"
            + " browser tests out with -Dkontor.browser-tests=skip.";

    /** Without windows, and therefore with half the work: what browser tests are best run with. */
    private static final List<String> SHELLS = List.of("chromium-headless-shell", "chrome-headless-shell");

    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // Pages of the browser's own, drawn for the address bar of each window that nobody sees.
            "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup");

    private Browser() {}

    /** A page at 1280 x 900 in light colours, whose relative addresses are below the base. Close its context after use. */
    public static Page page(URI base) {
        return page(base, 1280, 900, ColorScheme.LIGHT);
    }

    /** A page of a size in a colour scheme. */
    public static Page page(URI base, int width, int height, ColorScheme scheme) {
        BrowserContext context = One.BROWSER.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(base.toString())
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setLocale("en-US"));
        context.setDefaultTimeout(30_000);
        return context.newPage();
    }

    /**
     * Looks for what keeps people out of a page. Of what is well nothing is told, and no second page is opened for the sum: that
     * is half the time.
     */
    public static AxeBuilder axe(Page page) {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).options(options).setLegacyMode(true);
    }

    /** Where Chromium is: {@code -Dkontor.chromium}, else one {@linkplain #findShell() without windows}, else the first of the usual names on the path. */
    static Optional<Path> findChromium() {
        if (isNamed()) {
            return Optional.of(Path.of(System.getProperty("kontor.chromium"))).filter(Files::isExecutable);
        }
        return findShell().or(() -> onPath(BROWSERS));
    }

    /** Whether {@code -Dkontor.chromium} says which to take. */
    static boolean isNamed() {
        return !System.getProperty("kontor.chromium", "").isBlank();
    }

    /** The Chromium without windows. */
    static Optional<Path> findShell() {
        return onPath(SHELLS);
    }

    private static Optional<Path> onPath(List<String> names) {
        String path = System.getenv().getOrDefault("PATH", "");
        return names.stream()
                .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static final class One {
        private static final Playwright PLAYWRIGHT = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        private static final com.microsoft.playwright.Browser BROWSER = PLAYWRIGHT
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(findChromium().orElseThrow(() -> new AssertionError(HOW_TO_GET_IT)))
                        .setArgs(FLAGS));

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(PLAYWRIGHT::close));
        }
    }
}
