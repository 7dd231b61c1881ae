package dev.nearstream.score;

import java.util.List;

/**
 * A package's points: the sum of its components, under the policy of that hash.
 *
 * @param policyHash SHA-256 of the policy file, hexadecimal
 */
public record Score(List<ScoreComponent> components, String policyHash) {

    public Score {
        components = List.copyOf(components);
    }

    public double total() {
        return components.stream().mapToDouble(ScoreComponent::points).sum();
    }

    public double total(ScoreClass scoreClass) {
        return components.stream()
                .filter(component -> component.scoreClass() == scoreClass)
                .mapToDouble(ScoreComponent::points)
                .sum();
    }
}
