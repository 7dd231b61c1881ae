package dev.nearstream.http;

import dev.nearstream.task.Task;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer as a stream that never waits beyond its {@link TimeLimits}. It asks for a buffer when the one
 * before has been read, so that no more than that lies in memory.
 */
public final class BodyStream extends InputStream implements HttpResponse.BodySubscriber<InputStream> {
    private sealed interface Event {}

    private record Data(List<ByteBuffer> buffers) implements Event {}

    private record End(@Nullable Throwable cause) implements Event {}

    private final TimeLimits limits;
    private final String what;
    private final long most;
    private final Consumer<IOException> failures;
    private long came;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Deque<ByteBuffer> ready = new ArrayDeque<>();
    private volatile Flow.@Nullable Subscription subscription;
    private boolean ended;
    private boolean closed;

    /**
     * A body that is about to come.
     *
     * @param what it is, for {@link TooLongException}
     * @param most bytes that are taken; {@link TooLongException} after them
     * @param failures told what is thrown from here
     */
    public BodyStream(TimeLimits limits, String what, long most, Consumer<IOException> failures) {
        this.limits = limits;
        this.what = what;
        this.most = most;
        this.failures = failures;
    }

    /** Complete from the beginning, so that the answer is there when its headers are. */
    @Override
    public CompletionStage<InputStream> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription = newSubscription;
        newSubscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        events.add(new Data(buffers));
    }

    @Override
    public void onError(Throwable cause) {
        events.add(new End(cause));
    }

    @Override
    public void onComplete() {
        events.add(new End(null));
    }

    @Override
    public int read() throws IOException {
        return fill() ? ready.element().get() & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        ByteBuffer buffer = ready.element();
        int count = Math.min(length, buffer.remaining());
        buffer.get(bytes, offset, count);
        return count;
    }

    @Override
    public int available() {
        return ready.isEmpty() ? 0 : ready.element().remaining();
    }

    @Override
    public void close() {
        closed = true;
        Flow.@Nullable Subscription current = subscription;
        if (current != null) {
            current.cancel();
        }
    }

    /** Whether there is a byte to read. */
    private boolean fill() throws IOException {
        while (true) {
            while (!ready.isEmpty() && !ready.element().hasRemaining()) {
                ready.remove();
            }
            if (!ready.isEmpty()) {
                return true;
            }
            if (ended || closed) {
                return false;
            }
            Event event = await();
            if (event instanceof Data data) {
                ready.addAll(data.buffers());
                came += data.buffers().stream().mapToLong(ByteBuffer::remaining).sum();
                if (came > most) {
                    close();
                    throw failed(new TooLongException(what, most));
                }
                Flow.@Nullable Subscription current = subscription;
                if (current != null) {
                    current.request(1);
                }
            } else if (event instanceof End end) {
                ended = true;
                if (end.cause() != null) {
                    throw failed(new IOException(Redaction.quoted(end.cause()), end.cause()));
                }
            }
        }
    }

    private Event await() throws IOException {
        try {
            long patience = limits.patience();
            @Nullable Event event = Task.waiting(() -> events.poll(patience, TimeUnit.NANOSECONDS));
            if (event == null) {
                close();
                throw failed(limits.over());
            }
            return event;
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw failed(new InterruptedIOException("interrupted"));
        } catch (TimeLimits.TotalTimeException e) {
            close();
            throw failed(e);
        }
    }

    private IOException failed(IOException exception) {
        failures.accept(exception);
        return exception;
    }
}
