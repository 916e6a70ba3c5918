package org.dapple.tap.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.util.concurrent.atomic.AtomicBoolean;

/** A client that waits without a thread: its request is dispatched once more when it has waited enough. */
final class WaitingClient implements AsyncListener {

    private final AsyncContext request;
    private final AtomicBoolean woken = new AtomicBoolean();
    private Runnable leave = () -> {};

    /** @param milliseconds after which it is woken in any case */
    WaitingClient(AsyncContext request, long milliseconds) {
        this.request = request;
        request.setTimeout(Math.max(1, milliseconds));
        request.addListener(this);
    }

    /** @param leave what is done when it waits no more */
    void onLeave(Runnable leave) {
        this.leave = leave;
    }

    /** May be called by several threads; the first one counts. */
    void wake() {
        if (woken.compareAndSet(false, true)) {
            request.dispatch();
        }
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        wake();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        leave.run();
    }

    /** The client is gone. */
    @Override
    public void onError(AsyncEvent event) {
        leave.run();
        if (woken.compareAndSet(false, true)) {
            request.complete();
        }
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        leave.run();
    }
}
