package org.dapple.tap.upload.fetch;

import java.net.UnknownHostException;

/** A host that only this machine or its network can reach. */
final class PrivateAddressException extends UnknownHostException {

    PrivateAddressException(String host) {
        super(host);
    }
}
