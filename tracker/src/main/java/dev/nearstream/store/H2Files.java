package dev.nearstream.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The files of an H2 store, all in one directory. */
record H2Files(Path directory) {
    private static final String NAME = "nearstream";
    private static final String SUFFIX = ".mv.db";
    /** No shutdown hook of H2's outruns ours, and long texts lie in their rows. */
    private static final String SETTINGS =
            ";DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;WRITE_DELAY=0;TRACE_LEVEL_FILE=0;MAX_LENGTH_INPLACE_LOB=1000000";

    H2Files {
        directory = directory.toAbsolutePath().normalize();
    }

    String location() {
        return data().toString();
    }

    Path data() {
        return directory.resolve(NAME + SUFFIX);
    }

    boolean exists() {
        return Files.exists(data());
    }

    /** Held by the process that has the data open. */
    Optional<LockFile> lockOwner() throws IOException {
        return LockFile.tryAcquire(directory, "owner.lock");
    }

    /** Says where the owner serves it. */
    Path owner() {
        return directory.resolve("owner.properties");
    }

    /** Held by the process that is at a run. */
    Optional<LockFile> lockWriter() throws IOException {
        return LockFile.tryAcquire(directory, "writer.lock");
    }

    /** Tables are made in a copy, which then takes the data's place: a kill leaves the old or the new. */
    Path draft() {
        return directory.resolve(NAME + "-draft" + SUFFIX);
    }

    /** The database's name for H2, of a data file. */
    static String name(Path data) {
        String path = data.toString();
        return path.substring(0, path.length() - SUFFIX.length());
    }

    String url(Path data) {
        if (data.toString().indexOf(';') >= 0) {
            throw new StoreException(
                    location(), "H2 cannot open a path with a semicolon: choose another --state", null);
        }
        return "jdbc:h2:file:" + name(data) + SETTINGS;
    }
}
