package dev.nearstream.delta;

/**
 * A patch at its place in a series.
 *
 * @param name as the recipe names it, for messages
 * @param bytes the file; nobody changes the array
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; its hash is what keys are made of
public record SeriesPatch(String name, byte[] bytes, int strip, int fuzz) {}
