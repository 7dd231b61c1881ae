package dev.nearstream.recipe.edit;

/** A hash that pins what a recipe takes from outside. */
public enum HashKind {
    COMMIT("expected-commit", "--commit", 40),
    SHA256("expected-sha256", "--sha256", 64),
    SHA512("expected-sha512", "--sha512", 128);

    private final String input;
    private final String option;
    private final int length;

    HashKind(String input, String option, int length) {
        this.input = input;
        this.option = option;
        this.length = length;
    }

    /** The step's input that has it. */
    public String input() {
        return input;
    }

    /** The command line's option that gives it. */
    public String option() {
        return option;
    }

    /** How many hexadecimal digits it has. */
    public int length() {
        return length;
    }

    /** Whether the text is a whole hash of this kind, in lower case. */
    public boolean isForm(String hash) {
        return hash.length() == length && hash.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }
}
