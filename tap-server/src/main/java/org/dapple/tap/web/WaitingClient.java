package org.dapple.tap.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.util.function.UnaryOperator;

/**
 * A client that waits without a thread: its request is dispatched once more when it has waited enough. It may be woken
 * before it waits, and by several threads.
 */
final class WaitingClient implements AsyncListener {

    private final Runnable leave;
    private AsyncContext request;
    private boolean woken;

    /** @param listen has what it is given called when something changes, and returns what ends that */
    WaitingClient(UnaryOperator<Runnable> listen) {
        this.leave = listen.apply(this::wake);
    }

    /** Listens no more. */
    void leave() {
        leave.run();
    }

    /** @param milliseconds after which it is woken in any case */
    synchronized void await(AsyncContext suspended, long milliseconds) {
        request = suspended;
        request.setTimeout(Math.max(1, milliseconds));
        request.addListener(this);
        if (woken) {
            request.dispatch();
        }
    }

    synchronized void wake() {
        if (!woken && request != null) {
            request.dispatch();
        }
        woken = true;
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        wake();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        leave();
    }

    /** The client is gone. */
    @Override
    public synchronized void onError(AsyncEvent event) {
        leave();
        if (!woken) {
            woken = true;
            request.complete();
        }
    }

    /** It waits once more, as another one. */
    @Override
    public void onStartAsync(AsyncEvent event) {
        leave();
    }
}
