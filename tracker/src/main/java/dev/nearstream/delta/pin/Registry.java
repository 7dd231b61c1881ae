package dev.nearstream.delta.pin;

/** Where npm's registries keep a package, whosever they are: {@code https://host/@scope/name/-/name-1.2.3.tgz}. */
final class Registry {
    private Registry() {}

    /** Whether a URL is a registry's, of that very package; else it is whatever somebody put there. */
    static boolean isTarball(String url, String name) {
        boolean web = url.startsWith("https:") || url.startsWith("http:");
        return web && url.replace("%2f", "/").replace("%2F", "/").contains("/" + name + "/-/");
    }
}
