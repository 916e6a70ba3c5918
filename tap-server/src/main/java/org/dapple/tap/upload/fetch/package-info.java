/** Tables that are fetched from the web, the only package that calls strangers' servers: {@link org.dapple.tap.upload.fetch.UrlFetcher}. */
package org.dapple.tap.upload.fetch;
