package dev.nearstream.report.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.nearstream.report.VisibleText;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a JSON document field by field, without a tree of it. What is not known is null. Text is made visible and cut as
 * in the other exports.
 */
final class JsonFields {
    private static final int LONGEST = 2000;
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;

    private JsonFields(JsonGenerator json) {
        this.json = json;
    }

    /** Each element of the document's own lists on a line, for those who look into the file or compare two; else no blanks. */
    private static final class Lines extends MinimalPrettyPrinter {
        private static final long serialVersionUID = 1;
        private static final int OF_THE_DOCUMENT = 2;

        @Override
        public void beforeArrayValues(JsonGenerator json) throws IOException {
            line(json);
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
            json.writeRaw(',');
            line(json);
        }

        private static void line(JsonGenerator json) throws IOException {
            if (json.getOutputContext().getNestingDepth() == OF_THE_DOCUMENT) {
                json.writeRaw('\n');
            }
        }
    }

    /** What is written of it. */
    @FunctionalInterface
    interface Body {
        void write() throws IOException;
    }

    /** What is written of each. */
    @FunctionalInterface
    interface Each<T> {
        void write(JsonFields json, T one) throws IOException;
    }

    /** A whole document, with what is written as its fields. */
    @FunctionalInterface
    interface Document {
        void write(JsonFields json) throws IOException;
    }

    static String document(Document document) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.setPrettyPrinter(new Lines());
            json.writeStartObject();
            document.write(new JsonFields(json));
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new IllegalStateException("text in memory is always written", e);
        }
        return text.toString();
    }

    /** Any value's text, made visible. */
    JsonFields text(String name, @Nullable Object value) throws IOException {
        json.writeStringField(name, value == null ? null : VisibleText.of(value.toString(), LONGEST));
        return this;
    }

    /** A word of ours, or a number that stands as text, which needs no look. */
    JsonFields word(String name, @Nullable String value) throws IOException {
        json.writeStringField(name, value);
        return this;
    }

    JsonFields number(String name, @Nullable Number value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value.longValue());
        }
        return this;
    }

    /** So many digits behind the point at most: sums of binary fractions have a tail that nobody means. */
    JsonFields decimal(String name, @Nullable Double value, int digits) throws IOException {
        json.writeFieldName(name);
        if (value == null) {
            json.writeNull();
        } else {
            long power = (long) Math.pow(10, digits);
            long rounded = Math.round(value * power);
            if (rounded % power == 0) {
                json.writeNumber(rounded / power);
            } else {
                json.writeNumber(BigDecimal.valueOf(rounded, digits).stripTrailingZeros());
            }
        }
        return this;
    }

    JsonFields flag(String name, @Nullable Boolean value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeBooleanField(name, value);
        }
        return this;
    }

    JsonFields none(String name) throws IOException {
        json.writeNullField(name);
        return this;
    }

    JsonFields object(String name, Body body) throws IOException {
        json.writeObjectFieldStart(name);
        body.write();
        json.writeEndObject();
        return this;
    }

    /** A list of texts. */
    JsonFields texts(String name, Stream<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : (Iterable<String>) values::iterator) {
            json.writeString(VisibleText.of(value, LONGEST));
        }
        json.writeEndArray();
        return this;
    }

    /** A list of objects. */
    <T> JsonFields list(String name, Stream<T> values, Each<T> each) throws IOException {
        json.writeArrayFieldStart(name);
        for (T value : (Iterable<T>) values::iterator) {
            json.writeStartObject();
            each.write(this, value);
            json.writeEndObject();
        }
        json.writeEndArray();
        return this;
    }
}
