package dev.nearstream.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;
import org.tukaani.xz.XZOutputStream;

class ArchiveReaderTest {
    private static final UnpackLimits SMALL = new UnpackLimits(3, 10_000, 20, 5_000, Duration.ofMinutes(1));

    private final Path file;

    ArchiveReaderTest(@TempDir Path directory) {
        // Named for what it is not: names tell nothing.
        file = directory.resolve("archive.rpm");
    }

    private List<String> read(byte[] archive) throws IOException {
        return read(archive, UnpackLimits.DEFAULT);
    }

    private List<String> read(byte[] archive, UnpackLimits limits) throws IOException {
        Files.write(file, archive);
        ListedEntries entries = new ListedEntries();
        ArchiveReader.read(file, limits, entries);
        return entries.lines();
    }

    private void assertRefused(byte[] archive, UnpackLimits limits, String why) {
        assertThatThrownBy(() -> read(archive, limits))
                .isInstanceOf(ArchiveRefusedException.class)
                .hasMessageContaining(why);
    }

    private static TarText sample() {
        return new TarText()
                .directory("p-1/")
                .file("p-1/a", "hello\n")
                .file("p-1/run", "#!/bin/sh\n", 0755)
                .symbolicLink("p-1/l", "a")
                .hardLink("p-1/h", "p-1/a");
    }

    static Stream<Arguments> tars() {
        return Stream.of(
                Arguments.of("plain", sample().tar()),
                Arguments.of("gz", sample().gzip()),
                Arguments.of("xz", sample().packed(out -> new XZOutputStream(out, new LZMA2Options(1)))),
                Arguments.of("bz2", sample().packed(BZip2CompressorOutputStream::new)),
                Arguments.of("zst", sample().packed(ZstdCompressorOutputStream::new)),
                Arguments.of("lz", lzip(sample().tar(), 0, 0)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tars")
    void readsATarHoweverItIsPacked(String form, byte[] archive) throws Exception {
        assertThat(read(archive))
                .as(form)
                .containsExactly("p-1/", "p-1/a 6 hello\n", "p-1/run* 10 #!/bin/sh\n", "p-1/l -> a", "p-1/h = p-1/a");
    }

    /** As lzip's manual has it; two members where {@code split} is between the ends. */
    private static byte[] lzip(byte[] plain, int split, int wrong) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : List.of(Arrays.copyOf(plain, split), Arrays.copyOfRange(plain, split, plain.length))) {
            byte[] packed = TarText.packed(part, to -> new LZMAOutputStream(to, new LZMA2Options(1), true));
            CRC32 crc = new CRC32();
            crc.update(part);
            out.writeBytes(new byte[] {'L', 'Z', 'I', 'P', 1, 20});
            out.writeBytes(packed);
            ByteBuffer trailer = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
            trailer.putInt((int) crc.getValue() + wrong).putLong(part.length).putLong(packed.length + 26);
            out.writeBytes(trailer.array());
        }
        return out.toByteArray();
    }

    @Test
    void readsAllMembersOfPackedStreams() throws Exception {
        byte[] tar = sample().tar();
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        gzip.writeBytes(TarText.packed(Arrays.copyOf(tar, 700), GZIPOutputStream::new));
        gzip.writeBytes(TarText.packed(Arrays.copyOfRange(tar, 700, tar.length), GZIPOutputStream::new));
        assertThat(read(gzip.toByteArray())).hasSize(5);
        assertThat(read(lzip(tar, 700, 0))).hasSize(5);
    }

    @Test
    void anLzipMemberThatIsNotWhatItsSumSaysIsRefused() {
        assertRefused(lzip(sample().tar(), 700, 1), UnpackLimits.DEFAULT, "not what its sums say");
    }

    @Test
    void readsAZipWithModesAndLinks() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            zip(zip, "p-1/", UnixStat.DIR_FLAG | 0755, "");
            zip(zip, "p-1/a", UnixStat.FILE_FLAG | 0644, "hello\n");
            zip(zip, "p-1/run", UnixStat.FILE_FLAG | 0755, "#!/bin/sh\n");
            zip(zip, "p-1/l", UnixStat.LINK_FLAG | 0777, "a");
        }
        assertThat(read(out.toByteArray()))
                .containsExactly("p-1/", "p-1/a 6 hello\n", "p-1/run* 10 #!/bin/sh\n", "p-1/l -> a");
    }

    private static void zip(ZipArchiveOutputStream zip, String name, int mode, String text) throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setUnixMode(mode);
        zip.putArchiveEntry(entry);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeArchiveEntry();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsLongNames(boolean gnu) throws Exception {
        TarText tar = gnu ? new TarText().gnuLongNames() : new TarText();
        String name = "d/".repeat(120) + "ä".repeat(120);
        assertThat(read(tar.file(name, "x").tar())).containsExactly(name + " 1 x");
    }

    @Test
    void readsNothingThatIsNoArchive() {
        assertRefused("<!DOCTYPE html>".repeat(100).getBytes(StandardCharsets.UTF_8), SMALL, "it is no archive");
        assertRefused(new byte[0], SMALL, "it is no archive");
        byte[] packed = TarText.packed(new byte[2000], GZIPOutputStream::new);
        assertRefused(packed, SMALL, "it is no archive");
    }

    @ParameterizedTest
    @ValueSource(bytes = {TarConstants.LF_CHR, TarConstants.LF_BLK, TarConstants.LF_FIFO})
    void refusesDevices(byte type) {
        assertRefused(new TarText().special("p/x", type).tar(), SMALL, "the entry p/x is a device");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tars")
    void refusesWhatIsCut(String form, byte[] archive) {
        byte[] half = Arrays.copyOf(archive, form.equals("plain") ? 1100 : archive.length / 2);
        assertRefused(half, UnpackLimits.DEFAULT, "");
    }

    @Test
    void refusesAZipWithoutItsEnd() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            zip(zip, "a", UnixStat.FILE_FLAG | 0644, "hello\n");
        }
        assertRefused(Arrays.copyOf(out.toByteArray(), out.size() - 30), SMALL, "cut, or damaged");
    }

    @Test
    void refusesMoreEntriesThanAreAllowed() {
        TarText tar = new TarText().file("1", "").file("2", "").file("3", "").file("4", "");
        assertRefused(tar.tar(), SMALL, "more than 3 entries");
    }

    @Test
    void refusesToUnpackMoreThanIsAllowed() throws Exception {
        TarText large = new TarText().file("large", "x".repeat(10_001));
        assertRefused(large.tar(), SMALL, "it unpacks to more than 10,000 bytes with large");
    }

    @Test
    void refusesBombs() throws Exception {
        byte[] bomb = new TarText().file("bomb", "\0".repeat(9_000)).gzip();
        assertThat(bomb.length * 20).isBetween(1_000, 9_000);
        assertRefused(bomb, SMALL, "it unpacks to more than");
        UnpackLimits free = new UnpackLimits(3, 100_000, 20, 50_000, Duration.ofMinutes(1));
        assertThat(read(bomb, free)).as("small ones are let pass").hasSize(1);
    }

    @Test
    void refusesHeadersThatWouldFillTheMemory() {
        TarText tar = new TarText().longName("n".repeat(300_000)).file("n", "x");
        assertRefused(tar.gzip(), UnpackLimits.DEFAULT, "an entry's header is longer than");
    }

    @Test
    void refusesWhatTakesTooLong() {
        UnpackLimits none = new UnpackLimits(3, 10_000, 20, 5_000, Duration.ofNanos(-1));
        assertRefused(new TarText().file("a", "x").tar(), none, "takes longer than");
    }
}
