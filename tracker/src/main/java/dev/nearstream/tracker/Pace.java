package dev.nearstream.tracker;

import dev.nearstream.task.Alarm;
import java.time.Duration;

/**
 * How many packages a run tracks at once, and how long each may take.
 *
 * @param jobs at least 1
 * @param limit of one package, all that is fetched for it included
 * @param alarm by which time is told
 */
public record Pace(int jobs, Duration limit, Alarm alarm) {}
