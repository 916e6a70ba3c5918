package org.dapple.tap.upload.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.client5.http.CircularRedirectException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.RedirectException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.dapple.dali.fault.ServiceFault;

/**
 * Fetches tables from http and https URLs that users name, and from nowhere else: not from private addresses (unless the
 * site allows it), not for longer than a minute or two, and not after more than five redirects, each judged like the first.
 */
public final class UrlFetcher implements AutoCloseable {

    private static final int MAX_REDIRECTS = 5;
    private static final Timeout PATIENCE = Timeout.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final CloseableHttpClient client;

    /** @param privateAddresses whether addresses may be asked that only this machine or its network can reach */
    public UrlFetcher(boolean privateAddresses) {
        ConnectionConfig connections = ConnectionConfig.custom()
                .setConnectTimeout(PATIENCE)
                .setSocketTimeout(PATIENCE)
                .build();
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new CheckedResolver(privateAddresses))
                        .setDefaultConnectionConfig(connections)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setMaxRedirects(MAX_REDIRECTS)
                        .setResponseTimeout(PATIENCE)
                        .setConnectionRequestTimeout(PATIENCE)
                        .build())
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .setUserAgent("Dapple")
                .build();
    }

    /** What is done with the bytes as they come. */
    @FunctionalInterface
    public interface Receiver<T> {
        /** Reads the stream, which ends with an IOException when it takes too long. */
        T receive(InputStream in) throws IOException;
    }

    /**
     * Fetches what a URL leads to.
     *
     * @throws ServiceFault when it may not or cannot be fetched, or what {@code receiver} throws
     */
    public <T> T fetch(URI url, Receiver<T> receiver) {
        requireScheme(url);
        try {
            HttpGet request = new HttpGet(url);
            return client.execute(request, response -> receive(request, url, response, receiver));
        } catch (PrivateAddressException e) {
            throw refused(url, "it leads to an address that is not public");
        } catch (UnknownHostException e) {
            throw refused(url, "its host is not known");
        } catch (ClientProtocolException e) {
            throw refused(url, protocolProblem(e));
        } catch (IOException e) {
            throw refused(url, "its server cannot be reached, or broke off or did not answer in time");
        }
    }

    private static void requireScheme(URI url) {
        if (url.getScheme() == null
                || !SCHEMES.contains(url.getScheme().toLowerCase(Locale.ROOT))
                || url.getHost() == null) {
            throw refused(url, "only http and https URLs with a host are fetched");
        }
    }

    private static <T> T receive(HttpGet request, URI url, ClassicHttpResponse response, Receiver<T> receiver)
            throws IOException {
        boolean whole = false;
        try {
            if (response.getCode() != 200) {
                throw refused(url, "its server answers with status " + response.getCode());
            }
            T received =
                    receiver.receive(new DeadlineStream(response.getEntity().getContent(), LONGEST));
            whole = true;
            return received;
        } finally {
            if (!whole) {
                // Closed without this, the client would read what is left, however much that is.
                request.cancel();
            }
        }
    }

    private static String protocolProblem(ClientProtocolException problem) {
        if (problem.getCause() instanceof CircularRedirectException) {
            return "it redirects in a circle";
        }
        if (problem.getCause() instanceof RedirectException) {
            return "it redirects more than " + MAX_REDIRECTS + " times";
        }
        return "it does not lead to an answer by http or https";
    }

    private static ServiceFault refused(URI url, String reason) {
        return ServiceFault.usage("The table at " + shortened(url.toString()) + " cannot be fetched: " + reason + ".");
    }

    private static String shortened(String value) {
        return value.length() <= 200 ? value : value.substring(0, 200) + "…";
    }

    @Override
    public void close() {
        client.close(CloseMode.GRACEFUL);
    }
}
