/** Tables that a query brings along (TAP 1.1 §2.7.6): {@link org.dapple.tap.upload.Upload}, brought into the query's session by {@link org.dapple.tap.upload.UploadService}. */
package org.dapple.tap.upload;
