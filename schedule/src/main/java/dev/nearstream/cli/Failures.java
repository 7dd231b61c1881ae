package dev.nearstream.cli;

import dev.nearstream.bump.branch.BranchException;
import dev.nearstream.pull.ForgeException;
import dev.nearstream.recipe.edit.EditRefusedException;
import dev.nearstream.score.PolicyException;
import dev.nearstream.store.StoreBusyException;
import dev.nearstream.store.StoreException;
import dev.nearstream.upstream.UpstreamException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;

/** Turns failures into words and exit codes: the one place that does. */
final class Failures {
    private Failures() {}

    static int exitCode(Throwable failure) {
        if (failure instanceof ConfigurationException || failure instanceof PolicyException) {
            return ExitCode.USAGE;
        }
        if (failure instanceof BrokenRecipeException || failure instanceof EditRefusedException) {
            return ExitCode.NOT_SO;
        }
        if (failure instanceof UpstreamException upstream) {
            return switch (upstream.kind()) {
                case REFUSED, NO_REF, NOT_FOUND -> ExitCode.USAGE;
                default -> ExitCode.ENVIRONMENT;
            };
        }
        boolean environment = failure instanceof IOException
                || failure instanceof BranchException
                || failure instanceof ForgeException
                || failure instanceof StoreException
                || failure instanceof StoreBusyException
                || failure instanceof InterruptedException
                || isOutOfMemory(failure);
        return environment ? ExitCode.ENVIRONMENT : ExitCode.BUG;
    }

    /** Also where a thread or a command wraps it. */
    private static boolean isOutOfMemory(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 10; depth++) {
            if (cause instanceof OutOfMemoryError) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** One line. */
    static String message(Throwable failure) {
        String message = failure.getMessage();
        String words;
        if (failure instanceof FileSystemException file) {
            words = file.getFile() + ": " + reason(file);
        } else if (failure instanceof InterruptedException) {
            words = "interrupted";
        } else if (isOutOfMemory(failure)) {
            words = "out of memory; give it more with NEARSTREAM_MEMORY=2g";
        } else if (exitCode(failure) == ExitCode.BUG || message == null) {
            words = "this is a bug; please report it, with --debug's output: " + failure;
        } else {
            words = message;
        }
        return words.replaceAll("\\s*\\R\\s*", " ");
    }

    private static String reason(FileSystemException failure) {
        if (failure instanceof NoSuchFileException) {
            return "no such file or directory";
        } else if (failure instanceof AccessDeniedException) {
            return "permission denied";
        } else if (failure instanceof NotDirectoryException) {
            return "not a directory";
        } else if (failure instanceof FileAlreadyExistsException) {
            return "is in the way";
        }
        return failure.getReason() == null ? failure.getClass().getSimpleName() : failure.getReason();
    }

    /** Whether it is only that a file is not there. */
    static boolean isMissingFile(Throwable failure) {
        return failure instanceof NoSuchFileException || failure instanceof FileNotFoundException;
    }
}
