package dev.nearstream.upstream;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.WindowCacheConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * JGit without the user's and the system's git configuration: a {@code url.insteadOf}, a proxy command, an extra
 * header or a credential helper there would change what is read, and asking where the system's lies runs git.
 */
final class Isolation extends SystemReader.Delegate {
    private static final int MEGABYTE = 1 << 20;

    static {
        SystemReader.setInstance(new Isolation(SystemReader.getInstance()));
        WindowCacheConfig cache = new WindowCacheConfig();
        cache.setPackedGitLimit(128L * MEGABYTE);
        cache.setPackedGitWindowSize(64 * 1024);
        cache.setDeltaBaseCacheLimit(96 * MEGABYTE);
        cache.install();
    }

    private Isolation(SystemReader system) {
        super(system);
    }

    /** Holds for the whole process; call before JGit is used. */
    static void install() {
        // The static part has done it, once.
    }

    @Override
    public @Nullable String getenv(String variable) {
        return variable.startsWith("GIT_") || variable.equals("XDG_CONFIG_HOME") ? null : super.getenv(variable);
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
        return new Empty(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
        return new Empty(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
        return new Empty(parent, fs);
    }

    private static final class Empty extends FileBasedConfig {
        Empty(@Nullable Config parent, FS fs) {
            super(parent, null, fs);
            // Nothing is repacked behind our back: a background thread would hold files that we move or delete. Set,
            // not
            // answered by getString: a repository's configuration looks up what its parents hold.
            setInt(ConfigConstants.CONFIG_GC_SECTION, null, ConfigConstants.CONFIG_KEY_AUTO, 0);
            setInt(ConfigConstants.CONFIG_GC_SECTION, null, ConfigConstants.CONFIG_KEY_AUTOPACKLIMIT, 0);
            setBoolean(ConfigConstants.CONFIG_GC_SECTION, null, ConfigConstants.CONFIG_KEY_AUTODETACH, false);
        }

        /**
         * How exact the file system's times are, by what is true of all in use: JGit would measure it, in files that it
         * makes in the very repository, and we write nothing to repositories that are not ours.
         */
        @Override
        public @Nullable String getString(String section, @Nullable String subsection, String name) {
            if (section.equals(ConfigConstants.CONFIG_FILESYSTEM_SECTION)) {
                return name.equals(ConfigConstants.CONFIG_KEY_TIMESTAMP_RESOLUTION)
                        ? "20 milliseconds"
                        : "200 milliseconds";
            }
            return super.getString(section, subsection, name);
        }

        @Override
        public void load() {
            // There is no file.
        }

        @Override
        public void save() {
            // There is no file.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
