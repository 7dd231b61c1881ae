package dev.nearstream.cli;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.ObjIntConsumer;

/**
 * Signals of the operating system. A shutdown hook hears the first one alone, and {@code sun.misc.Signal}, which every JDK
 * exports for this, cannot be named without a warning: so it is found by reflection.
 */
final class Signals {
    private Signals() {}

    /**
     * Hears a signal from now on, in place of the JVM; one that the process was started to ignore stays ignored.
     *
     * @param name without SIG
     * @param heard told of each one's name and number, on a thread of its own
     */
    static void handle(String name, ObjIntConsumer<String> heard) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Method number = signal.getMethod("getNumber");
            Object handling = Proxy.newProxyInstance(
                    Signals.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        if (method.getDeclaringClass().equals(Object.class)) {
                            return switch (method.getName()) {
                                case "hashCode" -> System.identityHashCode(proxy);
                                case "equals" -> proxy == arguments[0];
                                default -> "handler of " + name;
                            };
                        }
                        heard.accept(name, (int) number.invoke(arguments[0]));
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), handling);
        } catch (ReflectiveOperationException e) {
            // Another JVM, or one that was told to leave signals alone (-Xrs): they end the process at once.
        }
    }
}
