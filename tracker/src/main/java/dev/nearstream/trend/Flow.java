package dev.nearstream.trend;

/**
 * What came and went in a week, in distinct contents. A content that goes on in another package has neither come nor gone,
 * nor has one that was altered and goes on under its id.
 *
 * @param born came to a package that was there
 * @param arrived came with a new package
 * @param dropped went from a package that is still there
 * @param retired went with its packages
 */
public record Flow(int born, int arrived, int dropped, int retired) {}
