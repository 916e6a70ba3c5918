package org.dapple.tap.upload.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names to addresses that may be asked. The client connects to the very address that was judged, also after a
 * redirect, so that a name which says something else the next time (DNS rebinding) gains nothing.
 */
record CheckedResolver(boolean privateAddresses) implements DnsResolver {

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        for (InetAddress address : addresses) {
            if (!privateAddresses && !PublicAddresses.contain(address)) {
                throw new PrivateAddressException(host);
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
