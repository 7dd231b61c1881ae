package dev.nearstream.report.export;

import dev.nearstream.report.CarriedDelta;
import dev.nearstream.report.Finding;
import dev.nearstream.report.NightReport;
import dev.nearstream.report.VisibleText;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A feed of what a maintainer would want to hear of (RFC 4287): what can be dropped, what will break, and findings. An entry
 * keeps its id from night to night, and is dated to the day on which it became so where that is known, else to the run.
 */
final class AtomFeed {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final int MOST = 200;

    private record Entry(String id, Instant updated, String title, String text) {}

    private AtomFeed() {}

    static String of(NightReport report) {
        List<Entry> entries = new ArrayList<>();
        Instant run = report.night().run().started();
        report.dropNow()
                .forEach(carried -> entries.add(
                        entry("drop", carried, "upstream has it at the packaged version", since(carried, run))));
        report.dropAtBump()
                .forEach(carried -> entries.add(entry(
                        "bump",
                        carried,
                        "upstream has it in " + carried.of().lag().newestVersion(),
                        since(carried, run))));
        report.breaking()
                .forEach(carried -> entries.add(entry(
                        "breaks",
                        carried,
                        "does not apply at " + carried.of().lag().newestVersion(),
                        run)));
        for (Finding finding : report.findings()) {
            entries.add(new Entry(
                    Hash.of("finding", finding.text()),
                    run,
                    String.join(", ", finding.names().stream().limit(5).toList()) + ": " + finding.text(),
                    finding.text()));
        }
        entries.sort(Comparator.comparing(Entry::updated)
                .reversed()
                .thenComparing(Entry::title)
                .thenComparing(Entry::id));
        try {
            return write(report, entries.stream().limit(MOST).toList());
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML in memory is always written", e);
        }
    }

    private static Entry entry(String kind, CarriedDelta carried, String what, Instant updated) {
        String name = carried.of().packageName();
        return new Entry(
                Hash.of(kind, name, carried.delta().id()),
                updated,
                name + " " + carried.delta().id() + ": " + what,
                carried.delta().where() + ": " + what);
    }

    private static Instant since(CarriedDelta carried, Instant run) {
        @Nullable LocalDate day = carried.delta().avoidableSince();
        return day == null ? run : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static String write(NightReport report, List<Entry> entries) throws XMLStreamException {
        StringWriter text = new StringWriter();
        XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        element(xml, "id", "urn:nearstream:" + Hash.of(report.night().run().recipes()));
        element(xml, "title", "Nearstream: " + report.night().run().recipes());
        element(xml, "updated", report.night().run().started().toString());
        xml.writeStartElement("author");
        xml.writeStartElement("name");
        xml.writeCharacters("Nearstream");
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeCharacters("\n");
        for (Entry entry : entries) {
            xml.writeStartElement("entry");
            element(xml, "id", "urn:nearstream:" + entry.id());
            element(xml, "title", entry.title());
            element(xml, "updated", entry.updated().toString());
            element(xml, "summary", entry.text());
            xml.writeEndElement();
            xml.writeCharacters("\n");
        }
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndDocument();
        return text.toString();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(VisibleText.of(text));
        xml.writeEndElement();
    }
}
