package dev.nearstream.bump.branch;

import java.util.List;

/**
 * The titles of commits and pull requests. wolfi-dev/os names its own so: {@code <package>/<version> package update} for
 * a bump (55,000 of 141,000 commits), {@code <package>/<version>-r<epoch>: fix CVE-…} for what its automation changes at
 * the same version (9,700), and {@code drop <patch>} in most people's commits that take out a patch.
 */
public final class BumpTitle {
    private static final int NAMED = 2;

    private BumpTitle() {}

    /** Of a bump to another version. Not unique: a snapshot's version comes again with another commit. */
    public static String update(String packageName, String version) {
        return packageName + "/" + version + " package update";
    }

    /**
     * Where only what upstream has goes, at the same version: {@code perl/5.44.0-r1: drop CVE-2026-8376.patch}.
     *
     * @param epoch the new one
     * @param things what they are, as {@code patches}
     * @param names one or two are named, of more the number is said
     */
    public static String drop(String packageName, String version, String epoch, String things, List<String> names) {
        String what = names.size() <= NAMED ? String.join(" and ", names) : names.size() + " " + things;
        return packageName + "/" + version + "-r" + epoch + ": drop " + what;
    }
}
