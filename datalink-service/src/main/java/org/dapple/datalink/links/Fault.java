package org.dapple.datalink.links;

/** What an error message begins with (DataLink 1.1 §3.4). */
enum Fault {
    NOT_FOUND("NotFoundFault"),
    USAGE("UsageFault"),
    TRANSIENT("TransientFault"),
    FATAL("FatalFault");

    private final String text;

    Fault(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
