package dev.nearstream.report.render;

import dev.nearstream.report.NotAssessed;

/** What mends a reason for which packages are not assessed. */
final class Remedy {
    private Remedy() {}

    /** A sentence; empty where there is nothing to mend, or the reason says it. */
    static String of(NotAssessed one) {
        String reason = one.reason();
        if (one.state().equals("not scored")) {
            return notScored(reason);
        }
        if (reason.contains("time limit of a package")) {
            return "";
        }
        return switch (one.state()) {
            case "failed: recipe" -> "Mend the recipe there.";
            case "failed: internal" -> "A bug of Nearstream's: please report it.";
            case "failed: upstream" -> upstream(reason);
            default -> "";
        };
    }

    private static String notScored(String reason) {
        if (!reason.startsWith("no newest release is known")) {
            return "The package's page has more of it.";
        }
        if (reason.contains("updates are disabled")) {
            return "On purpose: enable them in the recipe, and they are watched again.";
        }
        return reason.endsWith(": offline")
                ? "A run that is not offline asks."
                : "Mend the recipe's update rules, or look at upstream's tags.";
    }

    private static String upstream(String reason) {
        if (reason.contains("unknown host")) {
            return "Is the address in the recipe still right? A host that is gone needs another upstream there.";
        }
        if (reason.contains("there is no repository at")) {
            return "Make that mirror, or mend `rewrite` in the configuration.";
        }
        if (reason.contains("not offline")) {
            return "";
        }
        return "The next run asks again; if it lasts, look at the address in the recipe, and at credentials.";
    }
}
